"""What the tests of leases share: a park whose shop lends, two tills, and the books' own check."""

from __future__ import annotations

from dataclasses import replace

from posapp.domain.leases import Lease, less, point_slices, spend
from posapp.domain.sale import Tender, TenderKind
from posapp.wire.facts import LeaseReleaseData, SaleData
from posapp.wire.leases import LeaseGrant, LeaseHeld, LeaseRelease, LeaseReply, LeasesReply
from posapp.wire.requests import HoldLedger
from posapp.wire.sync import HelloReply, HelloRequest
from tests.central.goods import cart, product, sale

CAP, CEILING = 10_000, 15_000
DAY_MS = 86_400_000
MONEY, POINTS = HoldLedger.STORED_VALUE, HoldLedger.POINTS


class Lending:
    def __init__(self, park):
        self.park = park
        self.a = park.till
        self.b = park.site.enrol(park.seeded.tenant_id, code="A04")

    def grant(self, till, lease_id=None, member_id=None, ledger=MONEY):
        asked = LeaseGrant(
            lease_id=lease_id or till.ids.new(),
            member_id=member_id or self.park.fang.id,
            ledger=ledger,
        )
        return till.ask("/v1/lease/grant", asked, LeaseReply)

    def release(self, till, lease_id, left):
        asked = LeaseRelease(lease_id=lease_id, left=tuple(left), reason="day_over")
        return till.ask("/v1/lease/release", asked, LeaseReply)

    def mine(self, till):
        return till.get("/v1/lease/mine", LeasesReply).leases

    def sold(self, till, lease, amount, now_ms=None):
        """A sale paid from a lease as a till makes it, and the lease as the till has it then."""
        slices = spend(lease, amount, self.park.clock.wall_ms() if now_ms is None else now_ms)
        tender = Tender(
            id=till.ids.new(),
            kind=TenderKind.STORED_VALUE,
            amount=amount,
            lease_id=lease.id,
            value_slices=slices,
        )
        basket = cart(product("L", amount), member_id=lease.member_id)
        after = replace(lease, slices=less(lease.slices, slices))
        return SaleData(sale=sale(till.ids, basket, tender), offline=True), after

    def sold_for_points(self, till, lease, points):
        """The same of a lease of points: 100 points are 1 yuan."""
        slices = spend(lease, points, self.park.clock.wall_ms())
        tender = Tender(
            id=till.ids.new(),
            kind=TenderKind.POINTS,
            amount=points,
            points=points,
            point_slices=point_slices(slices),
            lease_id=lease.id,
        )
        basket = cart(product("L", points), member_id=lease.member_id)
        after = replace(lease, slices=less(lease.slices, slices))
        return SaleData(sale=sale(till.ids, basket, tender), offline=True), after

    def given_back(self, lease):
        return LeaseReleaseData(
            lease_id=lease.id, member_id=lease.member_id, left=lease.slices, reason="day_over"
        )

    def value(self):
        who = self.park.member()
        return who.principal + who.bonus, who.held

    def losses(self):
        found = self.park.rows(
            "SELECT -coalesce(sum(entry.amount), 0) FROM entry "
            "JOIN account ON account.id = entry.account_id WHERE account.kind = 'offline_loss'"
        )
        return found[0][0]

    def stopped(self):
        return [
            reason
            for (reason,) in self.park.rows(
                "SELECT reason FROM lease_terminal WHERE stopped_ms IS NOT NULL"
            )
        ]

    def check_bank(self):
        """Every posting balances, no account is negative, lots and leases say the same."""
        rows = self.park.rows
        assert not rows(
            "SELECT posting_id FROM entry WHERE ledger = 'MON' GROUP BY posting_id "
            "HAVING sum(amount) <> 0"
        )
        assert not rows("SELECT id FROM account WHERE member_id IS NOT NULL AND balance < 0")
        held = rows("SELECT coalesce(sum(held + bonus_held), 0) FROM lot WHERE ledger = 'MON'")
        lent = rows("SELECT coalesce(sum(left_amount), 0) FROM lease WHERE ledger = 'stored_value'")
        assert held == lent
        assert rows("SELECT coalesce(sum(held), 0) FROM lot WHERE ledger = 'PTS'") == rows(
            "SELECT coalesce(sum(left_amount), 0) FROM lease WHERE ledger = 'points'"
        )
        assert not rows(
            "SELECT account.id FROM account LEFT JOIN entry ON entry.account_id = account.id "
            "WHERE account.member_id IS NOT NULL GROUP BY account.id "
            "HAVING account.balance <> coalesce(sum(entry.amount), 0)"
        )


def as_lease(reply):
    return Lease(
        id=reply.lease_id, member_id=reply.member_id, slices=reply.slices, ends_ms=reply.ends_ms
    )


def held(reply, lease=None):
    """A grant as the till that got it names it at hello; `lease` is what it has left."""
    return LeaseHeld(
        lease_id=reply.lease_id,
        member_id=reply.member_id,
        incarnation=1,
        ledger=reply.ledger,
        granted=reply.slices,
        left=reply.slices if lease is None else lease.slices,
        granted_ms=reply.granted_ms,
        ends_ms=reply.ends_ms,
    )


def hello(till, *leases, says=True):
    """A till of the tests says hello with what it holds; an older program says nothing of it."""
    message = HelloRequest(
        request_id=till.ids.new(),
        schema=1,
        app_version="test",
        terminal_id=till.identity.terminal_id,
        incarnation=till.identity.incarnation,
        max_seq=till.seq,
        chain_head=till.chain.hex(),
        epoch=till.identity.epoch,
        cursor="",
        outbox_depth=0,
        wall_ms=till.site.clock.wall_ms(),
        mono_ms=0,
        leases=tuple(leases) if says else None,
    )
    return till.ask("/v1/sync/hello", message, HelloReply, message.request_id)
