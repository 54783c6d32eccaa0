"""The order behind the screen is saved before whatever ends it, never after."""

import threading

import pytest

from posapp.domain import cart as carts
from posapp.errors import Unavailable
from posapp.lanes import STORE
from posapp.ui.sell.draft_keeper import DraftKeeper
from posapp.workflows.draft import Draft
from tests.ui.counter import products

GOODS = products()


@pytest.fixture
def keeper(counter):
    return DraftKeeper(counter.selling, counter.floor.background)


@pytest.fixture
def gate(counter, lanes):
    """The store is busy until it is set."""
    gate = threading.Event()
    lanes.submit(STORE, gate.wait)
    yield gate
    gate.set()


def drafts(counter, count):
    draft = counter.selling.new_draft()
    cart = draft.cart
    for product in GOODS[:count]:
        cart, _ = carts.add(cart, product)
        yield Draft(sale_id=draft.sale_id, cart=cart)


def test_the_newest_of_many_changes_is_kept(counter, keeper, gate, idle):
    for draft in drafts(counter, 5):
        keeper.keep(draft)
    gate.set()
    idle()
    assert counter.selling.load_draft() == draft


def test_an_order_paid_before_its_last_change_was_saved_does_not_come_back(
    counter, keeper, gate, idle
):
    for draft in drafts(counter, 3):
        keeper.keep(draft)
    counter.floor.background.run(STORE, counter.store.drafts.clear)
    gate.set()
    idle()
    assert counter.store.drafts.load() is None


def test_a_dropped_change_is_not_saved_and_the_next_one_is(counter, keeper, gate, idle):
    one, two = drafts(counter, 2)
    keeper.keep(one)
    keeper.drop()
    gate.set()
    idle()
    assert counter.store.drafts.load() is None
    keeper.keep(two)
    idle()
    assert counter.selling.load_draft() == two


def test_a_change_that_cannot_be_saved_is_told(counter, keeper, gate, idle, shown):
    counter.selling.save_draft = _fails
    keeper.keep(next(drafts(counter, 1)))
    gate.set()
    idle()
    assert shown[-1].key == "store.disk_full"


def _fails(_draft):
    raise Unavailable("store.disk_full")
