"""From list price to net: the order of the stages, and rows and columns that hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain.cart import Cart, ManualReduction
from posapp.domain.money import QUANTITY_ONE, tax_included
from posapp.domain.offers import Offer
from posapp.domain.pricing import (
    ManualReductions,
    MemberPrices,
    Reduction,
    Stage,
    price,
)
from posapp.errors import Refused
from tests.domain.orders import GOLD, cart, e1_priced, product, sources

MANUAL = ManualReductions("手工优惠")


class Takes:
    """A source that takes what it is told to."""

    def __init__(self, stage: Stage, *amounts: int, line_key: int | None = None) -> None:
        self.stage = stage
        self._amounts = amounts
        self._line_key = line_key

    def reductions(self, cart, remains):
        return tuple(
            Reduction(stage=self.stage, amount=a, label="x", rule="x@1", line_key=self._line_key)
            for a in self._amounts
        )


def test_e1_prices_fall_on_the_lines_to_the_fen():
    priced = e1_priced()
    cuts = [[(c.stage, c.amount) for c in line.reductions] for line in priced.lines]
    assert cuts == [
        [(Stage.MEMBER, 2_000), (Stage.COUPON, 1_333)],
        [(Stage.MEMBER, 1_000), (Stage.COUPON, 667)],
    ]
    assert [line.net for line in priced.lines] == [16_667, 8_333]
    assert (priced.list_total, priced.net, priced.reduction_total) == (30_000, 25_000, 5_000)
    assert priced.by_stage(Stage.MEMBER) == 3_000


def test_a_later_stage_works_on_what_the_earlier_left_whatever_the_order_of_sources():
    basket = cart(product(amount=10_000))
    half = Offer(code="h", version=1, label="半价", stage=Stage.MEMBER, basis_points=5_000)
    tenth = Offer(code="t", version=1, label="9 折", stage=Stage.PROMOTION, basis_points=1_000)
    priced = price(basket, reversed(sources(half, tenth)))
    assert priced.net == 4_500


def test_member_prices_are_for_members():
    basket = cart(product(amount=3_900, member_price=3_510))
    assert price(basket, [MemberPrices("会员价")]).net == 3_900
    joined = carts.set_quantity(carts.attach_member(basket, GOLD), 1, 2 * QUANTITY_ONE)
    line = price(joined, [MemberPrices("会员价")]).lines[0]
    assert line.net == 7_020
    assert [(c.amount, c.label) for c in line.reductions] == [(780, "会员价")]


def test_a_product_without_a_member_price_costs_members_the_same():
    basket = carts.attach_member(cart(product(amount=500)), GOLD)
    assert price(basket, [MemberPrices("会员价")]).net == 500


def test_a_member_price_above_the_list_price_changes_nothing():
    basket = carts.attach_member(cart(product(amount=100, member_price=120)), GOLD)
    priced = price(basket, [MemberPrices("会员价")])
    assert (priced.net, priced.lines[0].reductions) == (100, ())


def test_manual_reductions_fall_on_lines_first_then_on_the_order():
    basket = cart(product("A", 1_000), product("B", 1_000))
    basket = carts.reduce_line(basket, 1, ManualReduction(amount=200, reason="破损"))
    basket = carts.reduce_order(basket, ManualReduction(basis_points=1_000, reason="店庆"))
    priced = price(basket, [MANUAL])
    assert priced.net == 1_620
    assert priced.lines[0].reductions[0].label == "手工优惠 破损"
    assert {c.rule for line in priced.lines for c in line.reductions} == {
        "manual:-:line:price_change",
        "manual:-:order:discount",
    }


def test_a_manual_reduction_never_goes_below_nothing():
    basket = cart(product(amount=1_000))
    basket = carts.reduce_line(basket, 1, ManualReduction(amount=1_000, reason="赠送"))
    assert price(basket, [Takes(Stage.MEMBER, 400), MANUAL]).net == 0


def test_the_approval_is_named_in_the_rule():
    manual = ManualReduction(amount=10, reason="x", approval_id="ap-1")
    basket = carts.reduce_order(cart(product()), manual)
    assert price(basket, [MANUAL]).lines[0].reductions[0].rule == "manual:ap-1:order:price_change"


@pytest.mark.parametrize("amount", [20_001, -1])
def test_a_source_cannot_take_more_than_there_is(amount):
    with pytest.raises(Refused) as refusal:
        price(cart(product()), [Takes(Stage.PROMOTION, amount)])
    assert refusal.value.key == "price.reduction_exceeds"


def test_a_reduction_may_name_its_line():
    basket = cart(product("A", 500), product("B", 500))
    priced = price(basket, [Takes(Stage.PROMOTION, 100, line_key=2)])
    assert [line.net for line in priced.lines] == [500, 400]


def test_tax_is_rounded_once_per_rate_and_kept_per_line():
    basket = cart(*(product(code, 333, tax_rate=1_300) for code in "ABC"))
    basket, _ = carts.add(basket, product("D", 999, tax_rate=600))
    priced = price(basket, [])
    assert [(t.rate_bp, t.gross, t.tax) for t in priced.taxes] == [
        (600, 999, tax_included(999, 600)),
        (1_300, 999, tax_included(999, 1_300)),
    ]
    assert [line.tax for line in priced.lines] == [39, 38, 38, 57]
    assert priced.quantity == 4 * QUANTITY_ONE


def test_an_empty_cart_costs_nothing():
    assert price(Cart(), [MANUAL]).net == 0


class TestOffers:
    def test_an_offer_waits_for_its_threshold(self):
        offer = Offer(
            code="p", version=1, label="满减", stage=Stage.PROMOTION, amount=1_000, threshold=10_000
        )
        assert price(cart(product(amount=9_999)), sources(offer)).net == 9_999
        assert price(cart(product(amount=10_000)), sources(offer)).net == 9_000

    def test_an_offer_for_some_products_falls_on_those_alone(self):
        offer = Offer(
            code="p", version=1, label="x", stage=Stage.PROMOTION, amount=300, products=("B",)
        )
        priced = price(cart(product("A", 500), product("B", 500)), sources(offer))
        assert [line.net for line in priced.lines] == [500, 200]

    def test_a_tier_offer_needs_the_tier(self):
        offer = Offer(
            code="p", version=1, label="x", stage=Stage.MEMBER, basis_points=1_000, tier="diamond"
        )
        assert price(cart(product(amount=500), member=GOLD), sources(offer)).net == 500
        assert price(cart(product(amount=500)), sources(offer)).net == 500

    def test_a_coupon_works_only_when_laid_on_the_order(self):
        offer = Offer(code="C", version=2, label="x", stage=Stage.COUPON, amount=9_999, coupon=True)
        basket = cart(product(amount=500), member=GOLD)
        assert price(basket, sources(offer)).net == 500
        priced = price(carts.lay_coupon(basket, "C"), sources(offer))
        assert priced.net == 0
        assert priced.lines[0].reductions[0].rule == "C@2"

    def test_offers_of_a_stage_follow_each_other_by_code(self):
        half = Offer(code="b", version=1, label="x", stage=Stage.PROMOTION, basis_points=5_000)
        ten = Offer(code="a", version=1, label="x", stage=Stage.PROMOTION, amount=100)
        assert price(cart(product(amount=500)), sources(half, ten)).net == 200

    def test_an_offer_that_comes_to_nothing_leaves_no_trace(self):
        offer = Offer(code="p", version=1, label="x", stage=Stage.PROMOTION, basis_points=1)
        assert price(cart(product(amount=1)), sources(offer)).lines[0].reductions == ()


@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 5_000)), min_size=1, max_size=8),
    st.integers(0, 10_000),
    st.integers(0, 10**6),
    st.integers(0, 10_000),
)
def test_rows_and_columns_hold_for_any_cart(items, tier_bp, coupon, manual_bp):
    basket = Cart(member=GOLD)
    for number, (unit_price, quantity) in enumerate(items):
        basket, _ = carts.add(basket, product(f"P{number}", unit_price), quantity)
    basket = carts.lay_coupon(basket, "C")
    basket = carts.reduce_order(basket, ManualReduction(basis_points=manual_bp, reason="x"))
    tier = Offer(
        code="T", version=1, label="x", stage=Stage.MEMBER, basis_points=tier_bp, tier="gold"
    )
    laid = Offer(code="C", version=1, label="x", stage=Stage.COUPON, amount=coupon, coupon=True)
    priced = price(basket, [*sources(tier, laid), MANUAL])
    for line in priced.lines:
        assert line.list_amount - sum(cut.amount for cut in line.reductions) == line.net >= 0
    assert sum(line.net for line in priced.lines) == priced.net
    assert sum(line.tax for line in priced.lines) == sum(t.tax for t in priced.taxes)
    assert sum(priced.by_stage(stage) for stage in Stage) == priced.list_total - priced.net
