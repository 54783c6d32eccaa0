"""Parts of an order that are paid later (挂账) or were taken beside the till (外部已收)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from posapp.domain.allowances import Act
from posapp.domain.payment import check_amount
from posapp.domain.permissions import Permission
from posapp.domain.recorded import TakenBy, check_reference
from posapp.domain.sale import TenderKind
from posapp.errors import PosError, Refused
from posapp.lanes import ONLINE
from posapp.ui.approval.presenter import ApprovalRequest
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.pay.state import Collecting, Way, Working
from posapp.ui.pay.ways import taken_by_title
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.domain.permissions import Approval
    from posapp.domain.sale import Tender
    from posapp.ui.approval.presenter import ApprovalPresenter
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.workflows.on_account import OnAccount
    from posapp.workflows.paying import Paying


class Elsewhere(QObject):
    """`account_asked` and `record_asked` carry minor units: a dialog asks for the rest."""

    account_asked = Signal(int)
    record_asked = Signal(int)

    def __init__(
        self,
        session: PaySession,
        paying: Paying,
        floor: Floor,
        approvals: ApprovalPresenter | None,
    ) -> None:
        super().__init__(session)
        self._session = session
        self._paying = paying
        self._floor = floor
        self._approvals = approvals
        self._on_account: OnAccount | None = None
        self._amount = 0

    def use(self, on_account: OnAccount) -> None:
        """Who knows the accounts; without it nothing is put on one."""
        self._on_account = on_account

    def ask(self, way: Way, amount: int) -> None:
        """Raises Refused as `payment.check_amount`."""
        self._amount = amount
        if way is Way.ACCOUNT:
            check_amount(self._session.state.payment, TenderKind.ON_ACCOUNT, amount)
            self.account_asked.emit(amount)
        else:
            check_amount(self._session.state.payment, TenderKind.RECORDED, amount)
            self.record_asked.emit(amount)

    # -- on account

    def put(self, code: str, signer: str) -> None:
        """The account and who signed: ask for room, then it is on the order."""
        if self._on_account is None or not self._is_collecting():
            return
        payment = self._session.state.payment
        tender_id = self._paying.new_tender_id()
        ask = partial(self._on_account.put, payment, tender_id, self._amount, code, signer)
        self._session.enter_phase(Working(Way.ACCOUNT))
        self._floor.background.run(ONLINE, ask, self._collect, self._refused)

    def _refused(self, error: Exception) -> None:
        if self._session.is_open:
            self._session.enter_phase(Collecting())
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(error)

    # -- taken elsewhere

    def record(self, by: str, reference: str) -> None:
        """What took it and the number there; where she may not, a manager is asked first."""
        if not self._is_collecting():
            return
        taken_by, amount = TakenBy(by), self._amount
        try:
            number = check_reference(reference)
            staff = self._floor.duty.need_staff()
        except PosError as refusal:
            self._refused(refusal)
            return
        if self._floor.desk.allowing.allows(Act.RECORD_EXTERNAL, amount, staff):
            self._recorded(taken_by, number, amount, None)
        elif self._approvals is None:
            self._refused(Refused("permission.needs_approval", action=Permission.APPROVE))
        else:
            sale_id = self._session.state.payment.sale_id
            request = _request(taken_by, number, amount, sale_id)
            self._approvals.ask(request, partial(self._recorded, taken_by, number, amount))

    def _recorded(self, by: TakenBy, number: str, amount: int, approval: Approval | None) -> None:
        if not self._is_collecting():
            return
        payment = self._session.state.payment
        staff = self._floor.duty.need_staff()
        try:
            tender = self._paying.record_elsewhere(
                payment, amount, by, number, staff, approval=approval
            )
        except PosError as refusal:
            self._refused(refusal)
            return
        self._collect(tender)

    def _collect(self, tender: Tender) -> None:
        if not self._session.is_open:
            return
        try:
            self._session.collect(tender)
        except PosError as refusal:
            self._refused(refusal)

    def _is_collecting(self) -> bool:
        return self._session.is_open and isinstance(self._session.state.phase, Collecting)


def _request(by: TakenBy, number: str, amount: int, sale_id: str) -> ApprovalRequest:
    text = money(amount)
    what = tr("{by} 已收，单号 {number}", by=taken_by_title(by), number=number)
    return ApprovalRequest(
        action=Permission.APPROVE,
        act=Act.RECORD_EXTERNAL,
        subject=sale_id,
        amount=amount,
        size=amount,
        reason=what,
        title=tr("登记外部收款需要店长授权"),
        action_text=what,
        amount_text=text,
        confirm=tr("授权登记 {amount}", amount=text),
        safe=tr("返回，不登记"),
    )
