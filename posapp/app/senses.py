"""What is heard without anybody pressing: announcements for a screen reader, and chimes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from posapp.ui.aloud import Aloud
from posapp.ui.chimes import Chimes
from posapp.ui.health.strip import status_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.app.presenters import Presenters
    from posapp.ui.floor import Floor
    from posapp.ui.health.state import HealthState


class Senses(QObject):
    """Listens to messages, payments and health as long as the window lives."""

    def __init__(
        self, window: QWidget, floor: Floor, presenters: Presenters, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        desk = floor.desk
        self._aloud = Aloud(window, self)
        self._chimes = Chimes(floor.sounds, lambda: desk.settings.waiting_tick, self)
        floor.messages.shown.connect(self._aloud.tell_message)
        presenters.pay.changed.connect(self._aloud.tell_payment)
        presenters.pay.changed.connect(self._chimes.hear_payment)
        presenters.health.changed.connect(self._on_health)

    def stop(self) -> None:
        """No sound of a window that is gone."""
        self._chimes.stop()

    @Slot(object)
    def _on_health(self, state: HealthState) -> None:
        self._aloud.tell_status(status_of(state))
        self._chimes.hear_health(state)
