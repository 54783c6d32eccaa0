"""Rounding off (抹零) by its key: once for the fen, once more for the jiao, then nothing again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.allowances import Act
from posapp.domain.permissions import Permission
from posapp.domain.pricing import Stage
from posapp.domain.rounding import RoundingMode, next_step, over
from posapp.domain.signed_off import signed_off
from posapp.errors import PosError, Refused
from posapp.ui.approval.presenter import ApprovalRequest
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.pay.state import Collecting
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.domain.permissions import Approval
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.ui.pay.state import PayState


class Rounding(QObject):
    """`wanted` carries the step in minor units (0 for none) and who allowed it or None; the
    order is another screen's, which prices it and comes back to be paid."""

    wanted = Signal(int, object)

    def __init__(
        self, session: PaySession, floor: Floor, approvals: ApprovalPresenter | None
    ) -> None:
        super().__init__(session)
        self._session = session
        self._floor = floor
        self._approvals = approvals

    @Slot()
    def press(self) -> None:
        """The next step of rounding, asking a manager where the cashier may not go so far."""
        state = self._session.state
        reason = reason_against_rounding(state)
        if reason or not isinstance(state.phase, Collecting):
            self._floor.sounds.play(Sound.BLOCKED)
            self._floor.messages.show(reason or tr("请稍候"))
            return
        step = next_step(state.around.counter.rounding, unrounded(state), taken(state))
        cut = over(unrounded(state), step)
        staff = self._floor.duty.need_staff()
        if not self._floor.desk.allowing.allows(Act.ROUND_OFF, cut, staff):
            self._ask(step, cut)
        else:
            self.wanted.emit(step, None)

    def _ask(self, step: int, cut: int) -> None:
        if self._approvals is None:
            self._floor.messages.show_error(
                Refused("permission.needs_approval", action=Permission.REDUCE)
            )
            return
        sale_id = self._session.state.payment.sale_id
        self._approvals.ask(_request(cut, sale_id), partial(self._approved, step, cut))

    def _approved(self, step: int, cut: int, approval: Approval) -> None:
        if not (self._session.is_open and isinstance(self._session.state.phase, Collecting)):
            return
        desk, staff = self._floor.desk, self._floor.duty.need_staff()
        sale_id = self._session.state.payment.sale_id
        try:
            desk.allowing.check(Act.ROUND_OFF, cut, staff, approval, subject=sale_id)
        except PosError as refusal:
            self._floor.messages.show_error(refusal)
            return
        self.wanted.emit(step, signed_off(Act.ROUND_OFF, approval, staff.name))


def unrounded(state: PayState) -> int:
    """What is sold would cost so much without rounding, minor units; no deposit is rounded."""
    payment = state.payment
    return payment.net - payment.priced.deposits + taken(state)


def taken(state: PayState) -> int:
    """What rounding takes off now, minor units."""
    return state.payment.priced.by_stage(Stage.ROUNDING)


def is_offered(state: PayState) -> bool:
    """Whether this shop has the key at all."""
    return state.around.counter.rounding.mode is RoundingMode.BUTTON


def reason_against_rounding(state: PayState) -> str:
    """Why the key does nothing now; empty when it does something."""
    if not is_offered(state):
        return tr("本店不按键抹零")
    if state.payment.tenders:
        return tr("已收了一部分，退回后才能抹零")
    if not taken(state) and not next_step(state.around.counter.rounding, unrounded(state), 0):
        return tr("没有零头可抹")
    return ""


def rounding_text(state: PayState) -> str:
    """What the key says: what it would bring the order to."""
    whole, off = unrounded(state), taken(state)
    step = next_step(state.around.counter.rounding, whole, off)
    if step:
        to = whole - over(whole, step) + state.payment.priced.deposits
        return tr("抹零到 {amount}", amount=money(to))
    return tr("取消抹零 {amount}", amount=money(off)) if off else tr("抹零")


def _request(cut: int, sale_id: str) -> ApprovalRequest:
    amount = money(cut)
    return ApprovalRequest(
        action=Permission.REDUCE,
        act=Act.ROUND_OFF,
        subject=sale_id,
        amount=cut,
        size=cut,
        reason=tr("抹零"),
        title=tr("抹零需要店长授权"),
        action_text=tr("抹去零头"),
        amount_text=amount,
        confirm=tr("授权抹零 {amount}", amount=amount),
        safe=tr("返回，不抹零"),
    )
