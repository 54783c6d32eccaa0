"""Quantity with − and + beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from posapp.ui.i18n import tr
from posapp.ui.plate import paint_plate
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look


class Stepper(QWidget):
    """Emits `stepped` with −1 or +1; shows whatever text it is told."""

    stepped = Signal(int)

    def __init__(self, look: Look, name: str, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_control(self, name, label)
        self._look = look
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.less = self._make(f"{name}.less", tr("减一"), "minus")
        self.more = self._make(f"{name}.more", tr("加一"), "plus")
        self._text = Label(look, "1", bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._text.setFixedWidth(look.px(46))
        for part in (self.less, self._text, self.more):
            row.addWidget(part)
        self.less.clicked.connect(lambda: self.stepped.emit(-1))
        self.more.clicked.connect(lambda: self.stepped.emit(1))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        self._text.setText(text)

    @property
    def text(self) -> str:
        return self._text.text()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(128), self._look.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        fill, edge = look.color("surface"), look.color("border")
        area = QRectF(self.rect())
        paint_plate(painter, look, area, look.px(6), fill=fill, edge=edge, width=1)
        painter.setPen(QPen(self._look.color("divider"), 1))
        for x in (self.less.width(), self.width() - self.more.width()):
            painter.drawLine(x, 1, x, self.height() - 2)
        painter.end()

    def _make(self, name: str, label: str, icon: str) -> TouchButton:
        button = TouchButton(
            self._look, name, "", label=label, icon=icon, kind=Kind.GHOST, height=40, parent=self
        )
        button.setFixedSize(self._look.px(41), self._look.px(40))
        return button
