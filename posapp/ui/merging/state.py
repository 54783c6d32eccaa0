"""What the page of merges shows, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from posapp.errors import PosError
from posapp.wire.merging import AlikeMember, MergeKnown, MergeShown, PairShown

BY_HAND = "hand"
"""The reason of a pair that a person named herself."""


class Shelf(StrEnum):
    """Pairs that wait for a person, or what was merged into a member."""

    WAITING = "waiting"
    DONE = "done"


class Side(StrEnum):
    """Which of the two files stays."""

    LEFT = "left"
    RIGHT = "right"


class Act(StrEnum):
    """What can be done about two files."""

    MERGE = "merge"
    DIFFERENT = "different"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An act that waits for a PIN. `kept` and `gone` are numbers; `refusal` is why the last try
    failed. `act_id` is the merge's.
    """

    act: Act
    who: str
    act_id: str
    kept: str = ""
    gone: str = ""
    busy: bool = False
    refusal: PosError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MergingState:
    """`places` are the beginnings of the pages up to this one; `her` is whose pairs and merges are
    listed, or nobody for all pairs. `why` is what kept central from showing the chosen pair.
    """

    her: AlikeMember | None = None
    shelf: Shelf = Shelf.WAITING
    pairs: tuple[PairShown, ...] = ()
    merges: tuple[MergeKnown, ...] = ()
    places: tuple[str, ...] = ("",)
    next: str = ""
    loading: bool = False
    problem: PosError | None = None
    chosen: int = -1
    keep: Side = Side.LEFT
    told: MergeShown | None = None
    why: PosError | None = None
    question: Question | None = None
    online: bool = True

    @property
    def count(self) -> int:
        return len(self.pairs if self.shelf is Shelf.WAITING else self.merges)

    @property
    def pair(self) -> PairShown | None:
        there = self.shelf is Shelf.WAITING and 0 <= self.chosen < len(self.pairs)
        return self.pairs[self.chosen] if there else None

    @property
    def merge(self) -> MergeKnown | None:
        there = self.shelf is Shelf.DONE and 0 <= self.chosen < len(self.merges)
        return self.merges[self.chosen] if there else None

    @property
    def kept(self) -> AlikeMember | None:
        return _of(self.pair, self.keep)

    @property
    def gone(self) -> AlikeMember | None:
        return _of(self.pair, Side.RIGHT if self.keep is Side.LEFT else Side.LEFT)


def _of(pair: PairShown | None, side: Side) -> AlikeMember | None:
    if pair is None:
        return None
    return pair.first if side is Side.LEFT else pair.second
