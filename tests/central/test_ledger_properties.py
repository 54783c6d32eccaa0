"""What holds after every step of any history: money, lots, holds, replays, refunds in pieces."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from posapp.central.caller import load_tenant
from posapp.central.expiring import expire_points
from posapp.wire.facts import HoldReleaseData, RefundData, SaleData, TopUpData
from posapp.wire.requests import HoldLedger, HoldState
from tests.central.goods import (
    A,
    B,
    by_points,
    by_value,
    cart,
    cash,
    external,
    product,
    refund,
    sale,
)

C = product("C", 333)


def tenant_of(park):
    with park.central.database.read() as connection:
        return load_tenant(connection, park.seeded.tenant_id)


DAY_MS = 86_400_000


class History:
    """Two tills, one member, and everything that was journalled."""

    def __init__(self, park):
        self.park = park
        self.tills = (park.till, park.site.enrol(park.seeded.tenant_id, code="A04"))
        self.holds = []
        self.sales = []
        self.returned = {}
        self.pushed = []

    def run(self, step):
        name, which, amount = step
        till = self.tills[which % 2]
        getattr(self, name)(till, amount)
        self.check()

    def top_up(self, till, amount):
        data = TopUpData(
            top_up_id=till.ids.new(),
            quote_id="",
            quote_hash="",
            member_id=self.park.fang.id,
            receipt_number="T",
            principal=amount,
            bonus=amount // 7,
            tender_kind="cash",
            tendered=amount,
            change=0,
        )
        self.tell(till, data)

    def hold(self, till, amount):
        reply = till.begin(self.park.fang.id, amount)
        if reply.state is HoldState.PENDING:
            self.holds.append((till, reply))

    def hold_points(self, till, amount):
        reply = till.begin(self.park.fang.id, amount % 700 + 1, HoldLedger.POINTS)
        if reply.state is HoldState.USABLE:
            self.holds.append((till, reply))

    def release(self, till, amount):
        if self.holds:
            owner, hold = self.holds.pop(amount % len(self.holds))
            fact = HoldReleaseData(
                hold_id=hold.hold_id, tender_id=hold.hold_id, sale_id=owner.ids.new(), reason="x"
            )
            self.tell(owner, fact)

    def sell(self, till, amount):
        goods = [(A,), (B, C), (C,), (A, B, C)][amount % 4]
        basket = cart(*goods, member_id=self.park.fang.id if amount % 3 else None)
        net = sum(each.member_price or each.price if amount % 3 else each.price for each in goods)
        sold = sale(till.ids, basket, external(till.ids, net // 3), cash(till.ids, net - net // 3))
        self.keep(till, sold)

    def capture(self, till, amount):
        """A sale on a hold, of the whole hold; also on holds that nobody confirmed or that ended."""
        if not self.holds:
            return
        owner, hold = self.holds[amount % len(self.holds)]
        if amount % 5:
            self.holds.remove((owner, hold))
        value = hold.amount if hold.value_slices else max(1, hold.amount // 2)
        tender = by_value(hold) if hold.value_slices else by_points(hold, value)
        goods = product("D", value + 100)
        basket = cart(goods, member_id=self.park.fang.id)
        self.keep(owner, sale(owner.ids, basket, tender, cash(owner.ids, 100)))

    def give_back(self, till, amount):
        if not self.sales:
            return
        sold = self.sales[amount % len(self.sales)]
        before = self.returned.setdefault(sold.id, {})
        open_lines = [line for line in sold.lines if before.get(line.number, 0) < line.quantity]
        if not open_lines:
            return
        line = open_lines[amount % len(open_lines)]
        piece = min(line.quantity - before.get(line.number, 0), 1_000 if amount % 2 else 400)
        back = refund(till.ids, sold, before, {line.number: piece})
        before[line.number] = before.get(line.number, 0) + piece
        self.tell(till, RefundData(refund=back))

    def wait(self, till, amount):
        self.park.clock.advance_ms(amount % 40 * DAY_MS)

    def expire(self, till, amount):
        """Some night later, also one after everything has expired."""
        self.park.clock.advance_ms(amount % 3 * 200 * DAY_MS)
        expire_points(self.park.central, tenant_of(self.park))

    def keep(self, till, sold):
        self.sales.append(sold)
        self.tell(till, SaleData(sale=sold))

    def tell(self, till, data):
        item = till.journal(data)
        (result,) = till.push(item)
        assert result.outcome.value == "applied", result
        self.pushed.append((till, item))

    # -- what holds ----------------------------------------------------------------------------

    def check(self):
        rows = self.park.rows
        assert not rows(
            "SELECT posting_id FROM entry WHERE ledger = 'MON' GROUP BY posting_id HAVING sum(amount) <> 0"
        )
        assert not rows(
            "SELECT account.id FROM account LEFT JOIN entry ON entry.account_id = account.id "
            "WHERE account.member_id IS NOT NULL GROUP BY account.id, account.balance "
            "HAVING account.balance <> coalesce(sum(entry.amount), 0)"
        )
        if not self.park.central.database.is_server:
            assert not rows(
                "SELECT account.id FROM account JOIN entry ON entry.account_id = account.id "
                "WHERE account.member_id IS NOT NULL AND entry.rowid = "
                "(SELECT max(rowid) FROM entry e WHERE e.account_id = account.id) "
                "AND entry.balance_after <> account.balance"
            )
        assert not rows(
            "SELECT lot.id FROM lot LEFT JOIN entry ON entry.lot_id = lot.id AND entry.ledger = lot.ledger "
            "GROUP BY lot.id HAVING lot.remaining <> coalesce(sum(entry.amount), 0)"
        )
        assert not rows(
            "SELECT lot.id FROM lot LEFT JOIN entry ON entry.lot_id = lot.id AND entry.ledger = 'BON' "
            "GROUP BY lot.id HAVING lot.bonus_remaining <> coalesce(sum(entry.amount), 0)"
        )
        self.check_held()

    def check_held(self):
        from posapp.wire.canonical import decode

        held = {}
        for ledger, slices in self.park.rows(
            "SELECT ledger, slices FROM hold WHERE state IN ('pending', 'usable')"
        ):
            for each in decode(slices, list[dict[str, int | str]]):
                amount, bonus = (
                    (each["points"], 0)
                    if ledger == "points"
                    else (each["principal"], each["bonus"])
                )
                old = held.get(each["lot_id"], (0, 0))
                held[each["lot_id"]] = (old[0] + amount, old[1] + bonus)
        stored = {row[0]: row[1:] for row in self.park.rows("SELECT id, held, bonus_held FROM lot")}
        assert {key: value for key, value in stored.items() if value != (0, 0)} == {
            key: value for key, value in held.items() if value != (0, 0)
        }

    def check_replay(self):
        before = self.dump()
        for till, item in self.pushed:
            (result,) = till.push(item)
            assert result.outcome.value == "duplicate"
        assert self.dump() == before

    def dump(self):
        tables = ("entry", "lot", "account", "hold", "sale", "refund", "loss")
        return [self.park.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables]

    def check_full_return(self):
        """Whatever was returned in pieces: the rest brings every component to what was paid."""
        for sold in self.sales:
            before = self.returned.setdefault(sold.id, {})
            rest = {line.number: line.quantity - before.get(line.number, 0) for line in sold.lines}
            if any(rest.values()):
                self.tell(
                    self.tills[0], RefundData(refund=refund(self.tills[0].ids, sold, before, rest))
                )
        self.check()
        assert not self.park.rows(
            "SELECT 1 FROM entry JOIN account ON account.id = account_id WHERE account.kind = 'sales_list' "
            "OR account.kind LIKE 'contra:%' OR account.kind = 'offline_loss' GROUP BY account_id "
            "HAVING sum(amount) <> 0"
        )
        paid = "SELECT sale_id, tender_id, part, coalesce(lot_id, ''), sum(amount) FROM alloc GROUP BY 1, 2, 3, 4"
        back = (
            "SELECT refund.sale_id, tender_id, part, coalesce(lot_id, ''), sum(amount) FROM refund_give "
            "JOIN refund ON refund.id = refund_id GROUP BY 1, 2, 3, 4"
        )
        assert sorted(self.park.rows(paid)) == sorted(self.park.rows(back))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "top_up",
                "hold",
                "hold_points",
                "release",
                "sell",
                "capture",
                "capture",
                "give_back",
                "give_back",
                "wait",
                "expire",
            ]
        ),
        st.integers(0, 1),
        st.integers(1, 60_000),
    ),
    min_size=4,
    max_size=16,
)


@given(STEPS)
@settings(max_examples=20)
def test_any_history_keeps_the_books(parks, steps):
    run(parks, steps)


@given(STEPS)
@settings(max_examples=6)
def test_any_history_keeps_the_books_on_a_server(server_parks, steps):
    run(server_parks, steps)


def run(parks, steps):
    with tempfile.TemporaryDirectory() as folder, parks(Path(folder)) as park:
        history = History(park)
        for step in steps:
            history.run(step)
        history.check_replay()
        history.check_full_return()
