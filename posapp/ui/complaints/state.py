"""What the page of complaints shows, as values."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.domain.complaints import ComplaintStep
from posapp.errors import PosError
from posapp.wire.complaints import ComplaintRow, ComplaintShelf, ComplaintTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A step that waits for its words and a PIN. `refusal` is why the last try failed."""

    step: ComplaintStep
    who: str
    act_id: str
    busy: bool = False
    refusal: PosError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintsState:
    """`places` are the beginnings of the pages up to this one; a new complaint is of `member_id`,
    or of nobody in the file.
    """

    member_id: str = ""
    shelf: ComplaintShelf = ComplaintShelf.WAITING
    rows: tuple[ComplaintRow, ...] = ()
    waiting: int = 0
    late: int = 0
    now_ms: int = 0
    places: tuple[str, ...] = ("",)
    next: str = ""
    loading: bool = False
    problem: PosError | None = None
    chosen: int = -1
    told: ComplaintTold | None = None
    question: Question | None = None
    online: bool = True
