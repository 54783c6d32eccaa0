"""A line about her that is masked, and a key that shows it in full for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.widgets.label import ElidedLabel
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.wire.service_desk import Shown


class BareLine(QWidget):
    """Emits `asked` with what is to be shown; where nothing is known there is no key."""

    asked = Signal(str)

    def __init__(
        self, look: Look, what: Shown, title: str, text: str, *, masks: bool = False
    ) -> None:
        """With `masks` there is something to show although `text` is not it."""
        super().__init__()
        self._masked = text or ("" if masks else tr("未填"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(16))
        self.text = ElidedLabel(look, self._masked, name=f"service.bare.{what}")
        row.addWidget(ElidedLabel(look, title, tone="text2"), 2)
        row.addWidget(self.text, 2)
        self.key = TouchButton(
            look,
            f"service.reveal.{what}",
            tr("显示 5 秒"),
            label=tr("显示{title} 5 秒", title=title),
            icon="eye",
            kind=Kind.GHOST,
            height=48,
        )
        self.key.clicked.connect(lambda: self.asked.emit(what))
        row.addWidget(self.key)
        # After it has its place: shown without one it would be a window that takes the focus.
        self.key.setVisible(bool(text) or masks)

    def show_bare(self, text: str) -> None:
        """In full; with an empty text masked again."""
        self.text.setText(text or self._masked)
