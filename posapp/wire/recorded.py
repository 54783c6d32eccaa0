"""Payments recorded as taken elsewhere, at a manager's till: which wait, and what she found."""

from __future__ import annotations

from enum import StrEnum

import msgspec

MOST_ROWS = 100
"""Rows of one answer, at most."""


class Standing(StrEnum):
    """`open`: nobody looked yet. `missing`: not found so far. `seen`: it stands in a bill."""

    OPEN = "open"
    MISSING = "missing"
    SEEN = "seen"


class RecordedAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Those of one standing, for somebody who may work off cases."""

    staff_id: str
    standing: Standing = Standing.OPEN


class RecordedRow(msgspec.Struct, frozen=True, kw_only=True):
    """One of them: `amount` in minor units, negative where it was given back; `staff` took it,
    `who` looked for it and wrote the note.
    """

    id: str
    terminal: str
    taken_by: str
    reference: str
    amount: int
    at_ms: int
    staff: str = ""
    receipt: str = ""
    who: str = ""
    note: str = ""
    changed_ms: int = 0


class RecordedListed(msgspec.Struct, frozen=True, kw_only=True):
    """What waits oldest first, what was seen newest first; `total` and `amount` count all of them,
    also those beyond the rows.
    """

    request_id: str
    rows: tuple[RecordedRow, ...]
    total: int
    amount: int


class RecordedSettling(msgspec.Struct, frozen=True, kw_only=True):
    """She looked for it: it stands in the bill, or it does not. The PIN is hers who answers for
    it; it travels once and is kept nowhere.
    """

    staff_id: str
    pin: str
    payment_id: str
    seen: bool
    note: str

    def __repr__(self) -> str:
        return f"RecordedSettling({self.payment_id})"


class RecordedSettled(msgspec.Struct, frozen=True, kw_only=True):
    """It is done and written down."""

    request_id: str
    id: str
    standing: Standing
