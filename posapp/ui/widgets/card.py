"""A surface with an edge, rounded corners and padding; also coloured bands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.plate import paint_plate

if TYPE_CHECKING:
    from posapp.ui.look import Look


class Card(QWidget):
    """A container painted with tokens; `edge` empty for a plain band of colour."""

    def __init__(
        self,
        look: Look,
        *,
        back: str = "surface",
        edge: str = "divider",
        radius: int = 10,
        padding: int = 16,
        horizontal: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._back = back
        self._edge = edge
        self._edge_width = 1
        self._radius = radius
        self.setObjectName(name)
        self.rows: QBoxLayout = QHBoxLayout(self) if horizontal else QVBoxLayout(self)
        # Without padding the content still leaves the edge in sight.
        pad = look.px(padding) if padding else int(bool(edge))
        self.rows.setContentsMargins(pad, pad, pad, pad)
        self.rows.setSpacing(look.px(8))

    def set_colors(self, back: str, edge: str = "", width: int = 1) -> None:
        self._back, self._edge, self._edge_width = back, edge, width
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        paint_plate(
            painter,
            look,
            QRectF(self.rect()),
            look.px(self._radius) if self._radius else 0,
            fill=look.color(self._back),
            edge=look.color(self._edge) if self._edge else None,
            width=self._edge_width,
        )
        painter.end()


class Divider(QWidget):
    """A hairline between groups."""

    def __init__(
        self, look: Look, *, vertical: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        if vertical:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("divider"))
        painter.end()
