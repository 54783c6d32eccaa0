"""A code for a phone's camera: painted in whole pixels, dark on light whatever the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from posapp.ui.look import Look

QUIET: Final = 4
"""Empty modules around it, without which a camera does not find it."""


class QrCode(QWidget):
    """As large as its room allows and square; empty until `show_content`."""

    def __init__(
        self, look: Look, name: str, label: str, *, size: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        name_control(self, name, label)
        self._look = look
        self._size = size
        self._content = ""
        self._rows: tuple[bytes, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def has_content(self) -> bool:
        return bool(self._rows)

    def show_content(self, content: str) -> None:
        """What the code says; nothing shows nothing. It is neither spoken nor logged."""
        if content == self._content:
            return
        self._content = content
        self._rows = _modules(content) if content else ()
        self.update()

    def sizeHint(self) -> QSize:
        side = self._look.px(self._size)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = self._look.px(self._size) // 2
        return QSize(side, side)

    def module_px(self) -> int:
        """The edge of one module, in pixels; 0 where it has no room."""
        return min(self.width(), self.height()) // (len(self._rows) + 2 * QUIET)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._rows:
            return
        edge = self.module_px()
        side = edge * (len(self._rows) + 2 * QUIET)
        area = QRect(0, 0, side, side)
        area.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.fillRect(area, Qt.GlobalColor.white)
        left, top = area.left() + QUIET * edge, area.top() + QUIET * edge
        for y, row in enumerate(self._rows):
            for x, is_dark in enumerate(row):
                if is_dark:
                    place = QRect(left + x * edge, top + y * edge, edge, edge)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()


def _modules(content: str) -> tuple[bytes, ...]:
    # Only a shop that shows codes pays for the library.
    import segno

    return tuple(bytes(row) for row in segno.make_qr(content, error="m").matrix)
