"""The cart: every change gives a new one, and nothing absurd gets in."""

from dataclasses import FrozenInstanceError, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain.cart import (
    LARGEST_QUANTITY,
    LONGEST_NOTE,
    MOST_EVER,
    MOST_LINES,
    Cart,
    ManualReduction,
    Modifier,
)
from posapp.domain.money import LARGEST_AMOUNT, QUANTITY_ONE
from posapp.errors import Refused
from tests.domain.orders import GOLD, cart, product


def refused(key: str, call, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as refusal:
        call(*args, **kwargs)
    assert refusal.value.key == key
    return refusal.value


def test_second_scan_of_same_product_adds_to_the_line():
    basket, first = carts.add(Cart(), product())
    basket, second = carts.add(basket, product(), 2 * QUANTITY_ONE)
    assert first == second
    assert [line.quantity for line in basket.lines] == [3 * QUANTITY_ONE]


def test_the_old_cart_stays_as_it_was_for_undo():
    before = cart(product())
    after, _ = carts.add(before, product("B"))
    assert len(before.lines) == 1
    assert len(after.lines) == 2
    with pytest.raises(FrozenInstanceError):
        before.lines = ()


def test_a_choice_or_a_parent_or_a_reduction_makes_a_line_of_its_own():
    basket, key = carts.add(Cart(), product())
    basket, _ = carts.add(basket, product(), modifiers=(Modifier(code="ice", name="少冰"),))
    basket, _ = carts.add(basket, product(), attributes=(("slot", "15:00"),))
    basket, _ = carts.add(basket, product(), parent=key)
    basket = carts.reduce_line(basket, key, ManualReduction(amount=100, reason="破损"))
    basket, new = carts.add(basket, product())
    assert len(basket.lines) == 5
    assert new != key


def test_a_changed_price_makes_a_line_of_its_own():
    basket = cart(product(amount=500), product(amount=600))
    assert [line.unit_price for line in basket.lines] == [500, 600]


def test_modifiers_count_in_the_list_amount():
    egg = Modifier(code="egg", name="加蛋", unit_price=200)
    basket, key = carts.add(Cart(), product(amount=1_800), 2 * QUANTITY_ONE, modifiers=(egg,))
    assert basket.line(key).list_amount == 4_000


def test_removing_a_line_takes_what_hangs_on_it():
    basket, key = carts.add(Cart(), product("SET"))
    basket, _ = carts.add(basket, product("PART"), parent=key)
    basket, kept = carts.add(basket, product("B"))
    assert [line.key for line in carts.remove(basket, key).lines] == [kept]


def test_keys_are_never_used_twice():
    basket, first = carts.add(Cart(), product())
    basket = carts.remove(basket, first)
    basket, second = carts.add(basket, product())
    assert second > first
    assert basket.is_empty is False
    assert carts.remove(basket, second).is_empty


@pytest.mark.parametrize("quantity", [0, -1, LARGEST_QUANTITY + 1, 10**30])
def test_an_absurd_quantity_is_refused(quantity):
    basket = cart(product())
    refused("cart.quantity_out_of_range", carts.set_quantity, basket, 1, quantity)
    refused("cart.quantity_out_of_range", carts.add, Cart(), product(), quantity)


def test_an_amount_beyond_all_money_is_refused():
    dear = product(amount=LARGEST_AMOUNT)
    refused("cart.quantity_out_of_range", carts.add, Cart(), dear, 2 * QUANTITY_ONE)


def test_what_is_not_sold_or_sold_out_is_refused():
    refused("cart.product_not_sold", carts.add, Cart(), product(active=False))
    refused("cart.sold_out", carts.add, Cart(), product(sold_out=True))


def test_a_cart_holds_so_many_lines_and_no_more():
    line = cart(product()).lines[0]
    full = Cart(
        lines=tuple(replace(line, key=key) for key in range(1, MOST_LINES + 1)),
        next_key=MOST_LINES + 1,
    )
    refused("cart.full", carts.add, full, product("B"))


def test_a_line_that_is_gone_is_refused_by_name():
    for call, args in [
        (carts.set_quantity, (7, QUANTITY_ONE)),
        (carts.remove, (7,)),
        (carts.reduce_line, (7, None)),
    ]:
        refused("cart.line_gone", call, cart(product()), *args)


def test_a_reduction_is_set_and_lifted():
    basket = cart(product(amount=500))
    given_ = ManualReduction(amount=500, reason="赠送")
    assert carts.reduce_line(basket, 1, given_).line(1).manual == given_
    assert carts.reduce_line(basket, 1, None).line(1).manual is None
    assert carts.reduce_order(basket, given_).manual == given_


@pytest.mark.parametrize("bad", [{"amount": 501}, {"amount": -1}, {"basis_points": 10_001}])
def test_a_reduction_beyond_the_price_is_refused(bad):
    basket = cart(product(amount=500))
    manual = ManualReduction(reason="x", **bad)
    refused("cart.reduction_out_of_range", carts.reduce_line, basket, 1, manual)
    refused("cart.reduction_out_of_range", carts.reduce_order, basket, manual)


def test_coupons_go_with_the_member():
    basket = carts.lay_coupon(carts.attach_member(cart(product()), GOLD), "C20")
    refused("cart.coupon_already_laid", carts.lay_coupon, basket, "C20")
    assert carts.lift_coupon(basket, "C20").coupons == ()
    assert carts.detach_member(basket) == cart(product())


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.integers(1, 9_000)), max_size=30))
def test_quantities_of_a_product_add_up_over_any_scans(scans):
    basket = Cart()
    for code, quantity in scans:
        basket, _ = carts.add(basket, product(code, 100), quantity)
    sums = {code: sum(q for c, q in scans if c == code) for code, _ in scans}
    assert {line.code: line.quantity for line in basket.lines} == sums


