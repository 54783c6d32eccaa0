"""A timeline reads no more than its page, in a file and on a server."""

from __future__ import annotations

import pytest

from posapp.central.expiring import expire_points
from posapp.central.member_page.asking import ask
from posapp.central.member_page.word_table import ROWS
from posapp.central.seeding import only_tenant
from posapp.central.service_desk.sources import SOURCES
from posapp.central.tagging.book import put
from posapp.domain.member import Profile
from posapp.ui.service.words import happened_title
from posapp.wire.service_desk import Balance, Correction, Happened, ProfileEdit, Shelf
from tests.central.desk import Desk
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_registration import child, registered, say


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
    assert len(whole) == len({each.id for each in whole}) == 11


def of_kind(desk, kind, **asked):
    asked = {"shelf": Shelf.CHANGES, "limit": 100, **asked}
    return [each for each in desk.file(**asked).timeline if each.kind == kind]


def test_consents_families_requests_and_tags_by_rule_are_in_it(park):
    desk = Desk(park, registered(park, Profile(phone="13655556666", name="诸葛云裳")))
    park.clock.advance_ms(1_000)
    said = [(each.detail["purpose"], each.detail["given"]) for each in of_kind(desk, "consent")]
    assert sorted(said) == [("agreement", 1), ("privacy", 1), ("profiling", 1)]
    say(park, desk.clerk, desk.member_id, "profiling", given=False)
    (last, *_) = of_kind(desk, "consent")
    assert (last.detail["purpose"], last.detail["given"]) == ("profiling", 0)
    assert last.who.startswith("张敏")
    child(park, desk.member_id)
    assert [each.detail["act"] for each in of_kind(desk, "family")] == ["join"]
    with park.central.work(only_tenant(park.central)) as unit:
        ask(unit, desk.member_id, "correction", "生日写错了")
        put(unit, desk.member_id, "often")
    (asked,) = of_kind(desk, "request")
    assert asked.detail == {"what": "correction"}
    assert [each.detail for each in of_kind(desk, "rule_tag")] == [{"tag": "often", "put": 1}]
    park.clock.advance_ms(1_000)
    park.write("UPDATE member_tag SET until_ms = :now", now=park.clock.wall_ms())
    assert [each.detail["put"] for each in of_kind(desk, "rule_tag")] == [0, 1]
    assert of_kind(desk, "consent", shelf=Shelf.MONEY) == []


POSTED = (
    "sale",
    "refund",
    "top_up",
    "opening",
    "hold",
    "hold_release",
    "lease",
    "lease_release",
    "claim",
    "correction",
    "merge",
    "merge_undone",
    "compensation",
    "compensation_lapsed",
    "referral",
    "referral_back",
    "expire",
)


def test_points_that_ended_have_one_name_at_the_desk_and_on_her_page(park, desk):
    park.clock.advance_ms(800 * 86_400_000)
    assert expire_points(park.central, only_tenant(park.central)).points
    (ended,) = [each for each in desk.file().timeline if each.kind == "expire"]
    turn_on(park)
    title = happened_title(ended)
    assert title == "积分到期"
    assert title in Visitor(park).sign_in().page("/statement?of=points")


def test_every_kind_of_movement_has_a_name_at_the_desk_and_on_her_page():
    for kind in POSTED:
        assert happened_title(Happened(id="x", at_ms=1, kind=kind)) != kind, kind
        assert f"posting.{kind}" in ROWS, kind


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
