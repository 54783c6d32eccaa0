"""Complaints at the service centre: what waits, one of them whole, what is done about it."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from posapp.domain.complaints import (
    CallOutcome,
    ComplaintAbout,
    ComplaintState,
    ComplaintStep,
    ComplaintWay,
)

MOST_COMPLAINTS = 100
"""Rows of one page, at most."""


class ComplaintShelf(StrEnum):
    """All that wait, those whose answer is late, those that are closed (newest first)."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    CLOSED = "closed"


class ComplaintsAsked(msgspec.Struct, frozen=True, kw_only=True):
    """A page for somebody who may serve members; `after` is a `next`."""

    staff_id: str
    shelf: ComplaintShelf = ComplaintShelf.WAITING
    after: str = ""
    limit: int = 20


class ComplaintRow(msgspec.Struct, frozen=True, kw_only=True):
    """One in a few words; it names nobody but by her number. `is_late`: the answer is due."""

    id: str
    about: ComplaintAbout
    way: ComplaintWay
    state: ComplaintState
    opened_ms: int
    due_ms: int
    is_late: bool = False
    owner: str = ""
    shop: str = ""
    member_id: str = ""
    number: str = ""


class ComplaintsListed(msgspec.Struct, frozen=True, kw_only=True):
    """`waiting` and `late` count all shops; `next` is empty on the last page."""

    request_id: str
    rows: tuple[ComplaintRow, ...]
    waiting: int = 0
    late: int = 0
    next: str = ""


class ComplaintAsked(msgspec.Struct, frozen=True, kw_only=True):
    """One of them whole; that it was read is kept in the log of her data."""

    staff_id: str
    complaint_id: str


class ComplaintStepTold(msgspec.Struct, frozen=True, kw_only=True):
    """`words` are empty once she was forgotten."""

    step: ComplaintStep
    at_ms: int
    who: str
    outcome: str = ""
    words: str = ""


class ComplaintTold(msgspec.Struct, frozen=True, kw_only=True):
    request_id: str
    row: ComplaintRow
    steps: tuple[ComplaintStepTold, ...]


class ComplaintRecord(msgspec.Struct, frozen=True, kw_only=True, tag="record"):
    """A new one; `member_id` is empty for somebody who is not in the file."""

    about: ComplaintAbout
    way: ComplaintWay
    member_id: str = ""
    receipt: str = ""


class ComplaintTake(msgspec.Struct, frozen=True, kw_only=True, tag="take"):
    """Whoever signs is answerable for it from now on."""


class ComplaintAnswer(msgspec.Struct, frozen=True, kw_only=True, tag="answer"):
    """She was answered; the note is the answer."""


class ComplaintCall(msgspec.Struct, frozen=True, kw_only=True, tag="call"):
    """The follow-up call; who is not content is answered once more."""

    outcome: CallOutcome


class ComplaintClose(msgspec.Struct, frozen=True, kw_only=True, tag="close"):
    """After the call."""


class ComplaintAct(msgspec.Struct, frozen=True, kw_only=True):
    """Something done about a complaint in a person's name, proved by her PIN, once per `act_id`.

    `complaint_id` is empty for a new one. `note` is what she said, the answer, or what the call
    came to. PINs travel once and are kept nowhere.
    """

    staff_id: str
    pin: str
    act_id: str
    note: str
    what: ComplaintRecord | ComplaintTake | ComplaintAnswer | ComplaintCall | ComplaintClose
    complaint_id: str = ""
    approver_number: str = ""
    approver_pin: str = ""

    def __repr__(self) -> str:
        return f"ComplaintAct({self.act_id})"


class ComplaintActed(msgspec.Struct, frozen=True, kw_only=True):
    request_id: str
    act_id: str
    complaint_id: str
    state: ComplaintState
