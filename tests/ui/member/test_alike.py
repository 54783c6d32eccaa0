"""Who may be here already is named while somebody registers, and the form waits for nothing."""

import pytest

from posapp.domain.phones import Region
from posapp.errors import Refused
from posapp.ui.member.alike_line import alike_text
from posapp.ui.navigation import Place
from posapp.wire.requests import FindMemberReply
from posapp.workflows.likeness import NOTHING, whole
from tests.ui import members_told
from tests.ui.window_at import counter_window
from tests.workflows.counter import WANG


@pytest.fixture
def counter(till, floor, make_look, qtbot):
    with counter_window(till, floor, make_look(), qtbot) as made:
        made.go(Place.REGISTER, "")
        yield made


def asked(counter):
    return counter.till.central.requests("alike")


def shown(counter, qtbot):
    qtbot.waitUntil(lambda: counter.register.alike.state.first is not None, timeout=15_000)
    counter.idle()
    return counter.find("register.alike_text").text()


@pytest.mark.parametrize(
    ("typed", "is_whole"),
    [
        ({}, False),
        ({"phone": "1381234567"}, False),
        ({"phone": "13812345678"}, True),
        ({"name": "王芳"}, False),
        ({"name": "王芳", "birthday": "1990-03-0"}, False),
        ({"name": "王芳", "birthday": "1990-03-08"}, True),
        ({"birthday": "1990-03-08"}, False),
        ({"card": "K9"}, True),
    ],
)
def test_only_what_is_whole_is_worth_asking(typed, is_whole):
    asked_for = whole(typed.pop("phone", ""), Region.MAINLAND, **typed)
    assert (asked_for != NOTHING) is is_whole


def test_a_phone_is_asked_once_at_its_last_digit_and_named_in_a_calm_line(counter, qtbot):
    counter.till.central.will("alike", members_told.alike())
    counter.type("13812345678")
    text = shown(counter, qtbot)
    assert [each.phone for each in asked(counter)] == ["13812345678"]
    assert "138****5678" in text
    assert "另有 1 位" in text
    assert counter.find("register.phone").text() == "13812345678"


def test_a_name_is_asked_with_its_birthday_and_not_letter_by_letter(counter, qtbot):
    form = counter.top.form
    form.fields["name"].edit.setFocus()
    counter.type("abc")
    form.fields["birthday"].edit.setFocus()
    counter.till.central.will("alike", members_told.alike())
    counter.type("1990-03-08")
    shown(counter, qtbot)
    (only,) = asked(counter)
    assert (only.name, only.birthday) == ("abc", "1990-03-08")


def test_the_clerk_goes_on_with_the_one_who_is_here(counter, qtbot):
    counter.till.central.will("alike", members_told.alike())
    counter.type("13812345678")
    shown(counter, qtbot)
    reply = FindMemberReply(request_id="r", members=(WANG,))
    counter.till.central.will("find_members", reply)
    attached = []
    counter.register.registered.connect(attached.append)
    counter.click("register.alike_take")
    qtbot.waitUntil(lambda: bool(attached), timeout=15_000)
    assert attached == [WANG]


def test_her_file_opens_and_the_form_is_as_it_was(counter, qtbot):
    counter.till.central.will("alike", members_told.alike())
    counter.type("13812345678")
    shown(counter, qtbot)
    counter.till.central.will("member_file", members_told.file_of())
    counter.click("register.alike_open")
    qtbot.waitUntil(lambda: counter.service.state.file is not None, timeout=15_000)
    counter.service.back()
    counter.idle()
    assert counter.find("register.phone").text() == "13812345678"


def test_without_central_the_cache_knows_the_phone(counter, qtbot):
    counter.till.go_offline()
    counter.type(WANG.phone)
    assert WANG.number in shown(counter, qtbot)
    assert asked(counter) == []


def test_a_refusal_is_told_to_nobody(counter, messages):
    heard = []
    messages.shown.connect(heard.append)
    counter.till.central.will("alike", Refused("members.too_many_look_ups", seconds=60))
    counter.type("13812345678")
    counter.idle()
    assert (alike_text(counter.register.alike.state), heard) == ("", [])
