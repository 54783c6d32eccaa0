"""Locks the till when nobody has touched it for a while; the cart is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class IdleLock(QObject):
    """Counts from the last key, click or touch anywhere in the program, or scan (`touched`)."""

    def __init__(self, app: QApplication, seconds: int, lock: Callable[[], None]) -> None:
        super().__init__()
        self._app = app
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(seconds * 1_000)
        self._timer.timeout.connect(lock)
        self._timer.start()
        app.installEventFilter(self)

    @property
    def remaining_ms(self) -> int:
        """Until it locks; below zero when it never will."""
        return self._timer.remainingTime()

    @property
    def untouched_ms(self) -> int:
        """Since the last touch."""
        return self._timer.interval() - max(self._timer.remainingTime(), 0)

    @Slot()
    def touched(self) -> None:
        """Somebody works here: a scanner that is no keyboard makes no event of its own."""
        self._timer.start()

    def close(self) -> None:
        self._timer.stop()
        self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        # Every touch comes to a window first; the type of each widget's events would cost more
        # than all their painting.
        if watched.isWindowType() and event.type() in _TOUCHES:
            self._timer.start()
        return False
