"""The shelf of a simulated till: the product's own lending and spending over a modelled table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.clock import CorrectedClock
from posapp.domain.cart import Cart, CartMember
from posapp.domain.ids import MemberId, SaleId, TenderId
from posapp.domain.payment import Payment
from posapp.domain.pricing import PricedCart
from posapp.settings import Settings
from posapp.wire.leases import LeaseHeld
from posapp.workflows.desk import Desk, Place
from posapp.workflows.lease_shelf import MONEY, LeaseShelf
from posapp.workflows.lending import Lending
from posapp.workflows.pay_outcomes import Authorised, SecondFactorNeeded
from posapp.workflows.spending import Spending
from tests.simulation.lent import LeaseTable

if TYPE_CHECKING:
    from posapp.domain.sale import Tender
    from posapp.offline.entries import Entry
    from posapp.wire.leases import LeaseGrant, LeaseRelease, LeaseReply, LeasesReply
    from tests.simulation.till import SimTill


class LeaseCalls:
    """Central's answers about leases, over the line of this till."""

    def __init__(self, till: SimTill):
        self._till = till

    def grant_lease(self, request: LeaseGrant) -> LeaseReply:
        return self._till.ask_now(request)

    def release_lease(self, request: LeaseRelease) -> LeaseReply:
        return self._till.ask_now(request)

    def my_leases(self) -> LeasesReply:
        return self._till.ask_now(None)


class Purse:
    """One run of the program: the product's shelf, lending and spending over this till."""

    def __init__(self, till: SimTill):
        self._till = till
        self.clock = CorrectedClock(till.clock)
        self.desk = Desk(_place(till), self.clock, till.ids, Settings(), lambda: till.is_online)
        table, calls = LeaseTable(till), LeaseCalls(till)
        self.shelf = LeaseShelf(table, self.desk, lambda: till.knows_time)
        self.lending = Lending(calls, calls, self.shelf, leases=table, outbox=self, desk=self.desk)
        self.spending = Spending(self.shelf, leases=table, desk=self.desk)

    def append(self, entry: Entry) -> None:
        """A fact of its own into the journal; the core hears of it when this is through."""
        till = self._till
        till.disk.commit((entry.fact,), till.clock.wall_ms())
        till.world.fired["lease_given_back"] += 1
        till.world.later(0, f"{till.machine} journal grew", till.outbox_changed)

    def pay(self, sale_id: str, member: str, net: int, digits: str) -> Tender | None:
        """As much of a sale as a lease pays, with the code that she shows; None when none does."""
        usable = self.shelf.usable(member, MONEY)
        amount = min(net, max((each.lease.left for each in usable), default=0))
        if amount == 0:
            return None
        tender_id = TenderId(self._till.ids.new())
        begun = self.spending.begin(_payment(sale_id, member, net), tender_id, amount)
        if not isinstance(begun, SecondFactorNeeded):
            return None
        outcome = self.spending.confirm(begun.hold, digits)
        if not isinstance(outcome, Authorised):
            self.spending.forget(tender_id)
            return None
        self.spending.check((outcome.tender,))
        return outcome.tender

    def held(self) -> tuple[LeaseHeld, ...]:
        """What hello says of them."""
        return tuple(
            LeaseHeld(
                lease_id=kept.lease.id,
                member_id=kept.lease.member_id,
                incarnation=kept.incarnation,
                ledger=kept.ledger,
                granted=kept.granted,
                left=kept.lease.slices,
                granted_ms=kept.granted_ms,
                ends_ms=kept.lease.ends_ms,
            )
            for _, kept in sorted(self._till.disk.lent.open.items())
        )


def _payment(sale_id: str, member: str, net: int) -> Payment:
    cart = Cart(member=CartMember(member_id=MemberId(member), number=member, tier=""))
    priced = PricedCart(cart=cart, lines=(), list_total=net, net=net, taxes=())
    return Payment(sale_id=SaleId(sale_id), currency="CNY", priced=priced)


def _place(till: SimTill) -> Place:
    return Place(
        tenant_id="tenant",
        tenant_name="tenant",
        shop_id="shop",
        shop_name="shop",
        terminal_id=till.terminal,
        terminal_code=till.terminal,
        terminal_label="",
        incarnation=till.disk.head()[0],
        currency="CNY",
        time_zone="UTC",
    )
