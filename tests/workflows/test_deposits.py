"""Deposits between a till and the real central: both sides, the Z and the ledger agree to the fen."""

import copy
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from posapp.central.reports import Filter, summary
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.own_codes import receipt_code
from posapp.domain.permissions import Permission, Staff
from posapp.domain.sale import Part, TenderKind
from posapp.domain.shift import Shift
from posapp.errors import Refused
from posapp.wire.sync import ItemOutcome
from tests.workflows.orders import agreeing
from tests.workflows.site import STORE, OnlineCounter, enrolled_till, running, seeded_folder
from tests.workflows.test_shifts import pieces

STROLLER = {
    "code": "S",
    "name": "婴儿车租用",
    "category": "玩具",
    "kind": "service",
    "price": 3_000,
    "deposit": 20_000,
}


@dataclass(frozen=True, kw_only=True)
class AtWork(OnlineCounter):
    """A till with a cashier and an open shift."""

    staff: Staff
    shift: Shift


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    store = copy.deepcopy(STORE)
    store["products"].append(STROLLER)
    folder = tmp_path_factory.mktemp("park") / "central"
    return folder, seeded_folder(folder, store)


@pytest.fixture
def site(seeded, tmp_path):
    with running(*seeded, tmp_path / "central") as site:
        yield site


@pytest.fixture
def till(site, tmp_path):
    with open_till(site, tmp_path, "A03") as till:
        yield till


@contextmanager
def open_till(site, tmp_path, code):
    with enrolled_till(site, tmp_path / code, code) as till:
        staff = till.counter.signing_in.sign_in("1024", "135790")
        shift = till.counter.shifts.open(50_000, staff)
        yield AtWork(
            counter=till.counter, calls=till.calls, site=till.site, staff=staff, shift=shift
        )


def order(till, count=1, *, member=None):
    basket = Cart()
    if member is not None:
        basket = till.counter.selling.join(basket, member)
    product = till.counter.cache.product_by_code("S")
    basket, _ = carts.add(basket, product, count * QUANTITY_ONE)
    basket, _ = carts.add(basket, till.counter.cache.product_by_code("B"))
    priced = till.counter.selling.price(basket)
    return payments.start(SaleId(till.counter.desk.new_id()), priced, "CNY")


def sell(till, count=1, *, card=0, member=None):
    """Strollers and an umbrella, a part of it by card."""
    payment, paying = order(till, count, member=member), till.counter.paying
    if card:
        outcome = paying.charge(payment, paying.new_tender_id(), card, "card")
        payment = payments.add(payment, outcome.tender)
    if payment.remaining:
        payment = paying.take_cash(payment, payment.remaining)
    return paying.complete(payment, till.staff, till.shift, member).sale


def give_back(till, sale, wanted, *, in_cash=False, approval=None):
    refunding = till.counter.refunding
    refundable = refunding.find(sale.receipt_number)
    plan = refunding.plan(refundable, wanted, till.staff, in_cash=in_cash)
    if plan.needs_approval and approval is None:
        approval = till.counter.approving.approve(
            Permission.REFUND,
            plan.quote.net,
            till.staff,
            "9001",
            "246802",
            reason="x",
            shift=till.shift,
        )
    return refunding.refund(plan, "退押金", approval, till.staff, till.shift).refund


def house(site) -> dict[str, int]:
    """The accounts of the house that are not even, credits positive."""
    with site.central.database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT account.kind, sum(entry.amount) FROM entry JOIN account ON "
            "account.id = entry.account_id WHERE account.ledger = 'MON' AND member_id IS NULL "
            "GROUP BY account.kind"
        )
        return {kind: int(amount) for kind, amount in rows if amount}


