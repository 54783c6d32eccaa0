"""The newest snapshot of synchronising, for whoever asks, and for whoever wants to be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.offline.sync_status import SyncStatus

if TYPE_CHECKING:
    from collections.abc import Callable


class StatusBoard:
    """Written on lane "sync"; read anywhere: a snapshot is replaced whole."""

    def __init__(self) -> None:
        self._status = SyncStatus()
        self._listeners: list[Callable[[SyncStatus], None]] = []

    @property
    def status(self) -> SyncStatus:
        return self._status

    def is_online(self) -> bool:
        return self._status.is_online

    def watch(self, listener: Callable[[SyncStatus], None]) -> None:
        """Call with each new snapshot, on the sync lane; it must not wait or raise."""
        self._listeners.append(listener)

    def put(self, status: SyncStatus) -> None:
        self._status = status
        for listener in self._listeners:
            listener(status)
