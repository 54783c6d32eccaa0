"""The member is asked to confirm a payment from her stored value: amount, what is left, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.customer_display.view import ConfirmValue
    from posapp.ui.look import Look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ConfirmPanel(Card):
    """Emits `cancelled` when she presses cancel; the till decides what that means."""

    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=32, name="customer.confirm", parent=parent)
        self._title = Label(look, size="h1", align=_CENTRE, name="customer.confirm.title")
        self._amount = MoneyLabel(
            look, size="customer", align=_CENTRE, name="customer.confirm.amount"
        )
        self._after = Label(
            look, size="h2", tone="text2", align=_CENTRE, name="customer.confirm.after"
        )
        self._ways = QHBoxLayout()
        self._ways.setSpacing(look.px(16))
        self._code = _Way(look, "qr", tr("出示会员码"), tr("对准扫码口"))
        self._sms = _Way(look, "phone", tr("告知短信验证码"), tr("请收银员发送"))
        self._ways.addWidget(self._code)
        self._ways.addWidget(self._sms)
        cancel = TouchButton(look, "customer.confirm.cancel", tr("取消"), height=80, size="h1")
        cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cancel.clicked.connect(self.cancelled)
        for part in (self._title, self._amount, self._after):
            self.rows.addWidget(part, 0, _CENTRE)
        self.rows.addSpacing(look.px(16))
        self.rows.addWidget(Divider(look))
        self.rows.addSpacing(look.px(8))
        self.rows.addWidget(
            Label(look, tr("请任选一种方式确认"), size="h2", bold=True, align=_CENTRE)
        )
        self.rows.addSpacing(look.px(8))
        self.rows.addLayout(self._ways, 1)
        self.rows.addSpacing(look.px(16))
        self.rows.addWidget(cancel)

    def show_request(self, request: ConfirmValue) -> None:
        title = tr("{name}，您将支付", name=request.member) if request.member else tr("您将支付")
        self._title.setText(title)
        self._amount.set_amount(request.amount)
        self._after.setText(tr("储值支付，支付后剩余 {left}", left=money(request.left_after)))
        self._code.setVisible(request.by_code)
        self._sms.setVisible(request.by_sms)
        sent = tr("已发到 {phone}", phone=request.sms_to)
        self._sms.show_note(sent if request.sms_to else tr("请收银员发送"))


class _Way(Card):
    """One way to confirm, as a card; she does it with her phone, not by pressing here."""

    def __init__(self, look: Look, icon: str, title: str, note: str) -> None:
        super().__init__(look, padding=16)
        self.setMinimumHeight(look.px(180))
        self._note = Label(look, note, tone="text2", align=_CENTRE)
        self.rows.addStretch(1)
        self.rows.addWidget(IconLabel(look, icon, size=56), 0, _CENTRE)
        self.rows.addSpacing(look.px(16))
        self.rows.addWidget(Label(look, title, size="h2", bold=True, align=_CENTRE))
        self.rows.addWidget(self._note)
        self.rows.addStretch(1)

    def show_note(self, note: str) -> None:
        self._note.setText(note)
