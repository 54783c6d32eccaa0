"""Held sales on the screen: F4 asks nothing, chips grow old, the list comes back by Enter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from posapp.offline.attempts import Attempt, AttemptKind
from posapp.offline.drafts import ParkedDraft
from posapp.ui.keymap import Action
from posapp.ui.navigation import Place
from posapp.ui.sell.hold_sheet import HoldSheet
from posapp.ui.sell.hold_strip import HoldStrip
from posapp.ui.surface import Scan
from posapp.wire.held import HeldStanding, Whereabouts

MINUTE = 60_000


def parked(number, at_ms=0, **changes):
    values = {
        "id": f"h-{number}",
        "sale_id": f"s-{number}",
        "label": "王*芳",
        "amount": 5_600,
        "staff_name": "张敏",
        "at_ms": at_ms,
    }
    return ParkedDraft(**{**values, **changes})


@pytest.fixture
def window(make_window, look, idle):
    window = make_window(look)
    idle()
    return window


@pytest.fixture
def screen(window):
    return window.surface(Place.SELL)


@pytest.fixture
def strip(look, qtbot):
    strip = HoldStrip(look, None)
    qtbot.addWidget(strip)
    strip.resize(900, 48)
    return strip


def test_a_chip_tells_whose_how_much_since_when_and_where(strip):
    strip.keep_time(lambda: 12 * MINUTE, 30)
    strip.show_parked((parked(1), parked(2, 11 * MINUTE + 30_000, till="02", label="散客")))
    assert [chip.text() for chip in strip._chips] == [
        "王*芳  ¥56.00  12 分钟",
        "散客  ¥56.00  刚刚  收银机 02",
    ]
    assert [chip.is_old for chip in strip._chips] == [False, False]


def test_an_old_one_stands_out_as_soon_as_it_is_old(strip):
    now = [0]
    strip.keep_time(lambda: now[0], 30)
    strip.show_parked((parked(1),))
    now[0] = 30 * MINUTE
    strip.show_ages()
    (chip,) = strip._chips
    assert chip.is_old
    assert "30 分钟" in chip.accessibleDescription()
    now[0] = 125 * MINUTE
    strip.show_ages()
    assert strip._chips[0].text().endswith("2 小时")


def test_more_than_fit_are_counted(strip):
    strip.keep_time(lambda: 0, 30)
    strip.show_parked(tuple(parked(n) for n in range(20)))
    shown = len(strip._chips)
    assert 0 < shown < 20
    assert strip._more.text() == f"还有 {20 - shown} 单"


def hold(sell, finder, actions, idle, code="P001", typed=""):
    finder.scan(code)
    idle()
    actions.press(Action.HOLD, typed)
    idle()


def test_what_stands_in_the_field_is_the_name(sell, finder, actions, idle):
    hold(sell, finder, actions, idle, typed="hongyifu")
    assert [each.label for each in sell.state.parked] == ["hongyifu"]
    assert sell.is_empty


def test_a_number_that_may_be_a_phone_is_not_shown_whole(sell, finder, actions, idle):
    hold(sell, finder, actions, idle, typed="13812345678")
    assert [each.label for each in sell.state.parked] == ["****5678"]


def test_an_order_that_cannot_be_held_stays_in_work_and_is_kept(
    sell, finder, actions, idle, counter
):
    finder.scan("P001")
    idle()
    attempt = Attempt(
        id="a-1", sale_id=sell.state.order.draft.sale_id, kind=AttemptKind.EXTERNAL, amount=300
    )
    counter.store.attempts.put(attempt)
    actions.press(Action.HOLD)
    idle()
    assert not sell.is_empty
    assert sell.state.parked == ()
    assert counter.store.drafts.load() is not None


@pytest.fixture
def sheet(look, qtbot, counter, parts, screen, window):
    sheet = HoldSheet(window.frame, parts, None)
    sheet.chosen.connect(parts.presenter.parking.recall)
    sheet.open()
    yield sheet
    sheet.deleteLater()


def test_the_list_opens_on_an_empty_order_and_enter_takes_the_chosen_back(
    sell, finder, actions, idle, sheet
):
    hold(sell, finder, actions, idle, "P001")
    hold(sell, finder, actions, idle, "P003")
    assert len(sheet._group.buttons()) == 2
    sheet.take_action(Action.DOWN)
    sheet.take_action(Action.CONFIRM)
    idle()
    assert [line.code for line in sell.state.order.cart.lines] == ["P003"]
    assert len(sell.state.parked) == 1


def test_the_list_says_what_belongs_there_when_it_is_empty(sheet):
    assert sheet._none.isVisibleTo(sheet)
    assert sheet._none.text.text() == "今天还没有挂单"


def test_goods_scanned_over_the_list_begin_an_order(sell, sheet, idle):
    left = []
    sheet.left.connect(lambda: left.append(True))
    sheet.take_scan(Scan(text="P001"))
    idle()
    assert left
    assert [line.code for line in sell.state.order.cart.lines] == ["P001"]


def test_what_was_held_comes_back_by_undo_for_eight_seconds(
    counter, sell, finder, actions, idle, shown
):
    finder.scan("P001")
    idle()
    actions.press(Action.HOLD)
    idle()
    assert shown[-1].undo is not None
    actions.press(Action.UNDO)
    idle()
    assert ([line.name for line in sell.state.order.cart.lines], sell.state.parked) == (
        ["矿泉水"],
        (),
    )
    actions.press(Action.HOLD)
    idle()
    counter.clock.advance_ms(8_001)
    actions.press(Action.UNDO)
    idle()
    assert (sell.is_empty, len(sell.state.parked)) == (True, 1)


def test_undo_takes_a_new_order_back_before_the_held_one(sell, finder, actions, idle):
    finder.scan("P001")
    idle()
    actions.press(Action.HOLD)
    idle()
    finder.scan("P002")
    idle()
    actions.press(Action.UNDO)
    idle()
    assert len(sell.state.parked) == 1


def test_a_chip_is_touched(screen, sell, finder, actions, idle):
    hold(sell, finder, actions, idle)
    (chip,) = screen.find_side.holds._chips
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    idle()
    assert [line.code for line in sell.state.order.cart.lines] == ["P001"]
    assert sell.state.parked == ()


def test_an_order_that_another_till_took_meanwhile_stands_in_the_way_of_paying(
    sell, finder, screen, idle, monkeypatch
):
    finder.scan("P001")
    idle()
    order = sell.state.order
    sell.show(order=replace(order, draft=replace(order.draft, held_id="h-1")))
    taken = HeldStanding(id="h-1", where=Whereabouts.TAKEN, terminal_id="t-2", till="02")
    monkeypatch.setattr(sell.parking._held, "settle", lambda _draft: taken)
    sell.parking.line_changed(online=True)
    idle()
    assert sell.state.latch.is_order
    assert "收银机 02" in screen.latch.text
    assert sell.state.order.draft.held_id == ""
    finder.dismiss()
    assert sell.state.latch is None
