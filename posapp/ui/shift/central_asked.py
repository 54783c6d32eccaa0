"""Before a Z: what only central knows is asked for, and nobody waits long for it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from posapp.domain.shift_figures import CentralFigures
from posapp.lanes import ONLINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.background import Background
    from posapp.workflows.shifts import Shifts

    Then = Callable[[CentralFigures], None]

PATIENCE_MS: Final = 2_000


class CentralAsked(QObject):
    """Asks once for each close. Whatever comes first goes on: the answer, a failure, or the end of
    patience, when the lane is still busy with something else.
    """

    def __init__(
        self,
        shifts: Shifts,
        background: Background,
        parent: QObject,
        *,
        patience_ms: int = PATIENCE_MS,
    ) -> None:
        super().__init__(parent)
        self._shifts = shifts
        self._background = background
        self._then: Then | None = None
        self._turn = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(patience_ms)
        self._patience.timeout.connect(self._go_on)

    def ask(self, shift_id: str | None, then: Then) -> None:
        """`then` is called once, on the UI thread."""
        self._then = then
        self._turn += 1
        self._patience.start()
        turn = self._turn
        self._background.run(
            ONLINE,
            partial(self._shifts.ask_central, shift_id),
            lambda figures: self._answered(turn, figures),
            lambda _error: self._answered(turn, CentralFigures()),
        )

    def _answered(self, turn: int, figures: CentralFigures) -> None:
        """An answer that comes after the end of patience belongs to nothing."""
        if turn == self._turn:
            self._go_on(figures)

    def _go_on(self, figures: CentralFigures | None = None) -> None:
        then, self._then = self._then, None
        self._turn += 1
        self._patience.stop()
        if then is not None:
            then(figures or CentralFigures())
