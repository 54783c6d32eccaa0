"""What came in so far, tender by tender, each with its way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.sale import Tender, TenderKind
from posapp.ui.format import money, money_digits, points
from posapp.ui.i18n import tr
from posapp.ui.pay.ways import channel_title, taken_by_title
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.domain.payment import Payment
    from posapp.ui.look import Look


class CollectedCard(Card):
    """Emits `dropped` with the tender's id when its ✕ is pressed."""

    dropped = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, name="pay.collected", parent=parent)
        self.rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(20), look.px(10), look.px(20), look.px(10))
        head.addWidget(Label(look, tr("已收"), bold=True))
        head.addStretch(1)
        self._sum = Label(look, bold=True, name="pay.collected.sum")
        head.addWidget(self._sum)
        self.rows.addLayout(head)
        self.rows.addWidget(Divider(look))
        self._list = QVBoxLayout()
        self._list.setContentsMargins(look.px(20), look.px(4), look.px(8), look.px(4))
        self._list.setSpacing(0)
        self.rows.addLayout(self._list)
        self._note = Label(look, size="small", tone="text2", wrap=True, name="pay.collected.note")
        self._note.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(8))
        self.rows.addWidget(self._note)
        self.rows.addStretch(1)
        self._shown: tuple[Tender, ...] | None = None

    def show_payment(self, payment: Payment) -> None:
        self._sum.setText(money(payment.collected))
        self._note.setText(_note(payment))
        if payment.tenders == self._shown:
            return
        self._shown = payment.tenders
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for tender in payment.tenders:
            row = TenderRow(self._look, tender)
            row.dropped.connect(self.dropped)
            self._list.addWidget(row)


class TenderRow(QWidget):
    """Title, details and amount of one tender, and ✕."""

    dropped = Signal(str)

    def __init__(self, look: Look, tender: Tender, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"pay.tender.{tender.kind}")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, look.px(4), 0, look.px(4))
        grid.setVerticalSpacing(0)
        grid.setHorizontalSpacing(look.px(12))
        title = tender_title(tender)
        grid.addWidget(ElidedLabel(look, title), 0, 0)
        grid.addWidget(Label(look, money_digits(tender.amount), bold=True), 0, 1)
        grid.addWidget(ElidedLabel(look, _detail(tender), size="small", tone="text2"), 1, 0)
        name = f"pay.drop.{tender.kind}"
        drop = TouchButton(
            look,
            name,
            "",
            label=tr("退回 {what}", what=title),
            icon="close",
            kind=Kind.GHOST,
            height=40,
        )
        drop.setFixedSize(look.px(40), look.px(40))
        drop.clicked.connect(partial(self.dropped.emit, str(tender.id)))
        grid.addWidget(drop, 0, 2, 2, 1)
        grid.setColumnStretch(0, 1)


def tender_title(tender: Tender) -> str:
    """What a tender is called."""
    match tender.kind:
        case TenderKind.CASH:
            return tr("现金")
        case TenderKind.STORED_VALUE:
            return tr("储值")
        case TenderKind.POINTS:
            return tr("积分抵扣")
        case TenderKind.EXTERNAL:
            return channel_title(tender.channel)
        case TenderKind.THIRD_PARTY_COUPON:
            return tr("第三方券")
        case TenderKind.ON_ACCOUNT:
            return tr("挂账 {name}", name=tender.holder)
        case TenderKind.RECORDED:
            return tr("外部已收 {by}", by=taken_by_title(tender.channel))
        case _:
            assert_never(tender.kind)


def _detail(tender: Tender) -> str:
    match tender.kind:
        case TenderKind.STORED_VALUE:
            principal = sum(piece.principal for piece in tender.value_slices)
            bonus = sum(piece.bonus for piece in tender.value_slices)
            return tr(
                "本金 {principal} + 赠送 {bonus}",
                principal=money_digits(principal),
                bonus=money_digits(bonus),
            )
        case TenderKind.POINTS:
            return tr("{n} 积分", n=points(tender.points))
        case TenderKind.CASH if tender.change:
            return tr(
                "收 {taken}，找零 {change}",
                taken=money(tender.tendered),
                change=money(tender.change),
            )
        case TenderKind.ON_ACCOUNT:
            return tr("签单人 {name}", name=tender.reference)
        case TenderKind.RECORDED:
            return tender.reference
        case _:
            return tender.masked


def _note(payment: Payment) -> str:
    if not payment.tenders:
        return tr("还没有收款")
    if payment.hold_ids:
        return tr("已预扣，取消收款会自动退回")
    return ""
