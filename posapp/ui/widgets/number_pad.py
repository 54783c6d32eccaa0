"""The number pad: keys of 12 mm or more that type into whatever listens to `pressed`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from posapp.ui.i18n import tr
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look

BACKSPACE: Final = "backspace"
CLEAR: Final = "clear"


class NumberPad(QWidget):
    """Emits `pressed` with a digit, "00", ".", BACKSPACE or CLEAR.

    `pin` has 7-8-9 to 0 and ⌫; `amount` adds 00, the point and 清空.
    """

    pressed = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        *,
        amount: bool = False,
        key_height: int = 64,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._look = look
        self._name = name
        self._height = key_height
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(8))
        for place, digit in enumerate("789456123"):
            self._add(digit, place // 3, place % 3)
        if amount:
            self._add_amount_keys()
        else:
            self._add("0", 3, 0, columns=2)
            self._add(BACKSPACE, 3, 2)
        for column in range(4 if amount else 3):
            self._grid.setColumnStretch(column, 1)

    def _add_amount_keys(self) -> None:
        for column, key in enumerate(("0", "00", ".")):
            self._add(key, 3, column)
        self._add(BACKSPACE, 0, 3, rows=2)
        self._add(CLEAR, 2, 3, rows=2)

    def _add(self, key: str, row: int, column: int, *, rows: int = 1, columns: int = 1) -> None:
        button = self._make_key(key)
        tall = rows > 1
        vertical = QSizePolicy.Policy.Expanding if tall else QSizePolicy.Policy.Fixed
        button.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        button.clicked.connect(partial(self.pressed.emit, key))
        self._grid.addWidget(button, row, column, rows, columns)

    def _make_key(self, key: str) -> TouchButton:
        name = f"{self._name}.{'point' if key == '.' else key}"
        if key == BACKSPACE:
            return TouchButton(
                self._look,
                name,
                "",
                label=tr("退格"),
                icon="backspace",
                kind=Kind.KEY,
                height=self._height,
            )
        if key == CLEAR:
            return TouchButton(self._look, name, tr("清空"), height=self._height)
        size = "h1" if self._height >= 60 else "h2"
        return TouchButton(
            self._look, name, key, label=_spoken(key), kind=Kind.KEY, size=size, height=self._height
        )


def _spoken(key: str) -> str:
    return tr("小数点") if key == "." else key
