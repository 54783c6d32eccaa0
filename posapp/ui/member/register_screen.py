"""The page of a registration: the phone and its code, the rest of the form, consent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.pack_codes import is_pack_code
from posapp.domain.phones import Region
from posapp.domain.referral import invite_in
from posapp.ui.format import points
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.member.alike_line import AlikeLine
from posapp.ui.member.card_code import card_number, member_number
from posapp.ui.member.consent_card import ConsentCard
from posapp.ui.member.form_card import FormCard
from posapp.ui.member.phone_card import PhoneCard
from posapp.ui.member.register_state import After, Form, Way
from posapp.ui.member.wish import RegisterNow, RegisterWith
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.workflows.likeness import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.customer_display.turning import Hear
    from posapp.ui.look import Look
    from posapp.ui.member.register_presenter import RegisterPresenter
    from posapp.ui.member.register_state import RegisterState
    from posapp.ui.surface import Scan


class RegisterScreen(Page):
    """Only the phone is required; Ctrl+Enter saves from any field."""

    unused = frozenset()

    key_context = "page"

    def __init__(
        self,
        look: Look,
        presenter: RegisterPresenter,
        parent: QWidget | None = None,
        *,
        turn: Callable[[Hear], None] | None = None,
    ) -> None:
        """`turn` puts the policy before the customer on this screen and hears her answer."""
        super().__init__(look, "register", tr("会员登记"), parent)
        self._presenter = presenter
        self._turn = turn
        self._was_verified = False
        self.remark.setText(tr("只有手机号必填"))
        self.phone_card = PhoneCard(look)
        self.phone, self.send, self.code = (
            self.phone_card.phone,
            self.phone_card.send,
            self.phone_card.code,
        )
        self.head.addWidget(self.phone_card.region)
        self.form = FormCard(look, presenter.fields, presenter.today)
        self.name = self.form.fields["name"]
        self.consent = ConsentCard(look, presenter.policy_version, presenter.purposes)
        self.agreed = self.consent.agreed
        self.consent.turn.setVisible(turn is not None)
        self.consent.turn_asked.connect(self._on_turn)
        self.body.addWidget(self.phone_card)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        self.alike = AlikeLine(look)
        left = QVBoxLayout()
        left.setSpacing(look.px(8))
        left.addWidget(self.alike)
        left.addWidget(self.form, 1)
        columns.addLayout(left, 62)
        columns.addWidget(self._pad_card(), 38)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.consent)
        self._add_foot()
        self._connect()
        self.show_state(presenter.state)

    def _pad_card(self) -> Card:
        look = self.look
        card = Card(look, padding=12, name="register.keys")
        self.pad = NumberPad(look, "register.pad", key_height=50)
        card.rows.addWidget(self.pad)
        card.rows.addStretch(1)
        return card

    def _add_foot(self) -> None:
        self.leave = self.add_back_action(tr("取消"))
        self.leave.setMinimumWidth(self.look.px(140))
        self.and_child = TouchButton(
            self.look, "register.child", tr("保存并登记孩子"), kind=Kind.OUTLINE, height=64
        )
        self.and_top_up = TouchButton(
            self.look,
            "register.top_up",
            tr("保存并充值"),
            kind=Kind.OUTLINE,
            key=self.cap(Action.TOP_UP),
            height=64,
        )
        self.foot.addWidget(self.and_child)
        self.foot.addWidget(self.and_top_up)
        self.confirm = self.add_primary(tr("保存并绑定到当前订单"), key=self.cap(Action.SAVE))

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        presenter.consented.connect(self.consent.hear)
        self.phone.edit.textEdited.connect(presenter.type_phone)
        self.phone.edit.returnPressed.connect(presenter.send_code)
        self.phone_card.region.chosen.connect(self._choose_region)
        self.phone_card.way_chosen.connect(self._take_way)
        self._connect_alike()
        self.send.clicked.connect(presenter.send_code)
        self.code.complete.connect(presenter.give_code)
        self.pad.pressed.connect(self._on_pad)
        self.and_child.clicked.connect(self._save_and_child)
        self.and_top_up.clicked.connect(self._save_and_top_up)
        self.confirm.clicked.connect(self._save)

    def _connect_alike(self) -> None:
        """Asked as soon as something is whole: a phone or a day at its last digit, a name or a card
        when the cursor leaves it.
        """
        presenter, fields = self._presenter, self.form.fields
        if presenter.alike is None:
            return
        self.phone.edit.textEdited.connect(self._compare)
        self.phone_card.region.chosen.connect(self._compare)
        self.pad.pressed.connect(self._compare)
        fields["birthday"].edit.textEdited.connect(self._compare)
        fields["name"].edit.editingFinished.connect(self._compare)
        fields["card"].edit.editingFinished.connect(self._compare)
        presenter.alike.changed.connect(self.alike.show_state)
        self.alike.taken.connect(presenter.alike.take)
        self.alike.opened.connect(presenter.alike.open_file)

    @Slot()
    def _compare(self, _text: object = None) -> None:
        alike, state = self._presenter.alike, self._presenter.state
        if alike is not None:
            words = (self.form.text(name) for name in ("name", "birthday", "card"))
            alike.hear(whole(state.phone, state.region, *words))

    # -- the surface

    def enter(self, payload: object) -> None:
        at_once = isinstance(payload, RegisterNow)
        joins = payload if isinstance(payload, RegisterWith) else None
        phone = payload.phone if isinstance(payload, RegisterNow) else ""
        phone = payload if isinstance(payload, str) else phone
        self.form.clear()
        self.code.clear()
        self.consent.clear()
        self._presenter.enter(phone, joins)
        self.remark.setText(self._remark(joins))
        self.phone.edit.setText(self._presenter.state.phone)
        if at_once:
            self._presenter.send_code()

    def _remark(self, joins: RegisterWith | None) -> str:
        if joins is None:
            return tr("只有手机号必填")
        earned, _reason = self._presenter.points_with(joins)
        number = joins.sale.receipt_number
        return tr("随小票 {number} 登记，本单积分 {n}", number=number, n=points(earned))

    def first_focus(self) -> QWidget | None:
        return self.phone.edit

    def take_scan(self, scan: Scan) -> bool:
        """A plastic card is hers, a member's code is of the person who brought her, and a company's
        code of the pack that she comes with.
        """
        brought_by = invite_in(scan.text) or member_number(scan.text)
        if brought_by:
            self.form.fields["referrer"].edit.setText(brought_by)
            return True
        if is_pack_code(scan.text.replace("-", "").upper()):
            self.form.fields["pack_code"].edit.setText(scan.text)
            return True
        number = card_number(scan.text)
        if number:
            self.form.fields["card"].edit.setText(number)
            self.form.fields["card"].setFocus()
            self._compare()
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
        self.phone_card.show_state(state)
        if state.verified is not None and not self._was_verified:
            self.name.edit.setFocus()
        self._was_verified = state.verified is not None
        self.form.show_error(state.error)
        if state.error is not None and state.error.key == "member.consent_needed":
            self.consent.agreed.setFocus(Qt.FocusReason.OtherFocusReason)
        hers = tr("绑定这位会员") if state.already is not None else tr("保存并绑定到当前订单")
        self.confirm.set_text(hers)
        self.confirm.set_busy(state.busy and known)
        for button in (self.confirm, self.and_top_up, self.and_child):
            button.refuse("" if known or state.busy else tr("先验证手机号"))

    @Slot(str)
    def _choose_region(self, value: str) -> None:
        self._presenter.choose_region(Region(value))

    @Slot(str)
    def _take_way(self, value: str) -> None:
        if value == Way.VOUCH:
            self._presenter.vouch()
        else:
            self._presenter.go_without_code()

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
    def _on_turn(self) -> None:
        if self._turn is not None:
            self._turn(self._presenter.hear_consent)

    @Slot()
    def _save(self) -> None:
        self._presenter.save(self._form())

    @Slot()
    def _save_and_top_up(self) -> None:
        self._presenter.save(self._form(), then=After.TOP_UP)

    @Slot()
    def _save_and_child(self) -> None:
        self._presenter.save(self._form(), then=After.FAMILY)

    def _form(self) -> Form:
        form = self.form
        return Form(
            name=form.text("name"),
            birthday=form.text("birthday"),
            gender=form.gender.value,
            card=form.text("card"),
            referrer=form.text("referrer"),
            source=form.source.value,
            guardian_name=form.text("guardian_name"),
            guardian_phone=form.text("guardian_phone"),
            guardian_number=form.text("guardian_number"),
            pack_code=form.text("pack_code"),
            by_guardian=form.by_guardian.isChecked(),
            extra=form.values(),
            agreed=self.agreed.isChecked(),
            purposes=self.consent.ticked,
            channel=self.consent.channel.value,
        )
