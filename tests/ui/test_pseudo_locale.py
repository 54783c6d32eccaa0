"""Every text made two fifths longer and marked: nothing that takes money is cut, nothing is left out."""

import re

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from posapp.ui.manager.presenter import Tab
from posapp.ui.navigation import Place
from posapp.ui.pay.state import PayRequest, Way
from posapp.ui.widgets.button_face import Kind
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.case_work import CasesListed
from tests.ui.glasses import WIDE
from tests.ui.window_at import SIGN, counter_window
from tests.workflows.counter import CASHIER, MANAGER, WANG
from tests.workflows.orders import e1_order

LONGER = 0.4
HEAVY = (Kind.PRIMARY, Kind.PAY, Kind.DANGER)
# What the shop wrote itself stays as it is.
DATA = re.compile(
    f"{SIGN.brand}|{SIGN.shop}|{SIGN.till}|{CASHIER.name}|{MANAGER.name}|简体中文|繁體中文|周.$"
)
GOODS = re.compile("水|可乐|雨衣|雨伞|毛绒|冰棍|饮料|零食|文创|玩具|雨具|餐饮|服务|票券|王|金卡")


class Pseudo(QTranslator):
    """Says every text in marks, longer."""

    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        return f"[{source}{'一' * round(len(source) * LONGER)}]"


@pytest.fixture
def pseudo(qapp):
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def counter(pseudo, till, floor, look, qtbot):
    with counter_window(till, floor, look, qtbot, (WIDE.width, WIDE.height)) as counter:
        yield counter


def shown(counter, kind):
    QApplication.sendPostedEvents()
    return [each for each in counter.window.findChildren(kind) if each.isVisible()]


def check(counter):
    cut = [
        f"{button.objectName()}: {button.text()}"
        for button in shown(counter, TouchButton)
        if button._face._kind in HEAVY and not button.fits()
    ]
    assert cut == []
    bare = [
        text
        for widget in shown(counter, QLabel) + shown(counter, QAbstractButton)
        for text in (widget.text(),)
        if re.search(r"[\u4e00-\u9fff]", text)
        and "[" not in text
        and not DATA.search(text)
        and not GOODS.search(text)
    ]
    assert bare == []


def test_selling_paying_and_the_sign_in(counter):
    counter.go(Place.SELL)
    check(counter)
    counter.go(Place.PAY, PayRequest(payment=e1_order(counter.till), member=WANG))
    for way in (Way.CASH, Way.VALUE, Way.CARD):
        counter.pay.choose(way)
        check(counter)
    counter.go(Place.SIGN_IN)
    check(counter)


def test_the_pages_around_a_sale(counter):
    counter.go(Place.SELL)
    for place, payload in (
        (Place.MEMBER, ""),
        (Place.REGISTER, "13924681357"),
        (Place.TOP_UP, WANG),
        (Place.REFUND, ""),
        (Place.CASH_MOVE, None),
        (Place.SHIFT_OPEN, None),
        (Place.SHIFT_CLOSE, None),
        (Place.HEALTH, None),
    ):
        counter.go(place, payload)
        check(counter)


def test_the_manager_s_pages(counter):
    counter.till.central.will("cases", CasesListed(request_id="r", rows=(), total=0, oldest_ms=0))
    counter.floor.duty.sign_in(MANAGER)
    counter.go(Place.MANAGER)
    for tab in Tab:
        counter.manager.choose(str(tab))
        check(counter)
