"""Cash in, cash out, and opening the drawer without a sale; each with a reason, some with a yes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.allowances import Act
from posapp.domain.permissions import Approval, Permission
from posapp.domain.shift import CashMoveKind
from posapp.errors import PosError, Refused
from posapp.lanes import STORE, device_lane
from posapp.ui.approval.presenter import ApprovalRequest
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.workflows.no_sale import NoSale
    from posapp.workflows.shifts import Shifts


class Doing(StrEnum):
    """What is done with the drawer; a drop goes into the safe (上缴)."""

    CASH_IN = "cash_in"
    CASH_OUT = "cash_out"
    DROP = "drop"
    OPEN_ONLY = "open_only"


@dataclass(frozen=True, slots=True, kw_only=True)
class CashState:
    """`amount` in minor units, None while there is none."""

    doing: Doing = Doing.OPEN_ONLY
    amount: int | None = None
    reason: str = ""
    busy: bool = False

    @property
    def moves_cash(self) -> bool:
        return self.doing is not Doing.OPEN_ONLY


class CashPresenter(QObject):
    """`changed` carries a `CashState`; `moved` fires when a slip is due to be printed."""

    changed = Signal(object)
    moved = Signal()

    def __init__(
        self,
        shifts: Shifts,
        no_sale: NoSale,
        approvals: ApprovalPresenter,
        floor: Floor,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._shifts = shifts
        self._no_sale = no_sale
        self._approvals = approvals
        self._floor = floor
        self._state = CashState()

    @property
    def state(self) -> CashState:
        return self._state

    def enter(self) -> None:
        self._state = CashState()
        self.changed.emit(self._state)

    @Slot(str)
    def choose(self, value: str) -> None:
        """Which of the four is wanted; a reason of another is not kept."""
        self._show(doing=Doing(value), reason="")

    @Slot(int)
    def type_amount(self, minor: int) -> None:
        self._show(amount=None if minor < 0 else minor)

    def shop_reasons(self, doing: Doing) -> tuple[str, ...]:
        """The shop's own reasons; none where it names none."""
        acts = {Doing.CASH_OUT: Act.CASH_OUT, Doing.OPEN_ONLY: Act.OPEN_DRAWER}
        act = acts.get(doing)
        return () if act is None else self._floor.desk.allowing.table.row(act).reasons

    @Slot(str)
    def give_reason(self, text: str) -> None:
        self._show(reason=text.strip())

    @Slot()
    def confirm(self) -> None:
        """Enter: do it; where it needs a superior's yes, ask for it and do it then."""
        state = self._state
        if state.busy:
            return
        if state.moves_cash and not state.amount:
            self._tell(Refused("shift.amount_not_valid"))
            return
        if not state.reason:
            self._tell(Refused("shift.needs_reason"))
            return
        self._do(None)

    def _do(self, approval: Approval | None) -> None:
        self._show(busy=True)
        lane, work = self._work(approval)
        self._floor.background.run(lane, work, self._done, self._failed)

    def _work(self, approval: Approval | None) -> tuple[str, Callable[[], object]]:
        state, duty = self._state, self._floor.duty
        staff = duty.need_staff()
        if not state.moves_cash:
            work = partial(self._no_sale.open, state.reason, staff, duty.shift, approval)
            return device_lane("printer"), work
        kind = CashMoveKind(state.doing)
        amount = state.amount or 0
        return STORE, partial(self._shifts.move, kind, amount, state.reason, staff, approval)

    def _done(self, _result: object) -> None:
        state = self._state
        self._show(busy=False)
        self.moved.emit()
        self._floor.messages.show(_done_text(state))
        self._floor.navigation.back()

    def _failed(self, error: Exception) -> None:
        self._show(busy=False)
        if isinstance(error, PosError) and error.key == "permission.needs_approval":
            self._approvals.ask(self._request(), self._do)
        else:
            self._floor.messages.show_error(error)

    def _request(self) -> ApprovalRequest:
        state = self._state
        amount = state.amount or 0
        opens = not state.moves_cash
        action = Permission.OPEN_DRAWER if opens else Permission.CASH_MOVE
        text = doing_text(state.doing)
        return ApprovalRequest(
            action=action,
            act=Act.OPEN_DRAWER if opens else Act.CASH_OUT,
            size=1 if opens else amount,
            amount=amount,
            reason=state.reason,
            title=tr("{what}需要店长授权", what=text),
            action_text=tr("{what}，原因 {why}", what=text, why=state.reason),
            amount_text=tr("不涉及金额") if opens else money(amount),
            confirm=tr("授权{what}", what=text),
            safe=tr("返回，不打开钱箱"),
        )

    def _tell(self, error: PosError) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)


def doing_text(doing: Doing) -> str:
    match doing:
        case Doing.CASH_IN:
            return tr("存入现金")
        case Doing.CASH_OUT:
            return tr("取出现金")
        case Doing.DROP:
            return tr("上缴现金")
        case Doing.OPEN_ONLY:
            return tr("只开钱箱")


def _done_text(state: CashState) -> str:
    what = doing_text(state.doing)
    if not state.moves_cash:
        return tr("钱箱已打开，已记入审计日志")
    return tr("{what} {amount} 已入账", what=what, amount=money(state.amount or 0))
