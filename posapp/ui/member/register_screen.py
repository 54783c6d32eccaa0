"""The page of a registration: the phone and its code, the rest of the form, consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.domain.member import masked_name
from posapp.ui.error_texts import text_for
from posapp.ui.format import countdown
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.member.card_code import card_number
from posapp.ui.member.register_presenter import Form, RegisterState
from posapp.ui.member.wish import RegisterNow
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.member.register_presenter import RegisterPresenter
    from posapp.ui.surface import Scan

_BIRTHDAY_KEYS = frozenset({"member.birthday_not_valid"})
_NAME_KEYS = frozenset({"member.name_too_long"})
_PHONE_KEYS = frozenset({"member.phone_not_valid", "member.code_needed"})


class RegisterScreen(Page):
    """Only the phone is required; Ctrl+Enter saves from any field."""

    unused = frozenset()

    key_context = "page"

    def __init__(
        self, look: Look, presenter: RegisterPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "register", tr("会员登记"), parent)
        self._presenter = presenter
        self.remark.setText(tr("只有手机号必填"))
        self.body.addWidget(self._phone_card())
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        columns.addWidget(self._form_card(), 62)
        columns.addWidget(self._pad_card(), 38)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self._consent_card())
        self._add_foot()
        self._connect()
        self.show_state(presenter.state)

    def _phone_card(self) -> Card:
        look = self.look
        card = Card(look, padding=16, horizontal=True, name="register.phone_card")
        card.rows.setSpacing(look.px(16))
        self.phone = FormField(look, "register.phone", tr("手机号 *"), code=True)
        self.phone.edit.setMaxLength(13)
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
        card.rows.addWidget(self.phone, 3)
        card.rows.addWidget(self.send, 0, Qt.AlignmentFlag.AlignBottom)
        card.rows.addLayout(code, 3)
        card.rows.addWidget(self._proof, 2)
        return card

    def _form_card(self) -> Card:
        look = self.look
        card = Card(look, padding=16, name="register.form")
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(8))
        optional = tr("可空")
        # A name may need an input method: these two are plain fields.
        name, referrer = QLineEdit(), QLineEdit()
        self.name = FormField(look, "register.name", tr("姓名"), placeholder=optional, edit=name)
        day = tr("例如 1992-06-15，可空")
        self.birthday = FormField(look, "register.birthday", tr("生日"), placeholder=day, code=True)
        self.card = FormField(look, "register.card", tr("实体卡"), placeholder=optional, code=True)
        self.referrer = FormField(
            look, "register.referrer", tr("推荐人"), placeholder=optional, edit=referrer
        )
        for place, field in enumerate((self.name, self.birthday, self.card, self.referrer)):
            grid.addWidget(field, place // 2, place % 2)
        card.rows.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(Label(look, tr("性别"), tone="text2"))
        genders = (("", tr("不填")), ("female", tr("女")), ("male", tr("男")))
        self.gender = ChoiceGroup(look, "register.gender", genders, height=44)
        self.gender.choose("")
        row.addWidget(self.gender, 1)
        card.rows.addLayout(row)
        card.rows.addStretch(1)
        return card

    def _pad_card(self) -> Card:
        look = self.look
        card = Card(look, padding=12, name="register.keys")
        self.pad = NumberPad(look, "register.pad", key_height=52)
        card.rows.addWidget(self.pad)
        card.rows.addStretch(1)
        return card

    def _consent_card(self) -> Card:
        look = self.look
        card = Card(look, padding=16, horizontal=True, name="register.consent")
        shown = tr("已向顾客出示《会员协议》《隐私政策》{v}", v=self._presenter.policy_version)
        self.agreed = CheckBox(look, "register.agreed", shown)
        self.marketing = CheckBox(look, "register.marketing", tr("顾客同意接收营销短信"))
        boxes = QVBoxLayout()
        boxes.setSpacing(0)
        boxes.addWidget(self.agreed)
        boxes.addWidget(self.marketing)
        how = QVBoxLayout()
        how.setSpacing(look.px(4))
        how.addWidget(Label(look, tr("同意方式"), size="small", tone="text2"))
        channels = (("display", tr("顾客屏点选")), ("scan", tr("扫码签署")), ("paper", tr("纸质")))
        self.channel = ChoiceGroup(look, "register.channel", channels, height=44)
        self.channel.choose("display")
        how.addWidget(self.channel)
        card.rows.addLayout(boxes, 1)
        card.rows.addLayout(how, 1)
        return card

    def _add_foot(self) -> None:
        self.leave = self.add_back_action(tr("取消"))
        self.leave.setMinimumWidth(self.look.px(140))
        self.and_top_up = TouchButton(
            self.look,
            "register.top_up",
            tr("保存并充值"),
            kind=Kind.OUTLINE,
            key=self.cap(Action.TOP_UP),
            height=64,
        )
        self.foot.addWidget(self.and_top_up)
        self.confirm = self.add_primary(tr("保存并绑定到当前订单"), key=self.cap(Action.SAVE))

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        presenter.consented.connect(self._on_consent)
        self.phone.edit.textEdited.connect(presenter.type_phone)
        self.phone.edit.returnPressed.connect(presenter.send_code)
        self.send.clicked.connect(presenter.send_code)
        self.code.complete.connect(presenter.give_code)
        self.pad.pressed.connect(self._on_pad)
        self.and_top_up.clicked.connect(self._save_and_top_up)
        self.confirm.clicked.connect(self._save)

    # -- the surface

    def enter(self, payload: object) -> None:
        at_once = isinstance(payload, RegisterNow)
        phone = payload.phone if isinstance(payload, RegisterNow) else str(payload or "")
        fields = (self.name, self.birthday, self.card, self.referrer)
        for field in fields:
            field.edit.clear()
            field.show_error("")
        self.code.clear()
        for box in (self.agreed, self.marketing):
            box.setChecked(False)
        self.gender.choose("")
        self.phone.edit.setText(phone)
        self._presenter.enter(phone)
        if at_once:
            self._presenter.send_code()

    def first_focus(self) -> QWidget | None:
        return self.phone.edit

    def take_scan(self, scan: Scan) -> bool:
        """A scan is the plastic card's number; a code that means something else is refused."""
        number = card_number(scan.text)
        if number:
            self.card.edit.setText(number)
            self.card.setFocus()
        return bool(number)

    def take_action(self, action: Action) -> bool:
        match action:
            case Action.SAVE:
                self._save()
            case Action.TOP_UP:
                self._save_and_top_up()
            case _:
                return super().take_action(action)
        return True

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("Tab", tr("下一项")),
            Hint(self.cap(Action.SAVE), tr("保存")),
            Hint("Esc", tr("返回")),
        )

    # -- showing

    @Slot(object)
    def show_state(self, state: RegisterState) -> None:
        known = state.verified is not None or state.already is not None
        self.send.set_text(_send_text(state))
        self.send.set_busy(state.busy and not known)
        wait = tr("{time} 后可重发", time=countdown(state.wait_s)) if state.wait_s else ""
        self.send.refuse(tr("已验证") if known else wait)
        self._proof.setText(_proof_text(state))
        waiting = state.sent is not None and not known
        self.code.setEnabled(waiting and not state.busy)
        if waiting and not state.busy and not self.code.digits:
            self.code.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.verified is not None and self.code.hasFocus():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_error(state)
        self.confirm.set_busy(state.busy and known)
        self.confirm.refuse("" if known or state.busy else tr("先验证手机号"))
        self.and_top_up.refuse("" if known or state.busy else tr("先验证手机号"))

    def _show_error(self, state: RegisterState) -> None:
        error = state.error
        key = "" if error is None else error.key
        text = "" if error is None else text_for(error)
        self.phone.show_error(text if key in _PHONE_KEYS else "")
        self.birthday.show_error(text if key in _BIRTHDAY_KEYS else "")
        self.name.show_error(text if key in _NAME_KEYS else "")
        if key == "member.consent_needed":
            self.agreed.setFocus(Qt.FocusReason.OtherFocusReason)
        if key.startswith("codes.") and self.code.digits:
            self.code.clear(wrong=True)

    @Slot(bool)
    def _on_consent(self, agreed: bool) -> None:
        self.agreed.setChecked(agreed)
        self.channel.choose("display")

    @Slot(str)
    def _on_pad(self, key: str) -> None:
        """Keys go to the phone until a code is awaited."""
        if self.code.isEnabled():
            self.code.press(key)
        elif self._presenter.state.verified is None:
            edit = self.phone.edit
            if key == "backspace":
                edit.backspace()
            elif key.isdigit():
                edit.insert(key)
            self._presenter.type_phone(edit.text())

    @Slot()
    def _save(self) -> None:
        self._presenter.save(self._form())

    @Slot()
    def _save_and_top_up(self) -> None:
        self._presenter.save(self._form(), then_top_up=True)

    def _form(self) -> Form:
        return Form(
            name=self.name.text,
            birthday=self.birthday.text,
            gender=self.gender.value,
            card=self.card.text,
            referrer=self.referrer.text,
            agreed=self.agreed.isChecked(),
            marketing=self.marketing.isChecked(),
            channel=self.channel.value,
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
    return tr("已验证") if state.verified.proof else tr("离线，联网后核对")
