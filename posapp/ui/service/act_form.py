"""The fields of an act: what is typed or picked, by name; nothing is judged here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.service.holder_form import HolderForm
from posapp.ui.service.privacy_words import becomes_of, obstacle_text
from posapp.ui.service.profile_form import ProfileForm
from posapp.ui.service.redress_forms import CompensationForm, TagForm
from posapp.ui.service.state import Act
from posapp.ui.service.sticks import sticks
from posapp.ui.service.tier_form import TierForm
from posapp.ui.service.words import balance_title
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.service_desk import Balance

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.service.state import Question
    from posapp.wire.privacy import ErasureShown

_LONGEST: Final = 40
TO_HER_OWN: Final = (Act.EXPORT, Act.PROVE)
"""With one code, to the phone that she has."""
_WITH_CARD: Final = (Act.BIND, Act.REPLACE, Act.FOUND)


_Part = TagForm | CompensationForm | ProfileForm | HolderForm | TierForm


class ActForm(QWidget):
    """`changed` after each change; `send_new` carries the phone that shall be hers."""

    changed = Signal()
    send_new = Signal(str)
    send_old = Signal()
    turn_asked = Signal()

    def __init__(self, look: Look, question: Question) -> None:
        super().__init__()
        self._look = look
        self._act = question.act
        self._part: _Part | None = None
        self._edits: dict[str, FormField] = {}
        self._groups: dict[str, ChoiceGroup] = {}
        self._box: CheckBox | None = None
        self._lines: Label | None = None
        self._standing: ErasureShown | None = None
        self._senders: list[TouchButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(8))
        self._build()
        self._build_part(question)
        self.setVisible(bool(self._column.count()))

    def _build(self) -> None:
        match self._act:
            case Act.PHONE:
                self._add("phone", tr("新手机号"), code=True)
                self._add("code", tr("新手机收到的验证码"), code=True, sender="send_new")
                self._add("old_code", tr("旧手机收到的验证码"), code=True, sender="send_old")
            case act if act in _WITH_CARD:
                self._add("card", tr("卡号"), code=True)
            case Act.PROVE:
                self._add("old_code", tr("会员手机收到的验证码"), code=True, sender="send_old")
            case Act.CLOSE:
                self._add_forfeit()
            case Act.EXPORT:
                self._choose("stick", sticks() or (("", tr("没有 U 盘，插好后再打开")),))
                self._add("old_code", tr("会员手机收到的验证码"), code=True, sender="send_old")
            case Act.ERASE:
                self._lines = Label(self._look, wrap=True, name="service_act.standing")
                self._column.addWidget(self._lines)
                self._add_forfeit()
            case Act.CORRECT:
                balances = tuple((each.value, balance_title(each)) for each in Balance)
                self._choose("balance", balances)
                self._choose("direction", (("+", tr("增加")), ("-", tr("减少"))))
                self._add("amount", tr("数额，储值按元"), code=True)
            case _:
                pass

    def _build_part(self, question: Question) -> None:
        part = _part(self._look, question)
        if part is None:
            return
        self._part = part
        if isinstance(part, HolderForm):
            part.send_new.connect(self.send_new)
            part.turn_asked.connect(self.turn_asked)
        part.changed.connect(self._on_change)
        self._column.addWidget(part)

    def _add_forfeit(self) -> None:
        self._box = CheckBox(self._look, "service_act.forfeit", tr("会员同意放弃剩余的积分"))
        self._box.toggled.connect(self._on_change)
        self._column.addWidget(self._box)

    def _add(
        self,
        name: str,
        label: str,
        *,
        code: bool = False,
        sender: str = "",
    ) -> None:
        look = self._look
        edit = None if code else QLineEdit()
        field = FormField(
            look,
            f"service_act.{name}",
            label,
            code=code,
            edit=edit,
            height=44,
        )
        field.edit.setMaxLength(_LONGEST)
        field.edit.textChanged.connect(self._on_change)
        self._edits[name] = field
        if not sender:
            self._column.addWidget(field)
            return
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        button = TouchButton(look, f"service_act.{sender}", tr("发送"), label=label, height=44)
        button.clicked.connect(self._on_send_new if sender == "send_new" else self._on_send_old)
        self._senders.append(button)
        row.addWidget(field, 1)
        column = QVBoxLayout()
        column.addWidget(Label(look, size="small"))
        column.addWidget(button)
        row.addLayout(column)
        self._column.addLayout(row)

    def _choose(self, name: str, choices: tuple[tuple[str, str], ...]) -> None:
        group = ChoiceGroup(self._look, f"service_act.{name}", choices, height=44, fill=True)
        group.choose(choices[0][0])
        group.chosen.connect(self._on_change)
        self._groups[name] = group
        self._column.addWidget(group)

    def first(self) -> QWidget | None:
        """Where typing begins."""
        if isinstance(self._part, ProfileForm | HolderForm | TierForm):
            return self._part.first()
        return next((field.edit for field in self._edits.values()), None)

    @property
    def fields(self) -> dict[str, str]:
        """By name; an amount with its sign."""
        if self._part is not None:
            return self._part.fields
        found = {name: field.text for name, field in self._edits.items()}
        found |= {name: group.value for name, group in self._groups.items()}
        if self._box is not None and self._box.isChecked():
            found["forfeit"] = "1"
        if "direction" in found and found["amount"]:
            found["amount"] = found["direction"] + found["amount"]
        return found

    @property
    def words(self) -> str | None:
        """The reason, where the form itself asks for it; else None."""
        return self._part.words if isinstance(self._part, HolderForm) else None

    @property
    def missing(self) -> str:
        """What is not there yet, in words; empty when all is."""
        if self._part is not None:
            return self._part.missing
        found = self.fields
        match self._act:
            case Act.PHONE if not found["phone"] or not found["code"]:
                return tr("先填新手机号和它的验证码")
            case act if act in _WITH_CARD and not found["card"]:
                return tr("先刷卡或输入卡号")
            case Act.CORRECT if not found["amount"]:
                return tr("先填数额")
            case Act.EXPORT if not found["stick"]:
                return tr("先插上会员的 U 盘")
            case Act.ERASE:
                return self._why_not_yet()
            case _:
                return ""

    def _why_not_yet(self) -> str:
        """Whether she can be forgotten now."""
        standing = self._standing
        if standing is None:
            return tr("正在查有没有没办完的事")
        if standing.obstacles:
            return obstacle_text(standing.obstacles[0])
        if standing.points and self._box is not None and not self._box.isChecked():
            return tr("会员同意放弃积分才能删除")
        return ""

    def hear(self, agreed: bool, purposes: frozenset[str]) -> None:
        """What a new holder pressed on her side."""
        if isinstance(self._part, HolderForm):
            self._part.hear(agreed, purposes)

    def take_card(self, text: str) -> bool:
        """A card that was scanned."""
        field = self._edits.get("card")
        if field is not None:
            field.edit.setText(text)
        return field is not None

    def take_receipt(self, number: str) -> bool:
        """A receipt that was scanned."""
        if not isinstance(self._part, CompensationForm):
            return False
        self._part.take_receipt(number)
        return True

    def show_question(self, question: Question) -> None:
        self._show_standing(question.standing)
        if isinstance(self._part, HolderForm):
            self._part.show_question(question)
        sent = (question.sent_new, question.sent_old)
        if self._act in TO_HER_OWN:
            sent = (question.sent_old, None)
        for button, each in zip(self._senders, sent, strict=False):
            button.set_busy(question.sending)
            button.set_text(tr("发送") if each is None else tr("已发送"))

    def _show_standing(self, standing: ErasureShown | None) -> None:
        self._standing = standing
        if self._lines is None or standing is None:
            return
        lines = [*(obstacle_text(each) for each in standing.obstacles), *becomes_of(standing)]
        self._lines.setText("\n".join(lines))
        if self._box is not None:
            self._box.setVisible(bool(standing.points))

    def _on_change(self, _value: object = None) -> None:
        self.changed.emit()

    def _on_send_new(self) -> None:
        self.send_new.emit(self._edits["phone"].text)

    def _on_send_old(self) -> None:
        self.send_old.emit()


def _part(look: Look, question: Question) -> _Part | None:
    """Forms that are too large, or too much of their own, to be a few fields here."""
    file = question.file
    match question.act:
        case Act.PROFILE:
            return ProfileForm(look, file, question.extra_fields, question.asked_ms)
        case Act.HOLDER:
            return HolderForm(look, question)
        case Act.TIER if file is not None:
            return TierForm(look, file)
        case Act.TAG if file is not None:
            return TagForm(look, file, question.language)
        case Act.COMPENSATE if file is not None:
            return CompensationForm(look, file)
        case _:
            return None
