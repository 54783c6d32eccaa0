"""Putting a charge aside that nobody can clear up: a manager's yes, in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from posapp.domain.charges import Stage, merchant_number
from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.lanes import STORE
from posapp.ui.approval.presenter import ApprovalRequest
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.pay.state import Collecting, Unclear
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.domain.permissions import Approval
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.workflows.pay_outcomes import Leg
    from posapp.workflows.setting_aside import SettingAside

GIVEN_UP: Final = (Stage.REVERSING, Stage.MANUAL)


class SetAside(QObject):
    """Only for a charge that was given up; the order goes on without it. With `orphan` also for
    one that is paid: it is for no order, and only the bill can say whose it is.
    """

    def __init__(
        self,
        session: PaySession,
        floor: Floor,
        setting_aside: SettingAside | None,
        approvals: ApprovalPresenter | None,
        *,
        orphan: bool = False,
    ) -> None:
        super().__init__(session)
        self._orphan = orphan
        self._session = session
        self._floor = floor
        self._setting_aside = setting_aside
        self._approvals = approvals

    @Slot()
    def ask(self) -> None:
        leg, work = self._leg(), self._setting_aside
        if leg is None or work is None:
            self._floor.sounds.play(Sound.BLOCKED)
        elif work.may(self._floor.duty.need_staff()):
            self._put(work, leg, None)
        elif self._approvals is None:
            self._floor.messages.show_error(
                Refused("permission.needs_approval", action=Permission.WORK_CASES)
            )
        else:
            self._approvals.ask(_request(leg), partial(self._put, work, leg))

    def _leg(self) -> Leg | None:
        if not self._session.is_open:
            return None
        phase = self._session.state.phase
        if not isinstance(phase, Unclear):
            return None
        is_lost = phase.watch.stage is Stage.PAID and self._orphan
        return phase.leg if is_lost or phase.watch.stage in GIVEN_UP else None

    def _put(self, work: SettingAside, leg: Leg, approval: Approval | None) -> None:
        duty = self._floor.duty
        put = partial(
            work.put_aside, leg, duty.need_staff(), duty.shift, approval, orphan=self._orphan
        )
        self._floor.background.run(STORE, put, partial(self._done, leg))

    def _done(self, leg: Leg, _nothing: None) -> None:
        here = self._leg()
        if here is not None and here.id == leg.id:
            self._session.enter_phase(Collecting())
        self._floor.messages.show(tr("已放一边，等账单核对，顾客确已付的会退还"))


def _request(leg: Leg) -> ApprovalRequest:
    amount = money(leg.amount)
    return ApprovalRequest(
        action=Permission.WORK_CASES,
        amount=leg.amount,
        reason=tr("这笔支付没有理清"),
        title=tr("放一边需要店长授权"),
        action_text=tr("商户单号 {number}", number=merchant_number(leg.id)),
        amount_text=amount,
        confirm=tr("放一边 {amount}", amount=amount),
        safe=tr("返回，继续查询"),
        subject=leg.id,
    )
