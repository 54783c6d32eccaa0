"""Letters and digits for a finger: pinyin initials, codes and phones without a keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from posapp.ui.i18n import tr
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look

COLUMNS: Final = 7
_ROWS: Final = ("ABCDEFG", "HIJKLMN", "OPQRSTU", "VWXYZ", "12345*", "67890")
_NAMES: Final = {"*": "star"}


class LetterPad(QWidget):
    """`typed` carries one letter, digit or star; the rest are its four commands."""

    typed = Signal(str)
    erased = Signal()
    emptied = Signal()
    entered = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sell.letters")
        self.setAccessibleName(tr("字母键盘"))
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.px(6))
        for row, keys in enumerate(_ROWS):
            for column, key in enumerate(keys):
                button = self._key(_NAMES.get(key, key.lower()), key, row, column)
                button.clicked.connect(partial(self._type, key.lower()))
        self._command(
            "erase", "", 3, 5, 2, icon="backspace", label=tr("删除一个字")
        ).clicked.connect(self.erased)
        self._command("empty", tr("清空"), 4, 6).clicked.connect(self.emptied)
        self._command("close", tr("收起"), 5, 5).clicked.connect(self.closed)
        self._command("enter", tr("搜索"), 5, 6, kind=Kind.PRIMARY).clicked.connect(self.entered)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def key(self, name: str) -> TouchButton:
        """The button of a letter, a digit, `star` or a command."""
        found = self.findChild(TouchButton, f"sell.letters.pad.{name}")
        if not isinstance(found, TouchButton):
            raise KeyError(name)
        return found

    def _type(self, key: str, _checked: bool = False) -> None:  # a signal's argument
        self.typed.emit(key)

    def _key(self, name: str, text: str, row: int, column: int) -> TouchButton:
        return self._add(name, text, row, column, kind=Kind.KEY)

    def _command(
        self,
        name: str,
        text: str,
        row: int,
        column: int,
        span: int = 1,
        *,
        kind: Kind = Kind.SECONDARY,
        icon: str = "",
        label: str = "",
    ) -> TouchButton:
        return self._add(name, text, row, column, span, kind=kind, icon=icon, label=label)

    def _add(
        self,
        name: str,
        text: str,
        row: int,
        column: int,
        span: int = 1,
        *,
        kind: Kind,
        icon: str = "",
        label: str = "",
    ) -> TouchButton:
        button = TouchButton(
            self._look,
            f"sell.letters.pad.{name}",
            text,
            kind=kind,
            icon=icon,
            label=label,
            height=48,
            size="body" if kind is Kind.KEY else "small",
        )
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._grid.addWidget(button, row, column, 1, span)
        return button
