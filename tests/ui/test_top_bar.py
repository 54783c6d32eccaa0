"""The bar at the top: devices are made anew only when one of them changed."""

import pytest
from PySide6.QtWidgets import QWidget

from posapp.ui.shell import DeviceSign, Status, Till
from posapp.ui.top_bar import TopBar

PRINTER = DeviceSign(name="printer", icon="printer", title="打印机")
DRAWER = DeviceSign(name="drawer", icon="drawer", title="钱箱")


@pytest.fixture
def bar(qtbot, look):
    bar = TopBar(look, Till(brand="星河乐园", shop="1号店", till="收银机 03"), None)
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
