"""Where windows stand on the screens of a machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from posapp.ui.theme import BASE_HEIGHT, BASE_WIDTH

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def fill_screen(window: QWidget) -> None:
    """A till takes its whole screen; call it before the window is shown."""
    # The geometry as well as the state: nobody maximizes where no window manager runs.
    window.setGeometry(window.screen().availableGeometry())
    window.setWindowState(Qt.WindowState.WindowMaximized)


def stand_beside(till: QWidget, panel: QWidget, customer: QWidget) -> None:
    """The till at the left, the panel in what is left of its screen, the customer's window on a
    screen of its own or else peeping out below the till. Call it before they are shown.
    """
    area = till.screen().availableGeometry()
    least = min(panel.minimumSizeHint().expandedTo(panel.minimumSize()).width(), area.width())
    width = min(area.width(), max(BASE_WIDTH, area.width() - least))
    height = min(area.height(), width * BASE_HEIGHT // BASE_WIDTH)
    till.setGeometry(QRect(area.left(), area.top(), width, height))
    beside = max(area.width() - width, least)
    panel.setGeometry(area.right() + 1 - beside, area.top(), beside, area.height())
    other = _other_screen(till)
    if other is not None:
        customer.setGeometry(other)
        return
    size = customer.sizeHint().boundedTo(area.size())
    customer.setGeometry(area.left(), area.bottom() + 1 - size.height(), width, size.height())


def _other_screen(till: QWidget) -> QRect | None:
    for screen in QApplication.screens():
        if screen is not till.screen():
            return screen.availableGeometry()
    return None
