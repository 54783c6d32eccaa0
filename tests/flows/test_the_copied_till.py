"""One member with ¥300, a till that is unplugged, spent and copied, another till: nobody overspends.

The figures stand in docs/reliability.md, too: the page and this story cannot drift apart.
"""

import json
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest

from posapp.app.devices import simulated_specs
from posapp.app.enrolling import enrol_till
from posapp.app.till import TillConfig, open_till
from posapp.central.commands import create_central, seed_sample
from posapp.central.enrolment import make_enrol_code
from posapp.central.lease_commands import set_policy
from posapp.central.lease_watch import show_leases
from posapp.clock import ManualClock
from posapp.devices.simulated_line import Link, LinkFault
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.domain.leases import LeasePolicy
from posapp.offline.keys import new_keys
from posapp.wire.requests import Factor
from posapp.workflows.pay_outcomes import Authorised, Declined
from tests.workflows.site import STORE, running

PAGE = Path(__file__).parents[2] / "docs" / "reliability.md"
CAP = CEILING = 20_000
GOODS = {"A": 8_000, "B": 12_000, "C": 5_000, "D": 15_000}
MEMBER = {"phone": "13812345678", "name": "王小芳", "principal": 30_000}
SHOP = {
    **STORE,
    "products": [
        {"code": code, "name": code, "category": "玩具", "price": price}
        for code, price in GOODS.items()
    ],
    "offers": [],
    "members": [MEMBER],
}


class Counter:
    """A till as the program opens it, on a line of its own that can be pulled."""

    def __init__(self, site, folder, keys, closing):
        self.site, self.folder, self.papers = site, folder, []
        self.line = Link(int(site.url.rsplit(":", 1)[1]))
        closing.callback(self.line.close)
        config = TillConfig(
            folder=folder,
            keys=keys,
            clock=site.clock,
            central_url=f"http://127.0.0.1:{self.line.port}",
            specs=lambda _settings: simulated_specs(folder.parent / f"{folder.name}-devices"),
        )
        self.till = open_till(config, closing)
        self.till.care.round(idle=False)
        work = self.till.workflows
        self.synchronise()
        self.staff = work.signing_in.sign_in("1024", "135790")
        self.shift = work.shifts.current() or work.shifts.open(50_000, self.staff)

    def unplug(self):
        self.line.set_fault(LinkFault.GONE)
        for _ in range(4):
            self.synchronise()
        assert not self.till.board.is_online()

    def plug_in(self):
        self.line.set_fault(LinkFault.NONE)
        self.synchronise()

    def synchronise(self):
        self.site.clock.advance_ms(60_000)
        self.till.sync.run_until_idle()

    def order(self, code):
        member = self.till.stores.cache.member_by_id(self.site.fang.id)
        basket = self.till.workflows.selling.join(Cart(), member)
        basket, _ = carts.add(basket, self.till.stores.cache.product_by_code(code))
        priced = self.till.workflows.selling.price(basket)
        return payments.start(SaleId(self.till.desk.new_id()), priced, "CNY")

    def by_value(self, payment, amount):
        """Her value pays, or why not."""
        paying = self.till.workflows.paying
        self.site.clock.advance_ms(60_000)
        outcome = paying.begin_stored_value(payment, paying.new_tender_id(), amount)
        if isinstance(outcome, Declined):
            return outcome
        done = paying.confirm(outcome.hold, Factor.DYNAMIC_CODE, self.site.shown_code())
        assert isinstance(done, Authorised), done
        return payments.add(payment, done.tender, done.before)

    def finish(self, payment):
        """The rest in cash; the paper goes to the member."""
        paying = self.till.workflows.paying
        if payment.remaining:
            payment = payments.add_cash(payment, paying.new_tender_id(), payment.remaining)
        sale = paying.complete(payment, self.staff, self.shift).sale
        self.papers.append((sale.id, sale.receipt_number, sale.net))

    def lent(self):
        return sum(each.amount for each in self.till.workflows.leasing.lent)


@pytest.fixture
def site(tmp_path):
    central = create_central(tmp_path / "made", clock=ManualClock())
    seeded = seed_sample(central, json.dumps(SHOP).encode())
    central.database.close()
    with running(tmp_path / "made", seeded, tmp_path / "central") as site:
        yield site


