"""The sale is durable: the change in large digits until the next scan begins a new sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.format import money, points
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.pay.change_keeping import reason_against_keeping
from posapp.ui.pay.collected_card import tender_title
from posapp.ui.pay.state import Keeping
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import Disc
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.ui.widgets.why_button import why_button

if TYPE_CHECKING:
    from posapp.domain.sale import Sale
    from posapp.ui.look import Look
    from posapp.ui.pay.state import Done, PayState

_CENTRE = Qt.AlignmentFlag.AlignHCenter


class DonePane(Card):
    """Emits `next_sale`."""

    next_sale = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=32, name="pay.done", parent=parent)
        self._title = Label(look, size="h1", bold=True, align=_CENTRE, name="pay.done.title")
        self._caption = Label(look, size="h2", tone="text2", align=_CENTRE, name="pay.done.caption")
        self._amount = MoneyLabel(look, size="customer", align=_CENTRE, name="pay.done.amount")
        self._tenders = Label(look, align=_CENTRE, wrap=True, name="pay.done.tenders")
        self._earned = Label(look, tone="member", align=_CENTRE, name="pay.done.earned")
        self.rows.addStretch(1)
        disc = Disc(look, icon="check", back="success_weak", tone="pay", size=64)
        self.rows.addWidget(disc, 0, _CENTRE)
        self.rows.addSpacing(look.px(8))
        self.rows.addWidget(self._title)
        self.rows.addSpacing(look.px(24))
        self.rows.addWidget(self._caption)
        self.rows.addWidget(self._amount, 0, _CENTRE)
        self.rows.addSpacing(look.px(16))
        self.rows.addWidget(self._tenders)
        self.rows.addWidget(self._earned)
        self.why = why_button(look, "pay.done.why", "pay")
        self.rows.addWidget(self.why, 0, _CENTRE)
        self.rows.addStretch(2)
        foot = QHBoxLayout()
        hint = ElidedLabel(look, tr("扫下一件商品，直接开新单"), tone="text2")
        self.next = TouchButton(
            look,
            "pay.done.next",
            tr("新的一单"),
            kind=Kind.PRIMARY,
            key="Enter",
            height=64,
            size="h2",
        )
        self.next.setMinimumWidth(look.px(320))
        foot.addWidget(hint, 1)
        key = look.keymap.key("pay", Action.TOP_UP)
        self.keep = TouchButton(look, "pay.done.keep", tr("找零转存"), key=key, height=64)
        join_key = look.keymap.key("pay", Action.MEMBER)
        self.join = TouchButton(
            look, "pay.done.join", tr("登记会员并积分"), key=join_key, height=64
        )
        foot.addWidget(self.join)
        foot.addWidget(self.keep)
        foot.addWidget(self.next)
        self.rows.addLayout(foot)
        self.next.clicked.connect(self.next_sale)

    def show_done(self, state: PayState, phase: Done) -> None:
        sale = phase.committed.sale
        self._show_keeping(state, phase)
        self._title.setText(tr("收款完成，小票 {number}", number=sale.receipt_number))
        kept = phase.keeping is Keeping.KEPT
        change = tr("找零已存入储值") if kept else tr("找零")
        self._caption.setText(change if sale.change else tr("已收"))
        self._amount.set_amount(sale.change or sale.net)
        self._tenders.setText(_tenders_text(sale))
        self.join.setVisible(sale.member_id is None)
        earned = sale.points_earned
        self._earned.setText(tr("本单获得积分 {n}", n=points(earned)) if earned else "")

    def _show_keeping(self, state: PayState, phase: Done) -> None:
        """Only where there is change that could be kept."""
        change = phase.committed.sale.change
        self.keep.setVisible(bool(change) and phase.keeping is not Keeping.KEPT)
        self.keep.set_busy(phase.keeping is Keeping.ASKED)
        self.keep.set_text(tr("找零转存 {amount}", amount=money(change)))
        self.keep.refuse(reason_against_keeping(state))


def _tenders_text(sale: Sale) -> str:
    parts = (f"{tender_title(each)} {money(each.tendered or each.amount)}" for each in sale.tenders)
    return tr("应收 {net}", net=money(sale.net)) + "  ·  " + "  +  ".join(parts)
