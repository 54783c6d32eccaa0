"""What a manager at a till asks central about the things that wait for a person, and is told."""

from __future__ import annotations

from enum import StrEnum

import msgspec

MOST_ROWS = 100
"""Rows of one page, at most."""


class Shelf(StrEnum):
    """`open`: cases that nobody closed. `held`: every fact that central keeps and did not apply."""

    OPEN = "open"
    HELD = "held"


class CasesAsked(msgspec.Struct, frozen=True, kw_only=True):
    """One page, oldest first; `terminal` is the beginning of a till's code, `after` a `next`."""

    staff_id: str
    shelf: Shelf = Shelf.OPEN
    terminal: str = ""
    after: str = ""
    limit: int = 50


class CaseRow(msgspec.Struct, frozen=True, kw_only=True):
    """Something that waits. `case_id` is empty for a held fact without an open case.

    `kind` is the case's, `code` why a fact was not applied, `fact_kind` what was sent, `member` the
    number of whom it is about.
    """

    kind: str
    at_ms: int
    case_id: str = ""
    event_id: str = ""
    terminal: str = ""
    code: str = ""
    fact_kind: str = ""
    member: str = ""


class CasesListed(msgspec.Struct, frozen=True, kw_only=True):
    """`total` counts every row that fits, `oldest_ms` is the oldest one's time or 0."""

    request_id: str
    rows: tuple[CaseRow, ...]
    total: int
    oldest_ms: int
    next: str = ""


class CaseAsked(msgspec.Struct, frozen=True, kw_only=True):
    """One of the rows: by its case, or by its fact where it has none."""

    staff_id: str
    case_id: str = ""
    event_id: str = ""


class ActShown(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody did, and why; `terminal` where it was done at a till."""

    at_ms: int
    who: str
    act: str
    note: str
    terminal: str = ""


class FactTold(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with the bytes that came. `is_held`: it is in quarantine, `code` says why."""

    event_id: str
    terminal: str
    incarnation: int
    seq: int
    kind: str
    received_ms: int
    body: str
    is_held: bool
    code: str = ""


class CaseTold(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one row; `letter` holds the bytes of a dead letter. `case_id` is empty when
    no case is open: then there is nothing to close. `member_id` is whose file it is about;
    `asked`: she asked for it herself, in `words` where she wrote some, and can be answered.
    """

    request_id: str
    kind: str
    at_ms: int
    case_id: str = ""
    terminal: str = ""
    detail: dict[str, str | int] = {}
    fact: FactTold | None = None
    letter: str = ""
    acts: tuple[ActShown, ...] = ()
    member_id: str = ""
    asked: bool = False
    words: str = ""

    def __repr__(self) -> str:
        return f"CaseTold({self.kind}, {self.case_id})"


class FactMending(msgspec.Struct, frozen=True, kw_only=True):
    """Apply a held fact under its own id, with `body` where it was put right. The PIN is hers who
    answers for it; it travels once and is kept nowhere.
    """

    staff_id: str
    pin: str
    event_id: str
    note: str
    body: str | None = None

    def __repr__(self) -> str:
        return f"FactMending({self.event_id})"


class CaseClosing(msgspec.Struct, frozen=True, kw_only=True):
    """She has dealt with it; what lies in quarantine stays there. `answer` is what the member who
    asked reads on her page.
    """

    staff_id: str
    pin: str
    case_id: str
    note: str
    answer: str = ""

    def __repr__(self) -> str:
        return f"CaseClosing({self.case_id})"


class CaseWorked(msgspec.Struct, frozen=True, kw_only=True):
    """It is done and written down."""

    request_id: str
    id: str
