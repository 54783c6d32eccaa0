"""What comes back now: pieces per line, the reason, where the money goes, and the sum."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.format import money, money_digits, points, quantity
from posapp.ui.i18n import tr
from posapp.ui.line_names import line_name
from posapp.ui.refund.state import Reason, RefundState, reason_text
from posapp.ui.refund.words import give_rows, leg_text
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.money_label import MoneyLabel
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.stepper import Stepper
from posapp.ui.widgets.why_button import why_button

if TYPE_CHECKING:
    from posapp.domain.sale import SaleLine
    from posapp.ui.look import Look


class BackCard(Card):
    """Emits `stepped` with line number and −1 or +1, and `reasoned` with a `Reason` value."""

    stepped = Signal(int, int)
    reasoned = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, name="refund.back_card", parent=parent)
        self.rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(20), look.px(10), look.px(20), look.px(10))
        head.addWidget(Label(look, tr("本次退"), size="h2", bold=True), 1)
        self._count = Label(look, size="small", tone="text2", name="refund.count")
        head.addWidget(self._count)
        self.rows.addLayout(head)
        self.rows.addWidget(Divider(look))
        self._inner_box = inner = QWidget()
        self._inner = QVBoxLayout(inner)
        self._inner.setContentsMargins(look.px(20), look.px(8), look.px(20), look.px(8))
        self._inner.setSpacing(look.px(8))
        self._lines = QVBoxLayout()
        self._inner.addLayout(self._lines)
        self._inner.addLayout(self._reasons(look))
        self._title = Label(look, tr("按原支付退回"), size="small", tone="text2")
        self._inner.addWidget(self._title)
        self._gives = QVBoxLayout()
        self._gives.setSpacing(0)
        self._inner.addLayout(self._gives)
        self._note = Label(look, size="small", tone="text2", wrap=True, name="refund.note")
        self._inner.addWidget(self._note)
        self._inner.addStretch(1)
        self.rows.addWidget(Scroller(inner), 1)
        self.rows.addWidget(Divider(look))
        foot = QHBoxLayout()
        foot.setContentsMargins(look.px(20), look.px(16), look.px(20), look.px(16))
        foot.addWidget(Label(look, tr("退款合计"), tone="text2"))
        self.why = why_button(look, "refund.why")
        foot.addWidget(self.why)
        foot.addStretch(1)
        self.total = MoneyLabel(look, size="display", name="refund.total")
        foot.addWidget(self.total)
        self.rows.addLayout(foot)
        self._shown: dict[int, int] | None = None

    def _reasons(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(16))
        self._reason_head = Label(look, tr("原因"), tone="text2")
        row.addWidget(self._reason_head)
        choices = tuple((str(reason), reason_text(reason)) for reason in Reason)
        self.reason = ChoiceGroup(look, "refund.reason", choices, fill=True, height=44)
        self.reason.chosen.connect(self.reasoned)
        row.addWidget(self.reason, 1)
        return row

    def show_state(self, state: RefundState) -> None:
        if state.wanted != self._shown:
            self._shown = dict(state.wanted)
            self._fill_lines(state)
        pieces = sum(state.wanted.values())
        self._count.setText(tr("{n} 件", n=quantity(pieces)) if pieces else "")
        for each in (self._reason_head, self.reason):
            each.setVisible(not state.only_deposits)
        if state.reason is not None:
            self.reason.choose(str(state.reason))
        self._fill_gives(state)
        self._note.setText(_note(state))
        self.total.set_amount(0 if state.quote is None else state.quote.net)
        self._inner_box.setEnabled(not state.busy and state.done is None)
        self.why.setEnabled(state.quote is not None)

    def _fill_lines(self, state: RefundState) -> None:
        _empty(self._lines)
        for number, wanted in sorted(state.wanted.items()):
            self._lines.addWidget(self._line_row(state, state.line(number), wanted))

    def _line_row(self, state: RefundState, line: SaleLine, wanted: int) -> QWidget:
        look = self._look
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(ElidedLabel(look, line_name(line), bold=True), 1)
        label = tr("退 {name} 的数量", name=line_name(line))
        stepper = Stepper(look, f"refund.step.{line.number}", label)
        stepper.show_text(quantity(wanted))
        stepper.stepped.connect(partial(self.stepped.emit, line.number))
        row.addWidget(stepper)
        most = Label(look, f"/ {quantity(state.left(line.number))}", tone="text2")
        most.setMinimumWidth(look.px(40))
        row.addWidget(most)
        return box

    def _fill_gives(self, state: RefundState) -> None:
        _empty(self._gives)
        quote, refundable = state.quote, state.refundable
        self._title.setVisible(quote is not None)
        self._title.setText(tr("押金改退现金") if state.in_cash else tr("按原支付退回"))
        if quote is None or refundable is None:
            return
        for title, detail, amount in give_rows(refundable.sale, quote.gives):
            self._gives.addWidget(_give_row(self._look, title, detail, amount))


def _give_row(look: Look, title: str, detail: str, amount: int) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    row = QHBoxLayout()
    row.setSpacing(look.px(12))
    name = Label(look, title)
    name.setMinimumWidth(look.px(72))
    row.addWidget(name)
    row.addWidget(ElidedLabel(look, detail, size="small", tone="text2"), 1)
    row.addWidget(Label(look, money_digits(amount), bold=True))
    column.addLayout(row)
    column.addWidget(Divider(look))
    box.setFixedHeight(look.px(40))
    return box


def _note(state: RefundState) -> str:
    if state.done is not None:
        return "\n".join(leg_text(result) for result in state.legs.values())
    if state.quote is None:
        return tr("选中要退的商品，或扫商品条码")
    sentences = []
    if state.quote.claw:
        sentences.append(tr("扣回本单已得积分 {n}", n=points(state.quote.claw)))
    if state.refundable is not None:
        rest = state.refundable.sale.net - state.quote.net
        if state.only_deposits:
            left = sum(state.refundable.open_deposits.values()) - sum(state.wanted.values())
            if left > 0:
                sentences.append(tr("退后还有 {n} 件押金未退", n=quantity(left)))
        elif rest > 0 and not state.refundable.returned:
            sentences.append(tr("退后还可退 {rest}", rest=money(rest)))
        if not state.refundable.confirmed:
            sentences.append(tr("离线，总部的退货记录还没有核对"))
    return tr("，").join(sentences)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
