"""The operator's own fields of a member at the till: shown under his titles, edited as they stand."""

import pytest
from msgspec import structs
from PySide6.QtWidgets import QLineEdit

from posapp.domain.extra_fields import parse_fields
from posapp.errors import Refused
from posapp.ui.service.forms import what_of
from posapp.ui.service.profile_form import ProfileForm
from posapp.ui.service.state import Act, Question
from posapp.ui.service.words import file_lines
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.wire.service_desk import ProfileEdit
from tests.ui.service.test_service import a_file

DECLARED = parse_fields("home=text:家乡; way=choice:出行方式:自驾|公交; since=date:首次到访")
HERS = (("home", "成都"), ("way", "轮渡"), ("old", "旧的"))


def her_file():
    return structs.replace(a_file(), extra=HERS)


def question():
    return Question(act=Act.PROFILE, who="x", act_id="a", file=her_file(), extra_fields=DECLARED)


@pytest.fixture
def form(look, qtbot):
    made = ProfileForm(look, her_file(), DECLARED)
    qtbot.addWidget(made)
    return made


def edit_of(form, key):
    field = form.findChild(QLineEdit, f"service_act.extra.{key}")
    assert field is not None
    return field


def test_the_file_shows_them_and_one_that_is_declared_no_more_under_its_own_name():
    lines = file_lines(her_file(), DECLARED)
    for line in (("家乡", "成都"), ("出行方式", "轮渡"), ("old", "旧的")):
        assert line in lines


def test_what_stands_there_is_no_change_and_another_text_is(form):
    assert form.missing == "先写要改的项"
    edit_of(form, "home").setText("")
    assert form.missing == ""
    form.findChild(ChoiceGroup, "service_act.extra.way").choose("1")
    assert what_of(question(), form.fields) == ProfileEdit(extra=(("home", ""), ("way", "自驾")))


def test_a_value_in_another_form_than_its_field_is_refused_by_its_title(form):
    edit_of(form, "since").setText("去年")
    with pytest.raises(Refused) as caught:
        what_of(question(), form.fields)
    assert (caught.value.key, caught.value.params) == (
        "member.extra_not_valid",
        {"title": "首次到访"},
    )
