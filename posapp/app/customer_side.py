"""Where the customer's window stands: on a second screen if there is one, else by the setting."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QApplication, QWidget

    from posapp.ui.customer_display.presenter import CustomerPresenter
    from posapp.ui.customer_display.screen import CustomerWindow
    from posapp.ui.look import Look
    from posapp.workflows.desk import Desk


def seen_by(side: CustomerSide) -> Callable[[], bool]:
    """Whether the customer has something to look at; asking keeps no window alive."""
    held = weakref.ref(side)

    def is_seen() -> bool:
        known = held()
        return known is not None and known.is_seen

    return is_seen


class CustomerSide(QObject):
    """Follows screens that are plugged in and pulled out; the till sells on without any."""

    def __init__(
        self, app: QApplication, presenter: CustomerPresenter, look: Look, desk: Desk, till: QWidget
    ) -> None:
        super().__init__()
        self._app = app
        self._presenter = presenter
        self._look = look
        self._desk = desk
        self._till = till
        self.window: CustomerWindow | None = None
        self._is_closed = False
        self._is_placed = False
        app.screenAdded.connect(self._place)
        app.screenRemoved.connect(self._place)

    def open(self) -> None:
        """By the setting; call it once the till's own window is shown."""
        self._place()

    @property
    def is_seen(self) -> bool:
        """Whether the customer has something to look at."""
        return self.window is not None and self.window.isVisible()

    def stand_alone(self) -> CustomerWindow:
        """The window for whoever places it; from now on it is neither shown nor hidden here."""
        self._is_placed = True
        return self._existing()

    @Slot()
    def close(self) -> None:
        """Once or again: a window that is closed tells so itself."""
        if self._is_closed:
            return
        self._is_closed = True
        self._app.screenAdded.disconnect(self._place)
        self._app.screenRemoved.disconnect(self._place)
        if self.window is not None:
            self._presenter.changed.disconnect(self.window.show_view)
            self.window.hide()
            self.window.deleteLater()
            self.window = None

    def _place(self, _screen: QScreen | None = None) -> None:
        if self._is_placed:
            return
        match self._desk.settings.customer_screen:
            case "window":
                window = self._existing()
                if not window.isVisible():
                    window.show()
            case "second":
                self._use_second_screen()
            case _:
                pass

    def _use_second_screen(self) -> None:
        other = self._other_screen()
        if other is None:
            if self.window is not None:
                self.window.hide()
            return
        window = self._existing()
        window.setScreen(other)
        window.setGeometry(other.geometry())
        # Not showFullScreen: that would ask for the keyboard.
        window.setWindowState(Qt.WindowState.WindowFullScreen)
        window.show()

    def _other_screen(self) -> QScreen | None:
        mine = self._till.screen()
        return next((each for each in self._app.screens() if each is not mine), None)

    def _existing(self) -> CustomerWindow:
        if self.window is None:
            self.window = self._made()
        return self.window

    def _made(self) -> CustomerWindow:
        # Imported only where there is somebody to see it: a start without it is shorter.
        from posapp.ui.customer_display.screen import CustomerWindow

        place, settings = self._desk.place, self._desk.settings
        window = CustomerWindow(
            self._look,
            place.shop_name,
            place.terminal_label,
            house=settings.language,
            picture=settings.customer_picture,
        )
        self._presenter.changed.connect(window.show_view)
        window.cancelled.connect(self._presenter.cancel)
        window.entered.connect(self._presenter.take_digits)
        window.consented.connect(self._presenter.answer_consent)
        window.spoke.connect(self._desk.hear_language)
        window.show_view(self._presenter.view)
        return window
