"""Coupons that are good once with central gone, against the real central: lent, used, given back."""

from collections.abc import Iterator

import pytest

from posapp.central.lease_commands import set_policy
from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import SaleId
from posapp.domain.leases import LeasePolicy
from posapp.errors import OutcomeUnknown, Refused
from posapp.wire.facts import LeaseReleaseData
from posapp.workflows.lending import RECALLS_EVERY_MS
from tests.workflows.site import STORE, OnlineCounter, enrolled_till, running, seeded_folder
from tests.workflows.test_leasing import all_applied, rows
from tests.workflows.test_with_central import cashier

WITH_COUPONS = {
    **STORE,
    "offers": [
        {"code": code, "version": 1, "label": code, "stage": 3, "amount": 500, "coupon": True}
        | {"once": code != "MANY"}
        for code in ("ONE", "TWO", "MANY")
    ],
    "members": [{**STORE["members"][0], "coupons": ["ONE", "TWO", "MANY"]}],
}


@pytest.fixture(scope="module")
def seeded(tmp_path_factory):
    folder = tmp_path_factory.mktemp("coupons") / "central"
    return folder, seeded_folder(folder, WITH_COUPONS)


@pytest.fixture
def site(seeded, tmp_path):
    with running(*seeded, tmp_path / "central") as site:
        coupons = LeasePolicy(cap=2, ceiling=10)
        set_policy(site.central, "1", LeasePolicy(), coupons=coupons, commit=True)
        yield site


@pytest.fixture
def till(site, tmp_path) -> Iterator[OnlineCounter]:
    with enrolled_till(site, tmp_path / "a03", "A03") as till:
        yield till


@pytest.fixture
def other(site, tmp_path) -> Iterator[OnlineCounter]:
    with enrolled_till(site, tmp_path / "a04", "A04") as till:
        yield till


def her(till):
    """She is identified: central is asked while it answers, else the cache."""
    (member,) = till.counter.members.look_up(till.site.fang.phone)
    return member


def here(till):
    """What this till may use of hers by itself after she was served once."""
    till.counter.selling.join(Cart(), her(till))
    till.counter.leasing.round()
    return sorted(code for each in till.counter.leasing.lent for code in each.coupons)


def laid(till, *codes):
    selling, member = till.counter.selling, her(till)
    basket = selling.join(Cart(), member)
    basket, _ = carts.add(basket, till.counter.cache.product_by_code("B"), 1_000)
    for code in codes:
        basket = selling.lay_coupon(basket, code, member)
    return basket


def to_pay(till, basket, sale_id=None):
    priced = till.counter.selling.price(basket)
    payment = payments.start(sale_id or SaleId(till.counter.desk.new_id()), priced, "CNY")
    till.counter.selling.begin_payment(payment)
    return payments.add_cash(payment, till.counter.paying.new_tender_id(), payment.net)


def sell(till, *codes):
    staff = cashier(till)
    shift = till.counter.store.shifts.current() or till.counter.shifts.open(50_000, staff)
    return till.counter.paying.complete(to_pay(till, laid(till, *codes)), staff, shift).sale


def refused(call, *args):
    with pytest.raises(Refused) as caught:
        call(*args)
    return caught.value


def leases(site):
    return rows(site, "SELECT state, left_amount FROM lease WHERE ledger = 'coupon' ORDER BY id")


def cases(site):
    return [kind for (kind,) in rows(site, "SELECT kind FROM open_case")]


def test_a_coupon_that_was_lent_is_used_once_with_central_away(site, till):
    assert here(till) == ["ONE", "TWO"]
    till.counter.go_offline()
    sell(till, "ONE", "MANY")
    assert here(till) == ["TWO"]
    assert refused(laid, till, "ONE").key == "coupon.needs_connection"
    till.counter.link["online"] = True
    assert all_applied(till)
    assert (leases(site), cases(site)) == ([("open", 1)], [])
    assert rows(site, "SELECT code FROM coupon_use") == [("ONE",)]


