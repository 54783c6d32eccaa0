"""How large what a finger presses is at the least, in millimetres on the glass."""

from __future__ import annotations

from enum import Enum


class SizeClass(Enum):
    """Width and height; a control that names no class is a `FINGER`."""

    FINGER = (10, 10)
    LIST_ROW = (30, 10)
    PAD_KEY = (12, 12)
    PAY = (15, 15)
    TILE = (28, 15)

    @property
    def width_mm(self) -> int:
        return self.value[0]

    @property
    def height_mm(self) -> int:
        return self.value[1]
