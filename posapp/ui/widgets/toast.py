"""A short dark bar: what was done, and 8 seconds to undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.link_button import LinkButton
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look

UNDO_SECONDS: Final = 8
PLAIN_SECONDS: Final = 5
LEVELS: Final = {
    "info": ("inverse", "on_inverse", "info"),
    "warn": ("warn", "warn_weak", "warning"),
    "danger": ("danger", "on_danger", "warning"),
}


class Toast(Card):
    """Shows one text at a time; a newer one replaces it."""

    def __init__(self, look: Look, name: str, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(
            look, back="inverse", edge="", radius=6, padding=0, horizontal=True, parent=parent
        )
        name_control(self, name, label)
        self.rows.setContentsMargins(look.px(16), 0, look.px(12), 0)
        self.setFixedHeight(look.px(44))
        self._undo: Callable[[], None] | None = None
        self._left = 0
        self._text = ElidedLabel(look, tone="on_inverse", name=f"{name}.text")
        self._button = LinkButton(look, f"{name}.undo", tr("撤销"), tone="inverse_link")
        self._key = KeyHint(look, look.keymap.key("sell", Action.UNDO), tone="on_inverse")
        self._seconds = Label(look, size="small", tone="on_inverse")
        self._seconds.setMinimumWidth(look.px(30))
        self._sign = IconLabel(look, "info", tone="on_inverse")
        self._sign.hide()
        self.rows.addWidget(self._sign)
        self.rows.addWidget(self._text, 1)
        for part in (self._button, self._key, self._seconds):
            self.rows.addWidget(part)
        self._button.clicked.connect(self._on_undo)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_second)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    @property
    def can_undo(self) -> bool:
        return self.isVisible() and self._undo is not None

    def show_text(
        self, text: str, undo: Callable[[], None] | None = None, *, level: str = "info"
    ) -> None:
        """A new text; `warn` and `danger` stand out by an icon and colour."""
        back, tone, icon = LEVELS[level]
        self.set_colors(back)
        self._text.set_tone(tone)
        self._sign.set_icon(icon, tone)
        self._sign.setVisible(bool(level != "info"))
        self._undo = undo
        self._left = UNDO_SECONDS if undo else PLAIN_SECONDS
        self._text.setText(text)
        for part in (self._button, self._key, self._seconds):
            part.setVisible(undo is not None)
        self._seconds.setText(f"{self._left} s")
        self.setVisible(True)
        self.raise_()
        self._timer.start()

    def show_key(self, key: str) -> None:
        """The key that takes it back on the screen in charge; empty where none does."""
        self._key.set_key(key)
        self._key.setVisible(bool(key) and self._undo is not None)

    def dismiss(self) -> None:
        self._timer.stop()
        self._undo = None
        self.hide()

    @Slot()
    def _on_undo(self) -> None:
        undo = self._undo
        self.dismiss()
        if undo is not None:
            undo()

    @Slot()
    def _on_second(self) -> None:
        self._left -= 1
        self._seconds.setText(f"{self._left} s")
        if self._left <= 0:
            self.dismiss()
