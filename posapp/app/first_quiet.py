"""What may wait until the first scan is done: it begins once nothing runs behind the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

AT_LATEST_MS: Final = 1_000
_EVERY_MS: Final = 20


class FirstQuiet(QObject):
    """Calls `work` once, in the first moment that `is_idle` after `begin`, or a second later."""

    def __init__(
        self, work: Callable[[], object], is_idle: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._is_idle = is_idle
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        self._since.start()
        self._timer.start()

    def stop(self) -> None:
        """What has not begun by now never will."""
        self._timer.stop()

    @Slot()
    def _on_tick(self) -> None:
        if self._is_idle() or self._since.hasExpired(AT_LATEST_MS):
            self.stop()
            self._work()
