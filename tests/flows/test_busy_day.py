"""A few customers of the scripted day; `python3 dev.py day` serves five hundred."""

import pytest

from benchmarks.long_day import day, unlike
from posapp.demo.busy_day import WANTS, BusyDay, Rung


def test_screen_till_central_and_papers_say_the_same_after_mixed_customers(own_park):
    answer = day(own_park, 6, seed=11)

    assert answer["differences"] == []
    assert answer["sales"] >= 6
    assert len(answer["wishes"]) >= 4


@pytest.mark.parametrize("want", WANTS)
def test_every_wish_is_one_that_the_hands_know(want):
    assert callable(getattr(BusyDay, f"_{want}"))


def test_a_sale_that_was_rung_and_stands_in_no_book_is_found(shop):
    """What the day holds against each other does differ when something is missing."""
    ours = [fact.data.sale for fact in shop.stores.till.journal.newest("sale.v1", 1)]
    if not ours:
        shop.type_in("6901234567892")
        shop.hand.wait_lines(1)
        shop.hand.begin_payment()
        shop.hand.pay_cash()
        ours = [fact.data.sale for fact in shop.stores.till.journal.newest("sale.v1", 1)]
    (sale,) = ours
    found = unlike(shop.park, Rung(sales=(sale, sale), refunded=0, wants={}))

    assert "a receipt number twice on the screen" in found