def test_till_receipt_z_and_central_agree_to_the_fen(till, site):
    sale = sell(till, 2, card=30_000, member=till.fang())
    assert (sale.net, sale.deposits, sale.goods_net) == (54_400, 40_000, 14_400)
    assert sale.points_earned == 144
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert house(site)["deposits"] == 40_000
    assert house(site)["sales_list"] == 16_000

    first = give_back(till, sale, {2: QUANTITY_ONE})
    assert (first.net, first.deposits, first.claw, first.tax) == (20_000, 20_000, 0, 0)
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert house(site)["deposits"] == 20_000
    second = give_back(till, sale, {2: QUANTITY_ONE})
    given = {part: first.of_part(part) + second.of_part(part) for part in Part}
    assert sum(given.values()) == 40_000
    assert given[Part.EXTERNAL] <= 30_000
    assert set(till.push()) == {ItemOutcome.APPLIED}
    books = house(site)
    assert "deposits" not in books
    assert books["sales_list"] == 16_000
    assert books["cash"] + 50_000 + books["acquirer"] == -14_400, "what was sold stays"
    assert till.fang().points_pending == 144

    with pytest.raises(Refused) as refusal:
        give_back(till, sale, {2: QUANTITY_ONE})
    assert refusal.value.key == "refund.more_than_sold"

    cash = sale.net - 30_000 - given[Part.CASH]
    checks = agreeing(till.counter.shifts)
    z = till.counter.shifts.close(pieces(50_000 + cash), "", till.staff, checks=checks)
    assert (z.difference, z.net, z.sums.ties) == (0, 14_400, True)
    assert (z.sums.list_total, z.sums.net_sales, z.sums.refund_net) == (16_000, 14_400, 0)
    assert (z.sums.refund_count, z.sums.item_quantity) == (0, 3_000)
    assert [(k.name, k.taken, k.given_back) for k in z.sums.liabilities] == [
        ("deposit", 40_000, 40_000)
    ]
    assert [each.net_sales for each in z.sums.cashiers] == [14_400]
    assert z.sums.member_sale_net == 14_400
    assert sum(rate.gross for rate in z.sums.taxes) == 14_400
    assert {each.kind for each in z.sums.exceptions} <= {"approval"}
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert till.counter.shifts.compare_with_central(till.shift.id).agrees
    with site.central.database.read() as connection:
        told = summary(connection, Filter(tenant_id=site.seeded.tenant_id), "r")
    assert (told.deposits.taken, told.deposits.given_back) == (40_000, 40_000)
    assert (told.net - told.deposits.taken, told.tax) == (14_400, sum(t.tax for t in sale.taxes))


def test_another_till_gives_back_what_this_one_took(till, site, tmp_path):
    sale = sell(till)
    till.push()
    with open_till(site, tmp_path, "A04") as other:
        refundable = other.counter.refunding.find(sale.receipt_number)
        assert refundable.open_deposits == {2: QUANTITY_ONE}
        give_back(other, sale, refundable.open_deposits)
        assert set(other.push()) == {ItemOutcome.APPLIED}
        sums = other.counter.store.shifts.sums(other.shift.id)
        assert [(each.name, each.given_back) for each in sums.liabilities] == [("deposit", 20_000)]
        assert (sums.refund_count, sums.refund_net, sums.taxes) == (0, 0, ())
        assert sums.ties
    assert "deposits" not in house(site)
    assert till.counter.refunding.find(sale.receipt_number).open_deposits == {}


def test_offline_the_till_that_took_cash_gives_it_back(till, site):
    sale = sell(till)
    till.counter.go_offline()
    assert give_back(till, sale, {2: QUANTITY_ONE}).of_part(Part.CASH) == 20_000
    assert set(till.push()) == {ItemOutcome.APPLIED}
    assert "deposits" not in house(site)


def test_a_deposit_by_card_goes_back_in_cash_with_a_managers_yes(till, site):
    sale = sell(till, card=33_000)
    refundable = till.counter.refunding.find(sale.receipt_number)
    plan = till.counter.refunding.plan(refundable, {2: QUANTITY_ONE}, till.staff, in_cash=True)
    assert plan.needs_approval
    refund = give_back(till, sale, {2: QUANTITY_ONE}, in_cash=True)
    assert (refund.in_cash, refund.of_part(Part.CASH), refund.approval_id is not None) == (
        True,
        20_000,
        True,
    )
    assert till.counter.store.prints.pending()[-1].open_drawer
    assert set(till.push()) == {ItemOutcome.APPLIED}
    books = house(site)
    assert (books["acquirer"], books["cash"]) == (-33_000, -30_000), "the float less 200.00"
    assert "deposits" not in books
    sums = till.counter.store.shifts.sums(till.shift.id)
    ways = {(each.kind, each.channel): each.given_back for each in sums.tenders}
    assert ways == {("cash", ""): 20_000, ("external", "card"): 0}
    with site.central.database.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM open_case").scalar() == 0


def test_a_deposit_is_not_for_stored_value(till):
    payment = order(till, member=till.fang())
    goods = payment.net - 20_000
    assert payment.payable(TenderKind.STORED_VALUE) == goods
    paying = till.counter.paying
    with pytest.raises(Refused) as refusal:
        paying.begin_stored_value(payment, paying.new_tender_id(), goods + 1)
    assert refusal.value.key == "pay.deposit_needs_money"


def test_the_receipt_names_the_deposit_apart_and_its_code_opens_it(till):
    sale = sell(till)
    job = till.counter.store.prints.pending()[-1]
    texts = [
        " ".join(
            str(getattr(block, name))
            for name in ("left", "right", "text", "name", "amount")
            if getattr(block, name, "")
        )
        for block in job.document.blocks
    ]
    at = next(place for place, text in enumerate(texts) if text.startswith("押金（"))
    assert texts[at + 1] == "婴儿车租用 200.00"
    assert texts[at + 2] == "押金合计 200.00"
    assert "商品合计 130.00" in texts
    assert sum("婴儿车租用" in text for text in texts) == 2
    assert receipt_code(sale.receipt_number)
