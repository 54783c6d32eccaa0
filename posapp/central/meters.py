"""Counters of the serving processes, in memory that they share: each writes a part of its own."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.wire.sync import ItemOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableSequence

OTHER: Final = "other"
"""The route of requests to no path of ours: what a stranger types is no label."""

BOUNDS_S: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
STATUSES: Final = (200, 303, 400, 401, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503, 0)
"""What central answers with; nought is anything else."""

_OUTCOMES: Final = tuple(each.value for each in ItemOutcome)


@dataclass(frozen=True, slots=True)
class Layout:
    """Which cell of a part counts what: by route statuses, times and their sum, then outcomes."""

    routes: tuple[str, ...]

    @property
    def of_a_route(self) -> int:
        return len(STATUSES) + len(BOUNDS_S) + 2

    @property
    def cells(self) -> int:
        return len(self.routes) * self.of_a_route + len(_OUTCOMES)


class Meters:
    """Written by the event loop of one process alone, read by whichever process is asked."""

    def __init__(
        self,
        routes: tuple[str, ...],
        cells: MutableSequence[float] | None = None,
        place: int = 0,
    ) -> None:
        self._layout = Layout((*routes, OTHER))
        self._places = {route: n for n, route in enumerate(self._layout.routes)}
        self._cells = array("d", bytes(8 * self._layout.cells)) if cells is None else cells
        self._begin = place * self._layout.cells

    @staticmethod
    def size(routes: tuple[str, ...]) -> int:
        """How many cells one process needs."""
        return Layout((*routes, OTHER)).cells

    def request(self, route: str, status: int, seconds: float) -> None:
        at = self._begin + self._places.get(route, len(self._places) - 1) * self._layout.of_a_route
        self._cells[at + STATUSES.index(status if status in STATUSES else 0)] += 1
        times = at + len(STATUSES)
        self._cells[times + bisect_left(BOUNDS_S, seconds)] += 1
        self._cells[times + len(BOUNDS_S) + 1] += seconds

    def outcome(self, outcome: ItemOutcome) -> None:
        at = self._begin + self._layout.cells - len(_OUTCOMES)
        self._cells[at + _OUTCOMES.index(outcome.value)] += 1

    def requests(self) -> Iterator[tuple[str, int, float]]:
        """Route, status, how many; only what there was."""
        for route, at in self._each_route():
            for n, status in enumerate(STATUSES):
                if count := self._sum(at + n):
                    yield route, status, count

    def times(self) -> Iterator[tuple[str, list[float], float]]:
        """Route, how many took at most each bound and at last any time, seconds in all."""
        for route, at in self._each_route():
            first, count, counts = at + len(STATUSES), 0.0, []
            for n in range(len(BOUNDS_S) + 1):
                count += self._sum(first + n)
                counts.append(count)
            if count:
                yield route, counts, self._sum(first + len(BOUNDS_S) + 1)

    def outcomes(self) -> Iterator[tuple[str, float]]:
        first = self._layout.cells - len(_OUTCOMES)
        for n, outcome in enumerate(_OUTCOMES):
            yield outcome, self._sum(first + n)

    def _each_route(self) -> Iterator[tuple[str, int]]:
        for n, route in enumerate(self._layout.routes):
            yield route, n * self._layout.of_a_route

    def _sum(self, cell: int) -> float:
        """Over the parts of all processes, those that were replaced included."""
        size = self._layout.cells
        return sum(self._cells[at + cell] for at in range(0, len(self._cells), size))
