"""The bar at the bottom: the keys of the moment, made anew only when they are others."""

import pytest
from PySide6.QtWidgets import QWidget

from posapp.ui.navigation import Hint
from posapp.ui.status_bar import StatusBar
from posapp.ui.widgets.key_hint import KeyHint

KEYS = (Hint("*", "数量"), Hint("-", "减一"))


@pytest.fixture
def bar(qtbot, look):
    bar = StatusBar(look)
    qtbot.addWidget(bar)
    bar.resize(1366, 40)
    bar.show()
    return bar


def shown(bar: QWidget) -> list[KeyHint]:
    caps = bar.findChildren(KeyHint)
    return [each for each in caps if each.isVisible() and each.accessibleName() != "F1"]


def test_the_same_keys_again_make_nothing_anew(qtbot, bar):
    bar.show_hints(KEYS)
    qtbot.waitUntil(lambda: len(shown(bar)) == len(KEYS))
    before = shown(bar)
    bar.show_hints((Hint("*", "数量"), Hint("-", "减一")))
    assert shown(bar) == before


def test_other_keys_take_their_place_on_the_same_caps(qtbot, bar):
    bar.show_hints(KEYS)
    caps = shown(bar)
    bar.show_hints((Hint("Enter", "新的一单"),))
    assert [each.accessibleName() for each in shown(bar)] == ["Enter"]
    bar.show_hints(KEYS)
    assert shown(bar) == caps
    assert [each.accessibleName() for each in caps] == ["*", "-"]


def test_a_narrow_bar_leaves_the_last_keys_out(bar):
    bar.show_hints(KEYS)
    bar.resize(250, 40)
    assert [each.accessibleName() for each in shown(bar)] == ["*"]
