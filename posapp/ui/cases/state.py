"""What the page of cases shows, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from posapp.errors import PosError
from posapp.wire.case_work import CaseRow, CaseTold, Shelf
from posapp.workflows.case_work import DiffLine


class View(StrEnum):
    """Which side of a case is shown: the bytes that came, the corrected body, what was tried."""

    RAW = "raw"
    EDIT = "edit"
    ACTS = "acts"


class Act(StrEnum):
    """What a person can do: apply again as it came, with the corrected body, or close."""

    REAPPLY = "reapply"
    MEND = "mend"
    CLOSE = "close"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An act that waits for a note and a PIN. `refusal` is why the last try failed. `is_asked`: a
    member asked for it, and reads the answer on her page.
    """

    act: Act
    who: str
    is_asked: bool = False
    busy: bool = False
    refusal: PosError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CasesState:
    """`places` are the beginnings of the pages up to this one. `raw` is the body on lines of its
    own, `text` what the editor holds; `changes` is their difference, `wrong` why there is none.
    """

    shelf: Shelf = Shelf.OPEN
    terminal: str = ""
    rows: tuple[CaseRow, ...] = ()
    total: int = 0
    oldest_ms: int = 0
    now_ms: int = 0
    places: tuple[str, ...] = ("",)
    next: str = ""
    loading: bool = False
    problem: PosError | None = None
    chosen: int = -1
    told: CaseTold | None = None
    view: View = View.RAW
    raw: str = ""
    text: str = ""
    changes: tuple[DiffLine, ...] = ()
    wrong: PosError | None = None
    question: Question | None = None

    @property
    def is_held(self) -> bool:
        """The fact in sight waits to be applied."""
        return self.told is not None and self.told.fact is not None and self.told.fact.is_held

    @property
    def is_changed(self) -> bool:
        return self.text != self.raw
