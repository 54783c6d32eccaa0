"""Keeps Python's collector of cycles on the UI thread, where widgets may be destroyed.

By itself it runs on whichever thread allocates next: a lane could destroy a dialog, and the
program with it.
"""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Final, Self

from PySide6.QtCore import QObject, QTimer, Slot

if TYPE_CHECKING:
    from types import TracebackType

EVERY_MS: Final = 1_000


class CollectorOnUiThread(QObject):
    """From construction to `close` cycles are collected here only; make it on the UI thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Collect a last time and hand the work back to Python; harmless twice."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        gc.collect()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def collect(self) -> None:
        """What Python would have collected by now, the oldest generation that is due."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return
