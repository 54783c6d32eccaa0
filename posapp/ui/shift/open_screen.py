"""The page on which a shift begins: the float that lies in the drawer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.format import money_short
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.shift.open_presenter import OpenPresenter

USUAL: Final = (0, 20_000, 50_000, 100_000)


class OpenScreen(Page):
    """Enter opens the shift; the usual floats are one press."""

    key_context = "list"

    def __init__(self, look: Look, presenter: OpenPresenter, parent: QWidget | None = None) -> None:
        super().__init__(look, "shift_open", tr("开班"), parent)
        self._presenter = presenter
        card = Card(look, padding=24, name="shift_open.card")
        card.setMaximumWidth(look.px(560))
        card.rows.setSpacing(look.px(12))
        card.rows.addWidget(Label(look, tr("钱箱里的备用金"), size="h2", bold=True))
        note = tr("请先数清钱箱里的钱，交班时按这个数核对")
        card.rows.addWidget(Label(look, note, tone="text2", wrap=True))
        self.amount = MoneyField(look, "shift_open.amount", tr("备用金"), size="h1", height=64)
        card.rows.addWidget(self.amount)
        choices = tuple((str(amount), money_short(amount)) for amount in USUAL)
        self.usual = ChoiceGroup(look, "shift_open.usual", choices, fill=True, height=48)
        card.rows.addWidget(self.usual)
        self.pad = NumberPad(look, "shift_open.pad", amount=True, key_height=56)
        card.rows.addWidget(self.pad)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 10)
        row.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addLayout(row)
        middle.addStretch(1)
        self.body.addLayout(middle, 1)
        self.leave = self.add_back_action(tr("返回"))
        self.others = TouchButton(
            look, "shift_open.drawers", tr("其他钱箱"), icon="drawer", height=64
        )
        self.others.clicked.connect(presenter.other_drawers)
        self.foot.addWidget(self.others)
        self.foot.addStretch(1)
        self.confirm = self.add_primary(tr("开班"))
        self.usual.chosen.connect(self._on_usual)
        self.pad.pressed.connect(self.amount.press)
        self.amount.amount_changed.connect(self._on_amount)
        self.confirm.clicked.connect(self._on_confirm)
        presenter.busy_changed.connect(self.confirm.set_busy)
        presenter.drawer_changed.connect(self._on_drawer)
        self.amount.suggest(0)

    def enter(self, payload: object) -> None:
        self._presenter.enter(payload if isinstance(payload, str) else "")
        self.amount.suggest(0)

    def first_focus(self) -> QWidget | None:
        return self.amount

    def go_back(self) -> None:
        self._presenter.back()

    def take_action(self, action: Action) -> bool:
        if action in (Action.CONFIRM, Action.SAVE):
            self._on_confirm()
            return True
        return super().take_action(action)

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("0-9", tr("金额")),
            Hint("Enter", tr("开班")),
            Hint("Esc", tr("返回")),
        )

    @Slot(str)
    def _on_drawer(self, drawer: str) -> None:
        who = self._presenter.cashier
        self.remark.setText(tr("{who}，钱箱 {name}", who=who, name=drawer))

    @Slot(str)
    def _on_usual(self, value: str) -> None:
        self.amount.set_amount(int(value))
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_amount(self, minor: int) -> None:
        self.confirm.refuse("" if minor >= 0 else tr("请输入金额"))

    @Slot()
    def _on_confirm(self) -> None:
        amount = self.amount.amount
        if amount is not None:
            self._presenter.open(amount)
