"""Keys for a code at the customer's side: dots are shown, the digits leave once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from posapp.devices.ports import Secret
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.customer_display.words import Words
    from posapp.ui.look import Look

_KEYS: Final = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "back", "0", "ok")
_DOT: Final = "●"
_HOLE: Final = "○"


class DigitPad(QWidget):
    """Emits `entered` with a `Secret` when she confirms a code of a length that counts."""

    entered = Signal(object)

    def __init__(self, look: Look, words: Words, key_px: int) -> None:
        super().__init__()
        tr = words.tr
        self.setObjectName("customer.pad")
        self._digits: list[str] = []
        self._lengths: tuple[int, ...] = ()
        centre = Qt.AlignmentFlag.AlignHCenter
        self._dots = Label(look, size="h1", align=centre, name="customer.pad.dots")
        self._dots.setAccessibleName(tr("已输入的位数"))
        self._keys: dict[str, TouchButton] = {}
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        texts = {"back": "", "ok": tr("确认")}
        for place, key in enumerate(_KEYS):
            kind = Kind.PRIMARY if key == "ok" else Kind.KEY
            button = TouchButton(
                look,
                f"customer.pad.{key}",
                texts.get(key, key),
                kind=kind,
                label=tr("退格") if key == "back" else "",
                icon="backspace" if key == "back" else "",
                size="h2",
            )
            button.setFixedSize(round(key_px * 1.15), key_px)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _checked=False, pressed=key: self._press(pressed))
            grid.addWidget(button, place // 3, place % 3)
            self._keys[key] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self._dots)
        column.addLayout(grid)
        self._show()

    def expect(self, lengths: tuple[int, ...], *, busy: bool) -> None:
        """Codes of these lengths count; what was typed for another question is forgotten."""
        if lengths != self._lengths:
            self._lengths = lengths
            self._digits.clear()
        for button in self._keys.values():
            button.setEnabled(not busy and bool(lengths))
        self._show()

    @Slot()
    def forget(self) -> None:
        self._digits.clear()
        self._show()

    def hideEvent(self, event: object) -> None:
        """Out of sight nothing is kept."""
        self.forget()

    def _press(self, key: str) -> None:
        match key:
            case "ok":
                self._hand_over()
                return
            case "back":
                del self._digits[-1:]
            case _ if self._lengths and len(self._digits) < max(self._lengths):
                self._digits.append(key)
        self._show()

    def _hand_over(self) -> None:
        if len(self._digits) in self._lengths:
            secret = Secret("".join(self._digits))
            self.forget()
            self.entered.emit(secret)

    def _show(self) -> None:
        most = max(self._lengths, default=0)
        typed = len(self._digits)
        least = min((each for each in self._lengths if each >= typed), default=most)
        self._dots.setText(" ".join(_DOT * typed + _HOLE * (least - typed)))
        self._dots.setAccessibleDescription(str(typed))
        ok = self._keys.get("ok")
        if ok is not None and self._lengths:
            ok.setEnabled(self._keys["1"].isEnabled() and typed in self._lengths)
