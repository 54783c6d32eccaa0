"""Any history of loans: honest terminals cost nothing, a copied one at most its ceiling."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from posapp.central.commands import open_central
from posapp.central.lease_commands import set_policy
from posapp.central.sms import NoGateway
from posapp.clock import ManualClock
from posapp.domain.leases import LeasePolicy
from posapp.wire.leases import LeaseState
from tests.central.conftest import Park
from tests.central.lending import CAP, CEILING, Lending, as_lease
from tests.central.tills import Site

STEPS = st.lists(
    st.tuples(
        st.sampled_from(["grant", "spend", "deliver", "give_back", "hold", "recall", "repeat"]),
        st.integers(0, 1),
        st.integers(0, 9_999),
    ),
    min_size=3,
    max_size=14,
)


class Loans:
    """What two tills believe, what they journalled and did not send, and what reached central."""

    def __init__(self, lending):
        self.lending = lending
        self.leases = {0: {}, 1: {}}
        self.outbox = {0: [], 1: []}
        self.sent = []

    def till(self, which):
        return (self.lending.a, self.lending.b)[which]

    def run(self, step):
        name, which, amount = step
        getattr(self, name)(which, amount)
        self.lending.check_bank_with_holds()

    def grant(self, which, amount):
        reply = self.lending.grant(self.till(which))
        if reply.state is LeaseState.OPEN:
            self.leases[which][reply.lease_id] = as_lease(reply)
            assert self.lending.grant(self.till(which), reply.lease_id).slices == reply.slices

    def spend(self, which, amount):
        for lease in list(self.leases[which].values()):
            if lease.left:
                fact, rest = self.lending.sold(self.till(which), lease, amount % lease.left + 1)
                self.leases[which][lease.id] = rest
                self.outbox[which].append(self.till(which).journal(fact))
                return

    def deliver(self, which, amount):
        items, self.outbox[which] = self.outbox[which], []
        if items:
            results = self.till(which).push(*items)
            assert {each.outcome.value for each in results} == {"applied"}
            self.sent += [(which, item) for item in items]

    def give_back(self, which, amount):
        """By request, with spends that did not arrive, or by a fact behind them."""
        if not self.leases[which]:
            return
        lease = self.leases[which].pop(min(self.leases[which]))
        if amount % 2:
            self.lending.release(self.till(which), lease.id, lease.slices)
        else:
            self.outbox[which].append(self.till(which).journal(self.lending.given_back(lease)))

    def hold(self, which, amount):
        reply = self.till(which).begin(self.lending.park.fang.id, amount + 1)
        self.till(which).release(reply.hold_id)

    def recall(self, which, amount):
        self.till(which).begin(self.lending.park.fang.id, 115_000 - amount)

    def repeat(self, which, amount):
        for sender, item in self.sent:
            (result,) = self.till(sender).push(item)
            assert result.outcome.value == "duplicate"

    def settle(self):
        for which in (0, 1):
            self.deliver(which, 0)
            while self.leases[which]:
                self.give_back(which, 0)
            self.deliver(which, 0)


class Checked(Lending):
    def check_bank_with_holds(self):
        """As `check_bank`; what is held may be of holds, too, which here cover everything."""
        held = self.park.rows("SELECT coalesce(sum(held + bonus_held), 0) FROM lot")[0][0]
        lent = self.park.rows("SELECT coalesce(sum(left_amount), 0) FROM lease")[0][0]
        open_holds = self.park.rows(
            "SELECT coalesce(sum(amount), 0) FROM hold WHERE state IN ('pending', 'usable')"
        )[0][0]
        assert held == lent + open_holds
        assert lent <= 2 * CEILING


def lending_on(blank_central, folder):
    source, seeded = blank_central
    for name in ("central.db", "central.key"):
        shutil.copy2(source / name, folder)
    clock = ManualClock()
    central = open_central(Path(folder), clock=clock, sms=NoGateway())
    set_policy(central, "1", LeasePolicy(cap=CAP, ceiling=CEILING), commit=True)
    return Checked(Park(Site(central, clock), seeded, Path(folder)))


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_honest_terminals_never_overspend_and_everything_comes_back(blank_central, steps):
    with tempfile.TemporaryDirectory() as folder:
        lending = lending_on(blank_central, folder)
        try:
            loans = Loans(lending)
            for step in steps:
                loans.run(step)
            loans.settle()
            assert lending.losses() == 0
            assert lending.stopped() == []
            assert lending.park.rows("SELECT sum(left_amount) FROM lease") in ([(0,)], [(None,)])
            lending.check_bank_with_holds()
        finally:
            lending.park.site.client.close()
            lending.park.central.database.close()


@settings(max_examples=15, deadline=None)
@given(first=st.lists(st.integers(1, 9_999), max_size=4), second=st.lists(st.integers(1, 9_999)))
def test_a_copied_terminal_costs_at_most_its_ceiling(blank_central, first, second):
    with tempfile.TemporaryDirectory() as folder:
        lending = lending_on(blank_central, folder)
        try:
            replies = [lending.grant(lending.a), lending.grant(lending.a)]
            lent = [as_lease(each) for each in replies if each.state is LeaseState.OPEN]
            for amounts in (first, second[:4]):
                held = dict(enumerate(lent))
                for amount in amounts:
                    for n, lease in held.items():
                        if lease.left >= amount:
                            fact, held[n] = lending.sold(lending.a, lease, amount)
                            assert lending.a.tell(fact) == ["applied"]
                            break
                for lease in held.values():
                    lending.a.tell(lending.given_back(lease))
            assert 0 <= lending.losses() <= CEILING
            free, held_now = lending.value()
            assert free >= 0
            assert held_now == 0
        finally:
            lending.park.site.client.close()
            lending.park.central.database.close()
