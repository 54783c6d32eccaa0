"""The bar at the top: devices are made anew only when one of them changed."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from posapp.ui.customer_display.screen import CustomerWindow
from posapp.ui.languages import Languages
from posapp.ui.login.people import PeopleSide
from posapp.ui.shell import DeviceSign, Status, Till
from posapp.ui.top_bar import TopBar

PRINTER = DeviceSign(name="printer", icon="printer", title="打印机")
DRAWER = DeviceSign(name="drawer", icon="drawer", title="钱箱")


@pytest.fixture
def bar(qtbot, look):
    bar = TopBar(look, Till(brand="星河乐园", shop="1号店", till="03"), None)
    qtbot.addWidget(bar)
    bar.show_status(Status(devices=(PRINTER, DRAWER)))
    return bar


def test_another_count_leaves_the_devices_standing(bar):
    before = bar.findChild(QWidget, "top.device.printer")
    bar.show_status(Status(devices=(PRINTER, DRAWER), waiting=3))
    assert bar.findChild(QWidget, "top.device.printer") is before


def test_a_device_in_trouble_is_shown(bar):
    trouble = DeviceSign(name="printer", icon="printer", title="打印机", trouble="缺纸")
    bar.show_status(Status(devices=(trouble, DRAWER)))
    shown = bar.devices.itemAt(0).widget()
    assert shown.accessibleName() == "打印机 缺纸"


@pytest.mark.parametrize(
    ("language", "said"), [("zh_CN", "收银机 03"), ("zh_TW", "收銀機 03"), ("en", "Till 03")]
)
def test_which_till_is_said_in_the_language_that_is_on(qapp, qtbot, look, language, said):
    """The sign outlives a change of language: only the operator's word is kept in it."""
    languages = Languages(qapp, look)
    sign = Till(brand="星河乐园", shop="1号店", till="03")
    try:
        languages.choose(language)
        bar, people = TopBar(look, sign), PeopleSide(look, sign)
        customer = CustomerWindow(look, "星河乐园", "03", house=language)
        for each in (bar, people, customer):
            qtbot.addWidget(each)
        assert bar.till.text() == said
        assert people.findChild(QLabel, "sign_in.till").text() == said
        assert said in [label.text() for label in customer.findChildren(QLabel)]
    finally:
        languages.choose("zh_CN")
