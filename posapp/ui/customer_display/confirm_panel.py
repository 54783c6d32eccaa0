"""The member is asked to confirm a payment from her stored value: amount, what is left, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.customer_display.digit_pad import DigitPad
from posapp.ui.format import money
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.customer_display.sizes import Sizes
    from posapp.ui.customer_display.view import ConfirmValue
    from posapp.ui.customer_display.words import Words
    from posapp.ui.look import Look

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class ConfirmPanel(Card):
    """Emits `cancelled`, and `entered` with the code that she typed; the till decides."""

    cancelled = Signal()
    entered = Signal(object)

    def __init__(
        self, look: Look, words: Words, sizes: Sizes, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, padding=16, horizontal=True, name="customer.confirm", parent=parent)
        self._words = words
        self._shown: ConfirmValue | None = None
        self.rows.setSpacing(look.px(24))
        self.rows.addLayout(self._question(look, sizes), 1)
        self.pad = DigitPad(look, words, sizes.key)
        self.pad.entered.connect(self.entered)
        self.rows.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignVCenter)

    def _question(self, look: Look, sizes: Sizes) -> QVBoxLayout:
        tr = self._words.tr
        self._title = Label(
            look, size="h1", align=_CENTRE, wrap=True, name="customer.confirm.title"
        )
        self._amount = MoneyLabel(
            look, size="customer", align=_CENTRE, name="customer.confirm.amount"
        )
        self._after = Label(look, tone="text2", align=_CENTRE, wrap=True)
        self._after.setObjectName("customer.confirm.after")
        self._ask = Label(look, size="h2", bold=True, align=_CENTRE, wrap=True)
        self._ask.setObjectName("customer.confirm.ask")
        self._code = _Way(look, "qr", tr("出示会员码"))
        self._sms = _Way(look, "phone", tr("短信验证码"))
        cancel = TouchButton(look, "customer.confirm.cancel", tr("取消"), size="h2")
        cancel.setFixedHeight(sizes.target)
        cancel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cancel.clicked.connect(self.cancelled)
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(self._title)
        column.addWidget(self._amount, 0, _CENTRE)
        column.addWidget(self._after)
        column.addStretch(1)
        for part in (self._ask, self._code, self._sms):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(cancel)
        return column

    def show_request(self, request: ConfirmValue) -> None:
        tr = self._words.tr
        name = request.member
        self._title.setText(tr("{name}，您将支付", name=name) if name else tr("您将支付"))
        self._amount.set_amount(request.amount)
        self._after.setText(tr("储值支付，支付后剩余 {left}", left=money(request.left_after)))
        self._ask.setText(self._asked(request))
        self._ask.set_tone("danger" if request.tries_left is not None else "text")
        self._code.setVisible(request.by_code)
        self._code.show_note(tr("对准扫码口，或输入 8 位数字"))
        self._sms.setVisible(request.by_sms)
        sent = tr("已发到 {phone}，请输入 6 位数字", phone=request.sms_to)
        self._sms.show_note(sent if request.sms_sent else tr("请收银员发送，再由您输入"))
        if self._is_new(request):
            self.pad.forget()
        self._shown = request
        self.pad.expect(request.lengths, busy=request.busy)

    def _asked(self, request: ConfirmValue) -> str:
        tr = self._words.tr
        if request.busy:
            return tr("正在核对")
        if request.tries_left is not None:
            return tr("号码不对，还可以试 {n} 次", n=request.tries_left)
        return tr("请任选一种方式确认")

    def _is_new(self, request: ConfirmValue) -> bool:
        before = self._shown
        return before is None or (before.amount, before.member) != (request.amount, request.member)


class _Way(QWidget):
    """One way to confirm: an icon, its name, and what she does."""

    def __init__(self, look: Look, icon: str, title: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(12))
        self._note = Label(look, tone="text2", wrap=True)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(look, title, bold=True))
        texts.addWidget(self._note)
        row.addWidget(IconLabel(look, icon, size=32), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)

    def show_note(self, note: str) -> None:
        self._note.setText(note)
