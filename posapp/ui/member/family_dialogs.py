"""The two questions of a family: who the child is, and who lets somebody come or go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.domain.member import Profile, masked_name
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.member.purposes import purpose_titles, purpose_uses
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.number_pad import BACKSPACE, NumberPad
from posapp.ui.widgets.pin_field import DigitField
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.wire.families import FamilyAct

if TYPE_CHECKING:
    from posapp.domain.consents import Purpose
    from posapp.ui.frame import Frame
    from posapp.ui.keymap import Action
    from posapp.ui.member.family_state import Acting, FamilyState

PIN_LENGTH: Final = 6


class ChildDialog(Dialog):
    """Emits `given` with the child's profile, whether her guardian agreed and to which purposes;
    stays until told. `turn_asked`: the guardian shall read the policy on this screen.
    """

    given = Signal(object, bool, object)
    withdrawn = Signal()
    turn_asked = Signal()

    def __init__(self, frame: Frame, purposes: tuple[Purpose, ...] = ()) -> None:
        super().__init__(
            frame.look,
            "child",
            frame.host,
            title=tr("登记孩子，加入这个家庭"),
            text=tr("孩子不需要手机号，监护人是当前会员"),
            confirm=tr("登记孩子"),
            safe=tr("返回，不登记"),
            icon="user",
            width=640,
        )
        look = frame.look
        name = QLineEdit()
        self.name = FormField(look, "child.name", tr("姓名"), edit=name)
        self.birthday = FormField(
            look, "child.birthday", tr("生日"), placeholder=tr("例如 2018-06-15"), code=True
        )
        self.gender = ChoiceGroup(
            look,
            "child.gender",
            (("", tr("不填")), ("female", tr("女")), ("male", tr("男"))),
            height=48,
        )
        self.gender.choose("")
        self.agreed = CheckBox(look, "child.agreed", tr("监护人已阅读并同意"))
        for part in (self.name, self.birthday, self.gender):
            self.body.addWidget(part)
        self.turn = TouchButton(look, "child.turn", tr("给监护人看"), kind=Kind.OUTLINE, height=44)
        self.turn.clicked.connect(lambda _on=False: self.turn_asked.emit())
        row = QHBoxLayout()
        row.addWidget(self.agreed, 1)
        row.addWidget(self.turn)
        self.body.addLayout(row)
        titles, uses = purpose_titles(tr), purpose_uses(tr)
        self.purposes: dict[str, CheckBox] = {}
        grid = QGridLayout()
        for place, each in enumerate(purposes):
            box = CheckBox(look, f"child.purpose.{each.value}", titles[each])
            box.setAccessibleDescription(uses[each])
            self.purposes[each.value] = box
            grid.addWidget(box, place // 2, place % 2)
        self.body.addLayout(grid)

    @Slot(bool, object)
    def hear_consent(self, agreed: bool, purposes: frozenset[str]) -> None:
        """What the guardian pressed; the form follows."""
        self.agreed.setChecked(agreed)
        for value, box in self.purposes.items():
            box.setChecked(agreed and value in purposes)

    def first_focus(self) -> QWidget | None:
        return self.name.edit

    def _answer(self, yes: bool) -> None:
        if not yes:
            self.withdrawn.emit()
            return
        profile = Profile(
            phone="",
            name=self.name.text,
            birthday=self.birthday.text,
            gender=self.gender.value,
        )
        ticked = frozenset(value for value, box in self.purposes.items() if box.isChecked())
        self.given.emit(profile, self.agreed.isChecked(), ticked)


class FamilyActDialog(Dialog):
    """Emits `given` with who joins, the reason and the PIN; stays until it is told that it is
    over.
    """

    given = Signal(str, str, str)
    withdrawn = Signal()

    def __init__(self, frame: Frame, acting: Acting) -> None:
        super().__init__(
            frame.look,
            "family_act",
            frame.host,
            title=_title(acting),
            text=tr("以 {who} 的名义，记入总部日志", who=acting.who),
            confirm=_confirm_text(acting.act),
            safe=tr("返回，不改"),
            icon="user",
            width=760,
        )
        self._acting = acting
        look = frame.look
        columns = QHBoxLayout()
        columns.setSpacing(look.px(24))
        columns.addLayout(self._left(), 1)
        columns.addLayout(self._right(), 1)
        self.body.addLayout(columns)
        self._check()

    def _left(self) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        self.newcomer = FormField(
            look, "family_act.newcomer", tr("加入的人：手机号或会员号"), code=True
        )
        self.newcomer.setVisible(self._acting.act is FamilyAct.JOIN)
        column.addWidget(self.newcomer)
        column.addWidget(Label(look, tr("原因"), size="small", tone="text2"))
        first = (("asked", tr("本人要求")), ("new_guardian", tr("换监护人")))
        second = (("moved", tr("家庭变化")), ("mistake", tr("登记错误")))
        self.reason = ChoiceGroup(look, "family_act.reason", (*first, *second), height=48)
        column.addWidget(self.reason)
        column.addStretch(1)
        self.reason.chosen.connect(self._check)
        return column

    def _right(self) -> QVBoxLayout:
        look = self.look
        column = QVBoxLayout()
        column.setSpacing(look.px(8))
        column.addWidget(Label(look, tr("本人 PIN"), size="small", tone="text2"))
        self.pin = DigitField(look, "family_act.pin", tr("本人 PIN"), length=PIN_LENGTH)
        self._pad = NumberPad(look, "family_act.pad", key_height=50)
        self._refusal = Label(
            look, size="small", tone="danger", wrap=True, name="family_act.refusal"
        )
        for part in (self.pin, self._refusal, self._pad):
            column.addWidget(part)
        self._pad.pressed.connect(self._on_pad)
        self.pin.changed.connect(self._check)
        self.pin.complete.connect(self._go_on)
        return column

    def first_focus(self) -> QWidget | None:
        joins = self._acting.act is FamilyAct.JOIN
        return self.newcomer.edit if joins else self.pin

    def show_state(self, state: FamilyState) -> None:
        """How it stands: under way, or refused and why."""
        acting = state.acting
        if acting is None:
            return
        if acting.refusal is not None and self._acting.busy:
            self.pin.clear(wrong=True)
        self._acting = acting
        self._refusal.setText("" if acting.refusal is None else text_for(acting.refusal))
        self.confirm.set_busy(acting.busy)
        self._check()
        if self.isVisible():
            self.place()

    def take_action(self, action: Action) -> bool:
        return True if self._acting.busy else super().take_action(action)

    @Slot(str)
    def _on_pad(self, key: str) -> None:
        """Keys go to who joins while the cursor is there, else to the PIN."""
        edit = self.newcomer.edit
        if not edit.hasFocus():
            self.pin.press(key)
        elif key == BACKSPACE:
            edit.backspace()
        elif key.isdigit():
            edit.insert(key)

    @Slot()
    def _check(self, _value: object = None) -> None:
        if not self.reason.value:
            self.refuse(tr("先选原因"))
        elif self.pin.missing and not self._acting.busy:
            self.refuse(tr("还差 {n} 位 PIN", n=self.pin.missing))
        else:
            self.refuse("")

    @Slot()
    def _go_on(self, _digits: object = None) -> None:
        """Whoever has typed her PIN has one key left."""
        if self.confirm.isEnabled():
            self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, yes: bool) -> None:
        """Unlike other dialogs it stays: what central says comes later."""
        if self._acting.busy:
            return
        if yes:
            self.given.emit(self.newcomer.text, self.reason.value, self.pin.digits)
        else:
            self.withdrawn.emit()


def _confirm_text(act: FamilyAct) -> str:
    return {
        FamilyAct.JOIN: tr("加入家庭"),
        FamilyAct.LEAVE: tr("离开家庭"),
        FamilyAct.HOLD: tr("转为持卡人"),
    }[act]


def _title(acting: Acting) -> str:
    name = "" if acting.of is None else masked_name(acting.of.name) or acting.of.number
    match acting.act:
        case FamilyAct.JOIN:
            return tr("让一位会员加入这个家庭")
        case FamilyAct.LEAVE:
            return tr("让 {name} 离开这个家庭", name=name)
        case FamilyAct.HOLD:
            return tr("把亲子卡转给 {name} 持有", name=name)
