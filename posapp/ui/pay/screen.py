"""The pay screen: ways, amount and quick cash; panes for what is awaited; the finished sale."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.member import masked_phone
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import NARROW, NARROW_MARGIN, WIDE_MARGIN
from posapp.ui.pay.amount_pane import AmountPane
from posapp.ui.pay.done_pane import DonePane
from posapp.ui.pay.elsewhere_dialogs import AccountDialog, RecordDialog
from posapp.ui.pay.factor_pane import FactorPane
from posapp.ui.pay.header import PayHeader
from posapp.ui.pay.leave_dialog import LeaveDialog
from posapp.ui.pay.quick_column import QuickColumn
from posapp.ui.pay.sms_panel import SmsPanel
from posapp.ui.pay.state import (
    WAYS,
    Charging,
    Collecting,
    Confirming,
    Done,
    Finishing,
    PayRequest,
    PayResume,
    PayState,
    Unclear,
    Working,
)
from posapp.ui.pay.wait_pane import WaitPane
from posapp.ui.pay.way_list import WayList
from posapp.ui.pay.ways import way_rows
from posapp.ui.sell.why_sheet import lay_why, of_the_paid, of_the_payment
from posapp.ui.surface import Scan, Surface
from posapp.ui.widgets.pile import Pile
from posapp.wire.requests import Factor

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation
    from posapp.ui.pay.presenter import PayPresenter

_WAYS, _AMOUNT, _QUICK = 376, 528, 398
_REST = _AMOUNT + _QUICK + 16


class PayScreen(Surface):
    """Digits are always the amount; a code that a customer tells is typed into a modal."""

    key_context = "pay"

    def __init__(
        self,
        frame: Frame,
        presenter: PayPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look = frame.look
        self._frame = frame
        self._look = look
        self._presenter = presenter
        self._navigation = navigation
        self.setObjectName("pay")
        self.setAccessibleName(tr("收款"))
        self._lay_out()
        self.sms = SmsPanel(look, frame.host)
        self.leave = LeaveDialog(look, frame.host)
        self.account = AccountDialog(look, frame.host)
        self.record = RecordDialog(look, frame.host)
        self._connect()

    # -- layout

    def _lay_out(self) -> None:
        look = self._look
        self._column = QVBoxLayout(self)
        self._column.setSpacing(look.px(16))
        # Each is made where it stays: what moves to another parent is styled anew with all in it.
        self.header = PayHeader(look, self)
        self._whole = Pile(self)
        self._columns = QWidget(self._whole)
        self.done = DonePane(look, self._whole)
        for page in (self._columns, self.done):
            self._whole.addWidget(page)
        self.ways = WayList(look, self._columns)
        self._panes = Pile(self._columns)
        self._add_side_by_side(self._columns, (self.ways, _WAYS), (self._panes, _REST))
        self._collect = QWidget(self._panes)
        self.factor = FactorPane(look, self._panes)
        self.wait = WaitPane(look, self._panes)
        for pane in (self._collect, self.factor, self.wait):
            self._panes.addWidget(pane)
        self.amount = AmountPane(look, self._collect)
        self.quick = QuickColumn(look, self._collect)
        self._add_side_by_side(self._collect, (self.amount, _AMOUNT), (self.quick, _QUICK))
        self._column.addWidget(self.header)
        self._column.addWidget(self._whole, 1)
        self._set_margin(WIDE_MARGIN)

    def _add_side_by_side(self, place: QWidget, *shares: tuple[QWidget, int]) -> None:
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(16))
        for widget, share in shares:
            row.addWidget(widget, share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < self._look.px(NARROW)
        self._set_margin(NARROW_MARGIN if narrow else WIDE_MARGIN)
        super().resizeEvent(event)

    def _set_margin(self, design_px: int) -> None:
        side, gap = self._look.px(design_px), self._look.px(8)
        self._column.setContentsMargins(side, gap, side, gap)

    # -- wiring

    def _connect(self) -> None:
        presenter = self._presenter
        presenter.changed.connect(self.show_state)
        presenter.leave_asked.connect(self._on_leave_asked)
        presenter.code_wanted.connect(self._open_sms)
        presenter.charges.ticked.connect(self._on_tick)
        self.ways.chosen.connect(presenter.choose)
        self.amount.typed.connect(presenter.type_amount)
        self.amount.confirmed.connect(presenter.confirm)
        self.quick.paid.connect(presenter.quick_cash)
        self.quick.dropped.connect(presenter.drop)
        self.quick.rounding.clicked.connect(presenter.rounding.press)
        self.quick.coupons.clicked.connect(presenter.coupons.press)
        self.factor.sms_asked.connect(presenter.holds.send_sms)
        self.factor.code_asked.connect(self._open_sms)
        self.factor.left.connect(presenter.back)
        self.wait.queried.connect(presenter.charges.query)
        self.wait.reversed.connect(presenter.charges.reverse)
        self.wait.put_aside.connect(presenter.aside.ask)
        self.done.next_sale.connect(presenter.new_sale)
        self.done.join.clicked.connect(presenter.joining.start)
        self.done.keep.clicked.connect(presenter.keeping.start)
        self.done.why.clicked.connect(self._ask_why)
        self.sms.code_given.connect(self._on_code)
        self.sms.resend_asked.connect(presenter.holds.send_sms)
        elsewhere = presenter.elsewhere
        elsewhere.account_asked.connect(self._on_account_asked)
        elsewhere.record_asked.connect(self._on_record_asked)
        self.account.chosen.connect(elsewhere.put)
        self.record.chosen.connect(elsewhere.record)
        self.leave.kept.connect(presenter.leave_keeping)
        self.leave.dropped.connect(presenter.leave_dropping)

    # -- the surface

    def enter(self, payload: object) -> None:
        self.unasked = isinstance(payload, PayResume)
        match payload:
            case PayRequest():
                self._presenter.enter(payload)
            case PayResume():
                self._presenter.resume(payload)
            case _:
                pass

    def first_focus(self) -> QWidget | None:
        return self.amount.field

    def take_scan(self, scan: Scan) -> bool:
        return self._presenter.take_scan(scan)

    def take_action(self, action: Action) -> bool:
        presenter = self._presenter
        match action:
            case Action.BACK:
                presenter.back()
            case Action.CONFIRM:
                presenter.confirm()
            case Action.UP:
                presenter.ways.next(-1)
            case Action.DOWN:
                presenter.ways.next(1)
            case Action.REWARDS:
                presenter.coupons.press()
            case Action.TOP_UP:
                presenter.keeping.start()
            case Action.MEMBER:
                presenter.joining.start()
            case Action.ROUND_OFF:
                presenter.rounding.press()
            case Action.REMOVE:
                presenter.drop_last()
            case Action.WHY:
                self._ask_why()
            case _ if action.value.startswith("tender_"):
                presenter.ways.number(int(action.value.removeprefix("tender_")))
            case _:
                return False
        return True

    def hints(self) -> tuple[Hint, ...]:
        phase = self._presenter.state.phase if self._presenter.is_open else Collecting()
        keymap = self._look.keymap
        match phase:
            case Done(committed=committed):
                nobody = committed.sale.member_id is None
                join = Hint(keymap.key("pay", Action.MEMBER), tr("登记会员"))
                return (
                    Hint("Enter", tr("新的一单")),
                    *((join,) if nobody else ()),
                    Hint(keymap.key("pay", Action.TOP_UP), tr("找零转存")),
                )
            case Unclear():
                return Hint("Enter", tr("查询结果")), Hint("Esc", tr("返回订单，仍保持未确认"))
            case Confirming():
                return Hint("Enter", tr("短信验证码")), Hint("Esc", tr("选其他方式"))
            case _:
                return (
                    Hint(keymap.tenders(len(WAYS)) or keymap.up_and_down("pay"), tr("选支付方式")),
                    Hint("0-9", tr("金额")),
                    Hint("Enter", tr("确认")),
                    Hint("Esc", tr("返回订单")),
                )

    @Slot()
    def _ask_why(self) -> None:
        state = self._presenter.state
        rules = None if state.member is None else state.around.rules
        if isinstance(state.phase, Done):
            told = of_the_paid(state.payment, state.phase.committed.sale, rules)
        else:
            told = of_the_payment(state.payment, rules)
        lay_why(self._frame, self._navigation, told)

    # -- showing

    @Slot(object)
    def show_state(self, state: PayState) -> None:
        self.header.show_state(state, self._presenter.points_to_earn)
        self.ways.show_rows(way_rows(state))
        self.quick.show_state(state)
        self.amount.show_state(state)
        self._show_phase(state)
        self.hints_changed.emit()

    def _show_phase(self, state: PayState) -> None:
        if not isinstance(state.phase, Confirming) and self.sms.isVisible():
            self.sms.left.emit()
        self._whole.setCurrentWidget(self._columns)
        match state.phase:
            case Collecting() | Working() | Finishing():
                self._show_collecting()
            case Confirming():
                self._show_confirming(state, state.phase)
            case Charging():
                self.wait.show_charging(state.phase)
                self._panes.setCurrentWidget(self.wait)
            case Unclear():
                seen = self._presenter.customer_sees()
                self.wait.show_unclear(state.phase, "" if seen else state.phase.shown_code)
                self._panes.setCurrentWidget(self.wait)
            case Done():
                self.done.show_done(state, state.phase)
                self._whole.setCurrentWidget(self.done)
                if self.window().focusWidget() is self.done.why:
                    self.done.next.setFocus(Qt.FocusReason.OtherFocusReason)
            case _:
                assert_never(state.phase)
        if isinstance(state.phase, Charging | Unclear):
            self.wait.show_time(state.phase, self._presenter.now_ms)

    def _show_collecting(self) -> None:
        """Back from another pane digits are the amount again."""
        if self._panes.currentWidget() is not self._collect:
            self._panes.setCurrentWidget(self._collect)
            self.amount.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_confirming(self, state: PayState, phase: Confirming) -> None:
        phone = "" if state.member is None else masked_phone(state.member.phone)
        self.factor.show_phase(phase, phone)
        newly_sent = phase.sent is not None and not self.sms.shows(phase.sent)
        self.sms.show_phase(phase)
        self._panes.setCurrentWidget(self.factor)
        if newly_sent:
            self._open_sms(unasked=True)

    @Slot()
    def _open_sms(self, *, unasked: bool = False) -> None:
        if not self.sms.isVisible():
            self.sms.unasked = unasked
            self._navigation.lay(self.sms)

    @Slot(str)
    def _on_code(self, code: str) -> None:
        self._presenter.holds.confirm(Factor.SMS, code)

    @Slot(int)
    def _on_leave_asked(self, collected: int) -> None:
        self.leave.ask(collected)
        self._navigation.lay(self.leave)

    @Slot(int)
    def _on_account_asked(self, amount: int) -> None:
        self.account.ask(amount, self._presenter.state.around.accounts)
        self._navigation.lay(self.account)

    @Slot(int)
    def _on_record_asked(self, amount: int) -> None:
        self.record.ask(amount)
        self._navigation.lay(self.record)

    @Slot(int)
    def _on_tick(self, now_ms: int) -> None:
        phase = self._presenter.state.phase
        if isinstance(phase, Charging | Unclear):
            self.wait.show_time(phase, now_ms)
