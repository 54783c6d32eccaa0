"""The way back from a change: exact, small, and bounded by the order it belongs to."""

import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from posapp.domain import cart as carts
from posapp.domain.cart import Cart, CartMember, CartRounding, ManualReduction, go_back
from posapp.domain.cart_steps import (
    LEAST_KEPT,
    LEAST_LINES,
    CartStep,
    stepped_back,
    way_back,
    worth_keeping,
)
from posapp.domain.ids import MemberId
from posapp.wire.canonical import decode, encode
from tests.domain.orders import product

GOODS = (*(product(each, 500) for each in "ABCD"), product("E", 900, deposit=2_000))
MEMBER = CartMember(member_id=MemberId("m"), number="88", tier="gold")

CHANGES = {
    "add": lambda cart, n: carts.add(cart, GOODS[n % len(GOODS)])[0],
    "more": lambda cart, n: carts.set_quantity(cart, _key(cart, n), 1_000 * (n + 2)),
    "remove": lambda cart, n: carts.remove(cart, _key(cart, n)),
    "note": lambda cart, n: carts.set_note(cart, f"n{n}", _key(cart, n)),
    "whole note": lambda cart, n: carts.set_note(cart, f"w{n}"),
    "member": lambda cart, _n: carts.attach_member(cart, MEMBER),
    "nobody": lambda cart, _n: carts.detach_member(cart),
    "reduce": lambda cart, n: carts.reduce_line(
        cart, _key(cart, n), ManualReduction(amount=1, reason="x")
    ),
    "round": lambda cart, n: replace(cart, rounding=CartRounding(step=10 * (n + 1))),
}


def _key(cart, n):
    free = [line.key for line in cart.lines if not line.is_bound]
    return free[n % len(free)]


def worked(words):
    """All carts of an order that was changed so, the empty one first."""
    made = [Cart()]
    for word, n in words:
        if made[-1].lines or word in ("add", "member", "nobody", "whole note", "round"):
            made.append(CHANGES[word](made[-1], n))
    return made


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(CHANGES)), st.integers(0, 6)), max_size=25))
def test_steps_that_were_written_lead_back_as_the_carts_themselves_did(words):
    made = worked(words)
    steps = [way_back(before, after) for before, after in itertools.pairwise(made)]
    kept = decode(encode(tuple(steps)), tuple[CartStep, ...])
    now = by_carts = made[-1]
    for before, step in zip(reversed(made[:-1]), reversed(kept), strict=True):
        now, by_carts = stepped_back(now, step), go_back(by_carts, before)
        assert now == by_carts


def test_lines_in_another_order_come_back_in_theirs():
    before = worked([("add", 0), ("add", 1), ("add", 2)])[-1]
    after = replace(before, lines=before.lines[::-1])
    assert stepped_back(after, way_back(before, after)).lines == before.lines


def test_one_more_line_or_piece_costs_its_key_alone():
    cart = Cart()
    for goods in GOODS[:4]:
        before, cart = cart, carts.add(cart, goods)[0]
        assert len(encode(way_back(before, cart))) < 70
    more = carts.set_quantity(cart, 1, 7_000)
    assert len(encode(way_back(cart, more))) < 70


def test_what_is_kept_does_not_outgrow_the_order():
    made = worked([("add", 0), *(("more", n % 5) for n in range(400))])
    steps = tuple(way_back(before, after) for before, after in itertools.pairwise(made))
    kept = worth_keeping(steps, lines=1)
    assert len(kept) == LEAST_KEPT + 1
    assert kept == steps[-len(kept) :]
    assert worth_keeping((), lines=0) == ()


def test_steps_that_bring_back_many_lines_are_counted_by_them():
    many = way_back(worked([("add", n) for n in range(5)])[-1], Cart())
    assert len(many.back) >= 4
    kept = worth_keeping((many,) * 200, lines=0)
    assert sum(len(step.back) for step in kept) <= LEAST_LINES
    assert kept
