"""Keys given another task: nothing is left without a key, no key does two things, all is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.errors import Refused
from posapp.settings import Settings, with_values
from posapp.ui.keymap import STANDARD, Action, KeyMap
from posapp.ui.keys.bindings import (
    FIXED,
    PRESETS,
    assigned,
    bindings_of,
    changes_text,
    check_key,
    conflict,
    preset,
)
from posapp.ui.keys.card import html, paper, sections
from posapp.ui.keys.presenter import bindings_in_force

FREE = [f"F{n}" for n in range(2, 13)] + [f"Ctrl+F{n}" for n in range(2, 13)] + ["+", "/", "Ctrl+J"]
TASKS = [action for action in STANDARD["sell"].values() if action not in FIXED]


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_has_a_key_for_every_task_and_is_a_setting(name):
    assert set(preset(name)["sell"].values()) == set(STANDARD["sell"].values())
    assert with_values(Settings(), {"key_preset": name}).key_preset == name


def test_the_presets_have_the_keys_that_their_people_know():
    assert preset("pospal")["sell"]["F9"] is Action.MEMBER
    assert preset("supermarket")["sell"]["F6"] is preset("supermarket")["sell"]["Shift+F6"]


@given(
    name=st.sampled_from(PRESETS),
    moves=st.lists(st.tuples(st.sampled_from(TASKS), st.sampled_from(FREE)), max_size=8),
)
def test_after_any_moves_all_tasks_have_keys_and_the_text_brings_them_back(name, moves):
    bindings = preset(name)
    for action, key in moves:
        bindings = assigned(bindings, "sell", action, key)
        assert bindings["sell"][key] is action
    assert set(bindings["sell"].values()) == set(STANDARD["sell"].values())
    assert {key: bindings["sell"][key] for key in ("F1", "Esc")} == {
        "F1": Action.HELP,
        "Esc": Action.BACK,
    }
    text = changes_text(name, bindings)
    assert bindings_of(name, text) == bindings
    assert with_values(Settings(), {"key_changes": text}).key_changes == text


def test_two_tasks_change_places():
    before = preset("standard")
    assert conflict(before, "sell", "F5") is Action.PRICE_CHECK
    after = assigned(before, "sell", Action.DISCOUNT, "F5")["sell"]
    assert (after["F5"], after["F6"]) == (Action.DISCOUNT, Action.PRICE_CHECK)


@pytest.mark.parametrize(
    ("context", "key"),
    [("sell", "7"), ("sell", "A"), ("sell", "Esc"), ("sell", "F1"), ("sell", "Return"),
     ("sell", "Ctrl+V"), ("sell", "Alt+F4"), ("pay", "+"), ("sell", "Space"), ("sell", "Shift+A")],
)  # fmt: skip
def test_keys_that_write_confirm_or_leave_are_not_free(context, key):
    with pytest.raises(Refused) as refused:
        check_key(context, key)
    assert refused.value.key == "keys.not_free"


@pytest.mark.parametrize("text", ["sell:F9=nothing", "nowhere:F9=pay", "F9", "sell:=pay"])
def test_changes_that_cannot_be_read_leave_the_preset(text):
    with pytest.raises(Refused):
        bindings_of("standard", text)
    assert bindings_in_force("standard", text) == preset("standard")


def test_the_card_and_the_help_sheet_are_of_the_live_map():
    keymap = KeyMap()
    keymap.use(assigned(keymap.bindings, "sell", Action.PAY, "Ctrl+J"))
    rows = dict(sections(keymap)[0][1])
    assert rows["收款"] == "Ctrl+J +"
    assert {row.text: row.keys for row in keymap.help_rows("sell")}["收款"] == ("Ctrl+J", "+")
    assert "Ctrl+J" in repr(paper(keymap, "1号店"))
    assert "<b>Ctrl+J +</b>" in html(sections(keymap), "1号店")
