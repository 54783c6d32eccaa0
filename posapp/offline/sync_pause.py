"""Between two requests: fresh ids, the clock samples of answers, and backing off after failures."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from posapp.offline.sync_state import (
    Answered,
    Command,
    Conversation,
    Failure,
    Now,
    Phase,
    Report,
    Wait,
)
from posapp.wire.sync import DeadLetterReply

BREAKER_AFTER: Final = 5
_FIRST_MS: Final = 1_000
_CAP_MS: Final = 60_000
_SERVER_CAP_MS: Final = 300_000
_RETRY_AFTER_CAP_MS: Final = 900_000
_TRANSPORT: Final = frozenset(
    {Failure.UNREACHABLE, Failure.NO_ANSWER, Failure.CERTIFICATE, Failure.BAD_REPLY}
)


def next_request(talk: Conversation) -> tuple[Conversation, str]:
    """A request id that this till never used before."""
    number = talk.requests + 1
    return replace(talk, requests=number), f"{talk.till.run_id}-{number}"


def timed(talk: Conversation, event: Answered) -> Conversation:
    """Take the clock sample that an answer carries."""
    if isinstance(event.reply, DeadLetterReply):
        return talk
    server_ms = event.reply.server_time_ms
    clock = talk.clock.with_reply(event.sent_mono_ms, event.now.mono_ms, server_ms)
    return replace(talk, clock=clock)


def reached(talk: Conversation, now: Now) -> Conversation:
    """Central speaks to us. The failures stay counted until a push or a pull has worked, too."""
    return replace(talk, last_failure=None, offline_since_ms=0, last_success_ms=now.wall_ms)


def worked(talk: Conversation, now: Now) -> Conversation:
    return replace(reached(talk, now), failures=0)


def is_open(talk: Conversation) -> bool:
    """The breaker is open: central was out of reach five times running; only hello is tried."""
    return talk.failures >= BREAKER_AFTER and talk.last_failure in _TRANSPORT


def is_out_of_reach(talk: Conversation) -> bool:
    """The last request never got a usable answer, as opposed to an answer that we do not like."""
    return talk.last_failure in _TRANSPORT


def back_off(
    talk: Conversation, now: Now, kind: Failure, *, retry_after_ms: int = 0, problem: str = ""
) -> tuple[Conversation, tuple[Command, ...]]:
    """Full jitter, doubling from 1 s to 60 s (300 s where central itself is ill); then hello."""
    failures = talk.failures + 1
    cap = _SERVER_CAP_MS if kind in (Failure.SERVER_ERROR, Failure.NOT_ACCEPTED) else _CAP_MS
    least = min(max(retry_after_ms, 0), _RETRY_AFTER_CAP_MS)
    most = least + min(cap, _FIRST_MS << min(failures - 1, 16))
    talk = replace(
        talk,
        phase=Phase.BACKING_OFF,
        asked=None,
        failures=failures,
        last_failure=kind,
        offline_since_ms=talk.offline_since_ms or now.wall_ms,
        problem=problem or talk.problem,
    )
    return talk, (Report(), Wait(least_ms=least, most_ms=most))
