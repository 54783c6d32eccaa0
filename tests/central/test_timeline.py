"""A timeline reads no more than its page, in a file and on a server."""

from __future__ import annotations

import pytest

from posapp.central.service_desk.sources import SOURCES
from posapp.wire.service_desk import Balance, Correction, ProfileEdit, Shelf
from tests.central.desk import Desk


@pytest.fixture
def desk(park):
    return Desk(park)


def test_pages_follow_each_other_without_a_gap_even_within_one_moment(park, desk):
    park.write("UPDATE member SET registered_ms = 5")
    for _ in range(4):
        desk.act(ProfileEdit(gender="female"), version=desk.file().version)
        desk.act(ProfileEdit(gender="male"), version=desk.file().version)
    whole = desk.file(limit=100, shelf=Shelf.CHANGES).timeline
    first = desk.file(limit=2, shelf=Shelf.CHANGES)
    seen, after = list(first.timeline), first.next
    while after:
        page = desk.page(after, limit=2, shelf=Shelf.CHANGES)
        seen, after = [*seen, *page.rows], page.next
    assert [each.id for each in seen] == [each.id for each in whole]
    assert len(whole) == len({each.id for each in whole}) == 9


def plan(park, source):
    asked = {"owner": park.fang.id, "before_ms": 2**62, "before_id": "~", "most": 31}
    engine = park.central.database
    with engine.read() as connection:
        state = source.statement.compile(connection.engine).construct_expanded_state(asked)
        sql, params = state.statement, state.parameters
        is_file = engine.url.get_backend_name() == "sqlite"
        explain = "EXPLAIN QUERY PLAN " if is_file else "EXPLAIN "
        if is_file:
            values = tuple(params[name] for name in state.positiontup)
            return "\n".join(str(row) for row in connection.exec_driver_sql(explain + sql, values))
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        connection.exec_driver_sql("SET LOCAL enable_bitmapscan = off")
        return "\n".join(str(row) for row in connection.exec_driver_sql(explain + sql, params))


def test_each_source_is_read_by_an_index_in_the_order_of_the_page(park):
    for source in SOURCES:
        check(source, plan(park, source))


def check(source, told):
    assert "USING INDEX" in told or "Index Scan" in told, told
    assert "SCAN" not in told.replace("Index Scan", "").upper().replace("INDEX SCAN", ""), told
    if source.name != "registered":
        assert "TEMP B-TREE" not in told, told
        assert "Sort" not in told, told


def test_correction_of_each_balance_and_its_reversal_leave_what_was(park, desk):
    # Her account was opened by another process: within one millisecond its ids may come after ours.
    park.clock.advance_ms(1)
    start = desk.file()
    for balance in Balance:
        desk.with_boss(Correction(balance=balance, amount=700))
        made = desk.file(shelf=Shelf.MONEY).timeline[0]
        assert (made.kind, getattr(made, balance.value)) == ("correction", 700)
        desk.with_boss(Correction(reverses=made.id))
    told = desk.file()
    same = ("principal", "bonus", "points", "growth", "held", "points_pending")
    assert [getattr(told, name) for name in same] == [getattr(start, name) for name in same]
    report = park.member()
    assert all(each.balance == each.kept for each in report.accounts)
