"""What is printed on buttons and strips is the key that does it, whichever preset holds."""

import pytest
from PySide6.QtWidgets import QWidget

from posapp.ui.frame import Frame
from posapp.ui.keymap import Action, KeyMap
from posapp.ui.keys.bindings import PRESETS, assigned, preset
from posapp.ui.sell.screen import SellScreen
from posapp.ui.widgets.key_hint import KeyHint


def caps(widget):
    return {each.accessibleName() for each in widget.findChildren(KeyHint)}


@pytest.mark.parametrize("name", PRESETS)
def test_the_keys_in_sight_are_those_of_the_live_map(qtbot, look, parts, name):
    keymap = KeyMap(assigned(preset(name), "sell", Action.PRICE_CHECK, "Ctrl+J"))
    host = QWidget()
    qtbot.addWidget(host)
    screen = SellScreen(Frame(look, host), keymap, parts)
    qtbot.addWidget(screen)
    assert screen.find_side.keys.button(Action.PRICE_CHECK).key_name == "Ctrl+J"
    assert keymap.key("sell", Action.HOLD) in caps(screen.find_side.holds)
    assert caps(screen.cart_side.member) == {keymap.key("sell", Action.MEMBER)}
    assert [hint.key for hint in screen.hints()] == ["*", "-", "Del", "Ctrl+Z"]
    for key in keymap.keys("sell", Action.PAY):
        assert keymap.action("sell", key) is Action.PAY
