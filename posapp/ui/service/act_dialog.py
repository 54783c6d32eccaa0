"""Before an act about a member: its form, why, the PIN of who does it, and of a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.domain.codes import Context, MemberKey, Phone, PhoneTail, classify
from posapp.domain.own_codes import ReceiptCode
from posapp.errors import PosError
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.service.act_form import ActForm
from posapp.ui.service.state import Act
from posapp.ui.service.words import act_effect, act_reasons, act_title, happened_value
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.number_pad import BACKSPACE, CLEAR, NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.scan_field import CodeEdit
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.workflows.service_desk import Signature

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.keymap import Action
    from posapp.ui.service.state import Question
    from posapp.ui.surface import Scan

PIN_LENGTH: Final = 6
LONGEST_NOTE: Final = 200
_DANGEROUS: Final = (Act.BLACKLIST, Act.CLOSE, Act.ERASE)


class ServiceActDialog(Dialog):
    """Emits `given` with the form's fields and a `Signature`; stays until it is told the end."""

    given = Signal(object, object)
    withdrawn = Signal()

    def __init__(self, frame: Frame, question: Question) -> None:
        act, look = question.act, frame.look
        super().__init__(
            look,
            "service_act",
            frame.host,
            title=act_title(act),
            text=tr("{effect}。以 {who} 的名义", effect=act_effect(act), who=question.who),
            confirm=act_title(act),
            safe=tr("返回，不办理"),
            kind=Kind.DANGER if act in _DANGEROUS else Kind.PRIMARY,
            icon="service",
            width=860,
        )
        self._question = question
        self.card.rows.setContentsMargins(*([look.px(16)] * 4))
        self.card.rows.setSpacing(look.px(8))
        columns = QHBoxLayout()
        columns.setSpacing(look.px(24))
        columns.addLayout(self._left_side(), 6)
        columns.addLayout(self._right_side(), 5)
        self.body.addLayout(columns)
        self.show_question(question)

    def _left_side(self) -> QVBoxLayout:
        look, act = self.look, self._question.act
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        self.form = ActForm(look, self._question)
        self.form.changed.connect(self._check)
        column.addWidget(self.form)
        if self._question.reverses is not None:
            value = happened_value(self._question.reverses)
            column.addWidget(Label(look, tr("冲回 {value}", value=value), bold=True))
        edit = QLineEdit()
        edit.setMaxLength(LONGEST_NOTE)
        self.note = FormField(look, "service_act.note", tr("原因"), edit=edit, height=44)
        self.note.edit.textChanged.connect(self._check)
        self.note.edit.returnPressed.connect(self._to_pin)
        column.addWidget(self.note)
        if self.form.words is not None:
            self.note.hide()
            return column
        reasons = QHBoxLayout()
        reasons.setSpacing(look.px(8))
        for place, text in enumerate(act_reasons(act)):
            button = TouchButton(look, f"service_act.reason{place}", text, height=44)
            button.clicked.connect(lambda _checked=False, t=text: self._take(t))
            reasons.addWidget(button)
        reasons.addStretch(1)
        column.addLayout(reasons)
        column.addStretch(1)
        return column

    def _right_side(self) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(Label(look, tr("本人 PIN"), size="small", tone="text2"))
        self.pin = DigitField(look, "service_act.pin", tr("本人 PIN"), length=PIN_LENGTH)
        column.addWidget(self.pin)
        column.addWidget(self._second_person())
        self._refusal = Label(
            look, size="small", tone="danger", wrap=True, name="service_act.refusal"
        )
        column.addWidget(self._refusal)
        self._pad = NumberPad(look, "service_act.pad", key_height=48)
        column.addWidget(self._pad)
        column.addStretch(1)
        self._pad.pressed.connect(self._press)
        self.pin.changed.connect(self._check)
        self.pin.complete.connect(self._go_on)
        return column

    def _second_person(self) -> QWidget:
        look = self.look
        self._second = QWidget()
        row = QHBoxLayout(self._second)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.number = FormField(look, "service_act.second", tr("授权人工号"), code=True, height=44)
        self.number.edit.setMaxLength(8)
        self.second_pin = DigitField(
            look, "service_act.second_pin", tr("授权人 PIN"), length=PIN_LENGTH
        )
        right = QVBoxLayout()
        right.setSpacing(look.px(4))
        right.addWidget(Label(look, tr("授权人 PIN"), size="small", tone="text2"))
        right.addWidget(self.second_pin)
        row.addWidget(self.number, 2)
        row.addLayout(right, 3)
        self.number.edit.textChanged.connect(self._check)
        self.second_pin.changed.connect(self._check)
        self.second_pin.complete.connect(self._go_on)
        self._second.hide()
        return self._second

    # -- the surface

    def first_focus(self) -> QWidget | None:
        return self.form.first() or self.note.edit

    def take_scan(self, scan: Scan) -> bool:
        """A card of a member, or a receipt; anything else is refused by the router."""
        try:
            meaning = classify(scan.text, Context.MEMBER)[0]
        except PosError:
            return False
        match meaning:
            case MemberKey(text=text) | Phone(text=text) | PhoneTail(text=text):
                return self.form.take_card(text)
            case ReceiptCode(receipt_number=number):
                return self.form.take_receipt(number)
            case _:
                return False

    def take_action(self, action: Action) -> bool:
        if self._question.busy:
            return True
        return super().take_action(action)

    @Slot(object)
    def show_question(self, question: Question) -> None:
        """How the act stands: a code on its way, under way, or refused and why."""
        was, self._question = self._question, question
        if question.refusal is not None and was.busy:
            self.pin.clear(wrong=question.refusal.key == "sign_in.wrong_pin")
            self.second_pin.clear(wrong=question.refusal.key == "service.second_pin_wrong")
        self._refusal.setText("" if question.refusal is None else text_for(question.refusal))
        self._second.setVisible(question.needs_second)
        self.form.show_question(question)
        self.confirm.set_busy(question.busy)
        self._check()
        if self.isVisible():
            self.place()

    # -- typing

    @Slot(str)
    def _press(self, key: str) -> None:
        """The pad types where the cursor is; else into the PIN."""
        focus = QApplication.focusWidget()
        if isinstance(focus, CodeEdit):
            if key == BACKSPACE:
                focus.backspace()
            elif key == CLEAR:
                focus.clear()
            else:
                focus.insert(key)
        elif isinstance(focus, DigitField):
            focus.press(key)
        else:
            self.pin.press(key)

    def _take(self, reason: str) -> None:
        self.note.edit.setText(reason)
        self._to_pin()

    @Slot()
    def _to_pin(self) -> None:
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _go_on(self, _digits: object = None) -> None:
        """Whoever has typed her PIN has one key left; a second person goes on with hers."""
        if self.confirm.isEnabled():
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._question.needs_second and not self.number.text:
            self.number.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _check(self, _text: object = None) -> None:
        missing = self.pin.missing
        needs_second = self._question.needs_second
        if self._question.busy:
            reason = ""
        elif self.form.missing:
            reason = self.form.missing
        elif not self._words:
            reason = tr("先写明原因")
        elif missing:
            reason = tr("还差 {n} 位 PIN", n=missing)
        elif needs_second and (not self.number.text or self.second_pin.missing):
            reason = tr("请授权人输入工号和 PIN")
        else:
            reason = ""
        self.refuse(reason)

    @property
    def _words(self) -> str:
        said = self.form.words
        return self.note.text if said is None else said

    def _answer(self, yes: bool) -> None:
        """Unlike other dialogs it stays: what central says comes later."""
        if self._question.busy:
            return
        if not yes:
            self.withdrawn.emit()
            return
        with_second = self._question.needs_second
        signed = Signature(
            note=self._words,
            pin=self.pin.digits,
            second_number=self.number.text if with_second else "",
            second_pin=self.second_pin.digits if with_second else "",
        )
        self.given.emit(self.form.fields, signed)
