"""Tags as a condition: those that a cashier may see, any number of them, kept while she is here."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from posapp.domain.tags import TagNames, written_tags
from posapp.errors import Refused
from posapp.ui.navigation import Place
from posapp.ui.search.conditions_card import ConditionsCard
from posapp.ui.search.tick_grid import TickGrid
from posapp.wire.member_search import MOST_WORDS, MembersFound
from posapp.workflows.seeking import SearchForm, conditions_of
from tests.ui.till_floor import floor_at
from tests.ui.window_at import counter_window
from tests.workflows.counter import CASHIER

TAGS = (("vip", "贵宾"), ("school", "学校"))


def test_what_is_ticked_becomes_a_condition_and_is_taken_away_with_the_others(look, qtbot, till):
    card = ConditionsCard(look)
    qtbot.addWidget(card)
    assert card.tags.isHidden()
    card.tags.offer(TAGS)
    assert not card.tags.isHidden()
    card.findChild(QWidget, "search.tag.school").click()
    form = card.form()
    assert form.tags == ("school",)
    assert conditions_of(form, till.desk.zone).tags == ("school",)
    card.show_form(SearchForm())
    assert card.form().tags == ()


def test_what_the_operator_changes_keeps_what_is_ticked_and_still_there(look, qtbot):
    grid = TickGrid(look, "grid", "标签")
    qtbot.addWidget(grid)
    grid.offer(TAGS)
    grid.tick(("vip", "school"))
    grid.offer((("vip", "VIP"), ("new", "新")))
    assert grid.ticked == ("vip",)
    grid.offer(())
    assert (grid.ticked, grid.isHidden()) == ((), True)


def test_more_tags_than_central_takes_are_refused_before_it_is_asked(till):
    form = replace(SearchForm(), tags=tuple("abcdefghijk"))
    assert len(form.tags) > MOST_WORDS
    with pytest.raises(Refused) as refused:
        conditions_of(form, till.desk.zone)
    assert (refused.value.key, refused.value.params) == (
        "search.too_many_tags",
        {"most": MOST_WORDS},
    )


def test_tags_of_the_catalogue_are_offered_by_name_and_sent_by_code(
    till, background, messages, make_look, qtbot
):
    names = TagNames(code="vip", zh_cn="贵宾", zh_tw="貴賓", en="VIP")
    till.desk.use(replace(till.desk.settings, member_tags=written_tags([names])))
    floor = floor_at(till, background, messages, CASHIER)
    with counter_window(till, floor, make_look(), qtbot) as counter:
        floor.duty.sign_in(CASHIER)
        counter.go(Place.SEARCH, "")
        assert counter.find("search.tag.vip").text() == "贵宾"
        till.central.will("members_sought", MembersFound(request_id="r", rows=()))
        counter.find("search.tag.vip").click()
        counter.click("search.confirm")
        qtbot.waitUntil(lambda: till.central.requests("members_sought") != [], timeout=15_000)
        (asked,) = till.central.requests("members_sought")
        assert asked.conditions.tags == ("vip",)