def rows(site, sql):
    with site.central.database.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(sql)]


def enrolled(site, folder, keys, code):
    one_time = make_enrol_code(
        site.central,
        tenant_id=site.seeded.tenant_id,
        shop_code="1",
        terminal_code=code,
        label=code,
    )
    enrol_till(folder, keys, site.clock, url=site.url, code=one_time)


def test_a_till_that_is_unplugged_spent_and_copied_costs_no_more_than_was_shown(site, tmp_path):
    keys, others = new_keys(), new_keys()
    enrolled(site, tmp_path / "a03", keys, "A03")
    enrolled(site, tmp_path / "a04", others, "A04")
    bound = set_policy(site.central, "1", LeasePolicy(cap=CAP, ceiling=CEILING), commit=True)
    assert (bound["worst_loss_honest"], bound["worst_loss_one_copy"]) == (0, CEILING)
    with ExitStack() as closing:
        a = Counter(site, tmp_path / "a03", keys, closing)
        b = Counter(site, tmp_path / "a04", others, closing)
        a.order("A")
        a.till.workflows.leasing.round()
        assert a.lent() == 20_000
        a.unplug()
        a.finish(a.by_value(a.order("A"), 8_000))
        shutil.copytree(a.folder, tmp_path / "copy")
        a.finish(a.by_value(a.order("B"), 12_000))
        assert a.lent() == 0
        a.finish(a.order("C"))

        c = Counter(site, tmp_path / "copy", keys, closing)
        c.till.workflows.leasing.round()
        assert c.lent() == 12_000
        c.unplug()
        c.finish(c.by_value(c.order("B"), 12_000))
        c.finish(c.order("C"))

        refused = b.by_value(b.order("D"), 15_000)
        assert (refused.key, dict(refused.params)) == (
            "stored_value.reserved",
            {"reserved_amount": 12_000, "where": "1 号店 A03"},
        )
        b.finish(b.by_value(b.order("D"), 10_000))
        seen = show_leases(site.central)["terminals"]
        assert [(each["terminal"], each["reserved"]) for each in seen] == [("A03", 12_000)]

        for each in (c, a, b, a, c):
            each.plug_in()
        assert [each.till.board.status.waiting for each in (a, b, c)] == [0, 0, 0]
        check_papers(site, a, b, c)
        check_books(site, bound["worst_loss_one_copy"])
        told = {case for (case,) in rows(site, "SELECT kind FROM open_case")}
        assert {"till.restored", "sale.not_covered", "lease.terminal_stopped"} <= told
        a.order("A")
        a.till.workflows.leasing.round()
        assert a.lent() == 0


def check_papers(site, *counters):
    """Every paper is at central, or in the quarantine that an operator sees, exactly once."""
    printed = sorted(paper for counter in counters for paper in counter.papers)
    assert len({sale_id for sale_id, _, _ in printed}) == len(printed) == 6
    assert sorted(rows(site, "SELECT id, receipt_number, net FROM sale")) == printed
    assert rows(site, "SELECT count(*) FROM inbox WHERE outcome = 'quarantined'") == [(0,)]


def check_books(site, bound):
    """Nobody is below zero, what she had is spent once, and the loss is what was shown at most."""
    assert not rows(site, "SELECT id FROM account WHERE member_id IS NOT NULL AND balance < 0")
    unbalanced = (
        "SELECT posting_id FROM entry WHERE ledger = 'MON' GROUP BY posting_id "
        "HAVING sum(amount) <> 0"
    )
    assert not rows(site, unbalanced)
    ((loss,),) = rows(
        site,
        "SELECT -sum(entry.amount) FROM entry JOIN account ON account.id = entry.account_id "
        "WHERE account.kind = 'offline_loss'",
    )
    assert (loss, bound) == (12_000, 20_000)
    ((spent,),) = rows(site, "SELECT sum(amount) FROM sale_tender WHERE kind = 'stored_value'")
    assert spent - loss == MEMBER["principal"]
    page = PAGE.read_text("utf-8")
    figures = {
        "lent to A03": 20_000,
        "spent by A03": 20_000,
        "spent by the copy": 12_000,
        "spent at A04": 10_000,
        "loss": loss,
        "bound": bound,
    }
    for what, fen in figures.items():
        assert f"| {what} | ¥{fen // 100} |" in page, what
