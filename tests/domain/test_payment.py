"""Collecting what is due: change for cash, never too much by anything else, tenders in order."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart
from posapp.domain.ids import LotId, SaleId, TenderId
from posapp.domain.money import LARGEST_AMOUNT
from posapp.domain.payment import MOST_TENDERS, Balances, Payment
from posapp.domain.pricing import price
from posapp.domain.sale import PointSlice, Tender, TenderKind, ValueSlice
from posapp.errors import Refused
from tests.domain.orders import GOLD, RULES, cart, e1_payment, product

BEFORE = Balances(principal=1_000, bonus=200, points=500)


def begun(amount: int = 10_000, member=GOLD) -> Payment:
    priced = price(cart(product(amount=amount), member=member), [])
    return payments.start(SaleId("s"), priced, "CNY")


def external(amount: int, name: str = "x") -> Tender:
    return Tender(id=TenderId(name), kind=TenderKind.EXTERNAL, amount=amount, channel="card")


def value(principal: int, bonus: int, name: str = "v") -> Tender:
    return payments.value_tender(
        TenderId(name), (ValueSlice(lot_id=LotId("l"), principal=principal, bonus=bonus),)
    )


def refused(key: str, call, *args) -> Refused:
    with pytest.raises(Refused) as refusal:
        call(*args)
    assert refusal.value.key == key
    return refusal.value


def test_cash_above_what_is_due_gives_change():
    payment = payments.add_cash(begun(9_020), TenderId("c"), 10_000)
    assert (payment.collected, payment.change, payment.is_settled) == (9_020, 980, True)


def test_any_mix_of_tenders_settles_to_the_fen():
    payment = payments.add_cash(begun(), TenderId("c"), 3_000)
    payment = payments.add(payment, external(2_500))
    assert (payment.remaining, payment.is_settled) == (4_500, False)
    payment = payments.add_coupon(payment, TenderId("k"), 500, "maker")
    payment = payments.add_cash(payment, TenderId("d"), 5_000)
    assert (payment.remaining, payment.change) == (0, 1_000)


@pytest.mark.parametrize("kind", [kind for kind in TenderKind if kind is not TenderKind.CASH])
def test_only_cash_may_be_more_than_due(kind):
    refusal = refused("pay.more_than_due", payments.check_amount, begun(), kind, 10_001)
    assert refusal.params == {"due": 10_000, "amount": 10_001}


@pytest.mark.parametrize("amount", [0, -1, LARGEST_AMOUNT + 1, 10**30])
def test_absurd_amounts_are_refused(amount):
    refused("pay.amount_not_valid", payments.add_cash, begun(), TenderId("c"), amount)


def test_an_order_that_costs_nothing_is_settled_and_takes_nothing():
    payment = begun(0)
    assert payment.is_settled
    refused("pay.nothing_due", payments.add_cash, payment, TenderId("c"), 100)
    assert payments.to_sale(payment, "A1", RULES).tenders == ()


def test_a_settled_order_takes_nothing_more():
    payment = payments.add(begun(), external(10_000))
    refused("pay.nothing_due", payments.add, payment, external(1, "y"))


def test_an_empty_cart_cannot_be_paid():
    refused("pay.empty_cart", payments.start, SaleId("s"), price(Cart(), []), "CNY")


def test_the_same_tender_is_added_once():
    payment = payments.add(begun(), external(100))
    assert payments.add(payment, external(100)) is payment


def test_there_is_an_end_to_splitting():
    payment = begun()
    for number in range(MOST_TENDERS):
        payment = payments.add(payment, external(1, f"x{number}"))
    refused("pay.too_many_tenders", payments.add, payment, external(1, "one more"))


def test_cash_stands_last_whenever_it_came():
    payment = payments.add_cash(begun(), TenderId("c"), 1_000)
    payment = payments.add(payment, external(1_000))
    payment = payments.add(payment, value(1_000, 0), BEFORE)
    kinds = [tender.kind for tender in payment.tenders]
    assert kinds == [TenderKind.STORED_VALUE, TenderKind.EXTERNAL, TenderKind.CASH]


def test_a_tender_is_taken_off_again():
    payment = payments.add(payments.add(begun(), external(100)), value(900, 100), BEFORE)
    assert payment.hold_ids == ("v",)
    without = payments.remove(payment, TenderId("v"))
    assert (without.remaining, without.before_value) == (9_900, None)
    assert payments.remove(without, TenderId("x")).tenders == ()
    refused("pay.tender_gone", payments.remove, without, TenderId("v"))


def test_the_balance_before_the_first_hold_stands_until_the_last_is_gone():
    later = Balances(principal=100, bonus=100)
    payment = payments.add(begun(), value(900, 100, "v1"), BEFORE)
    payment = payments.add(payment, value(50, 50, "v2"), later)
    assert payment.before_value == BEFORE
    assert payments.remove(payment, TenderId("v1")).before_value == BEFORE
    assert BEFORE.stored_value == 1_200


def test_points_taken_off_forget_their_balance():
    points = payments.point_tender(
        TenderId("p"), (PointSlice(lot_id=LotId("l"), points=100),), RULES
    )
    payment = payments.add(begun(), points, BEFORE)
    assert payment.before_points == BEFORE
    assert payments.remove(payment, TenderId("p")).before_points is None


def test_prices_change_freely_until_something_is_collected():
    dearer = price(cart(product(amount=20_000), member=GOLD), [])
    assert payments.reprice(begun(), dearer).net == 20_000
    collected = payments.add(begun(), external(1))
    assert payments.reprice(collected, collected.priced) == collected
    refused("pay.price_fixed", payments.reprice, collected, dearer)


def test_another_cart_at_the_same_price_is_another_price():
    collected = payments.add(begun(), external(1))
    other = price(cart(product("B", 10_000), member=GOLD), [])
    refused("pay.price_fixed", payments.reprice, collected, other)


def test_points_pay_in_whole_steps_up_to_what_is_due():
    coarse = replace(RULES, burn_points=100, burn_value=50)
    assert payments.most_points(begun(75), 1_000, coarse) == 150
    assert payments.most_points(begun(0), 1_000, coarse) == 0
    assert payments.points_value(begun(), 200, coarse) == 100
    refused("points.not_a_multiple", payments.points_value, begun(), 3, coarse)
    refused("pay.more_than_due", payments.points_value, begun(75), 200, coarse)


def test_e1_balances_after():
    assert payments.after_tenders(e1_payment()) == Balances(
        principal=82_609, bonus=12_391, points=1_000
    )
    assert payments.after_tenders(begun()) is None


def test_points_alone_leave_the_value_as_it_is():
    points = payments.point_tender(
        TenderId("p"), (PointSlice(lot_id=LotId("l"), points=100),), RULES
    )
    payment = payments.add(begun(), points, BEFORE)
    assert payments.after_tenders(payment) == Balances(points=400)


def test_a_guest_earns_nothing():
    payment = payments.add_cash(begun(member=None), TenderId("c"), 10_000)
    sale = payments.to_sale(payment, "A1", RULES)
    assert (sale.points_earned, sale.earn_base, sale.earn_rule, sale.member_id) == (0, 0, "", None)


def test_without_rules_nothing_is_earned():
    payment = payments.add_cash(begun(), TenderId("c"), 10_000)
    assert payments.to_sale(payment, "A1", None).points_earned == 0


def test_what_is_not_settled_is_no_sale():
    refused("pay.not_settled", payments.to_sale, begun(), "A1", RULES)


@given(st.lists(st.tuples(st.sampled_from(list(TenderKind)), st.integers(-5, 5_000)), max_size=15))
def test_no_sequence_of_tenders_collects_more_than_is_due(steps):
    basket, _ = carts.add(Cart(member=GOLD), product(amount=10_000))
    payment = payments.start(SaleId("s"), price(basket, []), "CNY")
    for number, (kind, amount) in enumerate(steps):
        tender_id = TenderId(f"t{number}")
        try:
            if kind is TenderKind.CASH:
                payment = payments.add_cash(payment, tender_id, amount)
            else:
                payment = payments.add(payment, Tender(id=tender_id, kind=kind, amount=amount))
        except Refused:
            continue
        assert 0 <= payment.remaining <= payment.net
        assert payment.change == 0 or payment.is_settled


def test_change_that_nobody_would_give_is_refused_and_the_order_stays():
    payment = begun(9_020)
    refusal = refused(
        "pay.change_too_large", payments.add_cash, payment, TenderId("t"), 9_999_999_900
    )
    assert refusal.params == {"change_amount": 9_999_990_880, "most_amount": 500_000}
    assert payments.add_cash(payment, TenderId("t"), 509_020).change == 500_000
    assert payments.add_cash(payment, TenderId("t"), 9_030, 10).change == 10
