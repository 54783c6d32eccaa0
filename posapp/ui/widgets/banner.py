"""A message that takes over the top bar, so that nothing below it moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.widgets.label import ElidedLabel
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look

# `ours`: the service is down, not the shop's line; between a warning and a danger.
BACKS = {
    "info": "primary_weak",
    "warn": "warn_weak",
    "ours": "danger_weak",
    "danger": "danger_weak",
}
TONES = {"info": "primary", "warn": "warn", "ours": "warn", "danger": "danger"}


class Banner(QWidget):
    """One sentence in its colour and at most one button; emits `pressed` for the button."""

    pressed = Signal()

    def __init__(self, look: Look, name: str, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name_control(self, name, label)
        self._look = look
        self._level = "info"
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, look.px(8), 0)
        row.setSpacing(look.px(16))
        self._text = ElidedLabel(look, bold=True, name=f"{name}.text")
        self._action = TouchButton(look, f"{name}.action", "…", label=label, height=40)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        self._action.clicked.connect(self.pressed)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def level(self) -> str:
        return self._level

    def show_message(self, level: str, text: str, action: str = "") -> None:
        """Level `info`, `warn`, `ours` or `danger`."""
        self._level = level
        self._text.setText(text)
        self._text.set_tone(TONES[level])
        self._action.setVisible(bool(action))
        if action:
            self._action.set_text(action)
        self.setVisible(True)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color(BACKS[self._level]))
        painter.end()
