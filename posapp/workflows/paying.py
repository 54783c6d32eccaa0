"""Paying an order: tenders of every kind, and the one durable commit that makes it a sale."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from posapp.domain.allowances import Act
from posapp.domain.ids import TenderId
from posapp.domain.manual_shares import shares_alone
from posapp.domain.payment import Payment, add_cash, check_amount, recorded_tender, remove, to_sale
from posapp.domain.permissions import Approval, Permission, Staff, check_may
from posapp.domain.pricing import Stage
from posapp.domain.rounding import RoundingMode, RoundingRule, RoundTo
from posapp.domain.sale import Sale, Tender, TenderKind
from posapp.domain.signed_off import signed_off
from posapp.errors import Refused
from posapp.offline.entries import PrintRequest, SaleCommit, pulse
from posapp.wire.facts import SaleData
from posapp.wire.requests import HoldLedger
from posapp.workflows.paper import PaidOrder
from posapp.workflows.pay_outcomes import (
    BeginOutcome,
    ChargeResult,
    CodeSent,
    CommittedSale,
    ConfirmOutcome,
    Leg,
    OpenHold,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.codes import PaymentCode
    from posapp.domain.member import Member
    from posapp.domain.points import PointRules
    from posapp.domain.recorded import TakenBy
    from posapp.domain.shift import Shift
    from posapp.offline.sales import SaleStore
    from posapp.wire.requests import Factor
    from posapp.workflows.charging import Charging
    from posapp.workflows.desk import Desk
    from posapp.workflows.holding import Holding
    from posapp.workflows.leasing import Leasing
    from posapp.workflows.paper import Paper
    from posapp.workflows.rights import Rights
    from posapp.workflows.spending import Spending


class Paying:
    """What the pay screen asks for. Each method names its lane; payments are immutable values."""

    def __init__(
        self,
        holding: Holding,
        charging: Charging,
        sales: SaleStore,
        *,
        desk: Desk,
        paper: Paper,
        rules: Callable[[], PointRules],
        leasing: Leasing | None = None,
        rights: Rights | None = None,
    ) -> None:
        self._holding = holding
        self._charging = charging
        self._sales = sales
        self._desk = desk
        self._paper = paper
        self._rules = rules
        self._leasing = leasing
        self._rights = rights

    def new_tender_id(self) -> TenderId:
        """A fresh id for one attempt to collect; ask again about that attempt with the same id."""
        return TenderId(self._desk.new_id())

    def check_storage(self) -> None:
        """Before any money is taken (lane "store"). Raises Unavailable where this till's disk could
        not keep the sale: "store.damaged" | "store.read_only" | "store.disk_full" | "store.busy".
        """
        self._sales.check_ready()

    def take_cash(self, payment: Payment, tendered: int) -> Payment:
        """Any lane, pure but for the id. Raises Refused as `payment.add_cash`."""
        most = self._desk.settings.change_most
        return add_cash(payment, self.new_tender_id(), tendered, most)

    def record_elsewhere(
        self,
        payment: Payment,
        amount: int,
        by: TakenBy,
        number: str,
        staff: Staff,
        *,
        approval: Approval | None = None,
    ) -> Tender:
        """Any lane: money that was taken beside the till, under the number that it has there.

        Raises Refused as `check_amount`, "permission.needs_approval" and "approval.used".
        """
        check_amount(payment, TenderKind.RECORDED, amount)
        tender = recorded_tender(payment, self.new_tender_id(), amount, by, number)
        subject = payment.sale_id
        act = Act.RECORD_EXTERNAL
        yes = self._desk.allowing.check(act, amount, staff, approval, subject=subject)
        return tender if yes is None else replace(tender, approved=signed_off(act, yes, staff.name))

    def check_rounding(self, payment: Payment, staff: Staff) -> None:
        """Any lane, pure: whether she may round this order off as far as it is.

        Raises Refused("pay.rounding_not_here", "permission.needs_approval").
        """
        asked = payment.priced.cart.rounding
        if asked is None:
            return
        settings = self._desk.settings
        to = RoundTo(settings.rounding_to)
        if not RoundingRule(mode=RoundingMode(settings.rounding_off), to=to).allows(asked.step):
            raise Refused("pay.rounding_not_here")
        if asked.approval_id is None:
            cut = payment.priced.by_stage(Stage.ROUNDING)
            self._desk.allowing.check(Act.ROUND_OFF, cut, staff)

    def begin_stored_value(
        self, payment: Payment, tender_id: TenderId, amount: int
    ) -> BeginOutcome:
        """Lane: online. See `Holding.begin_value`; while central is away, `Spending.begin`.

        What this till was lent of her goes back first, so that central has all of it to hold.
        """
        self._charging.check_none_unknown()
        spending = self._spending(payment, HoldLedger.STORED_VALUE)
        if spending is not None:
            return spending.begin(payment, tender_id, amount)
        return self._holding.begin_value(payment, tender_id, amount)

    def begin_points(self, payment: Payment, tender_id: TenderId, points: int) -> BeginOutcome:
        """Lane: online. See `Holding.begin_points` and, as above, `Spending.begin_points`."""
        self._charging.check_none_unknown()
        spending = self._spending(payment, HoldLedger.POINTS)
        if spending is not None:
            return spending.begin_points(payment, tender_id, points, self._rules())
        return self._holding.begin_points(payment, tender_id, points)

    def send_sms(self, hold: OpenHold) -> CodeSent:
        """Lane: online. See `Holding.send_sms`."""
        return self._holding.send_sms(hold)

    def confirm(self, hold: OpenHold, factor: Factor, code: str) -> ConfirmOutcome:
        """Lane: online. See `Holding.confirm` and `Spending.confirm`."""
        if self._leasing is not None and self._leasing.spending.has_begun(hold.tender_id):
            return self._leasing.spending.confirm(hold, code)
        return self._holding.confirm(hold, factor, code)

    def give_up(self, hold: OpenHold, staff: Staff) -> None:
        """Lane: online. The member or the cashier chose another way before the hold was usable."""
        if self._leasing is not None and self._leasing.spending.has_begun(hold.tender_id):
            self._leasing.spending.forget(hold.tender_id)
            return
        self._holding.release(hold.sale_id, hold.tender_id, "given_up", staff)

    def charge(
        self,
        payment: Payment,
        tender_id: TenderId,
        amount: int,
        channel: str,
        code: PaymentCode | None = None,
    ) -> ChargeResult:
        """Lane: device:terminal. See `Charging.charge`."""
        return self._charging.charge(payment, tender_id, amount, channel, code)

    def offer(self, payment: Payment, tender_id: TenderId, amount: int) -> ChargeResult:
        """Lane: device:terminal. See `Charging.offer`."""
        return self._charging.offer(payment, tender_id, amount)

    def offer_again(self, leg: Leg) -> ChargeResult:
        """Lane: device:terminal. See `Charging.offer_again`."""
        return self._charging.offer_again(leg)

    def query(self, leg: Leg) -> ChargeResult:
        """Lane: device:terminal. See `Charging.query`."""
        return self._charging.query(leg)

    def reverse(self, leg: Leg) -> None:
        """Lane: device:terminal. See `Charging.reverse`."""
        self._charging.reverse(leg)

    def open_legs(self) -> tuple[Leg, ...]:
        """Lane: store. See `Charging.open_legs`; ask at start, before anything is sold."""
        return self._charging.open_legs()

    def release_left_over_holds(self) -> int:
        """Lane: store, at start: holds of an order that a crash ended. Returns how many."""
        return self._holding.release_left_over()

    def check_none_unknown(self) -> None:
        """Any lane. Raises Refused("pay.unknown_open") while a charge has no clear answer."""
        self._charging.check_none_unknown()

    def give_back_all(self, sale_id: str, staff: Staff) -> None:
        """Reverse every charge and release every hold that an order collected, paid or not.

        Lane: device:terminal. Charges come first, they are the ones that can fail. Raises
        Refused("pay.unknown_open"), and as `Charging.reverse`.
        """
        self._charging.check_none_unknown()
        for leg in self._charging.open_legs():
            if leg.sale_id == sale_id and not leg.is_refund:
                self._charging.reverse(leg)
        self._holding.release_all(sale_id, staff)
        if self._leasing is not None:
            self._leasing.spending.forget_order(sale_id)

    def drop(self, payment: Payment, tender_id: TenderId, staff: Staff) -> Payment:
        """Take a tender off the order and give back what it took.

        Lane: device:terminal for an external tender, online for a hold, any for cash.
        Raises as `Charging.reverse`; then the tender stays.
        """
        tender = payment.tender(tender_id)
        match tender.kind:
            case TenderKind.STORED_VALUE | TenderKind.POINTS if tender.lease_id is not None:
                if self._leasing is not None:
                    self._leasing.spending.forget(tender_id)
            case TenderKind.STORED_VALUE | TenderKind.POINTS:
                self._holding.release(payment.sale_id, tender_id, "dropped", staff)
            case TenderKind.EXTERNAL:
                leg = Leg(
                    id=tender_id,
                    sale_id=payment.sale_id,
                    amount=tender.amount,
                    channel=tender.channel,
                )
                self._charging.reverse(leg)
            case (
                TenderKind.CASH
                | TenderKind.THIRD_PARTY_COUPON
                | TenderKind.ON_ACCOUNT
                | TenderKind.RECORDED
            ):
                pass
            case _:
                assert_never(tender.kind)
        return remove(payment, tender_id)

    def too_old(self, payment: Payment) -> tuple[TenderId, ...]:
        """Any lane: holds that may no longer be used, to be dropped and asked for again
        (docs/rules.md E1).
        """
        return tuple(TenderId(h) for h in payment.hold_ids if self._holding.is_too_old(TenderId(h)))

    def complete(
        self, payment: Payment, staff: Staff, shift: Shift | None, member: Member | None = None
    ) -> CommittedSale:
        """Lane: store. One durable transaction of journal entry, sale and print job; sends nothing.

        Committing the same sale id again returns the stored sale and writes nothing. `member` is
        for the receipt. Raises Refused: "shift.not_open", "permission.needs_approval",
        "pay.not_settled", "pay.unknown_open", "pay.charge_not_counted", "pay.hold_too_old",
        "lease.over", "coupon.needs_connection", "coupon.lent_elsewhere";
        Unavailable("store.disk_full").
        """
        takes_cash = any(tender.kind is TenderKind.CASH for tender in payment.tenders)
        is_reserved = any(tender.hold_id or tender.lease_id for tender in payment.tenders)
        is_reserved |= self._rights is not None and self._rights.uses_any(payment.priced)
        if is_reserved and (known := self._sales.by_id(payment.sale_id)) is not None:
            return CommittedSale(known.sale, open_drawer=takes_cash)
        self._check(payment, staff, shift)
        self._holding.release_unused(payment.sale_id, payment.hold_ids, staff)
        offline = not self._desk.is_online()
        rules = self._rules()
        drawer = "" if shift is None else shift.drawer

        def build(receipt_number: str) -> SaleCommit:
            sale = to_sale(payment, receipt_number, rules)
            entry = self._desk.entry(SaleData(sale=sale, offline=offline), staff, shift)
            return SaleCommit(sale=sale, entries=(entry,), prints=papers(sale))

        def papers(sale: Sale) -> tuple[PrintRequest, ...]:
            if self._desk.settings.print_receipts == "never":
                opening = pulse(sale.receipt_number).at_drawer(drawer)
                return (opening,) if takes_cash else ()
            order = PaidOrder(
                payment=payment, member=member, rules=rules, cashier=staff.name, offline=offline
            )
            paper = self._paper.sale(sale, order, open_drawer=takes_cash)
            return (paper.at_drawer(drawer),)

        sale = self._sales.commit(build)
        for hold_id in payment.hold_ids:
            self._holding.clock.forget(hold_id)
        if self._leasing is not None:
            self._leasing.spending.forget_order(payment.sale_id)
            if payment.member_id is not None:
                self._leasing.want(payment.member_id)
        return CommittedSale(sale, open_drawer=takes_cash)

    def _spending(self, payment: Payment, ledger: HoldLedger) -> Spending | None:
        """What pays from a lease, where central cannot take back what this till was lent of her."""
        leasing, member_id = self._leasing, payment.member_id
        if leasing is None or member_id is None or not leasing.shelf.has_lent(member_id, ledger):
            return None
        is_back = self._desk.is_online() and leasing.lending.give_back(member_id, ledger)
        return None if is_back else leasing.spending

    def _check(self, payment: Payment, staff: Staff, shift: Shift | None) -> None:
        if shift is None:
            raise Refused("shift.not_open")
        check_may(staff, Permission.SELL)
        self._check_reductions(payment, staff)
        self.check_rounding(payment, staff)
        if not payment.is_settled:
            raise Refused("pay.not_settled", net=payment.net, paid_amount=payment.collected)
        self._charging.check_none_unknown()
        self._charging.check_all_counted(payment)
        if self._leasing is not None:
            self._leasing.spending.check(payment.tenders)
        if self._rights is not None:
            self._rights.begin(payment)
        if self.too_old(payment):
            raise Refused("pay.hold_too_old", minutes=self._desk.settings.hold_minutes)

    def _check_reductions(self, payment: Payment, staff: Staff) -> None:
        """What was taken off by hand is within what she may give, or approved: one approval each.

        Checked again here: an order that changed may have made a small reduction a large one.
        """
        cart = payment.priced.cart
        given = [cart.manual, *(line.manual for line in cart.lines)]
        named = [each.approval_id for each in given if each is not None and each.approval_id]
        if len(named) != len(set(named)):
            raise Refused("approval.used", name="")
        for act, size in shares_alone(payment.priced).items():
            self._desk.allowing.check(act, size, staff)
