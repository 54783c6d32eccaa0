"""One read of a scanner as it arrived, key by key; owns no clock, knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from typing import Final

LONGEST_TRACE: Final = 512


class Ending(Enum):
    """What told that the code is whole."""

    ENTER = "enter"
    TAB = "tab"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What arrived, as it arrived; gaps in milliseconds, one fewer than characters.

    `source` is `keys`, `input_method`, or what a scanner of its own says it is.
    """

    text: str
    gaps: tuple[int, ...] = ()
    ending: Ending = Ending.SILENCE
    source: str = "keys"

    @property
    def shortest(self) -> int:
        return min(self.gaps, default=0)

    @property
    def longest(self) -> int:
        return max(self.gaps, default=0)

    @property
    def median(self) -> int:
        ordered = sorted(self.gaps)
        return ordered[len(ordered) // 2] if ordered else 0


class Tracer:
    """Collects the keys of one read. `press` and `end` give nothing back until it is whole."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._times: list[int] = []
        self._source = "keys"

    @property
    def is_collecting(self) -> bool:
        return bool(self._text)

    def press(self, text: str, at_ms: int, source: str) -> None:
        """One more character; an input method that writes one makes the whole read its own."""
        if not self._text or source == "input_method":
            self._source = source
        if len(self._text) < LONGEST_TRACE:
            self._text.append(text)
            self._times.append(at_ms)

    def end(self, ending: Ending) -> Trace | None:
        """The read is over; None when nothing was collected."""
        if not self._text:
            return None
        times = self._times
        gaps = tuple(max(0, late - early) for early, late in pairwise(times))
        trace = Trace(text="".join(self._text), gaps=gaps, ending=ending, source=self._source)
        self._text, self._times = [], []
        return trace
