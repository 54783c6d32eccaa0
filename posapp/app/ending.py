"""A signal ends the window as its close button does; Qt alone would never let Python see it."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier, Slot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)


class QuitOnSignal(QObject):
    """Lives as long as the application; only the main thread may make one."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._read, self._write = socket.socketpair()
        for each in (self._read, self._write):
            each.setblocking(False)
        self._notifier = QSocketNotifier(
            self._read.fileno(), QSocketNotifier.Type.Read, parent=self
        )
        self._notifier.activated.connect(self._woken)
        self._before = {each: signal.signal(each, self._noted) for each in _SIGNALS}
        self._wake_before = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Signals mean again what they meant before."""
        signal.set_wakeup_fd(self._wake_before)
        for each, handler in self._before.items():
            signal.signal(each, handler)
        self._notifier.setEnabled(False)
        self._read.close()
        self._write.close()

    def _noted(self, _signal: int, _frame: object) -> None:
        """Nothing here: it would run inside whatever Python happens to do."""

    @Slot()
    def _woken(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._read.recv(16)
        self._app.quit()
