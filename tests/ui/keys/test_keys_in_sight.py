"""Every key that is printed somewhere is the key that does it, whatever was remapped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from posapp.ui.keymap import STANDARD, Action, KeyMap
from posapp.ui.keys.bindings import FIXED, PRESETS, assigned, preset
from posapp.ui.messages import Message
from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.bills import BillsListed
from posapp.wire.case_work import CasesListed
from posapp.wire.recorded import RecordedListed
from posapp.wire.requests import FindMemberReply, FindSaleReply
from tests.ui.window_at import counter_window
from tests.workflows.counter import MANAGER, UMBRELLA, WANG
from tests.workflows.orders import e1_order, order, sold

FIX = {"Esc", "Enter", "F1", "Tab", "0-9", "1-4", ""}
FREE = [f"Ctrl+Alt+{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
FREE += [f"Alt+F{n}" for n in range(5, 20)]


def all_moved():
    """No task has the key that it came with, but those that keep theirs."""
    bindings = {context: dict(keys) for context, keys in STANDARD.items()}
    for context in ("sell", "pay", "list", "member", "page"):
        moved = dict.fromkeys(each for each in STANDARD[context].values() if each not in FIXED)
        for action, key in zip(moved, FREE, strict=False):
            bindings[context] = {
                each: bound for each, bound in bindings[context].items() if bound is not action
            } | {key: action}
    return bindings


def seen(window):
    """Every key cap that is on the screen."""
    caps = set()
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        match widget:
            case TouchButton() | ChoiceRow():
                caps.add(widget.key_name)
            case KeyHint():
                caps.add(widget.accessibleName())
            case _:
                pass
    return caps


def texts(window):
    labels = [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
    return " ".join(labels)


@pytest.fixture
def moved(till, floor, look, qtbot):
    look.use_keys(KeyMap(all_moved()))
    with counter_window(till, floor, look, qtbot) as counter:
        yield counter


def check(counter):
    surface = counter.window.layers.page
    context = surface.key_context
    top = counter.top.key_context
    keymap = counter.look.keymap
    live = {
        cap for each in (context, top) for action in Action for cap in keymap.keys(each, action)
    }
    # One cap may stand for two keys that walk, and for the row of ways to pay.
    live |= {keymap.up_and_down(each) for each in (context, top)}
    wrong = seen(counter.window) - live - FIX
    assert not wrong, (surface.objectName(), wrong)
    for hint in counter.top.hints():
        assert hint.key in live | FIX, (surface.objectName(), hint)
    for key in ("Ctrl+", "Alt+", "F4", "F7", "↑", "空格"):
        assert key not in texts(counter.window).replace("Ctrl+Alt+", ""), surface.objectName()


def test_no_key_of_old_is_printed_while_selling_and_paying(moved):
    moved.go(Place.SELL)
    check(moved)
    moved.sell.actions.recall_asked.emit()
    check(moved)
    moved.window.layers.back()
    moved.go(Place.PAY, PayRequest(payment=e1_order(moved.till), member=WANG))
    check(moved)
    moved.pay.quick_cash(50_000)
    moved.idle()
    check(moved)


def test_no_key_of_old_is_printed_on_the_pages(moved):
    central = moved.till.central
    central.will("find_members", FindMemberReply(request_id="r", members=(WANG,)))
    for place in (Place.TOP_UP, Place.MEMBER):
        moved.go(place, WANG)
        check(moved)
    for place in (Place.REGISTER, Place.CASH_MOVE, Place.DRAWERS, Place.X_REPORT):
        moved.go(place, "")
        check(moved)
    moved.go(Place.SHIFT_CLOSE)
    check(moved)
    sale = sold(moved.till, order(moved.till, UMBRELLA), moved.till.shifts.current()).sale
    central.will("find_sale", FindSaleReply(request_id="r"))
    moved.go(Place.REFUND, sale.receipt_number)
    moved.refund.want_all()
    check(moved)
    moved.floor.duty.sign_in(MANAGER)
    central.will("bills", BillsListed(request_id="r", bills=(), acquirers=()))
    central.will("recorded", RecordedListed(request_id="r", rows=(), total=0, amount=0))
    for place in (Place.MANAGER, Place.CASES, Place.BILLS, Place.RECORDED):
        central.will("cases", CasesListed(request_id="r", rows=(), total=0, oldest_ms=0))
        moved.go(place)
        check(moved)


def test_enter_on_an_empty_field_names_the_key_that_pays(moved, shown):
    moved.go(Place.SELL)
    moved.sell.presenter.add(UMBRELLA, 1_000)
    moved.key(Qt.Key.Key_Return)
    (key,) = moved.look.keymap.keys("sell", Action.PAY)
    assert shown[-1].text == f"按 {key} 收款"


def test_undo_is_named_by_its_key_and_only_where_a_key_does_it(moved):
    cap = moved.look.keymap.key("sell", Action.UNDO)
    moved.go(Place.SELL)
    told = Message(text="已删除", undo=lambda: None)
    moved.window.show_message(told)
    assert cap in seen(moved.window)
    moved.go(Place.REFUND, "")
    moved.window.show_message(told)
    assert cap not in seen(moved.window)
    assert moved.window.toast.can_undo


@pytest.mark.parametrize("name", PRESETS)
def test_each_preset_names_its_own_key_for_holding(till, floor, look, qtbot, name):
    look.use_keys(KeyMap(assigned(preset(name), "pay", Action.TENDER_2, "Ctrl+J")))
    with counter_window(till, floor, look, qtbot) as counter:
        counter.go(Place.SELL)
        counter.sell.actions.recall_asked.emit()
        hold = look.keymap.key("sell", Action.HOLD)
        assert f"按 {hold} 可以挂起" in texts(counter.window)
        counter.window.layers.back()
        counter.go(Place.PAY, PayRequest(payment=e1_order(till), member=WANG))
        assert {"Alt+1", "Ctrl+J", "Alt+3"} <= seen(counter.window)
        assert "Alt+1…7" not in texts(counter.window)
