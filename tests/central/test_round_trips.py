"""How often a push talks to its server: a fixed number of times, whatever the batch holds."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from sqlalchemy import event

from posapp.wire.facts import SaleData
from tests.central.goods import A, B, cart, cash, sale

MOST = 18
"""Who asks, its nonce, lock and two looks, three about members, one about rules and two about tags, a savepoint
and its end, the rows, the places: with BEGIN and COMMIT.
"""


@pytest.fixture
def park(server_parks, tmp_path):
    with server_parks(tmp_path) as made:
        yield made


@contextmanager
def counted(park):
    engine, seen = park.central.database._engine, []

    def on_statement(_connection, _cursor, statement, *_rest):
        seen.append(statement.split()[0])

    def on_end(_connection):
        seen.extend(("BEGIN", "COMMIT"))

    event.listen(engine, "before_cursor_execute", on_statement)
    event.listen(engine, "commit", on_end)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", on_statement)
        event.remove(engine, "commit", on_end)


def sales(park, count):
    """Every second one of a member, who earns points with it."""
    ids, found = park.till.ids, []
    for n in range(count):
        basket = cart(A, B, member_id=park.fang.id if n % 2 else None)
        net = A.price + B.price
        net = (A.member_price + B.member_price) if n % 2 else net
        found.append(SaleData(sale=sale(ids, basket, cash(ids, net))))
    return found


def test_a_push_of_many_sales_asks_no_more_often_than_one_of_few(park):
    park.till.tell(*sales(park, 2))
    with counted(park) as few:
        assert park.till.tell(*sales(park, 4)) == ["applied"] * 4
    with counted(park) as many:
        assert park.till.tell(*sales(park, 100)) == ["applied"] * 100
    assert len(many) == len(few) <= MOST, many


def test_a_push_that_is_sent_again_only_looks(park):
    batch = [park.till.journal(each) for each in sales(park, 100)]
    park.till.push(*batch)
    with counted(park) as seen:
        assert {each.outcome.value for each in park.till.push(*batch)} == {"duplicate"}
    assert len(seen) <= MOST // 2, seen
