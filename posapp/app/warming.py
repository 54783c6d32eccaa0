"""Makes ready what the first customer would wait for, step by step, while nobody works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from posapp.ui.navigation import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.main_window import MainWindow

QUIET_MS: Final = 2_000
_EVERY_MS: Final = 200


class Warming(QObject):
    """Builds, lays out and paints the pay screen unseen: 100 ms once, and not at the first sale.

    `untouched_ms` tells for how long nobody has touched the till; `is_idle` that nothing runs
    behind the screen.
    """

    def __init__(
        self,
        window: MainWindow,
        untouched_ms: Callable[[], int],
        is_idle: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._untouched_ms = untouched_ms
        self._is_idle = is_idle
        self._steps: list[Callable[[], object]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._on_tick)

    def begin(self) -> None:
        """From now on, and anew after the screens were made anew."""
        self._steps = [self._paint, self._build, self._load]
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @property
    def is_done(self) -> bool:
        return not self._steps

    @Slot()
    def _on_tick(self) -> None:
        if self._untouched_ms() < QUIET_MS or not self._is_idle():
            return
        if self._steps:
            self._steps.pop()()
        if self.is_done:
            self.stop()

    def _load(self) -> None:
        """Its modules; the first scan must not wait for them."""
        import posapp.ui.pay.screen  # noqa: F401

    def _build(self) -> None:
        self._window.surface(Place.PAY)

    def _paint(self) -> None:
        """Layout, fonts, icons and plates come with the first picture."""
        surface = self._window.surface(Place.PAY)
        if not surface.isVisible():
            surface.grab()
