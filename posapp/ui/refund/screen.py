"""The page of a return of goods: the sale at the left, what comes back at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from posapp.domain.member import masked_name, masked_phone
from posapp.domain.sale import TenderKind
from posapp.ui.format import (
    local_day_time,
    money,
    money_digits,
    points,
    quantity,
    time_from_ms,
)
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.pay.collected_card import tender_title
from posapp.ui.refund.back_card import BackCard
from posapp.ui.refund.sold_list import SoldHead, SoldList
from posapp.ui.refund.state import Reason
from posapp.ui.sell.why_sheet import lay_why, of_the_return
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.icon_label import Disc, IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.scan_field import ScanField
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import Kind, TouchButton
from posapp.workflows.pay_outcomes import RefundUnknown

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from posapp.domain.sale import Sale, Tender
    from posapp.ui.frame import Frame
    from posapp.ui.look import Look
    from posapp.ui.navigation import Navigation
    from posapp.ui.refund.presenter import RefundPresenter
    from posapp.ui.refund.state import RefundState
    from posapp.ui.surface import Scan


class RefundScreen(Page):
    """Space ticks the selected line, Enter refunds; every figure comes from the presenter."""

    key_context = "list"
    unused = frozenset({Action.TOP_UP})

    def __init__(
        self,
        frame: Frame,
        presenter: RefundPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        look = frame.look
        super().__init__(look, "refund", tr("退货"), parent)
        self._frame = frame
        self._navigation = navigation
        self._presenter = presenter
        self.receipt = ScanField(
            look,
            "refund.find",
            tr("小票号"),
            placeholder=tr("扫小票上的二维码，或输入小票号后按 Enter"),
        )
        self._member = ElidedLabel(look, tone="member", bold=True, name="refund.member")
        self._member.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self._member, 1)
        self.body.addWidget(self.receipt)
        self.sold = SoldCard(look)
        self.back_card = BackCard(look)
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            look,
            "receipt",
            tr("还没有选小票"),
            tr("扫小票上的二维码，商品会列在这里"),
            name="refund.empty",
        )
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._columns(look))
        self.body.addWidget(self._pages, 1)
        self._add_foot(look)
        self._connect()
        self.show_state(presenter.state)

    def _columns(self, look: Look) -> QWidget:
        columns = QWidget()
        row = QHBoxLayout(columns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(self.sold, 60)
        row.addWidget(Disc(look, icon="chevron-right", back="primary_weak", tone="primary"))
        row.addWidget(self.back_card, 66)
        return columns

    def _add_foot(self, look: Look) -> None:
        self.leave = self.add_back_action(tr("返回，不退款"))
        shield = QHBoxLayout()
        shield.setSpacing(look.px(8))
        self._shield = IconLabel(look, "shield", size=20)
        shield.addWidget(self._shield)
        self._next = Label(look, size="small", tone="text2", wrap=True, name="refund.next")
        shield.addWidget(self._next, 1)
        self.foot.addLayout(shield, 1)
        self.all = TouchButton(look, "refund.all", tr("整单退"), height=64)
        self.retry = TouchButton(look, "refund.retry", tr("重试原路退回"), icon="sync", height=64)
        self.deposits = TouchButton(look, "refund.deposits", tr("退押金"), key="0", height=64)
        self.in_cash = TouchButton(look, "refund.in_cash", tr("改退现金"), key="9", height=64)
        self.foot.addWidget(self.deposits)
        self.foot.addWidget(self.in_cash)
        self.foot.addWidget(self.all)
        self.foot.addWidget(self.retry)
        self.confirm = self.add_primary(tr("确认退款"), kind=Kind.DANGER)
        self.foot.setStretch(self.foot.count() - 1, 2)
        self.finish = TouchButton(
            look, "refund.finish", tr("完成"), kind=Kind.PRIMARY, key="Enter", height=64, size="h2"
        )
        self.foot.addWidget(self.finish, 2)

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.cleared.connect(self.receipt.edit.clear)
        presenter.changed.connect(self.show_state)
        self.receipt.submitted.connect(presenter.find)
        self.sold.lines.chosen.connect(presenter.toggle)
        self.sold.lines.reached.connect(presenter.select)
        self.back_card.stepped.connect(presenter.step)
        self.back_card.reasoned.connect(presenter.choose_reason)
        self.back_card.why.clicked.connect(presenter.ask_why)
        presenter.why_asked.connect(self._explain)
        self.all.clicked.connect(presenter.want_all)
        self.deposits.clicked.connect(presenter.want_deposits)
        self.in_cash.clicked.connect(presenter.swap_cash)
        self.retry.clicked.connect(presenter.retry_legs)
        self.confirm.clicked.connect(presenter.confirm)
        self.finish.clicked.connect(presenter.confirm)

    # -- the surface

    def enter(self, payload: object) -> None:
        self._presenter.enter(payload if isinstance(payload, str) else "")
        self.receipt.clear()

    def first_focus(self) -> QWidget | None:
        return self.receipt.edit

    def take_scan(self, scan: Scan) -> bool:
        return self._presenter.take_scan(scan)

    def take_action(self, action: Action) -> bool:
        match action:
            case Action.UP:
                self._presenter.select_next(-1)
            case Action.DOWN:
                self._presenter.select_next(1)
            case Action.TOGGLE:
                self._presenter.toggle(self._presenter.state.selected)
            case Action.WHY:
                self._presenter.ask_why()
            case Action.CONFIRM if self._presenter.state.refundable is not None:
                self._presenter.confirm()
            case _:
                return super().take_action(action)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose the reason, + and − the number of pieces of the selected line, 0 takes all
        deposits and 9 gives them back in cash.
        """
        reasons, text = tuple(Reason), event.text()
        if text.isdigit() and 1 <= int(text) <= len(reasons):
            self._presenter.choose_reason(str(reasons[int(text) - 1]))
        elif text == "0":
            self._presenter.want_deposits()
        elif text == "9":
            self._presenter.swap_cash()
        elif text in ("+", "-"):
            by = 1 if text == "+" else -1
            self._presenter.step(self._presenter.state.selected, by)
        else:
            super().keyPressEvent(event)

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("1-4", tr("原因")),
            Hint(self.look.keymap.up_and_down(self.key_context), tr("选行")),
            Hint(self.cap(Action.TOGGLE), tr("选中")),
            Hint("Enter", tr("退款")),
            Hint("Esc", tr("返回")),
        )

    @Slot()
    def _explain(self) -> None:
        refundable, quote = self._presenter.state.refundable, self._presenter.state.quote
        if refundable is None or quote is None:
            return
        told = of_the_return(refundable.sale, refundable.returned, quote)
        lay_why(self._frame, self._navigation, told)

    # -- showing

    @Slot(object)
    def show_state(self, state: RefundState) -> None:
        known = state.refundable is not None
        self.receipt.setVisible(not known)
        self._pages.setCurrentIndex(1 if known else 0)
        self.all.setVisible(known and state.done is None and not state.may_be_cash)
        self._show_deposits(state)
        self.retry.setVisible(has_open_legs(state))
        self.remark.setText(_remark(state))
        self._member.setText(_member(state))
        self.sold.show_state(state)
        self.back_card.show_state(state)
        self._show_confirm(state)

    def _show_deposits(self, state: RefundState) -> None:
        open_ones = {} if state.refundable is None else state.refundable.open_deposits
        self.deposits.setVisible(bool(open_ones) and state.done is None)
        if open_ones:
            count = quantity(sum(open_ones.values()))
            self.deposits.set_text(tr("退押金 {n} 件", n=count))
        self.in_cash.setVisible(state.may_be_cash and state.done is None)
        self.in_cash.set_text(tr("原路退回") if state.in_cash else tr("改退现金"))

    def _show_confirm(self, state: RefundState) -> None:
        self.confirm.set_busy(state.busy)
        self.confirm.setVisible(state.done is None)
        self.finish.setVisible(state.done is not None)
        self._shield.setVisible(state.quote is not None and state.done is None)
        if state.done is not None:
            number = state.done.refund.receipt_number
            self._next.setText(tr("退款完成，小票 {number}", number=number))
            self.leave.set_text(tr("返回"))
            return
        amount = 0 if state.quote is None else state.quote.net
        self.leave.set_text(tr("返回，不退款"))
        self._next.setText(tr("需要时请店长输 PIN 授权") if state.quote else "")
        self.confirm.set_text(tr("确认退款 {amount}", amount=money(amount)))
        self.confirm.refuse(_shut(state))


