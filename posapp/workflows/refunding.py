"""Returns of goods: a sale gives back to its original tenders, committed before it is paid out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain import refund as refunds
from posapp.domain.allowances import LARGEST_LIMIT, Act
from posapp.domain.codes import check_no_payment_code
from posapp.domain.ids import RefundId, SaleId, TenderId
from posapp.domain.permissions import Approval, Permission, Staff
from posapp.domain.refund import Refund, RefundQuote, Returned
from posapp.domain.sale import Part, Sale
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.entries import RefundCommit
from posapp.wire.facts import AuditData, RefundData
from posapp.wire.requests import FindSale
from posapp.workflows.paper import DAY_MS, Paper, TakenBack
from posapp.workflows.pay_outcomes import Leg, RefundDeclined, RefundLegResult

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.domain.shift import Shift
    from posapp.offline.central_api import CentralApi
    from posapp.offline.outbox import OutboxStore
    from posapp.offline.sales import SaleStore
    from posapp.workflows.charging import Charging
    from posapp.workflows.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Refundable:
    """A sale that may be returned. `returned` is line number -> thousandths so far.

    `local` when this till made it; `confirmed` when central has told what was returned elsewhere.
    """

    sale: Sale
    returned: Returned
    sold_at_ms: int
    local: bool
    confirmed: bool

    @property
    def open_deposits(self) -> dict[int, int]:
        """Line number -> thousandths of the deposits that were not given back yet."""
        lefts = {
            line.number: line.quantity - self.returned.get(line.number, 0)
            for line in self.sale.lines
            if line.is_deposit
        }
        return {number: left for number, left in lefts.items() if left > 0}


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundPlan:
    """A refund about to be made; its id is fixed, so that making it twice is making it once.
    `in_cash`: a deposit goes back in cash although another tender paid it.
    """

    refund_id: RefundId
    refundable: Refundable
    quote: RefundQuote
    needs_approval: bool
    in_cash: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CommittedRefund:
    """A durable refund. `legs` are external payments still to be given back, one by one."""

    refund: Refund
    legs: tuple[Leg, ...]
    open_drawer: bool


class Refunding:
    """Lanes: online to find, store to commit, device:terminal for external legs."""

    def __init__(
        self,
        api: CentralApi,
        sales: SaleStore,
        charging: Charging,
        outbox: OutboxStore,
        desk: Desk,
        *,
        paper: Paper,
    ) -> None:
        self._api = api
        self._sales = sales
        self._charging = charging
        self._outbox = outbox
        self._desk = desk
        self._paper = paper

    def find(self, receipt_number: str) -> Refundable:
        """The sale of a receipt number: this till's, and what central knows of it.

        Raises Refused("refund.no_such_sale", "scan.payment_not_here"), and
        Refused("refund.needs_connection") for another till's receipt while central is away.
        """
        check_no_payment_code(receipt_number)
        number = receipt_number.strip().upper()
        local = self._sales.by_receipt(number)
        elsewhere = self._ask_central(number)
        if local is not None:
            returned = dict(local.returned)
            if elsewhere is not None:
                returned = _most(returned, elsewhere.returned)
            return Refundable(
                sale=local.sale,
                returned=returned,
                sold_at_ms=local.at_ms,
                local=True,
                confirmed=elsewhere is not None,
            )
        if elsewhere is not None:
            return elsewhere
        if not self._desk.is_online():
            raise Refused("refund.needs_connection")
        raise Refused("refund.no_such_sale")

    def quote(
        self, refundable: Refundable, wanted: Returned, *, in_cash: bool = False
    ) -> RefundQuote:
        """Any thread, pure: what would be given back. Raises Refused as `domain.refund.quote`, and
        with `in_cash` as `domain.refund.in_cash`.
        """
        quote = refunds.quote(refundable.sale, refundable.returned, wanted)
        return refunds.in_cash(quote) if in_cash else quote

    def plan(
        self, refundable: Refundable, wanted: Returned, staff: Staff, *, in_cash: bool = False
    ) -> RefundPlan:
        """Any thread: the refund with an id of its own, and whether a second person must agree.

        Raises as `quote`, Refused("refund.needs_connection") where docs/rules.md E2 wants central,
        Refused("till.revoked").
        """
        self._desk.check_may_begin()
        in_cash = in_cash and self.quote(refundable, wanted).beside_cash > 0
        quote = self.quote(refundable, wanted, in_cash=in_cash)
        if not self._desk.is_online() and not _is_cash_of_this_till(refundable, quote):
            raise Refused("refund.needs_connection")
        return RefundPlan(
            refund_id=RefundId(self._desk.new_id()),
            refundable=refundable,
            quote=quote,
            needs_approval=self._needs_approval(refundable, quote, staff, in_cash=in_cash),
            in_cash=in_cash,
        )

    def refund(
        self,
        plan: RefundPlan,
        reason: str,
        approval: Approval | None,
        staff: Staff,
        shift: Shift | None,
        *,
        member: Member | None = None,
    ) -> CommittedRefund:
        """Lane: store. One durable transaction; external legs are then run with `pay_back`.

        Committing the same plan again returns what stands. Raises Refused("shift.not_open",
        "refund.needs_reason", "permission.needs_approval", "refund.more_than_sold").
        """
        if shift is None:
            raise Refused("shift.not_open")
        if not reason.strip():
            raise Refused("refund.needs_reason")
        approval = self._check_approval(plan, approval, staff)
        sale = plan.refundable.sale
        gives_cash = any(give.part is Part.CASH for give in plan.quote.gives)
        back = TakenBack(
            cashier=staff.name,
            member=member,
            approved_by="" if approval is None else approval.approved_by_name,
        )

        def build(receipt_number: str) -> RefundCommit:
            refund = _refund(plan, receipt_number, reason, approval)
            offline = not self._desk.is_online()
            entry = self._desk.entry(RefundData(refund=refund, offline=offline), staff, shift)
            paper = self._paper.refund(refund, sale, back, open_drawer=gives_cash)
            paper = paper.at_drawer(shift.drawer)
            return RefundCommit(
                refund=refund,
                entries=(entry,),
                prints=(paper,),
                sale=None if plan.refundable.local else sale,
            )

        refund = self._sales.commit_refund(build)
        return CommittedRefund(refund=refund, legs=_legs(refund, sale), open_drawer=gives_cash)

    def pay_back(self, leg: Leg, staff: Staff, shift: Shift | None) -> RefundLegResult:
        """Lane: device:terminal. Give one external part back; the same leg may be run again.

        A leg that the channel refuses for good is journalled: a person settles it.
        """
        result = self._charging.refund(leg)
        if isinstance(result, RefundDeclined):
            audit = AuditData(
                action="refund.external_failed",
                subject=leg.id,
                amount=leg.amount,
                reason=result.key,
            )
            self._outbox.append(self._desk.entry(audit, staff, shift))
        return result

    def _ask_central(self, receipt_number: str) -> Refundable | None:
        if not self._desk.is_online():
            return None
        try:
            reply = self._api.find_sale(FindSale(receipt_number=receipt_number))
        except (Unavailable, OutcomeUnknown):
            return None
        if reply.sale is None:
            return None
        return Refundable(
            sale=reply.sale,
            returned=dict(reply.returned),
            sold_at_ms=reply.sold_at_ms,
            local=False,
            confirmed=True,
        )

    def _needs_approval(
        self, refundable: Refundable, quote: RefundQuote, staff: Staff, *, in_cash: bool
    ) -> bool:
        """Late returns need a person who may refund, and refunds above the limit another one."""
        size = quote.net if in_cash else self._size(refundable, quote, staff)
        return not self._desk.allowing.allows(act_of(in_cash=in_cash), size, staff)

    def _check_approval(
        self, plan: RefundPlan, approval: Approval | None, staff: Staff
    ) -> Approval | None:
        """The approval that it stands on. Asked anew: a plan is an offer and no right."""
        net, refund_id = plan.quote.net, plan.refund_id
        size = net if plan.in_cash else self._size(plan.refundable, plan.quote, staff)
        act = act_of(in_cash=plan.in_cash)
        return self._desk.allowing.check(act, size, staff, approval, amount=net, subject=refund_id)

    def _size(self, refundable: Refundable, quote: RefundQuote, staff: Staff) -> int:
        """What a limit measures: a deposit was never the shop's, and is late at no time."""
        sold = sum(line.net for line in quote.lines if not line.is_deposit)
        window_ms = self._desk.settings.return_window_days * DAY_MS
        is_late = (
            not quote.only_deposits and self._desk.now_ms() - refundable.sold_at_ms > window_ms
        )
        # What was recorded is given back beside the till: somebody answers for how.
        beside = any(give.part is Part.RECORDED for give in quote.gives)
        return LARGEST_LIMIT if (is_late or beside) and not staff.may(Permission.REFUND) else sold


