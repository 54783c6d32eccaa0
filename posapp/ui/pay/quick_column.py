"""Quick cash, and what came in so far below it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from posapp.ui.format import money, money_short
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.pay.collected_card import CollectedCard
from posapp.ui.pay.coupons import is_offered as has_coupons
from posapp.ui.pay.coupons import reason_against_coupons
from posapp.ui.pay.quick_cash import quick_cash
from posapp.ui.pay.rounding import is_offered, reason_against_rounding, rounding_text
from posapp.ui.pay.state import Collecting, PayState
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look

MOST: Final = 4


class QuickColumn(QWidget):
    """Emits `paid` with minor units for a quick key, and `dropped` with a tender's id."""

    paid = Signal(int)
    dropped = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pay.quick")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("快捷金额"), bold=True))
        cap = look.keymap.key("pay", Action.ROUND_OFF)
        self.rounding = TouchButton(look, "pay.round_off", tr("抹零"), key=cap, height=48)
        head.addStretch(1)
        head.addWidget(self.rounding)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(look.px(8))
        self._exact = self._key(look, "exact")
        grid.addWidget(self._exact, 0, 0, 1, 2)
        self._keys = [self._key(look, str(place)) for place in range(MOST)]
        for place, key in enumerate(self._keys):
            grid.addWidget(key, 1 + place // 2, place % 2)
        column.addLayout(grid)
        rewards = look.keymap.key("pay", Action.REWARDS)
        self.coupons = TouchButton(look, "pay.coupons", tr("优惠券"), key=rewards, height=48)
        self.coupons.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.coupons)
        column.addSpacing(look.px(8))
        self._collected = CollectedCard(look)
        self._collected.dropped.connect(self.dropped)
        column.addWidget(self._collected, 1)
        self._amounts: tuple[int, ...] = ()

    def show_state(self, state: PayState) -> None:
        remaining = state.payment.remaining
        self._amounts = (remaining, *quick_cash(remaining, MOST, state.around.counter.notes))
        self._exact.set_text(tr("{amount} 正好", amount=money(remaining)))
        shut = "" if isinstance(state.phase, Collecting) else tr("请稍候")
        self._exact.refuse(shut)
        for key, amount in zip(self._keys, self._amounts[1:], strict=False):
            key.set_text(money_short(amount))
            key.refuse(shut)
        self._show_rounding(state, shut)
        self._show_coupons(state, shut)
        self._collected.show_payment(state.payment)

    def _show_rounding(self, state: PayState, shut: str) -> None:
        self.rounding.setVisible(is_offered(state))
        self.rounding.set_text(rounding_text(state))
        self.rounding.refuse(shut or reason_against_rounding(state))

    def _show_coupons(self, state: PayState, shut: str) -> None:
        self.coupons.setVisible(has_coupons(state))
        count = 0 if state.member is None else len(state.member.coupons)
        self.coupons.set_text(tr("优惠券 {n}", n=count))
        self.coupons.refuse(shut or reason_against_coupons(state))

    def _key(self, look: Look, which: str) -> TouchButton:
        place = 0 if which == "exact" else int(which) + 1
        key = TouchButton(look, f"pay.quick.{which}", "¥0", height=56, size="h2")
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        key.clicked.connect(partial(self._on_clicked, place))
        return key

    def _on_clicked(self, place: int) -> None:
        if place < len(self._amounts):
            self.paid.emit(self._amounts[place])
