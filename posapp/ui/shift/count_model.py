"""The count of the drawer while it is made: pieces of each note, a free amount, the float kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from posapp.domain.shift import DENOMINATIONS

MOST_PIECES: Final = 99_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """`pieces` in the order of the denominations; `other` and `kept` in minor units."""

    pieces: tuple[int, ...] = (0,) * len(DENOMINATIONS)
    other: int = 0
    kept: int = 0

    def value(self, place: int) -> int:
        """What the pieces of one denomination are worth, minor units."""
        return DENOMINATIONS[place] * self.pieces[place]

    @property
    def total(self) -> int:
        """The cash counted, minor units."""
        return sum(self.value(place) for place in range(len(DENOMINATIONS))) + self.other

    @property
    def handed_in(self) -> int:
        """What leaves the drawer; negative while less is counted than is to stay."""
        return self.total - self.kept

    def with_pieces(self, place: int, pieces: int) -> Count:
        """Another number of pieces, held between none and the most that fits."""
        fitting = min(max(pieces, 0), MOST_PIECES)
        changed = (*self.pieces[:place], fitting, *self.pieces[place + 1 :])
        return replace(self, pieces=changed)

    def with_other(self, minor: int) -> Count:
        return replace(self, other=max(minor, 0))

    def with_kept(self, minor: int) -> Count:
        return replace(self, kept=max(minor, 0))

    def as_count(self) -> dict[int, int]:
        """Denomination -> pieces, the free amount as pieces of 1; without zeros."""
        count = dict(zip(DENOMINATIONS, self.pieces, strict=True))
        count[1] = self.other
        return {face: pieces for face, pieces in count.items() if pieces}
