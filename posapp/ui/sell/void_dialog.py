"""Voiding the whole order: what is lost, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from posapp.ui.format import money, quantity
from posapp.ui.i18n import tr
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.dialog import Dialog
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind

if TYPE_CHECKING:
    from posapp.domain.pricing import PricedCart
    from posapp.ui.frame import Frame


class VoidDialog(Dialog):
    """Emits `chosen` with the reason."""

    chosen = Signal(str)

    def __init__(self, frame: Frame, priced: PricedCart, reasons: tuple[str, ...] = ()) -> None:
        """`reasons` are the shop's own, in place of the usual ones."""
        look = frame.look
        count, amount = quantity(priced.quantity), money(priced.net)
        super().__init__(
            look,
            "sell.void",
            frame.host,
            title=tr("整单作废 {n} 件 {amount}", n=count, amount=amount),
            text=tr("已收的款会退回，作废后不能恢复"),
            confirm=tr("整单作废"),
            safe=tr("返回，不作废"),
            kind=Kind.DANGER,
            icon="warning",
            width=640,
        )
        self._reasons = tuple((each, each) for each in reasons) or _reasons()
        self.reason = ChoiceGroup(look, "void.reason", self._reasons)
        self.body.addWidget(Label(look, tr("原因"), size="small", tone="text2"))
        self.body.addWidget(self.reason)
        self.reason.chosen.connect(lambda _value: self.refuse(""))
        self.refuse(tr("先选原因"))
        self.answered.connect(self._on_answered)

    @Slot(bool)
    def _on_answered(self, yes: bool) -> None:  # a signal's argument
        reason = dict(self._reasons).get(self.reason.value, "")
        if yes and reason:
            self.chosen.emit(reason)


def _reasons() -> tuple[tuple[str, str], ...]:
    return (
        ("changed_mind", tr("顾客不要了")),
        ("wrong_order", tr("录错单")),
        ("no_money", tr("付款不成功")),
        ("training", tr("练习")),
    )
