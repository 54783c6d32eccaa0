"""No statement of a push or a look-up in a file reads all rows of an operator: the planner says so."""

from __future__ import annotations

import re
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from posapp.domain.member import Profile
from posapp.wire.facts import SaleData
from posapp.wire.member_search import MembersFound, MembersSought, SearchConditions
from tests.central.desk import Desk, hire
from tests.central.goods import A, cart, cash, sale
from tests.central.page_visitor import Visitor, turn_on
from tests.central.test_case_desk import listed, person
from tests.central.test_members import find, register

MEMBERS = 12
GROWING = "member|account|lot|member_token|member_alias|posting|entry|alloc|sale|sale_tender"
WALKS = re.compile(rf"(SCAN (?:{GROWING})\b.*|SEARCH (?:{GROWING}) .*\(tenant_id=\?\))$")


@contextmanager
def heard(park):
    """Every statement with what it was asked for, as it comes."""
    engine, seen = park.central.database._engine, {}

    def on_statement(_connection, _cursor, statement, parameters, *_rest):
        seen.setdefault(statement, parameters)

    event.listen(engine, "before_cursor_execute", on_statement)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", on_statement)


def walks(park, seen):
    """The statements whose plan goes through all rows of a table that grows."""
    found = []
    with park.central.database.read() as connection:
        for statement, parameters in seen.items():
            if not statement.lstrip().upper().startswith(("SELECT", "WITH", "UPDATE", "DELETE")):
                continue
            asked = parameters[0] if isinstance(parameters, list) else parameters
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", asked)
            found += [(row.detail, statement) for row in plan if WALKS.search(row.detail)]
    return found


@pytest.fixture
def people(park):
    phones = [f"1370000{number:04d}" for number in range(MEMBERS)]
    return [register(park, Profile(phone=phone, name="王小花")).member_id for phone in phones]


def test_a_push_of_many_members_sales_reads_only_theirs(park, people):
    ids = park.till.ids
    sales = [
        SaleData(sale=sale(ids, cart(A, member_id=each), cash(ids, A.member_price)))
        for each in people
    ]
    with heard(park) as seen:
        assert park.till.tell(*sales) == ["applied"] * MEMBERS
    assert walks(park, seen) == []


def test_a_name_of_many_members_reads_only_theirs(park, people):
    with heard(park) as seen:
        assert len(find(park, "wangxiaohua")) == len(people)
    assert walks(park, seen) == []


def test_a_search_by_conditions_reads_only_those_that_it_shows(park, people):
    clerk = hire(park, "2001", "135790")
    sought = MembersSought(staff_id=clerk, conditions=SearchConditions(name="wangxiaohua"))
    with heard(park) as seen:
        park.till.ask("/v1/members/search", sought, MembersFound)
    assert people
    assert walks(park, seen) == []


def test_a_statement_of_many_sales_reads_only_hers(park):
    ids = park.till.ids
    sales = [
        SaleData(sale=sale(ids, cart(A, member_id=park.fang.id), cash(ids, A.member_price)))
        for _ in range(MEMBERS)
    ]
    assert park.till.tell(*sales) == ["applied"] * MEMBERS
    turn_on(park)
    visitor = Visitor(park).sign_in()
    with heard(park) as seen:
        for place in ("", "/statement", "/data"):
            visitor.page(place)
    assert walks(park, seen) == []


def test_a_file_and_the_cases_read_only_whom_they_are_about(park, people):
    desk, boss = Desk(park), person(park, number="9002")
    with heard(park) as seen:
        desk.file(member_id=people[0])
        assert len(listed(park.till, boss).rows) >= MEMBERS
    assert walks(park, seen) == []


def test_a_walk_is_seen_as_one(park, people):
    marks = ",".join("?" * len(people))
    query = f"SELECT id FROM account WHERE member_id IN ({marks}) AND tenant_id = ?"
    assert walks(park, {query: (*people, park.tenant.id)})
