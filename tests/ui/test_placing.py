"""A till fills its screen; the demo's windows stand beside it and over nothing that it needs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from posapp.ui.placing import fill_screen, stand_beside


@pytest.fixture
def windows(qtbot):
    found = [QLabel("till"), QLabel("panel"), QLabel("customer")]
    for window in found:
        qtbot.addWidget(window)
    return found


def test_a_till_takes_its_whole_screen_even_where_nobody_maximizes(windows):
    till = windows[0]
    fill_screen(till)
    assert till.geometry() == till.screen().availableGeometry()
    assert till.windowState() == Qt.WindowState.WindowMaximized


@pytest.mark.parametrize("least", [100, 500])
def test_the_panel_takes_what_the_till_leaves_and_no_window_leaves_the_screen(windows, least):
    till, panel, customer = windows
    panel.setMinimumWidth(least)
    stand_beside(till, panel, customer)
    area = till.screen().availableGeometry()
    assert all(area.contains(window.geometry()) for window in (till, panel, customer))
    assert till.geometry().topLeft() == area.topLeft()
    assert panel.geometry().right() == area.right()
    assert panel.width() >= least
    assert customer.geometry().bottom() == area.bottom()
