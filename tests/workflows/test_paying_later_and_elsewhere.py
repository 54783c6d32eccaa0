"""On account and taken elsewhere, against the real central: the limit, the books, the way back."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text

from posapp.central import accounts, recorded
from posapp.central.seeding import only_tenant
from posapp.central.tender_commands import put_account
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.recorded import TakenBy
from posapp.domain.sale import Part, TenderKind
from posapp.errors import Refused
from posapp.wire.sync import ItemOutcome
from posapp.workflows.on_account import OnAccount
from tests.workflows.site import OnlineCounter, enrolled_till, running, seeded_folder

MANAGER_PIN = "246802"


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("park") / "central"
    return folder, seeded_folder(folder)


@pytest.fixture
def site(seeded, tmp_path):
    with running(*seeded, tmp_path / "central") as site:
        yield site


@pytest.fixture
def till(site, tmp_path) -> Iterator[OnlineCounter]:
    with enrolled_till(site, tmp_path / "a03", "A03") as till:
        yield till


def open_account(site, limit=50_000, offline_most=0, stopped=False):
    with site.central.work(only_tenant(site.central)) as unit:
        values = {
            "name": "蓝天旅行社",
            "credit_limit": limit,
            "offline_most": offline_most,
            "active": int(not stopped),
        }
        return put_account(unit, "LT01", values)


def on_account(till):
    counter = till.counter
    return OnAccount(counter.cache, counter.central, counter.store.sales, counter.desk)


def started(till):
    basket, _ = carts.add(Cart(), till.counter.cache.product_by_code("A"))
    priced = till.counter.selling.price(basket)
    return payments.start(SaleId(till.counter.desk.new_id()), priced, "CNY")


def put(till, payment, amount, signer="王经理"):
    tender_id = till.counter.paying.new_tender_id()
    return on_account(till).put(payment, tender_id, amount, "LT01", signer)


def sold(till, payment, staff, shift):
    if payment.remaining:
        payment = till.counter.paying.take_cash(payment, payment.remaining)
    return till.counter.paying.complete(payment, staff, shift).sale


def refused(key, call, *args):
    with pytest.raises(Refused) as refusal:
        call(*args)
    assert refusal.value.key == key
    return refusal.value.params


def manager_of(till):
    staff = till.counter.signing_in.sign_in("9001", MANAGER_PIN)
    return staff, till.counter.shifts.open(0, staff)


def owed(site):
    tenant = only_tenant(site.central)
    with site.central.database.read() as connection:
        account = accounts.find(connection, tenant.id, "LT01")
        booked = connection.execute(
            text(
                "SELECT COALESCE(SUM(entry.amount), 0) FROM entry JOIN account"
                " ON account.id = entry.account_id WHERE account.kind = 'receivable'"
            )
        ).scalar_one()
    assert account.owed == -booked
    return account.owed


def open_cases(site):
    with site.central.database.read() as connection:
        found = connection.execute(text('SELECT kind FROM "open_case" WHERE closed = 0'))
        return sorted(found.scalars())


def test_a_company_buys_on_account_up_to_its_limit_returns_and_pays(site, till):
    open_account(site, limit=30_000)
    till.pull()
    assert [each.name for each in on_account(till).accounts()] == ["蓝天旅行社"]
    staff, shift = manager_of(till)
    payment = started(till)
    refused("account.needs_signer", put, till, payment, payment.net, " ")
    payment = payments.add(payment, put(till, payment, payment.net))
    sale = sold(till, payment, staff, shift)
    assert [(t.kind, t.channel, t.holder, t.reference) for t in sale.tenders] == [
        (TenderKind.ON_ACCOUNT, "LT01", "蓝天旅行社", "王经理")
    ]
    # Not told yet: this till counts what central cannot know.
    room = 30_000 - sale.net
    second = started(till)
    assert refused("account.over_limit", put, till, second, second.net)["room_amount"] == room
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert owed(site) == sale.net
    assert refused("account.over_limit", put, till, second, second.net)["room_amount"] == room
    sums = till.counter.store.shifts.sums(shift.id)
    assert [(t.kind, t.channel, t.taken) for t in sums.tenders] == [
        ("on_account", "LT01", sale.net)
    ]
    refundable = till.counter.refunding.find(sale.receipt_number)
    plan = till.counter.refunding.plan(refundable, {1: QUANTITY_ONE}, staff)
    assert [(give.part, give.amount) for give in plan.quote.gives] == [(Part.ON_ACCOUNT, sale.net)]
    done = till.counter.refunding.refund(plan, "不想要", None, staff, shift)
    assert (done.legs, done.open_drawer) == ((), False)
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert owed(site) == 0
    assert open_cases(site) == []


def test_a_company_pays_what_it_owes_and_no_more(site, till):
    open_account(site)
    till.pull()
    staff, shift = manager_of(till)
    payment = started(till)
    sale = sold(till, payments.add(payment, put(till, payment, payment.net)), staff, shift)
    till.push()
    tenant = only_tenant(site.central)
    with site.central.work(tenant) as unit:
        paid = accounts.Paid(amount=5_000, way="transfer", who="lin", note="九月")
        left = accounts.pay(unit, "LT01", paid)
    assert left == owed(site) == sale.net - 5_000
    with site.central.work(tenant) as unit:
        more = accounts.Paid(amount=left + 1, way="cash", who="lin", note="九月")
        refused("account.payment_not_valid", accounts.pay, unit, "LT01", more)


def test_with_central_away_each_till_has_a_bound_of_its_own(site, till):
    account = open_account(site, limit=100_000, offline_most=25_000)
    till.pull()
    staff, shift = manager_of(till)
    till.counter.link["online"] = False
    payment = started(till)
    sale = sold(till, payments.add(payment, put(till, payment, payment.net)), staff, shift)
    more = started(till)
    room = account.offline_most - sale.net
    assert refused("account.over_limit", put, till, more, more.net)["room_amount"] == room
    till.push()
    # Told, but the feed has not come: what was sold is still not offered twice.
    assert owed(site) == sale.net


def test_above_the_limit_or_stopped_a_fact_still_counts_and_is_looked_at(site, till):
    open_account(site, limit=100_000, offline_most=100_000)
    till.pull()
    staff, shift = manager_of(till)
    till.counter.link["online"] = False
    payment = started(till)
    sale = sold(till, payments.add(payment, put(till, payment, payment.net)), staff, shift)
    open_account(site, limit=100_000, stopped=True)
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert (owed(site), open_cases(site)) == (sale.net, ["account.over_limit"])


def record(till, payment, reference="A1B2C3D4"):
    tender_id = till.counter.paying.new_tender_id()
    tender = payments.recorded_tender(payment, tender_id, payment.net, TakenBy.HANDHELD, reference)
    return payments.add(payment, tender)


def waiting(site, state="open"):
    tenant = only_tenant(site.central)
    with site.central.database.read() as connection:
        rows = recorded.listed(connection, tenant.id, state)
    return [(row["taken_by"], row["reference"], row["amount"], row["id"]) for row in rows]


def test_a_payment_taken_elsewhere_waits_for_its_bill(site, till):
    staff, shift = manager_of(till)
    sale = sold(till, record(till, started(till)), staff, shift)
    twice = sold(till, record(till, started(till)), staff, shift)
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert open_cases(site) == ["recorded.twice"]
    found = waiting(site)
    assert [row[:3] for row in found] == [
        ("handheld", "A1B2C3D4", sale.net),
        ("handheld", "A1B2C3D4", twice.net),
    ]
    tenant = only_tenant(site.central)
    with site.central.work(tenant) as unit:
        recorded.settle(unit, found[0][3], seen=True, who="lin", note="账单 9-1")
    with site.central.work(tenant) as unit:
        recorded.settle(unit, found[1][3], seen=False, who="lin", note="账单 9-1")
    assert (waiting(site), len(waiting(site, "seen")), len(waiting(site, "missing"))) == ([], 1, 1)
    assert open_cases(site) == ["recorded.not_found", "recorded.twice"]
    with site.central.work(tenant) as unit, pytest.raises(Refused):
        recorded.settle(unit, found[0][3], seen=False, who="lin", note="again")


def test_what_was_taken_elsewhere_goes_back_there_and_a_superior_answers_for_it(site, till):
    staff, shift = manager_of(till)
    sale = sold(till, record(till, started(till)), staff, shift)
    till.push()
    refunding = till.counter.refunding
    cashier = till.counter.signing_in.sign_in("1024", "135790")
    refundable = refunding.find(sale.receipt_number)
    assert refunding.plan(refundable, {1: QUANTITY_ONE}, cashier).needs_approval
    plan = refunding.plan(refundable, {1: QUANTITY_ONE}, staff)
    done = refunding.refund(plan, "不想要", None, staff, shift)
    assert (done.legs, done.open_drawer) == ((), False)
    till.push()
    assert [row[2] for row in waiting(site)] == [sale.net, -sale.net]


def test_a_customers_payment_code_is_never_a_reference(till):
    payment = started(till)
    for code in ("134567890123456789", "2812345678901234"):
        refused("recorded.is_a_payment_code", record, till, payment, code)
    refused("recorded.needs_reference", record, till, payment, "12")
