"""How wide texts are: asked of the font once, for the same ones are painted over and over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont


class MeasuredText:
    """Widths in pixels by text and type token; all go when there are too many."""

    MOST: Final = 2_000

    def __init__(self, font: Callable[[str, bool], QFont]) -> None:
        self._font = font
        self._widths: dict[tuple[str, str, bool], int] = {}
        self._short: dict[tuple[str, int, str, bool], str] = {}

    def width(self, text: str, size: str = "body", *, bold: bool = False) -> int:
        """What the text takes in one line."""
        key = (text, size, bold)
        known = self._widths.get(key)
        if known is None:
            self._make_room()
            known = QFontMetrics(self._font(size, bold)).horizontalAdvance(text)
            self._widths[key] = known
        return known

    def short(self, text: str, room: int, size: str = "body", *, bold: bool = False) -> str:
        """The text, its end replaced by … where it is wider than `room`."""
        key = (text, room, size, bold)
        known = self._short.get(key)
        if known is None:
            self._make_room()
            metrics = QFontMetrics(self._font(size, bold))
            known = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            self._short[key] = known
        return known

    def forget(self) -> None:
        """The fonts are others now."""
        self._widths.clear()
        self._short.clear()

    def _make_room(self) -> None:
        if len(self._widths) + len(self._short) >= self.MOST:
            self.forget()
