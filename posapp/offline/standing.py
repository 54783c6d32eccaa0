"""Whether central still takes this till for one of its own; a restart forgets nothing of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from posapp.errors import PosError
from posapp.offline.sync_status import LinkState
from posapp.offline.till_marks import REVOKED

if TYPE_CHECKING:
    from posapp.clock import Clock
    from posapp.offline.sync_status import SyncStatus
    from posapp.offline.till_marks import TillMarks

log = logging.getLogger(__name__)

REVOKED_KEY: Final = "auth.terminal_revoked"
_SERVED: Final = frozenset({LinkState.ONLINE, LinkState.SYNCING})


class Standing:
    """`hear` on lane "sync"; `revoked_ms` is read anywhere.

    Only an answer that central signed counts, one way and the other: nobody between here and
    central can stop this till, and no silence lets a revoked one sell again.
    """

    def __init__(self, marks: TillMarks, clock: Clock) -> None:
        self._marks = marks
        self._clock = clock
        self._revoked_ms = marks.at(REVOKED)

    @property
    def revoked_ms(self) -> int:
        """When central said so first (wall ms); 0 while this till may work."""
        return self._revoked_ms

    def hear(self, status: SyncStatus) -> None:
        """A snapshot of synchronising. Writes only when the answer is another one than before."""
        if status.problem == REVOKED_KEY and not self._revoked_ms:
            self._remember(self._clock.wall_ms())
        elif self._revoked_ms and status.link in _SERVED:
            self._remember(0)

    def _remember(self, wall_ms: int) -> None:
        self._revoked_ms = wall_ms
        try:
            self._marks.put(REVOKED, wall_ms)
        except PosError as error:
            # Central says it again after the next start.
            log.warning("not written down that this till is revoked: %s", error.key)