def test_two_tills_cut_off_with_one_coupon_use_it_once(site, till, other):
    assert (here(till), here(other)) == (["ONE", "TWO"], [])
    for each in (till, other):
        each.counter.go_offline()
    sell(till, "ONE")
    assert refused(laid, other, "ONE").key == "coupon.lent_elsewhere"
    sell(other, "MANY")
    for each in (till, other):
        each.counter.link["online"] = True
        assert all_applied(each)
    assert cases(site) == []


def test_a_till_that_may_not_lend_it_says_where_it_is_and_gets_it_back(site, till, other):
    here(till)
    error = refused(laid, other, "ONE")
    assert (error.key, error.params["where"]) == ("coupon.lent_elsewhere", "1 号店 A03")
    offers = other.counter.selling.coupons(Cart(), her(other))
    assert {each.code: each.where for each in offers} == {
        "MANY": "",
        "ONE": "1 号店 A03",
        "TWO": "1 号店 A03",
    }
    till.site.clock.advance_ms(RECALLS_EVERY_MS)
    till.counter.leasing.round()
    assert all_applied(till)
    assert till.counter.leasing.lent == ()
    assert here(other) == ["ONE", "TWO"]
    sell(other, "ONE")
    assert all_applied(other)
    assert (leases(site)[0], cases(site)) == (("released", 0), [])


def test_two_orders_at_one_till_do_not_use_the_same_right(site, till):
    here(till)
    till.counter.go_offline()
    waits, first = laid(till, "ONE"), laid(till, "ONE")
    staff = cashier(till)
    shift = till.counter.shifts.open(50_000, staff)
    paid = to_pay(till, first)
    sale = till.counter.paying.complete(paid, staff, shift).sale
    assert till.counter.paying.complete(paid, staff, shift).sale == sale
    assert refused(to_pay, till, waits).key == "coupon.needs_connection"


def test_a_right_of_an_order_that_is_paid_does_not_go_back_until_the_order_is_dropped(site, till):
    here(till)
    till.counter.go_offline()
    basket = laid(till, "ONE")
    payment = to_pay(till, basket)
    till.site.clock.advance_ms(24 * 60 * 60_000)
    till.counter.leasing.round()
    assert till.counter.facts("LeaseReleaseData") == []
    till.counter.paying.give_back_all(payment.sale_id, cashier(till))
    till.counter.leasing.round()
    (fact,) = till.counter.facts("LeaseReleaseData")
    assert isinstance(fact.data, LeaseReleaseData)
    assert (fact.data.reason, len(fact.data.left)) == ("day_over", 2)
    assert refused(to_pay, till, basket).key == "coupon.needs_connection"


def test_an_order_that_was_begun_online_is_finished_offline(site, till):
    """Her money is taken by then: the sale stands, and central looks at it."""
    set_policy(site.central, "1", LeasePolicy(), coupons=LeasePolicy(), commit=True)
    assert here(till) == []
    payment = to_pay(till, laid(till, "ONE"))
    till.counter.go_offline()
    staff = cashier(till)
    till.counter.paying.complete(payment, staff, till.counter.shifts.open(50_000, staff))
    till.counter.link["online"] = True
    assert all_applied(till)
    assert cases(site) == []


def test_a_lost_answer_is_asked_for_again_and_lends_the_same_rights(site, till, monkeypatch):
    api = till.counter.central
    grant = api.grant_lease

    def lose(request):
        grant(request)
        raise OutcomeUnknown("central.no_answer")

    with monkeypatch.context() as patch:
        patch.setattr(api, "grant_lease", lose)
        assert here(till) == []
    assert here(till) == ["ONE", "TWO"]
    assert len(leases(site)) == 1


def test_a_member_without_such_a_coupon_costs_no_question(site, till):
    member = her(till)
    till.counter.leasing.want(member.id)
    till.counter.leasing.round()
    assert leases(site) == []


def test_a_till_that_is_not_sure_where_it_stands_uses_no_right(till):
    here(till)
    basket = laid(till, "ONE")
    till.counter.go_offline()
    till.counter.link["sure"] = False
    assert refused(laid, till, "ONE").key == "coupon.needs_connection"
    assert refused(to_pay, till, basket).key == "coupon.needs_connection"
