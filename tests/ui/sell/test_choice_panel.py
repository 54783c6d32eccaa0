"""Among many answers the one that is touched, or marked, is the one that is taken."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posapp.domain.ids import MemberId
from posapp.ui.keymap import Action
from posapp.ui.sell.state import Choices
from posapp.workflows.selling import CouponOffer
from tests.ui.counter import LI, WANG

MANY = tuple(replace(LI, id=MemberId(f"many-{n}"), number=f"M00040{n:02}") for n in range(7))


@pytest.fixture
def panel(make_window, look, idle, sell):
    """At the smallest window, where fewest answers fit."""
    window = make_window(look, 1024, 768)
    idle()
    return window.layers.page.choices


@pytest.fixture
def offer(sell, finder, idle, panel):
    """Seven coupons on an order of 39.00 (hers 35.10); of C1 she has the right, at any place."""
    sell.attach(WANG)
    finder.scan("P009")
    idle()

    def offer(codes, chosen=0):
        rewards = tuple(
            CouponOffer(code=code, label=code, saves=500, threshold=0, laid=False) for code in codes
        )
        sell.show(choices=Choices(text="券", rewards=rewards), chosen=chosen)

    return offer


def touch(row):
    """Where a finger meets it; a row that is not in sight cannot be met."""
    seen = row.visibleRegion().boundingRect()
    assert seen.height() == row.height()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=seen.center())


def marked(panel):
    return [row for row in panel.list.rows if row.isChecked()]


def test_the_coupon_that_is_touched_is_laid_however_many_she_has(panel, sell, offer):
    offer(("C11", "C12", "C1", "C14", "C15", "C16", "C17"))
    touch(next(row for row in panel.list.rows if row.text() == "C1"))
    assert sell.state.order.cart.coupons == ("C1",)


def test_enter_takes_the_coupon_that_is_marked_in_sight(panel, sell, offer, actions):
    offer(("C11", "C12", "C13", "C14", "C15", "C16", "C1"))
    for _ in range(6):
        actions.press(Action.DOWN)
    (row,) = marked(panel)
    assert row.text() == "C1"
    assert row.visibleRegion().boundingRect().height() == row.height()
    actions.enter_on_nothing("+")
    assert sell.state.order.cart.coupons == ("C1",)


def test_what_is_marked_from_the_start_is_in_sight(panel, offer):
    offer(("C1", "C12", "C13", "C14", "C15", "C16", "C17"), chosen=6)
    (row,) = marked(panel)
    assert row.text() == "C17"
    assert row.visibleRegion().boundingRect().height() == row.height()


def test_the_last_of_seven_members_is_reached_by_keys_and_by_finger(panel, sell, actions):
    sell.show(choices=Choices(text="5678", members=MANY), chosen=0)
    for _ in range(6):
        actions.press(Action.DOWN)
    (row,) = marked(panel)
    assert MANY[6].number in row.accessibleDescription()
    touch(row)
    assert sell.state.member == MANY[6]
