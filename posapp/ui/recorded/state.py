"""What the page of payments taken elsewhere shows, as values."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.errors import PosError
from posapp.wire.recorded import RecordedRow, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """One of them waits for a note and a PIN. `refusal` is why the last try failed."""

    row: RecordedRow
    seen: bool
    who: str
    busy: bool = False
    refusal: PosError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedState:
    """`chosen` is the place of a row, −1 for none; `total` and `amount` (minor units) count all of
    this standing.
    """

    standing: Standing = Standing.OPEN
    rows: tuple[RecordedRow, ...] = ()
    total: int = 0
    amount: int = 0
    chosen: int = -1
    loading: bool = False
    problem: PosError | None = None
    settling: Settling | None = None

    @property
    def row(self) -> RecordedRow | None:
        return self.rows[self.chosen] if 0 <= self.chosen < len(self.rows) else None

    @property
    def may_be_seen(self) -> bool:
        return self.row is not None and self.standing is not Standing.SEEN

    @property
    def may_be_missed(self) -> bool:
        return self.row is not None and self.standing is Standing.OPEN
