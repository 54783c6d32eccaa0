"""Deposits: taken for each piece beside the price, never reduced, never sold, given back exactly."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain import payment as payments
from posapp.domain.cart import Cart, ManualReduction
from posapp.domain.catalog import ProductKind
from posapp.domain.derivation import StepKind, of_order
from posapp.domain.derivation_refund import of_return
from posapp.domain.ids import LotId, SaleId, TenderId
from posapp.domain.manual_shares import shares_alone
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.offers import Offer, OfferPrices
from posapp.domain.pricing import ManualReductions, MemberPrices, Stage, price
from posapp.domain.refund import in_cash, quote
from posapp.domain.rounding import RoundingOff
from posapp.domain.sale import Part, PointSlice, Tender, TenderKind, ValueSlice
from posapp.errors import Refused
from tests.domain.orders import GOLD, OFFERS, RULES, cart, product

STROLLER = product("S", 3_000, deposit=20_000, member_price=2_500)
CUP = product("C", 1_875, deposit=1_000)
TOY = product("T", 9_999)
SOURCES = (
    MemberPrices("会员价"),
    *(OfferPrices(stage, OFFERS) for stage in (Stage.PROMOTION, Stage.COUPON)),
    ManualReductions("手工"),
    RoundingOff("抹零", 100),
)


def priced(basket: Cart):
    return price(basket, SOURCES)


def paid(basket: Cart, *tenders: Tender):
    payment = payments.start(SaleId("s-1"), priced(basket), "CNY")
    for tender in tenders:
        payment = payments.add(payment, tender)
    if payment.remaining:
        payment = payments.add_cash(payment, TenderId("t-cash"), payment.remaining)
    return payments.to_sale(payment, "A03-1", RULES)


def by_card(amount: int) -> Tender:
    return Tender(id=TenderId("t-card"), kind=TenderKind.EXTERNAL, amount=amount, channel="card")


def refused(call, *args):
    with pytest.raises(Refused) as refusal:
        call(*args)
    return refusal.value.key


def test_the_deposit_stands_under_its_line_and_follows_its_pieces():
    basket, key = carts.add(cart(TOY), STROLLER)
    basket, again = carts.add(basket, STROLLER)
    assert again == key
    owed = basket.lines[2]
    assert (owed.parent, owed.kind, owed.quantity) == (key, ProductKind.DEPOSIT, 2_000)
    assert (owed.list_amount, owed.tax_rate, owed.member_price) == (40_000, 0, None)
    assert carts.set_quantity(basket, key, 2_500).lines[2].quantity == 3_000
    gone = carts.remove(basket, key)
    assert [line.code for line in gone.lines] == ["T"]
    assert [line.kind for line in gone.voided] == [ProductKind.GOODS]
    assert carts.go_back(gone, basket).lines == basket.lines


def test_nobody_changes_a_deposit_by_itself():
    basket = cart(STROLLER)
    cut = ManualReduction(amount=1, reason="x")
    assert refused(carts.set_quantity, basket, 2, 1_000) == "cart.deposit_follows"
    assert refused(carts.remove, basket, 2) == "cart.deposit_follows"
    assert refused(carts.reduce_line, basket, 2, cut) == "cart.deposit_not_reduced"
    assert refused(carts.fix_amount, basket, 2, 1) == "cart.deposit_not_reduced"
    most = ManualReduction(amount=3_001, reason="x")
    assert refused(carts.reduce_order, basket, most) == "cart.reduction_out_of_range"


def test_another_deposit_begins_a_line_of_its_own():
    basket = cart(CUP, replace(CUP, deposit=1_500), CUP)
    assert [(line.unit_price, line.quantity) for line in basket.lines] == [
        (1_875, 2_000),
        (1_000, 2_000),
        (1_875, 1_000),
        (1_500, 1_000),
    ]


def test_a_deposit_makes_no_reduction_look_smaller():
    basket = cart(STROLLER)
    basket = carts.reduce_order(basket, ManualReduction(amount=1_500, reason="x"))
    assert max(shares_alone(priced(basket)).values()) == 5_000


def test_why_the_total_is_what_it_is_names_the_deposits_apart():
    steps = of_order(priced(cart(STROLLER, CUP)))
    assert [(s.kind, s.amount) for s in steps if s.kind is StepKind.DEPOSITS] == [
        (StepKind.DEPOSITS, 21_000)
    ]
    assert steps[0].amount == 4_875


baskets = st.lists(
    st.tuples(st.sampled_from([STROLLER, CUP, TOY]), st.integers(1, 4)), min_size=1, max_size=6
)


@st.composite
def orders(draw):
    basket = Cart(member=draw(st.sampled_from([None, GOLD])))
    for each, count in draw(baskets):
        basket, _ = carts.add(basket, each, count * QUANTITY_ONE)
    if draw(st.booleans()):
        basket = carts.lay_coupon(basket, "C20")
    share = draw(st.integers(0, 10_000))
    return carts.reduce_order(basket, ManualReduction(basis_points=share, reason="x"))


@given(orders())
def test_no_price_source_touches_a_deposit_and_none_changes_what_is_sold(basket):
    result = priced(basket)
    sold = replace(basket, lines=tuple(line for line in basket.lines if not line.is_deposit))
    alone = priced(sold)
    assert tuple(each for each in result.lines if not each.line.is_deposit) == alone.lines
    for each in result.lines:
        if each.line.is_deposit:
            pieces = each.line.quantity // QUANTITY_ONE
            assert (each.net, each.tax, each.reductions) == (pieces * each.line.unit_price, 0, ())
    assert result.net == alone.net + result.deposits == sum(each.net for each in result.lines)
    assert (result.taxes, result.quantity) == (alone.taxes, alone.quantity)


@given(orders(), st.data())
def test_deposits_earn_nothing_and_come_back_to_the_fen_in_any_order(basket, data):
    result = priced(basket)
    card = data.draw(st.integers(0, result.net))
    sale = paid(basket, *([by_card(card)] if card else []))
    bare = replace(basket, lines=tuple(line for line in basket.lines if not line.is_deposit))
    if bare.member and result.net > result.deposits:
        assert sale.points_earned == paid(bare).points_earned
    owed = {line.number: line.quantity for line in sale.lines if line.is_deposit}
    before: dict[int, int] = {}
    back = dict.fromkeys((Part.CASH, Part.EXTERNAL), 0)
    while left := {n: q - before.get(n, 0) for n, q in owed.items() if q > before.get(n, 0)}:
        number = data.draw(st.sampled_from(sorted(left)))
        pieces = data.draw(st.integers(1, left[number] // QUANTITY_ONE)) * QUANTITY_ONE
        part = quote(sale, before, {number: pieces})
        unit = next(line.unit_price for line in sale.lines if line.number == number)
        assert (part.claw, part.tax, part.only_deposits) == (0, 0, True)
        assert part.net == unit * pieces // QUANTITY_ONE, "exactly what was taken for each piece"
        assert min(give.amount for give in part.gives) > 0
        assert sum(give.amount for give in in_cash(part).gives) == part.net
        for give in part.gives:
            back[give.part] += give.amount
        before[number] = before.get(number, 0) + pieces
    assert sum(back.values()) == sale.deposits
    assert back[Part.EXTERNAL] <= card
    for number in owed:
        assert refused(quote, sale, before, {number: QUANTITY_ONE}) == "refund.more_than_sold"


class TestWhatPaysADeposit:
    def start(self):
        return payments.start(SaleId("s-1"), price(cart(STROLLER, member=GOLD), ()), "CNY")

    def test_stored_value_and_points_pay_for_goods_only(self):
        payment = self.start()
        assert payment.payable(TenderKind.STORED_VALUE) == 3_000
        assert payment.payable(TenderKind.EXTERNAL) == 23_000
        assert payments.most_points(payment, 100_000, RULES) == 3_000
        slices = (ValueSlice(lot_id=LotId("vl"), principal=2_000, bonus=1_000),)
        too_much = (ValueSlice(lot_id=LotId("vl"), principal=2_001, bonus=1_000),)
        value = payments.value_tender(TenderId("t-v"), too_much)
        assert refused(payments.add, payment, value) == "pay.deposit_needs_money"
        payment = payments.add(payment, payments.value_tender(TenderId("t-v"), slices))
        points = payments.point_tender(
            TenderId("t-p"), (PointSlice(lot_id=LotId("pl"), points=100),), RULES
        )
        assert refused(payments.add, payment, points) == "pay.deposit_needs_money"

    def test_it_does_not_matter_which_tender_came_first(self):
        payment = payments.add(self.start(), by_card(20_000))
        slices = (ValueSlice(lot_id=LotId("vl"), principal=2_000, bonus=1_000),)
        payment = payments.add(payment, payments.value_tender(TenderId("t-v"), slices))
        sale = payments.to_sale(payment, "A03-1", RULES)
        owed = next(place for place, line in enumerate(sale.lines) if line.is_deposit)
        rows = {column.part: column.amounts[owed] for column in sale.matrix}
        assert rows == {Part.PRINCIPAL: 0, Part.BONUS: 0, Part.EXTERNAL: 20_000}

    def test_cash_instead_is_for_deposits_alone(self):
        sale = paid(cart(STROLLER), by_card(23_000))
        goods_too = quote(sale, {}, {1: 1_000, 2: 1_000})
        assert refused(in_cash, goods_too) == "refund.cash_for_deposits_only"
        instead = in_cash(quote(sale, {}, {2: 1_000}))
        assert [(give.part, give.amount) for give in instead.gives] == [(Part.CASH, 20_000)]


def test_a_coupon_counts_goods_and_not_deposits():
    over = Offer(
        code="M", version=1, label="满减", stage=Stage.PROMOTION, threshold=5_000, amount=500
    )
    result = price(cart(STROLLER), [OfferPrices(Stage.PROMOTION, (over,))])
    assert (result.net, result.reduction_total) == (23_000, 0)


def test_rounding_leaves_the_fen_of_a_deposit_alone():
    odd = product("O", 1_234, deposit=1_005)
    result = price(cart(odd), [RoundingOff("抹零", 100)])
    assert [each.net for each in result.lines] == [1_200, 1_005]


def test_the_points_taken_back_are_told_without_the_deposit_that_came_back_beside_them():
    basket, _ = carts.add(cart(member=GOLD), STROLLER)
    sale = paid(basket)
    steps = of_return(
        sale, {}, quote(sale, {}, {line.number: line.quantity for line in sale.lines})
    )
    (base,) = (step for step in steps if step.kind is StepKind.CLAW_BASE)
    assert (base.amount, base.whole) == (2_500, 2_500)
