"""A field for an amount of money: right-aligned, takes a comma or a point, thousands on leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QFocusEvent, QRegularExpressionValidator

from posapp.domain.money import parse_amount
from posapp.errors import Refused
from posapp.ui.format import money_digits
from posapp.ui.widgets.number_pad import BACKSPACE, CLEAR
from posapp.ui.widgets.scan_field import CodeEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.look import Look


class MoneyField(CodeEdit):
    """Emits `amount_changed` with minor units, or −1 while the text is no amount."""

    amount_changed = Signal(int)

    def __init__(
        self,
        look: Look,
        name: str,
        label: str,
        *,
        size: str = "h2",
        height: int = 48,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, label, parent)
        self.setFont(look.font(size, bold=True))
        self.setFixedHeight(look.px(height))
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        digit = r"0-9\x{FF10}-\x{FF19}"
        digits = QRegularExpression(rf"[{digit},，]{{0,13}}([.\x{{FF0E}}。][{digit}]{{0,2}})?")
        self.setValidator(QRegularExpressionValidator(digits, self))
        self._untouched = False
        self.textChanged.connect(self._on_text)

    @property
    def amount(self) -> int | None:
        """Minor units; None while empty or not an amount."""
        text = self.text().replace("。", ".").replace("\uff0e", ".")
        if not text.strip():
            return None
        try:
            return parse_amount(text)
        except Refused:
            return None

    def suggest(self, minor: int) -> None:
        """Show an amount that the first typed digit replaces."""
        self.set_amount(minor)
        self._untouched = True
        self.selectAll()

    def set_amount(self, minor: int) -> None:
        self._untouched = False
        self.setText(money_digits(minor))

    def press(self, key: str) -> None:
        """A key of the number pad."""
        if key == CLEAR:
            self.clear()
            return
        if key == BACKSPACE:
            self.backspace()
            return
        if self._untouched:
            self.clear()
        self._untouched = False
        self.insert(key)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        amount = self.amount
        if amount is not None:
            self.setText(money_digits(amount))
        super().focusOutEvent(event)

    def _on_text(self) -> None:
        amount = self.amount
        self.amount_changed.emit(-1 if amount is None else amount)
