"""The order: prices in force, the draft behind it, and orders that wait aside."""

from dataclasses import replace

import pytest

from posapp.domain import cart as carts
from posapp.domain.cart import Cart, ManualReduction
from posapp.domain.offers import Offer
from posapp.domain.pricing import Stage
from posapp.errors import Refused
from posapp.settings import Settings
from posapp.workflows.price_book import PriceBook
from tests.workflows.counter import (
    CASHIER,
    COLA,
    FROZEN,
    MANAGER,
    PANDA,
    TABS,
    UMBRELLA,
    WANG,
    feed_row,
    wired,
)
from tests.workflows.orders import e1_order


def filled(till, *products):
    draft = till.selling.new_draft()
    basket = draft.cart
    for each in products:
        basket, _ = carts.add(basket, each)
    return replace(draft, cart=basket)


def test_e1_prices_come_from_the_feed(till):
    priced = e1_order(till).priced
    assert (priced.list_total, priced.net) == (30_000, 25_000)
    assert [line.net for line in priced.lines] == [16_667, 8_333]


def test_a_changed_offer_is_in_force_after_a_refresh_only(till):
    book = PriceBook(till.cache, till.desk)
    before = book.sources()
    assert book.refresh() is False
    offer = Offer(code="gold", version=4, label="金卡 8 折", stage=Stage.MEMBER, basis_points=2_000)
    till.cache.apply([feed_row("offer", "gold", offer, 2)], "2", "epoch-1")
    assert book.sources() is before
    assert book.refresh() is True
    assert book.sources() is not before


def test_the_rules_of_points_come_with_the_prices(till):
    assert PriceBook(till.cache, till.desk).rules() == till.cache.point_rules()


def test_labels_are_in_the_language_of_the_till(till):
    book = PriceBook(till.cache, till.desk)
    till.desk.use(Settings(language="en"))
    assert book.refresh() is True
    basket = carts.reduce_order(
        filled(till, PANDA).cart, ManualReduction(amount=100, reason="damaged")
    )
    from posapp.domain.pricing import price

    line = price(basket, book.sources()).lines[0]
    assert line.reductions[0].label == "Manual reduction damaged"


def test_tabs_and_tiles(till):
    assert till.selling.categories() == TABS
    assert till.selling.tiles(None) == (PANDA,)
    assert {each.code for each in till.selling.tiles("c-1")} == {"A", "B", "5678"}
    assert till.selling.search("ys") == (UMBRELLA,)


def test_a_blacklisted_member_is_served_as_a_guest(till):
    with pytest.raises(Refused) as refusal:
        till.selling.join(Cart(), FROZEN)
    assert refusal.value.key == "member.not_served"
    joined = till.selling.join(Cart(), WANG)
    assert (joined.member.number, joined.member.tier) == ("M0038127", "gold")


def test_a_line_is_reduced_by_who_may(till):
    basket = filled(till, COLA).cart
    manual = ManualReduction(amount=100, reason="破损")
    with pytest.raises(Refused):
        till.selling.reduce_line(basket, 1, manual, CASHIER, None)
    reduced = till.selling.reduce_line(basket, 1, manual, MANAGER, None)
    assert till.selling.price(reduced).net == 400


class TestDraft:
    def test_it_survives_a_restart_under_the_same_sale_id(self, till):
        draft = filled(till, PANDA, COLA)
        till.selling.save_draft(draft)
        again = wired(till.folder, till.clock, till.store, till.cache, till.station)
        assert again.selling.load_draft() == draft

    def test_an_empty_order_is_not_kept(self, till):
        till.selling.save_draft(filled(till, PANDA))
        till.selling.save_draft(till.selling.new_draft())
        assert till.store.drafts.load() is None
        assert till.selling.load_draft().cart.is_empty

    def test_a_member_alone_is_worth_keeping(self, till):
        draft = till.selling.new_draft()
        draft = replace(draft, cart=till.selling.join(draft.cart, WANG))
        till.selling.save_draft(draft)
        assert till.selling.load_draft() == draft


class TestParking:
    def test_an_order_waits_aside_and_comes_back(self, till):
        draft = filled(till, PANDA, COLA)
        fresh = till.selling.park(draft, "王*芳", CASHIER)
        assert fresh.cart.is_empty
        assert fresh.sale_id != draft.sale_id
        (waiting,) = till.selling.parked()
        assert (waiting.label, waiting.amount, waiting.staff_name) == ("王*芳", 20_500, "张敏")
        assert till.selling.recall(waiting.id, fresh) == draft
        assert till.selling.parked() == ()

    def test_an_empty_order_is_not_parked(self, till):
        with pytest.raises(Refused) as refusal:
            till.selling.park(till.selling.new_draft(), "", CASHIER)
        assert refusal.value.key == "hold.empty_order"

    def test_recalling_never_throws_an_order_away(self, till):
        fresh = till.selling.park(filled(till, PANDA), "", CASHIER)
        waiting = till.selling.parked()[0]
        with pytest.raises(Refused) as refusal:
            till.selling.recall(waiting.id, filled(till, COLA))
        assert refusal.value.key == "hold.order_in_work"
        with pytest.raises(Refused) as refusal:
            till.selling.recall("gone", fresh)
        assert refusal.value.key == "hold.gone"


def test_coupons_of_a_member_say_what_each_would_take_off(till):
    holder = replace(WANG, coupons=("C20",))
    basket = till.selling.join(filled(till, PANDA, UMBRELLA).cart, holder)
    (coupon,) = till.selling.coupons(basket, holder)
    assert (coupon.code, coupon.label, coupon.saves, coupon.laid) == ("C20", "减 20", 2_000, False)
    laid = till.selling.lay_coupon(basket, "C20", holder)
    assert till.selling.price(laid).net == till.selling.price(basket).net - 2_000
    (coupon,) = till.selling.coupons(laid, holder)
    assert (coupon.saves, coupon.laid) == (2_000, True)
    assert till.selling.lift_coupon(laid, "C20") == basket
    assert till.selling.coupons(basket, WANG) == ()


def test_a_coupon_that_is_good_once_waits_for_central(till):
    offer = Offer(
        code="C20",
        version=2,
        label="减 20",
        stage=Stage.COUPON,
        amount=2_000,
        coupon=True,
        once=True,
    )
    till.cache.apply([feed_row("offer", "C20", offer, version=2)], "2", "epoch-1")
    holder = replace(WANG, coupons=("C20",))
    basket = filled(till, PANDA).cart
    assert till.selling.lay_coupon(basket, "C20", holder).coupons == ("C20",)
    till.go_offline()
    with pytest.raises(Refused, match=r"coupon\.needs_connection"):
        till.selling.lay_coupon(basket, "C20", holder)


def test_coupon_of_somebody_else_or_without_effect_is_not_laid(till):
    basket = filled(till, PANDA).cart
    with pytest.raises(Refused, match=r"coupon\.not_hers"):
        till.selling.lay_coupon(basket, "C20", WANG)
    with pytest.raises(Refused, match=r"coupon\.takes_nothing"):
        till.selling.lay_coupon(Cart(), "C20", replace(WANG, coupons=("C20",)))
