"""Why an amount is what it is: each step in words, over the find side, beside the order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.derivation import StepKind, of_earned, of_line, of_order, of_payment
from posapp.domain.derivation_refund import of_return, of_returned_line
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.line_names import line_name
from posapp.ui.sell.why_words import WhyRow, rows
from posapp.ui.widgets.card import Divider
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from posapp.domain.payment import Payment
    from posapp.domain.points import PointRules
    from posapp.domain.pricing import PricedCart
    from posapp.domain.refund import RefundLine, RefundQuote, Returned
    from posapp.domain.sale import Sale
    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation

Section = tuple[str, tuple[WhyRow, ...]]


class WhySheet(Sheet):
    """Sections of steps; the key that opened it closes it again, as Esc does."""

    key_context = "why"

    def __init__(self, frame: Frame, sections: tuple[Section, ...]) -> None:
        super().__init__(frame, "why", tr("为什么是这个金额"), icon="help")
        self.sections = sections
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, self.look.px(8), 0)
        column.setSpacing(self.look.px(8))
        for place, (title, lines) in enumerate(sections):
            if place:
                column.addWidget(Divider(self.look))
            column.addWidget(Label(self.look, title, bold=True, tone="primary", wrap=True))
            for row in lines:
                column.addLayout(self._row(row))
        column.addStretch(1)
        self.body.addWidget(Scroller(inner), 1)

    @property
    def text(self) -> str:
        """Everything on it, line by line."""
        return "\n".join(
            line
            for title, lines in self.sections
            for line in (title, *(f"{row.text} {row.amount}".strip() for row in lines))
        )

    def first_focus(self) -> QWidget | None:
        return self.close_button

    def take_action(self, action: Action) -> bool:
        if action in (Action.BACK, Action.WHY):
            self.left.emit()
            return True
        return False

    def _row(self, row: WhyRow) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self.look.px(12))
        tone = "text" if row.is_result or row.amount else "text2"
        line.addWidget(Label(self.look, row.text, bold=row.is_result, tone=tone, wrap=True), 1)
        if row.amount:
            amount = Label(
                self.look, row.amount, bold=row.is_result, align=Qt.AlignmentFlag.AlignRight
            )
            line.addWidget(amount, 0, Qt.AlignmentFlag.AlignTop)
        return line


def lay_why(frame: Frame, navigation: Navigation, sections: tuple[Section, ...]) -> None:
    """Put it over what is shown until it is closed."""
    sheet = WhySheet(frame, sections)
    sheet.left.connect(sheet.deleteLater)
    navigation.lay(sheet)


def of_the_order(
    priced: PricedCart, selected: int | None, rules: PointRules | None
) -> tuple[Section, ...]:
    """The chosen line and the whole order."""
    sections: list[Section] = []
    line = next((each.line for each in priced.lines if each.line.key == selected), None)
    if line is not None:
        title = line_name(line)
        sections.append((title, rows(of_line(priced, line.key), tr("这一行合计"))))
    sections.append((tr("整单"), rows(of_order(priced, rules), tr("应收"))))
    return tuple(sections)


def of_the_payment(payment: Payment, rules: PointRules | None) -> tuple[Section, ...]:
    """How the total came about, and what was collected of it."""
    order = rows(of_order(payment.priced, rules), tr("应收"))
    order = tuple(row for row in order if row.amount)
    paid = rows(of_payment(payment, rules), tr("应收"))
    return ((tr("整单"), order), (tr("收款"), paid))


def of_the_paid(payment: Payment, sale: Sale, rules: PointRules | None) -> tuple[Section, ...]:
    """As of a payment; the points are those that the finished sale earned."""
    whole, _paid = of_the_payment(payment, None)
    steps = (step for step in of_payment(payment) if step.kind is not StepKind.NO_POINTS)
    points = rows(of_earned(sale, rules), "")
    return (whole, (tr("收款"), rows(steps, tr("应收"))), (tr("积分"), points))


def of_the_return(sale: Sale, before: Returned, quote: RefundQuote) -> tuple[Section, ...]:
    """Each line that comes back, then which payment gets what of it and what becomes of points."""
    lines = tuple(_line_back(sale, before, back) for back in quote.lines)
    return (*lines, (tr("退款"), rows(of_return(sale, before, quote), tr("退款合计"))))


def _line_back(sale: Sale, before: Returned, back: RefundLine) -> Section:
    line = next(each for each in sale.lines if each.number == back.number)
    steps = of_returned_line(sale, before, back)
    return f"{line.name} {line.spec}".strip(), rows(steps, tr("这一行退回"))