def act_of(*, in_cash: bool) -> Act:
    """Which row of the table of limits a refund is measured by."""
    return Act.DEPOSIT_IN_CASH if in_cash else Act.REFUND


def _refund(
    plan: RefundPlan, receipt_number: str, reason: str, approval: Approval | None
) -> Refund:
    sale, quote = plan.refundable.sale, plan.quote
    return Refund(
        id=plan.refund_id,
        sale_id=sale.id,
        receipt_number=receipt_number,
        sale_receipt_number=sale.receipt_number,
        currency=sale.currency,
        member_id=sale.member_id,
        lines=quote.lines,
        gives=quote.gives,
        net=quote.net,
        tax=quote.tax,
        claw=quote.claw,
        reason=reason.strip(),
        approval_id=None if approval is None else approval.id,
        in_cash=plan.in_cash,
    )


def _legs(refund: Refund, sale: Sale) -> tuple[Leg, ...]:
    channels = {tender.id: tender.channel for tender in sale.tenders}
    return tuple(
        Leg(
            id=refunds.external_attempt_id(refund.id, give.tender_id),
            sale_id=SaleId(sale.id),
            amount=give.amount,
            channel=channels[TenderId(give.tender_id)],
            is_refund=True,
            original=give.tender_id,
        )
        for give in refund.gives
        if give.part is Part.EXTERNAL
    )


def _is_cash_of_this_till(refundable: Refundable, quote: RefundQuote) -> bool:
    return refundable.local and all(give.part is Part.CASH for give in quote.gives)


def _most(ours: Returned, theirs: Returned) -> dict[int, int]:
    """Both sides may have heard of returns that the other has not: the larger one stands."""
    return {line: max(ours.get(line, 0), theirs.get(line, 0)) for line in {*ours, *theirs}}
