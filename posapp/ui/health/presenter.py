"""Listens to the sync lane and asks the devices; tells every change once; knows no widget."""

from __future__ import annotations

from concurrent.futures import CancelledError, Future
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from posapp.devices.ports import Ready
from posapp.devices.registry import Port
from posapp.lanes import CARE
from posapp.offline.reach import Away
from posapp.offline.sync_status import LinkState, SyncStatus
from posapp.ui.health.state import Event, HealthState, Turn
from posapp.ui.navigation import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.devices.ports import DeviceState
    from posapp.devices.station import Station
    from posapp.offline.care import StorageState
    from posapp.offline.key_care import KeyState
    from posapp.ui.floor import Floor

ASK_EVERY_MS: Final = 5_000
MOST_EVENTS: Final = 4
_TURNS: Final = {
    LinkState.ONLINE: Turn.ONLINE,
    LinkState.SYNCING: Turn.ONLINE,
    LinkState.DEGRADED: Turn.DEGRADED,
    LinkState.OFFLINE: Turn.OFFLINE,
}


class HealthPresenter(QObject):
    """`changed` carries a `HealthState`; `printer_ready` fires when paper can come out again.

    `receive` may be called on any thread.
    """

    changed = Signal(object)
    printer_ready = Signal()
    _heard = Signal(object)
    _answered = Signal(object, object)

    def __init__(
        self,
        station: Station,
        retry: Callable[[], None],
        floor: Floor,
        *,
        version: str = "",
        server: str = "",
        away: Callable[[], Away] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._station = station
        self._retry = retry
        self._floor = floor
        self._away = away
        self._is_asking_away = False
        self._state = HealthState(version=version, server=server)
        queued = Qt.ConnectionType.QueuedConnection
        self._heard.connect(self._on_heard, queued)
        self._answered.connect(self._on_answered, queued)
        self._timer = QTimer(self)
        self._timer.setInterval(ASK_EVERY_MS)
        self._timer.timeout.connect(self.ask_devices)

    @property
    def state(self) -> HealthState:
        return self._state

    def start(self) -> None:
        """Ask the devices now and again every few seconds."""
        self.ask_devices()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def receive(self, status: SyncStatus) -> None:
        """A snapshot of synchronising, from its own lane."""
        self._heard.emit(status)

    @Slot()
    def retry(self) -> None:
        """Try central now, and ask every device."""
        self._retry()
        self.ask_devices()

    @Slot()
    def back(self) -> None:
        self._floor.navigation.back()

    @Slot()
    def ask_scanner_test(self) -> None:
        """To the page that tries a scanner."""
        self._floor.navigation.go(Place.SCANNER_TEST)

    @Slot()
    def ask_keys(self) -> None:
        """To the page of keys."""
        self._floor.navigation.go(Place.KEYS)

    @Slot()
    def ask_comfort(self) -> None:
        """To the page of themes, sizes and sounds."""
        self._floor.navigation.go(Place.COMFORT)

    # -- devices

    @Slot()
    def ask_devices(self) -> None:
        """Each on its own lane; a busy device answers when it is done."""
        for port, answer in self._station.health().items():
            answer.add_done_callback(partial(self._on_done, port))
        self._ask_away()
        self._show()

    def _on_done(self, port: Port, answer: Future[DeviceState]) -> None:
        try:
            state = answer.result()
        except CancelledError:
            return
        self._answered.emit(port, state)

    @Slot(object, object)
    def _on_answered(self, port: Port, state: DeviceState) -> None:
        known = self._state.devices.get(port)
        was, now = isinstance(known, Ready), isinstance(state, Ready)
        if known is not None and was != now:
            self._note(Turn.DEVICE_BACK if now else Turn.DEVICE_LOST, port)
        if state != known:
            self._show(devices=self._state.devices | {port: state})
        if port is Port.PRINTER and now and known is not None and not was:
            self.printer_ready.emit()

    # -- central

    @Slot(object)
    def _on_heard(self, status: SyncStatus) -> None:
        before = _TURNS[self._state.sync.link]
        turn = _TURNS[status.link]
        if turn is not before:
            self._note(turn)
            self._show(since_ms=self._floor.desk.now_ms(), away=Away.UNKNOWN)
        self._show(sync=status)
        if turn is not before:
            self._ask_away()

    def _ask_away(self) -> None:
        """While central is out of reach: where does the way end? One question at a time."""
        offline = self._state.sync.link is LinkState.OFFLINE and self._state.since_ms
        if self._away is not None and offline and not self._is_asking_away:
            self._is_asking_away = True
            self._floor.background.run(CARE, self._away, self._away_known, self._away_unknown)

    def _away_known(self, away: Away) -> None:
        self._is_asking_away = False
        if away is not self._state.away:
            self._show(away=away)

    def _away_unknown(self, _error: Exception) -> None:
        self._away_known(Away.UNKNOWN)

    # -- the till's own files

    @Slot(object)
    def show_storage(self, storage: StorageState) -> None:
        """What a round of care found."""
        self._show(storage=storage)

    @Slot(object)
    def show_key(self, key: KeyState) -> None:
        """How old the device key is."""
        if key != self._state.key:
            self._show(key=key)

    # -- common

    def _note(self, turn: Turn, port: Port | None = None) -> None:
        event = Event(at_ms=self._floor.desk.now_ms(), turn=turn, port=port)
        self._show(events=(*self._state.events, event)[-MOST_EVENTS:])

    def _show(self, **changes: object) -> None:
        changes["now_ms"] = self._floor.desk.now_ms()
        changes["is_stopped"] = self._floor.desk.is_stopped
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)
