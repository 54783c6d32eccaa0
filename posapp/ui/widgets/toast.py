"""A short dark bar: what was done, and 8 seconds to undo it; what is grave stays until pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Slot

from posapp.ui.i18n import tr
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
LOUD: Final = "danger"
LEVELS: Final = {
    "info": ("inverse", "on_inverse", "info"),
    "warn": ("warn", "warn_weak", "warning"),
    LOUD: ("danger", "on_danger", "warning"),
}


class Toast(Card):
    """Shows one text at a time; a newer one replaces it. What is louder than `info` is shown whole;
    a `danger` comes back after whatever replaced it until a person pressed that she saw it.
    """

    def __init__(self, look: Look, name: str, label: str, *, parent: QWidget | None = None) -> None:
        super().__init__(
            look, back="inverse", edge="", radius=6, padding=0, horizontal=True, parent=parent
        )
        name_control(self, name, label)
        self._look = look
        self.rows.setContentsMargins(look.px(16), 0, look.px(12), 0)
        self.setFixedHeight(look.px(44))
        self._undo: Callable[[], object] | None = None
        self._undo_key = ""
        self._seen_key = ""
        self._left = 0
        self._standing: list[str] = []
        self._level = "info"
        self._text = ElidedLabel(look, tone="on_inverse", name=f"{name}.text")
        self._whole = Label(look, tone="on_danger", wrap=True, name=f"{name}.whole")
        self._button = LinkButton(look, f"{name}.undo", tr("撤销"), tone="inverse_link")
        self._seen = LinkButton(look, f"{name}.seen", tr("收起提示"), tone="on_danger")
        self._key = KeyHint(look, "", tone="on_inverse")
        self._seconds = Label(look, size="small", tone="on_inverse")
        self._seconds.setMinimumWidth(look.px(30))
        self._sign = IconLabel(look, "info", tone="on_inverse")
        self.rows.addWidget(self._sign)
        self.rows.addWidget(self._text, 1)
        self.rows.addWidget(self._whole, 1)
        for part in (self._button, self._seen, self._key, self._seconds):
            self.rows.addWidget(part)
        self._button.clicked.connect(self._on_undo)
        self._seen.clicked.connect(self.see)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._on_second)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text() if self._level == "info" else self._whole.text()

    @property
    def can_undo(self) -> bool:
        return self.isVisible() and self._undo is not None

    @property
    def standing(self) -> tuple[str, ...]:
        """Grave texts that nobody has pressed yet, the newest last."""
        return tuple(self._standing)

    def show_text(
        self, text: str, undo: Callable[[], object] | None = None, *, level: str = "info"
    ) -> None:
        """A new text; `warn` and `danger` stand out by an icon and colour."""
        if level == LOUD:
            self._standing = [each for each in self._standing if each != text] + [text]
        self._paint(text, undo, level)

    def show_keys(self, undo: str, seen: str = "") -> None:
        """Which keys do here what the buttons do; empty where none does."""
        self._undo_key, self._seen_key = undo, seen
        self._show_key()

    def stand(self, texts: tuple[str, ...]) -> None:
        """Take over what stood in another bar, or show again what a lock hid."""
        self._standing = list(texts)
        if texts:
            self._paint(texts[-1], None, LOUD)

    @property
    def is_passing(self) -> bool:
        """It goes by itself and asks for nothing."""
        return self._level != LOUD and self._undo is None

    def fit(self, width: int, least: int = 0) -> int:
        """As high as the text needs within `width`, and `least` where a line is enough."""
        height = least or self._look.px(44)
        if self._level != "info":
            beside = (self._sign, self._button, self._seen, self._key, self._seconds)
            taken = sum(part.sizeHint().width() for part in beside if not part.isHidden())
            margins = self.rows.contentsMargins()
            gaps = self.rows.spacing() * len(beside) + margins.left() + margins.right()
            room = max(1, width - taken - gaps)
            height = max(height, self._whole.heightForWidth(room) + self._look.px(16))
        self.setFixedHeight(height)
        return height

    def dismiss(self) -> None:
        """The text goes; a grave one that was below it comes back."""
        self._timer.stop()
        self._undo = None
        if self._standing:
            self._paint(self._standing[-1], None, LOUD)
        else:
            self.hide()

    @Slot()
    def see(self) -> None:
        """The person saw the grave text; an older one comes up."""
        if self._standing:
            self._standing.pop()
        self.dismiss()

    def _paint(self, text: str, undo: Callable[[], object] | None, level: str) -> None:
        back, tone, icon = LEVELS[level]
        self._level = level
        loud, whole = level == LOUD, level != "info"
        self.set_colors(back)
        self._whole.set_tone(tone)
        self._sign.set_icon(icon, tone)
        self._sign.setVisible(whole)
        self._undo = undo
        self._left = UNDO_SECONDS if undo else PLAIN_SECONDS
        for label, shown in ((self._text, not whole), (self._whole, whole)):
            label.setText(text if shown else "")
            label.setVisible(shown)
        self._button.setVisible(undo is not None)
        self._seconds.setVisible(undo is not None)
        self._seen.setVisible(loud)
        self._show_key()
        self._seconds.setText(f"{self._left} s")
        self.fit(self.width())
        self.setVisible(True)
        self.raise_()
        if loud:
            self._timer.stop()
        else:
            self._timer.start()

    def _show_key(self) -> None:
        key = self._seen_key if self._level == LOUD else self._undo_key
        self._key.set_key(key)
        self._key.setVisible(bool(key) and (self._level == LOUD or self._undo is not None))

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
