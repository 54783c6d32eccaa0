"""What she agrees to: the policy by itself, every other purpose by itself, and how she said so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from posapp.ui.i18n import tr
from posapp.ui.member.purposes import purpose_titles, purpose_uses
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.check_box import CheckBox
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.domain.consents import Purpose
    from posapp.ui.look import Look


class ConsentCard(Card):
    """`purposes` are those that the operator asks for; none of them is ticked beforehand.
    `turn_asked`: she shall read it on this very screen.
    """

    turn_asked = Signal()

    def __init__(self, look: Look, version: str, purposes: tuple[Purpose, ...]) -> None:
        super().__init__(look, padding=12, name="register.consent")
        self.rows.setSpacing(0)
        shown = tr("已向顾客出示《会员协议》《隐私政策》{v}", v=version)
        self.agreed = CheckBox(look, "register.agreed", shown)
        channels = (("display", tr("顾客屏点选")), ("scan", tr("扫码签署")), ("paper", tr("纸质")))
        self.channel = ChoiceGroup(look, "register.channel", channels, height=44)
        self.channel.choose("display")
        first = QHBoxLayout()
        first.setSpacing(look.px(16))
        first.addWidget(self.agreed, 1)
        self.turn = TouchButton(look, "register.turn", tr("给顾客看"), kind=Kind.OUTLINE, height=44)
        self.turn.clicked.connect(lambda _on=False: self.turn_asked.emit())
        first.addWidget(self.turn)
        first.addWidget(Label(look, tr("同意方式"), size="small", tone="text2"))
        first.addWidget(self.channel)
        self.rows.addLayout(first)
        titles, uses = purpose_titles(tr), purpose_uses(tr)
        self.purposes = {
            each.value: CheckBox(look, f"register.purpose.{each.value}", titles[each])
            for each in purposes
        }
        second = QHBoxLayout()
        second.setSpacing(look.px(16))
        if self.purposes:
            second.addWidget(Label(look, tr("另行同意"), size="small", tone="text2"))
        for value, box in self.purposes.items():
            box.setAccessibleDescription(uses[value])
            second.addWidget(box)
        second.addStretch(1)
        self.rows.addLayout(second)

    def clear(self) -> None:
        for box in (self.agreed, *self.purposes.values()):
            box.setChecked(False)

    def hear(self, agreed: bool, purposes: frozenset[str]) -> None:
        """What she pressed on her side."""
        self.agreed.setChecked(agreed)
        self.channel.choose("display")
        for value, box in self.purposes.items():
            box.setChecked(agreed and value in purposes)

    @property
    def ticked(self) -> frozenset[str]:
        return frozenset(value for value, box in self.purposes.items() if box.isChecked())
