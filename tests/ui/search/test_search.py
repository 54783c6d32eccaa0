"""Members by conditions at the till: one form, pages, a file on a press, nothing left behind."""

import pytest
from PySide6.QtCore import Qt

from posapp.domain.member import MemberStatus
from posapp.errors import Refused, Unavailable
from posapp.ui.navigation import Place
from posapp.ui.search.presenter import SearchPresenter
from posapp.ui.service.state import Seen
from posapp.wire.member_search import MemberRow, MembersFound
from posapp.wire.requests import FindMemberReply
from posapp.workflows.seeking import SearchForm, Seeking, conditions_of
from tests.ui.till_floor import floor_at, settle
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER, MANAGER, WANG


def row(number, **changed):
    values = {
        "id": f"id-{number}",
        "number": f"600000000{number}",
        "name": "王*芳",
        "phone": "138****5678",
        "tier": "gold",
        "status": MemberStatus.NORMAL,
        "registered_ms": 1,
    }
    return MemberRow(**{**values, **changed})


def found(*numbers, after=""):
    return MembersFound(request_id="r", rows=tuple(row(each) for each in numbers), next=after)


@pytest.fixture
def counter_floor(till, background, messages):
    return floor_at(till, background, messages, CASHIER)


@pytest.fixture
def search(till, counter_floor):
    seeking = Seeking(till.central, till.desk)
    made = SearchPresenter(seeking, counter_floor, lambda: (Seen(id="s", title="李*"),))
    counter_floor.duty.sign_in(CASHIER)
    return made


def test_a_form_becomes_conditions_in_the_time_of_the_shop(till):
    form = SearchForm(
        name=" ouyn ",
        month="０３",
        card="no",
        tier="gold",
        status="frozen",
        registered_from="2026-01-31",
        registered_until="2026-01-31",
    )
    asked = conditions_of(form, till.desk.zone)
    assert (asked.name, asked.month, asked.has_card) == ("ouyn", 3, False)
    assert (asked.tiers, asked.statuses) == (("gold",), (MemberStatus.FROZEN,))
    assert asked.registered_before_ms - asked.registered_from_ms == 86_400_000
    assert asked.bought_from_ms == asked.bought_before_ms == 0


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"month": "13"}, "search.month_not_valid"),
        ({"month": "三"}, "search.month_not_valid"),
        ({"month": "²"}, "search.month_not_valid"),
        ({"bought_from": "昨天"}, "search.day_not_valid"),
        ({"bought_until": "9999-12-31"}, "search.day_not_valid"),
        ({"registered_from": "2026-02-30"}, "search.day_not_valid"),
    ],
)
def test_what_is_no_month_or_day_is_refused(till, changed, key):
    with pytest.raises(Refused) as error:
        conditions_of(SearchForm(**changed), till.desk.zone)
    assert error.value.key == key


def test_pages_go_on_and_back(search, till, counter_floor, qtbot):
    till.central.will("members_sought", found(1, 2, after="p1"), found(3), found(1, 2, after="p1"))
    search.search(SearchForm(name="wf"))
    settle(qtbot, counter_floor)
    assert ([each.id for each in search.state.rows], search.state.chosen) == (["id-1", "id-2"], 0)
    search.next_page()
    settle(qtbot, counter_floor)
    assert ([each.id for each in search.state.rows], search.state.next) == (["id-3"], "")
    search.page_before()
    settle(qtbot, counter_floor)
    asked = till.central.requests("members_sought")
    assert [each.after for each in asked] == ["", "p1", ""]
    assert {each.staff_id for each in asked} == {CASHIER.id}


def test_an_empty_page_goes_on_until_somebody_is_found(search, till, counter_floor, qtbot):
    till.central.will("members_sought", found(after="a"), found(after="b"), found(7, after="c"))
    search.search(SearchForm(month="3"))
    settle(qtbot, counter_floor)
    assert ([each.id for each in search.state.rows], search.state.next) == (["id-7"], "c")
    assert [each.after for each in till.central.requests("members_sought")] == ["", "a", "b"]


def test_what_central_refuses_stands_in_the_list(search, till, counter_floor, qtbot):
    till.central.will("members_sought", Refused("search.nothing_narrows"))
    search.search(SearchForm(card="yes"))
    settle(qtbot, counter_floor)
    assert search.state.problem.key == "search.nothing_narrows"
    till.central.will("members_sought", Unavailable("network.unreachable"), found(1))
    search.search(SearchForm(name="w"))
    settle(qtbot, counter_floor)
    search.search(SearchForm(name="w"))
    settle(qtbot, counter_floor)
    assert (search.state.problem, len(search.state.rows)) == (None, 1)


def test_what_one_person_found_is_not_left_for_the_next(search, till, counter_floor, qtbot):
    till.central.will("members_sought", found(1))
    search.search(SearchForm(name="wf"))
    settle(qtbot, counter_floor)
    counter_floor.duty.sign_in(MANAGER)
    assert (search.state.rows, search.state.form) == ((), SearchForm())


def test_from_the_panel_to_the_file(till, counter_floor, qtbot, make_look):
    counter_floor.duty.sign_in(CASHIER)
    with counter_window(till, counter_floor, make_look(), qtbot) as counter:
        till.central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
        counter.go(Place.MEMBER, "")
        counter.click("member.by_conditions")
        assert counter.shows("search.name")
        till.central.will("members_sought", found(1, 2))
        counter.type("wang")
        counter.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: counter.shows("search.row1"), timeout=15000)
        till.central.will("member_file", Refused("member.unknown"))
        counter.key(Qt.Key.Key_Down)
        counter.key(Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: till.central.requests("member_file") != [], timeout=15000)
        (asked,) = till.central.requests("member_file")
        assert asked.member_id == "id-2"
