"""The phone of a registration: its region, its code, and what to do when no code comes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.member import masked_name
from posapp.domain.phones import Region
from posapp.ui.error_texts import text_for
from posapp.ui.format import countdown
from posapp.ui.i18n import tr
from posapp.ui.member.register_state import Way
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.member.register_state import RegisterState

OF_THE_PHONE: Final = ("member.phone_", "codes.", "sms.", "central.", "member.code_needed")
"""Errors that are told here, and not at another field."""
LONGEST: Final = 24


class PhoneCard(Card):
    """`region` stands in the head of the page. Emits `way_chosen` with a `Way`'s value."""

    way_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=16, name="register.phone_card")
        self.region = ChoiceGroup(look, "register.region", _regions(), height=44)
        self.phone = FormField(look, "register.phone", tr("手机号 *"), code=True)
        self.phone.edit.setMaxLength(LONGEST)
        self.send = TouchButton(
            look, "register.send", tr("发送验证码"), kind=Kind.OUTLINE, height=48
        )
        self.code = DigitField(look, "register.code", tr("验证码"), secret=False)
        self.code.setMinimumWidth(look.px(6 * 44))
        self._proof = ElidedLabel(look, tone="pay", bold=True, name="register.proof")
        label = Label(look, tr("验证码"), size="small", tone="text2")
        code = QVBoxLayout()
        code.setSpacing(look.px(4))
        code.addWidget(label)
        code.addWidget(self.code)
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        row.addWidget(self.phone, 3)
        row.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        row.addLayout(code, 3)
        row.addWidget(self._proof, 2)
        self.rows.addLayout(row)
        self.advice = _Advice(look)
        self.rows.addWidget(self.advice)
        for way, button in self.advice.buttons.items():
            button.clicked.connect(lambda _on=False, chosen=way: self.way_chosen.emit(chosen))

    def show_state(self, state: RegisterState) -> None:
        known = state.verified is not None or state.already is not None
        self.region.choose(state.region.value)
        self.send.set_text(_send_text(state))
        self.send.set_busy(state.busy and not known)
        wait = tr("{time} 后可重发", time=countdown(state.wait_s)) if state.wait_s else ""
        self.send.refuse(tr("已验证") if known else wait)
        self._proof.setText(_proof_text(state))
        waiting = state.sent is not None and not known
        self.code.setEnabled(waiting and not state.busy)
        if waiting and not state.busy and not self.code.digits:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        error = state.error
        if error is not None and error.key.startswith("codes.") and self.code.digits:
            self.code.clear(wrong=True)
        self.advice.show_state(state)


class _Advice(QWidget):
    """What went wrong and what helps, with the other ways as buttons."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self._icon = IconLabel(look, "warning", tone="danger", size=20)
        self.text = Label(look, tone="danger", wrap=True, name="register.advice")
        self.hint = Label(look, tone="text2", wrap=True, name="register.hint")
        row.addWidget(self._icon)
        row.addWidget(self.text, 1)
        row.addWidget(self.hint, 1)
        self.buttons = {
            Way.VOUCH.value: TouchButton(
                look, "register.vouch", tr("店长当面核验"), kind=Kind.OUTLINE, height=44
            ),
            Way.WITHOUT_CODE.value: TouchButton(
                look, "register.without_code", tr("离线登记"), kind=Kind.OUTLINE, height=44
            ),
        }
        for button in self.buttons.values():
            row.addWidget(button)
        self.hide()

    def show_state(self, state: RegisterState) -> None:
        advice, silent = advice_for(state), _is_silent(state)
        self.text.setText("" if silent else advice)
        self.hint.setText(advice if silent else "")
        self.hint.setVisible(silent)
        for label in (self._icon, self.text):
            label.setVisible(not silent)
        for way, button in self.buttons.items():
            button.setVisible(way in state.ways)
        self.setVisible(bool(advice))


def advice_for(state: RegisterState) -> str:
    """What happened to the phone and what to do next; empty while all is well."""
    if state.already is not None:
        return tr("这个手机号已经登记。是本人就绑定；号码换了主人，请到会员服务改手机号")
    if state.error is None or not state.error.key.startswith(OF_THE_PHONE):
        return tr("收不到短信？请店长当面核验这部手机") if _is_silent(state) else ""
    return _other_words(state) or text_for(state.error)


def _is_silent(state: RegisterState) -> bool:
    """Nothing went wrong, and the code may still never come."""
    return state.error is None and state.waits_for_code


def _other_words(state: RegisterState) -> str:
    """Where a registration has ways that other errors of this kind do not have."""
    key = "" if state.error is None else state.error.key
    match key:
        case "sms.not_sent":
            return tr("短信没有发出：请核对号码再发一次，还不行请店长当面核验")
        case "codes.too_many_today":
            return tr("今天发过太多次验证码：请店长当面核验这部手机")
        case _ if Way.WITHOUT_CODE in state.ways:
            return tr("网络不通：可以离线登记，联网后由总部核对手机号")
        case _:
            return ""


def _regions() -> tuple[tuple[str, str], ...]:
    return (
        (Region.MAINLAND.value, tr("内地 +86")),
        (Region.HONG_KONG.value, tr("香港 +852")),
        (Region.MACAO.value, tr("澳门 +853")),
        (Region.TAIWAN.value, tr("台湾 +886")),
    )


def _send_text(state: RegisterState) -> str:
    if not state.online:
        return tr("离线登记")
    return tr("重新发送") if state.sent is not None else tr("发送验证码")


def _proof_text(state: RegisterState) -> str:
    if state.already is not None:
        return tr("已是会员 {name}", name=masked_name(state.already.name))
    if state.verified is None:
        return ""
    if state.verified.vouched:
        return tr("店长已核验")
    return tr("已验证") if state.verified.proof else tr("离线，联网后核对")
