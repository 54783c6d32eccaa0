"""The amount of the chosen way: the field, the band with the change, the number pad, confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.pay.state import Collecting, PayState, Way
from posapp.ui.pay.ways import reason_against, way_title
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.money_field import MoneyField
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.number_pad import NumberPad
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look


class AmountPane(QWidget):
    """Emits `typed` with minor units (−1 for no amount) and `confirmed`."""

    typed = Signal(int)
    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pay.amount_pane")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        self._title = Label(look, bold=True, name="pay.way_title")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(Label(look, tr("数字键只输入金额"), size="small", tone="text2"))
        self.field = MoneyField(look, "pay.amount", tr("收到的金额"), size="h1", height=64)
        self._band = ChangeBand(look)
        self._pad = NumberPad(look, "pay.pad", amount=True)
        self.confirm = TouchButton(
            look, "pay.confirm", tr("确认收款"), kind=Kind.PAY, key="Enter", height=72, size="h1"
        )
        column.addLayout(head)
        column.addWidget(self.field)
        column.addWidget(self._band)
        column.addSpacing(look.px(8))
        column.addWidget(self._pad)
        column.addStretch(1)
        column.addWidget(self.confirm)
        self._showing = False
        self._way: Way | None = None
        self.field.amount_changed.connect(self._on_amount)
        self._pad.pressed.connect(self.field.press)
        self.confirm.clicked.connect(self.confirmed)

    def show_state(self, state: PayState) -> None:
        self._title.setText(way_title(state.way))
        self._show_amount(state)
        self._band.show_state(state)
        busy = not isinstance(state.phase, Collecting)
        self.confirm.set_busy(busy)
        self.confirm.refuse("" if busy else _shut(state))
        self.confirm.set_text(_confirm_text(state))

    def _show_amount(self, state: PayState) -> None:
        """What the person typed is never rewritten; a suggestion waits to be typed over."""
        self._showing = True
        moved, self._way = state.way is not self._way, state.way
        if state.typed is None:
            self.field.suggest(state.suggested)
        elif moved:
            # For another way the amount stands, but the next digit begins a new one.
            self.field.suggest(state.typed)
        elif self.field.amount != state.typed:
            self.field.set_amount(state.typed)
        self._showing = False

    @Slot(int)
    def _on_amount(self, minor: int) -> None:
        if not self._showing:
            self.typed.emit(minor)


class ChangeBand(Card):
    """找零 in large digits; for other ways what remains after this part."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            back="success_weak",
            edge="",
            radius=6,
            padding=0,
            horizontal=True,
            name="pay.change_band",
            parent=parent,
        )
        self.rows.setContentsMargins(look.px(20), 0, look.px(20), 0)
        self.setFixedHeight(look.px(72))
        self._label = ElidedLabel(look, name="pay.change.label")
        self._amount = MoneyLabel(look, size="change", name="pay.change")
        self.rows.addWidget(self._label, 1)
        self.rows.addWidget(self._amount)

    def show_state(self, state: PayState) -> None:
        rest = max(0, state.payment.remaining - state.amount)
        if rest > 0 or state.way is not Way.CASH:
            self.set_colors("surface2")
            self._label.setText(tr("收这部分后还差"))
            self._amount.set_amount(rest)
        else:
            self.set_colors("success_weak")
            self._label.setText(tr("找零"))
            self._amount.set_amount(state.change)


def _shut(state: PayState) -> str:
    reason = reason_against(state.way, state)
    if reason:
        return reason
    over = state.amount - state.payment.remaining
    if state.way is Way.CASH and over > state.around.counter.change_most:
        return tr("找零 {change} 太多，请检查收到的金额", change=money(over))
    if state.amount <= 0:
        return tr("请输入金额")
    if over > 0 and state.way is not Way.CASH:
        return tr("比剩余多 {over}，请减少", over=money(over))
    return ""


def _confirm_text(state: PayState) -> str:
    match state.way:
        case Way.CODE if state.around.codes_by_central:
            return tr("出示收款码 {amount}", amount=money(state.amount))
        case Way.CODE:
            return tr("请扫顾客付款码")
        case Way.VALUE:
            return tr("用储值付 {amount}", amount=money(state.amount))
        case Way.CARD:
            return tr("刷卡收 {amount}", amount=money(state.amount))
        case Way.POINTS:
            return tr("用积分抵 {amount}", amount=money(state.amount))
        case Way.ACCOUNT:
            return tr("挂账 {amount}", amount=money(state.amount))
        case Way.RECORDED:
            return tr("登记 {amount}", amount=money(state.amount))
        case _:
            return tr("确认收款")
