"""A code for her phone: how much, the code as large as the glass allows, how long it is good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from posapp.ui.widgets.card import Card
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.qr_code import QrCode

if TYPE_CHECKING:
    from posapp.ui.customer_display.view import ScanToPay
    from posapp.ui.customer_display.words import Words
    from posapp.ui.look import Look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ScanPanel(Card):
    """Nothing on it can be touched: she answers with her phone."""

    def __init__(self, look: Look, words: Words) -> None:
        super().__init__(look, padding=12, name="customer.scan")
        self._words = words
        tr = words.tr
        title = tr("请用手机扫码付款")
        self.rows.setSpacing(look.px(4))
        self.rows.addWidget(Label(look, title, size="h1", align=_CENTRE, wrap=True))
        self.amount = MoneyLabel(look, size="display", align=_CENTRE, name="customer.scan.amount")
        self.rows.addWidget(self.amount, 0, _CENTRE)
        self.code = QrCode(look, "customer.scan.code", title, size=320)
        self.rows.addWidget(self.code, 1)
        self._left = Label(look, size="h2", tone="text2", align=_CENTRE, name="customer.scan.left")
        self.rows.addWidget(self._left)

    def show_code(self, moment: ScanToPay) -> None:
        tr = self._words.tr
        self.amount.set_amount(moment.amount)
        self.code.show_content(moment.content)
        self._left.setText(tr("{n} 秒内有效", n=moment.left_s))
