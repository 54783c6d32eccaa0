"""How synchronising stands, as the health strip shows it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from posapp.offline.clock_offset import Offset
from posapp.offline.sync_pause import is_out_of_reach
from posapp.offline.sync_state import Phase

if TYPE_CHECKING:
    from posapp.offline.sync_state import Conversation, Now


class LinkState(StrEnum):
    """online: all is well; syncing: facts wait and go up; degraded: central answers, but something
    is wrong (`problem`); offline: no answer that can be trusted."""

    ONLINE = "online"
    SYNCING = "syncing"
    DEGRADED = "degraded"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncStatus:
    """A snapshot. Times are wall ms, 0 for never; `offset` leads from our clock to central's.

    `problem` is an error key, or empty; `offline_since_ms` is 0 while central is in reach. `notice`
    is a key that says what happened to this till since the program began; it stops nothing.
    `hello_mono_ms` is when the last hello was answered, in monotonic ms.
    """

    link: LinkState = LinkState.OFFLINE
    waiting: int = 0
    oldest_ms: int | None = None
    last_success_ms: int = 0
    offline_since_ms: int = 0
    offset: Offset | None = None
    problem: str = ""
    notice: str = ""
    hello_mono_ms: int = 0

    @property
    def is_online(self) -> bool:
        return self.link is not LinkState.OFFLINE


def status_of(talk: Conversation, now: Now, waiting: int, oldest_ms: int | None) -> SyncStatus:
    """The snapshot of a conversation with `waiting` entries in the outbox."""
    link = _link(talk, waiting)
    return SyncStatus(
        link=link,
        waiting=waiting,
        oldest_ms=oldest_ms,
        last_success_ms=talk.last_success_ms,
        offline_since_ms=talk.offline_since_ms if link is LinkState.OFFLINE else 0,
        offset=talk.clock.at(now.wall_ms, now.mono_ms),
        problem=talk.problem,
        notice=talk.notice,
        hello_mono_ms=talk.hello_mono_ms,
    )


def _link(talk: Conversation, waiting: int) -> LinkState:
    if is_out_of_reach(talk) or talk.last_success_ms == 0 or talk.phase is Phase.STOPPED:
        return LinkState.OFFLINE
    if talk.problem or talk.last_failure is not None:
        return LinkState.DEGRADED
    return LinkState.SYNCING if waiting else LinkState.ONLINE