def test_a_removed_line_is_voided_with_what_hangs_on_it():
    basket, key = carts.add(Cart(), product())
    basket, _ = carts.add(basket, product("B"), parent=key)
    basket, last = carts.add(basket, product("C"))
    basket = carts.remove(basket, key)
    assert [line.key for line in basket.lines] == [last]
    assert [line.code for line in basket.voided] == ["A", "B"]


@given(st.lists(st.sampled_from(["add", "remove", "undo"]), max_size=25))
def test_every_line_that_ever_was_is_on_the_order_or_voided(steps):
    basket, past, came = Cart(), [], 0
    for place, step in enumerate(steps):
        match step:
            case "add":
                past.append(basket)
                basket, _ = carts.add(basket, product(f"P{place}"))
                came += 1
            case "remove" if basket.lines:
                past.append(basket)
                basket = carts.remove(basket, basket.lines[0].key)
            case "undo" if past:
                basket = carts.go_back(basket, past.pop())
            case _:
                pass
        keys = [line.key for line in (*basket.lines, *basket.voided)]
        assert sorted(keys) == list(range(1, came + 1))


def test_voided_lines_go_along_to_the_next_order_under_keys_of_their_own():
    gone = carts.remove(cart(product()), 1).voided
    taken = carts.carry_voided(cart(product("B"), product("C")), gone)
    assert [line.code for line in taken.voided] == ["A"]
    assert (taken.voided[0].key, taken.next_key) == (3, 4)
    assert carts.carry_voided(taken, ()) is taken


def test_lines_cannot_come_and_go_without_an_end():
    basket = Cart()
    for place in range(MOST_EVER):
        basket, key = carts.add(basket, product(f"P{place}"))
        basket = carts.remove(basket, key)
    refused("cart.full", carts.add, basket, product())


def test_a_note_is_cleaned_and_has_its_limit():
    basket = carts.set_note(cart(product()), "  不要\n冰\x07 ", 1)
    assert basket.lines[0].note == "不要 冰"
    assert carts.set_note(basket, "").note == ""
    refused("cart.note_too_long", carts.set_note, basket, "x" * (LONGEST_NOTE + 1))
    refused("cart.line_gone", carts.set_note, basket, "x", 9)


def test_a_line_with_a_note_takes_no_second_scan():
    basket = carts.set_note(cart(product()), "不要冰", 1)
    basket, key = carts.add(basket, product())
    assert key == 2
