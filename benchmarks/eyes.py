"""A screen without glass: an application that nobody sees, and eyes that wait for the paint."""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QMessageLogContext, QtMsgType
    from PySide6.QtWidgets import QWidget

PATIENCE_S: Final = 10.0


class Eyes(QObject):
    """Sees when a widget has been painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.saw = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's own name
        if event.type() is QEvent.Type.Paint:
            self.saw = True
        return False


def application() -> QApplication:
    """An application without a display."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    qInstallMessageHandler(_tell)
    return QApplication([])


def _tell(_kind: QtMsgType, _where: QMessageLogContext, words: str) -> None:
    """Pass Qt's words on, but for what a platform without a display excuses itself for."""
    if not words.startswith("This plugin does not support"):
        sys.stderr.write(f"{words}\n")


def wait(app: QApplication, done: Callable[[], bool]) -> None:
    """Let events through until `done`. Raises TimeoutError, so that no figure comes of nothing."""
    late = time.monotonic() + PATIENCE_S
    while not done():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > late:
            raise TimeoutError
