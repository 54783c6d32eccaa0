"""The books of both sides as JSON, and every fen in which they differ."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

Books = dict[str, Any]
"""Keys as docs/api.md fixes them under 'Books'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One place at which till and central say different things."""

    place: str
    till: object
    central: object

    def __str__(self) -> str:
        return f"{self.place}: till {self.till!r}, central {self.central!r}"


def differences(till: Books, central: Books) -> tuple[Difference, ...]:
    """Every leaf that is not the same on both sides, in the order of the till's books."""
    return tuple(_compare("", till, central))


def write(path: Path, books: Books) -> None:
    """Write books readably; the same books give the same bytes."""
    path.write_text(json.dumps(books, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _compare(place: str, ours: object, theirs: object) -> list[Difference]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return _compare_mappings(place, ours, theirs)
    if isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        pairs = enumerate(zip(ours, theirs, strict=True))
        return [each for i, (a, b) in pairs for each in _compare(f"{place}[{i}]", a, b)]
    if ours == theirs:
        return []
    return [Difference(place=place, till=ours, central=theirs)]


def _compare_mappings(place: str, ours: Books, theirs: Books) -> list[Difference]:
    found: list[Difference] = []
    for key in [*ours, *(key for key in theirs if key not in ours)]:
        name = f"{place}.{key}" if place else str(key)
        found.extend(_compare(name, ours.get(key), theirs.get(key)))
    return found
