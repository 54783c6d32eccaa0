"""Every text made two fifths longer and marked: nothing that takes money is cut, nothing is left out."""

import re

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from posapp.ui.customer_display.screen import CustomerWindow
from posapp.ui.customer_display.view import (
    ConfirmValue,
    Consent,
    CustomerView,
    Paying,
    ScanToPay,
    Thanks,
    Welcome,
)
from posapp.ui.shift.blocks_view import BlocksView
from posapp.ui.widgets.button_face import Kind
from posapp.ui.widgets.touch_button import TouchButton
from tests.ui.glasses import WIDE
from tests.ui.tour import tour
from tests.ui.window_at import SIGN, counter_window
from tests.workflows.counter import CASHIER, MANAGER

LONGER = 0.4
HEAVY = (Kind.PRIMARY, Kind.PAY, Kind.DANGER)
# What the shop wrote itself stays as it is.
DATA = re.compile(
    f"{SIGN.brand}|{SIGN.shop}|{SIGN.till}|{CASHIER.name}|{MANAGER.name}|简体中文|繁體中文|周.$"
    "|小王|周店长|商户平台没有这一笔|李|旅行社|欧"
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


def shown(window, kind):
    QApplication.sendPostedEvents()
    return [each for each in window.findChildren(kind) if each.isVisible()]


def is_paper(widget):
    """The rows of an X or Z: words of the paper, in the language of the papers."""
    while widget is not None and not isinstance(widget, BlocksView):
        widget = widget.parentWidget()
    return widget is not None


def faults(window):
    """Heavy buttons that are cut, and words that nobody translated."""
    cut = [
        f"cut {button.objectName()}: {button.text()}"
        for button in shown(window, TouchButton)
        if button._face._kind in HEAVY and not button.fits()
    ]
    return cut + [
        f"bare {widget.objectName()}: {text}"
        for widget in shown(window, QLabel) + shown(window, QAbstractButton)
        for text in (widget.text(),)
        if re.search(r"[\u4e00-\u9fff]", text)
        and "[" not in text
        and not DATA.search(text)
        and not GOODS.search(text)
        and not is_paper(widget)
    ]


def test_every_page_and_dialog_of_the_counter(counter):
    found = [(stop, each) for stop in tour(counter) for each in faults(counter.window)]
    assert found == [], "\n".join(map(str, found))


@pytest.mark.parametrize(
    "moment",
    [
        Welcome(),
        Paying(remaining=9_020, paid=100, points=90),
        ConfirmValue(member="", amount=9_020, left_after=22_980, sms_to="138****5678"),
        ScanToPay(content="https://pay.example/q/1", amount=9_020, left_s=60),
        Consent("1", texts={"zh_CN": "["}),
        Thanks(paid=9_020, change=80, points_earned=90),
    ],
    ids=lambda moment: type(moment).__name__,
)
def test_the_customer_s_window(look, qtbot, moment):
    window = CustomerWindow(look, SIGN.brand, SIGN.till)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    # Her window speaks through words of its own, not through what is installed.
    window._words._translator, window._words._is_readable = Pseudo(), True
    window._build()
    window.show_view(CustomerView(moment=moment))
    window.show()
    assert faults(window) == []
