"""The health of the till as values: what was last heard of central, devices and the clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from posapp.devices.ports import DeviceState, Ready
from posapp.devices.registry import Port
from posapp.offline.care import StorageState
from posapp.offline.key_care import KeyState
from posapp.offline.reach import Away
from posapp.offline.sync_status import SyncStatus


class Turn(StrEnum):
    """What changed, for the list of recent events."""

    ONLINE = "online"
    OFFLINE = "offline"
    DEGRADED = "degraded"
    DEVICE_LOST = "device_lost"
    DEVICE_BACK = "device_back"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that changed (wall ms); `port` for devices."""

    at_ms: int
    turn: Turn
    port: Port | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthState:
    """`now_ms` is when it was put together; `since_ms` when the link last changed, 0 for never.

    `away` says where the way to central ends; it means something only while offline. `is_stopped`:
    central revoked this till, and nothing new may be begun.
    """

    sync: SyncStatus = field(default_factory=SyncStatus)
    devices: dict[Port, DeviceState] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    now_ms: int = 0
    since_ms: int = 0
    storage: StorageState = field(default_factory=StorageState)
    away: Away = Away.UNKNOWN
    is_stopped: bool = False
    key: KeyState = field(default_factory=KeyState)
    version: str = ""
    server: str = ""

    def is_ready(self, port: Port) -> bool:
        """True when the device answered that nothing is wrong."""
        return isinstance(self.devices.get(port), Ready)
