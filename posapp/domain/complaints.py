"""Complaints: about what, by which way, and the states from the first word to the last."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from posapp.errors import Refused


class ComplaintAbout(StrEnum):
    """The categories that the reports count (S3-57)."""

    POINTS = "points"
    BENEFITS = "benefits"
    TIER = "tier"
    STORED_VALUE = "stored_value"
    USE = "use"
    PRIVACY = "privacy"
    OTHER = "other"


class ComplaintWay(StrEnum):
    """How she told it."""

    COUNTER = "counter"
    PHONE = "phone"
    MESSAGE = "message"
    OTHER = "other"


class ComplaintState(StrEnum):
    """open -> answered -> followed up -> closed; not content after the call: open again."""

    OPEN = "open"
    ANSWERED = "answered"
    FOLLOWED_UP = "followed_up"
    CLOSED = "closed"


class ComplaintStep(StrEnum):
    """What can happen to one; `compensated` is noted by the compensation that names it."""

    RECORDED = "recorded"
    TAKEN = "taken"
    ANSWERED = "answered"
    CALLED = "called"
    COMPENSATED = "compensated"
    CLOSED = "closed"


class CallOutcome(StrEnum):
    """What the follow-up call came to."""

    CONTENT = "content"
    NOT_CONTENT = "not_content"
    NOT_REACHED = "not_reached"


_FROM: Final = {
    ComplaintStep.TAKEN: (
        ComplaintState.OPEN,
        ComplaintState.ANSWERED,
        ComplaintState.FOLLOWED_UP,
    ),
    ComplaintStep.ANSWERED: (ComplaintState.OPEN, ComplaintState.ANSWERED),
    ComplaintStep.CALLED: (ComplaintState.ANSWERED, ComplaintState.FOLLOWED_UP),
    ComplaintStep.CLOSED: (ComplaintState.FOLLOWED_UP,),
}


def may_follow(step: ComplaintStep, state: ComplaintState) -> bool:
    return state in _FROM.get(step, ())


def state_after(
    state: ComplaintState, step: ComplaintStep, outcome: CallOutcome | None = None
) -> ComplaintState:
    """Where a step leads. Raises Refused("complaint.not_now", state)."""
    if not may_follow(step, state):
        raise Refused("complaint.not_now", state=state)
    match step:
        case ComplaintStep.ANSWERED:
            return ComplaintState.ANSWERED
        case ComplaintStep.CALLED if outcome is CallOutcome.NOT_CONTENT:
            return ComplaintState.OPEN
        case ComplaintStep.CALLED:
            return ComplaintState.FOLLOWED_UP
        case ComplaintStep.CLOSED:
            return ComplaintState.CLOSED
        case _:
            return state
