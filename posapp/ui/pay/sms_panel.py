"""The field for a texted code: a modal, because digits on the pay screen are an amount."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.error_texts import text_for
from posapp.ui.format import countdown
from posapp.ui.i18n import tr
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.sheet import Panel
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.pay.state import Confirming
    from posapp.workflows.pay_outcomes import CodeSent

WIDTH = 480


class SmsPanel(Panel):
    """Emits `code_given` with six digits, and `resend_asked`."""

    code_given = Signal(str)
    resend_asked = Signal()

    def __init__(self, look: Look, host: QWidget) -> None:
        super().__init__(look, "pay.sms", tr("短信验证码"), host, scrim=True)
        rows = self.card.rows
        rows.setContentsMargins(*([look.px(24)] * 4))
        rows.setSpacing(look.px(12))
        rows.addWidget(Label(look, tr("请输入短信验证码"), size="h2", bold=True))
        self._to = Label(look, tone="text2", wrap=True, name="pay.sms.to")
        rows.addWidget(self._to)
        self.field = DigitField(look, "pay.sms.code", tr("短信验证码"), secret=False)
        rows.addWidget(self.field)
        self._refusal = Label(look, size="small", tone="danger", wrap=True, name="pay.sms.refusal")
        rows.addWidget(self._refusal)
        pad = NumberPad(look, "pay.sms.pad", key_height=50)
        rows.addWidget(pad)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(16))
        back = TouchButton(look, "pay.sms.back", tr("返回"), key="Esc", height=48)
        self._again = TouchButton(look, "pay.sms.again", tr("重新发送"), height=48)
        buttons.addWidget(back, 1)
        buttons.addWidget(self._again, 1)
        rows.addLayout(buttons)
        self._sent: CodeSent | None = None
        pad.pressed.connect(self.field.press)
        self.field.complete.connect(self.code_given)
        self._again.clicked.connect(self.resend_asked)
        back.clicked.connect(self.left)

    def area(self) -> QRect:
        room = self.host.rect()
        wide = min(self.look.px(WIDTH), room.width() - self.look.px(32))
        high = min(self.card.rows.totalHeightForWidth(wide), room.height() - self.look.px(32))
        return QRect((room.width() - wide) // 2, (room.height() - high) // 2, wide, high)

    def first_focus(self) -> QWidget | None:
        return self.field

    def shows(self, sent: CodeSent) -> bool:
        """True when this very code was announced here before."""
        return self._sent == sent

    def show_phase(self, phase: Confirming) -> None:
        if phase.sent is None:
            self._sent = None
        elif not self.shows(phase.sent):
            self._sent = phase.sent
            self.field.clear()
            phone = phase.sent.masked_phone
            self._to.setText(tr("已发到 {phone}，请顾客告知", phone=phone))
        if phase.refusal is not None:
            self.field.clear(wrong=True)
            self._refusal.setText(text_for(phase.refusal))
        elif not phase.busy:
            self._refusal.setText("")
        self.field.setEnabled(not phase.busy)
        if not phase.busy and self.isVisible():
            self.field.setFocus()

    @Slot(int)
    def show_wait(self, seconds: int) -> None:
        """Seconds until another code may be asked for."""
        wait = tr("{time} 后可重发", time=countdown(seconds)) if seconds > 0 else ""
        self._again.refuse(wait)
