"""The page of a top-up: amount, what she gets for it, the cash, the change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from posapp.domain.member import Member, masked_name, masked_phone
from posapp.ui.format import money, money_short
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.member.why_top_up import of_the_top_up
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.pay.quick_cash import quick_cash
from posapp.ui.sell.why_sheet import lay_why
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.ui.widgets.why_button import why_button

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.look import Look
    from posapp.ui.member.top_up_presenter import TopUpPresenter, TopUpState
    from posapp.ui.navigation import Navigation

USUAL: Final = (10_000, 20_000, 50_000, 100_000)


class TopUpScreen(Page):
    """Two steps on one page: how much, then the cash for it."""

    key_context = "list"
    unused = frozenset({Action.TOP_UP})

    def __init__(
        self,
        frame: Frame,
        presenter: TopUpPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        look = frame.look
        self._frame, self._navigation = frame, navigation
        super().__init__(look, "top_up", tr("储值充值"), parent)
        self._presenter = presenter
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        columns.addWidget(self._amount_card(), 10)
        columns.addWidget(self._gain_card(), 10)
        self.body.addLayout(columns, 1)
        self.leave = self.add_back_action(tr("返回"))
        self.foot.addStretch(1)
        self.why = why_button(look, "top_up.why", height=64)
        self.why.clicked.connect(presenter.ask_why)
        presenter.why_asked.connect(self._explain)
        self.foot.addWidget(self.why)
        self.confirm = self.add_primary(tr("下一步"), kind=Kind.PAY)
        presenter.changed.connect(self.show_state)
        self.amount.amount_changed.connect(self._on_amount)
        self.pad.pressed.connect(self.amount.press)
        self.confirm.clicked.connect(presenter.confirm)
        self._showing = False
        self._step = -1
        self.show_state(presenter.state)

    def _amount_card(self) -> Card:
        look = self.look
        card = Card(look, padding=24, name="top_up.amount_card")
        card.rows.setSpacing(look.px(12))
        self._title = Label(look, size="h2", bold=True, name="top_up.step")
        card.rows.addWidget(self._title)
        self.amount = MoneyField(look, "top_up.amount", tr("金额"), size="h1", height=64)
        card.rows.addWidget(self.amount)
        keys = QGridLayout()
        keys.setSpacing(look.px(8))
        self.keys = [self._key(place) for place in range(len(USUAL))]
        for place, key in enumerate(self.keys):
            keys.addWidget(key, 0, place)
        card.rows.addLayout(keys)
        self.pad = NumberPad(look, "top_up.pad", amount=True, key_height=56)
        card.rows.addWidget(self.pad)
        card.rows.addStretch(1)
        return card

    def _key(self, place: int) -> TouchButton:
        key = TouchButton(self.look, f"top_up.usual.{place}", "¥0", height=56, size="h2")
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.clicked.connect(partial(self._on_key, place))
        return key

    def _gain_card(self) -> Card:
        look = self.look
        card = Card(look, padding=24, name="top_up.gain")
        card.rows.setSpacing(look.px(16))
        self._member = ElidedLabel(look, tone="member", bold=True, name="top_up.member")
        card.rows.addWidget(self._member)
        self._pairs = [_Pair(look, name) for name in (tr("现有储值"), tr("充入"), tr("赠送"))]
        self._after = _Pair(look, tr("充后储值"), strong=True)
        for pair in (*self._pairs, self._after):
            card.rows.addWidget(pair)
        card.rows.addStretch(1)
        band = Card(look, back="success_weak", edge="", radius=6, padding=16, horizontal=True)
        self._change_label = Label(look, tr("找零"))
        self.change = MoneyLabel(look, size="change", name="top_up.change")
        band.rows.addWidget(self._change_label, 1)
        band.rows.addWidget(self.change)
        self._done = Label(look, tone="pay", bold=True, wrap=True, name="top_up.done")
        card.rows.addWidget(self._done)
        card.rows.addWidget(band)
        note = tr("储值不是销售，进入负债；赠送部分不退现金")
        card.rows.addWidget(Label(look, note, size="small", tone="text2", wrap=True))
        return card

    # -- the surface

    def enter(self, payload: object) -> None:
        if isinstance(payload, Member):
            self._step = -1
            self._presenter.enter(payload)

    def first_focus(self) -> QWidget | None:
        return self.amount

    def go_back(self) -> None:
        self._presenter.back()

    def take_action(self, action: Action) -> bool:
        if action in (Action.CONFIRM, Action.SAVE):
            self._presenter.confirm()
            return True
        if action is Action.WHY:
            self._presenter.ask_why()
            return True
        return super().take_action(action)

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("0-9", tr("金额")),
            Hint("Enter", tr("继续")),
            Hint("Esc", tr("返回")),
        )

    @Slot()
    def _explain(self) -> None:
        told = of_the_top_up(self._presenter.state)
        if told:
            lay_why(self._frame, self._navigation, told)

    # -- showing

    @Slot(object)
    def show_state(self, state: TopUpState) -> None:
        self._show_step(state)
        self._show_gain(state)
        self.change.set_amount(state.change)
        self.confirm.set_busy(state.busy)
        self.confirm.set_text(_confirm_text(state))
        self.confirm.refuse("" if state.busy else _shut(state))
        self.leave.refuse("")
        self.why.refuse("" if state.quote is not None else tr("总部报价后才知道"))
        done = state.done
        text = "" if done is None else tr("充值完成，小票 {n}", n=done.receipt_number)
        self._done.setText(text)

    def _show_step(self, state: TopUpState) -> None:
        step = 2 if state.done is not None else (0 if state.quote is None else 1)
        amounts = USUAL if state.quote is None else quick_cash(state.quote.principal, len(USUAL))
        for key, amount in zip(self.keys, amounts, strict=True):
            key.set_text(money_short(amount))
            key.refuse("" if step < 2 else tr("已完成"))
        self.amount.setEnabled(step < 2)
        if step == self._step:
            return
        self._step = step
        self._title.setText((tr("充值金额"), tr("收到现金"), tr("已完成"))[step])
        self._showing = True
        if state.quote is not None:
            self.amount.suggest(state.quote.principal)
        elif state.typed is not None:
            self.amount.set_amount(state.typed)
        else:
            self.amount.clear()
        self._showing = False

    def _show_gain(self, state: TopUpState) -> None:
        member, quote = state.member, state.quote
        if member is None:
            return
        name = masked_name(member.name) or member.number
        self._member.setText(f"{name}  {masked_phone(member.phone)}")
        before = member.stored_value
        if quote is not None:
            before = quote.before_principal + quote.before_bonus
        principal = (state.typed or 0) if quote is None else quote.principal
        bonus = 0 if quote is None else quote.bonus
        figures = (before, principal, bonus)
        for pair, figure in zip(self._pairs, figures, strict=True):
            pair.show_amount(figure)
        self._after.show_amount(sum(figures))

    @Slot(int)
    def _on_amount(self, minor: int) -> None:
        if not self._showing:
            self._presenter.type_amount(minor)

    def _on_key(self, place: int) -> None:
        quote = self._presenter.state.quote
        if quote is None:
            self._presenter.choose(USUAL[place])
        else:
            self.amount.set_amount(quick_cash(quote.principal, len(USUAL))[place])


class _Pair(QWidget):
    """A caption and an amount."""

    def __init__(self, look: Look, caption: str, *, strong: bool = False) -> None:
        super().__init__()
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.addWidget(Label(look, caption, tone="text2"), 1)
        self._amount = Label(look, size="h2" if strong else "body", bold=True)
        line.addWidget(self._amount)
        row.addLayout(line)

    def show_amount(self, minor: int) -> None:
        self._amount.setText(money(minor))


def _confirm_text(state: TopUpState) -> str:
    if state.done is not None:
        return tr("完成")
    if state.quote is None:
        return tr("下一步，收现金")
    return tr("确认充值 {amount}", amount=money(state.quote.principal))


def _shut(state: TopUpState) -> str:
    if state.done is not None:
        return ""
    if state.quote is None:
        return "" if state.typed else tr("请输入金额")
    return "" if state.tendered >= state.quote.principal else tr("收到的现金不够")
