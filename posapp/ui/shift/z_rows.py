"""A row as a person reads it: a name, an optional count, a text at the right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name, an optional count, and a text at the right; a sum stands under a line."""

    title: str
    text: str
    count: int | None = None
    is_sum: bool = False
