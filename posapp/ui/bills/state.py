"""What the page of bills shows, as values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from posapp.errors import PosError
from posapp.wire.bills import BillShown


@dataclass(frozen=True, slots=True, kw_only=True)
class HandingIn:
    """A bill that is about to be handed in. `refusal` is why the last try failed."""

    who: str
    files: tuple[Path, ...]
    acquirers: tuple[str, ...]
    busy: bool = False
    refusal: PosError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BillsState:
    """`folder` is where files are looked for; `chosen` the place of a bill, −1 for none."""

    folder: str
    bills: tuple[BillShown, ...] = ()
    acquirers: tuple[str, ...] = ()
    chosen: int = -1
    loading: bool = False
    problem: PosError | None = None
    handing: HandingIn | None = None

    @property
    def bill(self) -> BillShown | None:
        return self.bills[self.chosen] if 0 <= self.chosen < len(self.bills) else None
