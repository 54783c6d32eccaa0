"""Held sales at central: one till has an order, the others hear which; nothing is sold twice unseen."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from posapp.central.held import KEPT_MS
from posapp.wire.facts import AuditData, SaleData
from posapp.wire.held import (
    RECALLED_HERE,
    HeldAsked,
    HeldClaim,
    HeldClaimed,
    HeldKept,
    HeldListed,
    HeldOrder,
    Whereabouts,
)
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal


@pytest.fixture
def here(park):
    return park.till


@pytest.fixture
def there(park):
    """Another till of the same shop."""
    return park.site.enrol(park.seeded.tenant_id, code="A04")


def order(till, **changes):
    values = {
        "id": till.ids.new(),
        "sale_id": till.ids.new(),
        "label": "王*芳",
        "amount": 5_600,
        "staff_name": "张敏",
        "at_ms": till.site.clock.wall_ms(),
        "body": '{"goods":1}',
    }
    return HeldOrder(**{**values, **changes})


def put(till, held):
    return till.ask("/v1/held/put", held, HeldKept).standing.where


def claim(till, held_id, *, has_own=False):
    return till.ask("/v1/held/claim", HeldClaim(id=held_id, has_own=has_own), HeldClaimed)


def listed(till, *mine):
    return till.ask("/v1/held/list", HeldAsked(mine=mine), HeldListed)


def test_an_order_waits_for_every_till_of_its_shop_and_goes_to_the_first_that_asks(here, there):
    held = order(here)
    assert put(here, held) is Whereabouts.WAITING
    (row,) = listed(there).rows
    assert (row.id, row.label, row.amount, row.till) == (held.id, "王*芳", 5_600, "收银机 03")
    got = claim(there, held.id)
    assert got.is_yours
    assert got.order == held
    assert listed(here).rows == ()
    told = claim(here, held.id, has_own=True)
    assert not told.is_yours
    assert told.order is None
    assert (told.standing.where, told.standing.terminal_id) == (
        Whereabouts.TAKEN,
        there.identity.terminal_id,
    )


def test_two_tills_that_ask_at_once_have_one_winner(park, here, there):
    gate = threading.Barrier(2)

    def ask(till, held_id):
        gate.wait(timeout=60)
        return claim(till, held_id)

    for _ in range(5):
        held = order(here)
        put(here, held)
        with ThreadPoolExecutor(2) as threads:
            both = list(threads.map(ask, (here, there), (held.id, held.id)))
        assert sorted(each.is_yours for each in both) == [False, True]
        assert len({each.standing.terminal_id for each in both}) == 1


def test_whoever_has_it_hears_the_same_again_when_the_answer_was_lost(here, there):
    held = order(here)
    put(here, held)
    first, again = claim(there, held.id), claim(there, held.id)
    assert (first.is_yours, first.order) == (again.is_yours, again.order) == (True, held)
    assert put(here, held) is Whereabouts.TAKEN
    assert listed(here, held.id).mine[0].where is Whereabouts.TAKEN


def test_a_copy_that_comes_late_finds_the_order_taken_back(here, there):
    held = order(here)
    assert claim(here, held.id, has_own=True).is_yours
    assert put(here, held) is Whereabouts.TAKEN
    assert listed(there).rows == ()
    assert not claim(there, held.id).is_yours


def test_nobody_takes_what_central_has_not_heard_of(here, there):
    unheard = here.ids.new()
    assert claim(there, unheard).standing.where is Whereabouts.UNKNOWN
    assert listed(here, unheard).mine[0].where is Whereabouts.UNKNOWN
    assert put(here, order(here, id=unheard)) is Whereabouts.WAITING


def test_an_order_that_was_sold_is_given_to_nobody(park, here, there):
    """Also when central was restored to a day on which it still waited."""
    sold = sale(here.ids, cart(A), cash(here.ids, 20_000))
    held = order(here, sale_id=sold.id)
    put(here, held)
    here.tell(SaleData(sale=sold))
    assert listed(there).rows == ()
    told = claim(there, held.id)
    assert not told.is_yours
    assert told.standing.where is Whereabouts.SOLD


def test_taken_back_without_central_it_is_that_tills_afterwards(park, here, there):
    held = order(here)
    put(here, held)
    here.tell(AuditData(action=RECALLED_HERE, subject=held.id))
    assert not claim(there, held.id).is_yours
    assert claim(here, held.id).is_yours
    assert park.cases() == []


def test_taken_back_without_central_after_another_till_had_it_waits_for_a_person(park, here, there):
    held = order(here)
    put(here, held)
    claim(there, held.id)
    here.tell(AuditData(action=RECALLED_HERE, subject=held.id))
    assert park.cases() == ["held.taken_twice"]
    assert claim(there, held.id).is_yours


def test_another_shop_and_another_operator_see_nothing_of_it(park, here):
    park.write(
        "INSERT INTO shop(id, tenant_id, code, name) VALUES (:id, :tenant, '2', '2号店')",
        id=here.ids.new(),
        tenant=park.seeded.tenant_id,
    )
    afar = park.site.enrol(park.seeded.tenant_id, shop="2", code="B01")
    held = order(here)
    put(here, held)
    assert listed(afar).rows == ()
    assert claim(afar, held.id).standing.where is Whereabouts.UNKNOWN
    assert refusal(afar.ask, "/v1/held/put", held, HeldKept).key == "request.other_body"
    assert claim(here, held.id).is_yours


def test_orders_of_long_ago_are_forgotten(park, here):
    old = order(here)
    put(here, old)
    park.clock.advance_ms(KEPT_MS + 1)
    put(here, order(here))
    assert listed(here, old.id).mine[0].where is Whereabouts.UNKNOWN


@pytest.mark.parametrize(
    "wrong", [{"id": "x"}, {"amount": -1}, {"label": "x" * 101}, {"body": ""}, {"sale_id": ""}]
)
def test_an_order_that_cannot_be_one_is_refused(here, wrong):
    assert refusal(here.ask, "/v1/held/put", order(here, **wrong), HeldKept).key == "held.not_valid"
