"""The page of the drawer: cash in, cash out, or only opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.shift.cash_presenter import CashState, Doing, doing_text
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.number_pad import NumberPad

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.shift.cash_presenter import CashPresenter

_ORDER: Final = (Doing.OPEN_ONLY, Doing.DROP, Doing.CASH_IN, Doing.CASH_OUT)


class CashScreen(Page):
    """↑↓ choose what is done, digits are the amount, Enter does it."""

    key_context = "list"

    def __init__(self, look: Look, presenter: CashPresenter, parent: QWidget | None = None) -> None:
        super().__init__(look, "cash_move", tr("钱箱"), parent)
        self._presenter = presenter
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        columns.addWidget(self._form(), 10)
        columns.addWidget(self._keys(), 10)
        self.body.addLayout(columns, 1)
        self.leave = self.add_back_action(tr("返回"))
        self.foot.addStretch(1)
        self.confirm = self.add_primary(tr("记账并开钱箱"))
        self.doing.chosen.connect(presenter.choose)
        self.reasons.chosen.connect(self._on_reason)
        self.remark_field.edit.textEdited.connect(presenter.give_reason)
        self.amount.amount_changed.connect(presenter.type_amount)
        self.pad.pressed.connect(self.amount.press)
        self.confirm.clicked.connect(presenter.confirm)
        presenter.changed.connect(self.show_state)
        self._shown: Doing | None = None
        self._is_new = False
        self.show_state(presenter.state)

    def _form(self) -> Card:
        look = self.look
        card = Card(look, padding=24, name="cash_move.form")
        card.rows.setSpacing(look.px(16))
        choices = tuple((str(each), doing_text(each)) for each in _ORDER)
        self.doing = ChoiceGroup(look, "cash_move.doing", choices, fill=True, height=56)
        card.rows.addWidget(self.doing)
        card.rows.addWidget(Label(look, tr("原因"), bold=True))
        self.reasons = ChoiceGroup(look, "cash_move.reason", (), fill=True, height=48)
        card.rows.addWidget(self.reasons)
        self.remark_field = FormField(
            look, "cash_move.remark", tr("其他原因"), placeholder=tr("可直接输入"), edit=QLineEdit()
        )
        card.rows.addWidget(self.remark_field)
        note = tr("每次都记入审计日志；上缴、取出和只开钱箱可能要店长授权")
        card.rows.addWidget(Label(look, note, size="small", tone="text2", wrap=True))
        card.rows.addStretch(1)
        return card

    def _keys(self) -> Card:
        look = self.look
        card = Card(look, padding=24, name="cash_move.amount_card")
        card.rows.setSpacing(look.px(16))
        card.rows.addWidget(Label(look, tr("金额"), bold=True))
        self.amount = MoneyField(look, "cash_move.amount", tr("金额"), size="h1", height=64)
        card.rows.addWidget(self.amount)
        self.pad = NumberPad(look, "cash_move.pad", amount=True, key_height=56)
        card.rows.addWidget(self.pad)
        card.rows.addStretch(1)
        return card

    # -- the surface

    def enter(self, payload: object) -> None:
        self.amount.clear()
        self.remark_field.edit.clear()
        self._presenter.enter()

    def first_focus(self) -> QWidget | None:
        return self.amount

    def take_action(self, action: Action) -> bool:
        match action:
            case Action.CONFIRM | Action.SAVE:
                self._presenter.confirm()
            case Action.UP | Action.DOWN:
                step = -1 if action is Action.UP else 1
                place = _ORDER.index(self._presenter.state.doing)
                self._presenter.choose(str(_ORDER[(place + step) % len(_ORDER)]))
            case _:
                return super().take_action(action)
        return True

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(self.look.keymap.up_and_down(self.key_context), tr("选择")),
            Hint("0-9", tr("金额")),
            Hint("Enter", tr("确认")),
            Hint("Esc", tr("返回")),
        )

    # -- showing

    @Slot(object)
    def show_state(self, state: CashState) -> None:
        if state.doing is not self._shown:
            self._shown = state.doing
            self.doing.choose(str(state.doing))
            texts = self._texts(state.doing)
            self.reasons.set_choices(tuple((str(n), text) for n, text in enumerate(texts)))
            self._is_new = True
        for part in (self.amount, self.pad):
            part.setEnabled(state.moves_cash)
        if self._is_new and state.moves_cash:
            self.amount.setFocus(Qt.FocusReason.OtherFocusReason)
        self._is_new = False
        self.confirm.set_busy(state.busy)
        self.confirm.set_text(_confirm_text(state))
        self.confirm.refuse("" if state.busy else _shut(state))

    @Slot(str)
    def _on_reason(self, place: str) -> None:
        self.remark_field.edit.clear()
        self._presenter.give_reason(self._texts(self._presenter.state.doing)[int(place)])
        self.amount.setFocus(Qt.FocusReason.OtherFocusReason)

    def _texts(self, doing: Doing) -> tuple[str, ...]:
        return self._presenter.shop_reasons(doing) or reasons_for(doing)


def reasons_for(doing: Doing) -> tuple[str, ...]:
    """The usual reasons, where the shop has no others."""
    match doing:
        case Doing.CASH_IN:
            return tr("补零钱"), tr("补备用金")
        case Doing.CASH_OUT:
            return tr("小额支出"), tr("付货款")
        case Doing.DROP:
            return tr("上缴大钞"), tr("钱箱太满")
        case Doing.OPEN_ONLY:
            return tr("换零钱"), tr("检查钱箱")


def _confirm_text(state: CashState) -> str:
    what = doing_text(state.doing)
    if state.moves_cash and state.amount:
        return f"{what} {money(state.amount)}"
    return what


def _shut(state: CashState) -> str:
    if state.moves_cash and not state.amount:
        return tr("请输入金额")
    return "" if state.reason else tr("请选择原因")