class SoldCard(Card):
    """已售: the lines, and how the sale was paid."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, name="refund.sold", parent=parent)
        self.rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(look.px(20), look.px(10), look.px(20), look.px(10))
        head.addWidget(Label(look, tr("已售"), size="h2", bold=True))
        hint = ElidedLabel(
            look,
            tr("{key} 选中，扫商品也可选中", key=look.keymap.key("list", Action.TOGGLE)),
            size="small",
            tone="text2",
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(hint, 1)
        self.rows.addLayout(head)
        self.rows.addWidget(Divider(look))
        self.rows.addWidget(SoldHead(look))
        self.lines = SoldList(look)
        self.rows.addWidget(Scroller(self.lines), 1)
        self.rows.addWidget(Divider(look))
        self._paid = QVBoxLayout()
        self._paid.setContentsMargins(look.px(20), look.px(10), look.px(20), look.px(10))
        self._paid.setSpacing(look.px(8))
        self.rows.addLayout(self._paid)
        self._sale: Sale | None = None

    def show_state(self, state: RefundState) -> None:
        self.lines.show_state(state)
        sale = None if state.refundable is None else state.refundable.sale
        if sale is None or sale == self._sale:
            return
        self._sale = sale
        while (item := self._paid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        total = tr("合计 {net}", net=money_digits(sale.net))
        self._paid.addWidget(_pair(self._look, tr("原支付"), total, head=True))
        for tender in sale.tenders:
            amount = money_digits(tender.amount)
            self._paid.addWidget(_pair(self._look, _paid_by(tender), amount))


def _pair(look: Look, left: str, right: str, *, head: bool = False) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    size, tone = ("small", "text2") if head else ("body", "text")
    row.addWidget(ElidedLabel(look, left, size=size, tone=tone), 1)
    row.addWidget(Label(look, right, bold=head))
    return box


def _paid_by(tender: Tender) -> str:
    title = tender_title(tender)
    match tender.kind:
        case TenderKind.POINTS:
            return title + " " + tr("{n} 积分", n=points(tender.points))
        case TenderKind.STORED_VALUE:
            principal = sum(piece.principal for piece in tender.value_slices)
            bonus = sum(piece.bonus for piece in tender.value_slices)
            parts = tr(
                "本金 {principal} + 赠送 {bonus}",
                principal=money_digits(principal),
                bonus=money_digits(bonus),
            )
            return f"{title} {parts}"
        case _:
            return f"{title} {tender.masked}".strip()


def _remark(state: RefundState) -> str:
    if state.refundable is None:
        return tr("正在查找小票") if state.busy else ""
    refundable = state.refundable
    sold = local_day_time(time_from_ms(refundable.sold_at_ms))
    return tr("小票 {number}，{time}", number=refundable.sale.receipt_number, time=sold)


def _member(state: RefundState) -> str:
    if state.member is None:
        return ""
    return f"{masked_name(state.member.name)}  {masked_phone(state.member.phone)}".strip()


def _shut(state: RefundState) -> str:
    if state.busy:
        return ""
    if state.quote is None:
        return tr("先选要退的商品")
    if not state.why:
        return tr("请选择原因")
    return ""


def has_open_legs(state: RefundState) -> bool:
    """True while an external payment is not known to be given back."""
    return any(isinstance(result, RefundUnknown) for result in state.legs.values())
