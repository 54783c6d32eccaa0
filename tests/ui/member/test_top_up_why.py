"""Ctrl+Y on a top-up: what is paid, what is credited for it, and what she holds then."""

import pytest
from PySide6.QtCore import Qt

from posapp.ui.navigation import Place
from posapp.ui.sell.why_sheet import WhySheet
from tests.ui.member.test_member_presenters import quote
from tests.ui.window_at import counter_window
from tests.workflows.counter import WANG

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def counter(till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot) as opened:
        yield opened


def test_before_the_quote_nobody_knows_and_after_it_the_bonus_is_told(counter, shown):
    counter.go(Place.TOP_UP, WANG)
    assert not counter.find("top_up.why").isEnabled()
    counter.key(Qt.Key.Key_Y, CTRL)
    assert shown[-1].key == "topup.not_quoted"
    counter.till.central.will("quote_top_up", lambda request: quote(request, bonus=5_000))
    counter.top_up.choose(50_000)
    counter.idle()
    counter.top_up.type_amount(60_000)
    counter.key(Qt.Key.Key_Y, CTRL)
    assert isinstance(counter.top, WhySheet)
    assert counter.top.text.splitlines() == [
        "储值充值",
        "付的现金，全部记为本金 500.00",
        "收 ¥600.00，找零 ¥100.00",
        "赠送，按总部现在的充值档位报价 50.00",
        "充入储值 550.00",
        "充值前的储值，本金和赠送合计 1,150.00",
        "充后储值 1,700.00",
    ]


def test_too_little_cash_is_not_told_as_taken(counter):
    counter.till.central.will("quote_top_up", quote)
    counter.go(Place.TOP_UP, WANG)
    counter.top_up.choose(50_000)
    counter.idle()
    counter.top_up.type_amount(40_000)
    counter.click("top_up.why")
    assert "找零" not in counter.top.text
    assert "总部报价没有赠送" in counter.top.text
