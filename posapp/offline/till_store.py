"""till.db opened: the parts of the till's own store, sharing one database and one journal."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from posapp.clock import Clock
from posapp.offline.attempts import AttemptStore
from posapp.offline.drafts import DraftStore
from posapp.offline.identity import IdentityStore
from posapp.offline.journal import Journal
from posapp.offline.keys import TillKeys
from posapp.offline.outbox import OutboxStore
from posapp.offline.prints import PrintStore
from posapp.offline.sales import SaleStore
from posapp.offline.setting_store import SettingStore
from posapp.offline.shifts import ShiftStore
from posapp.offline.staff import StaffStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What start-up found in the black box: entries put back, and entries that never became durable."""

    restored: int = 0
    aborted: int = 0


class TillStore:
    """The sacred store of one data folder. Close it last of all that uses it."""

    journal: Journal
    sales: SaleStore
    shifts: ShiftStore
    staff: StaffStore
    outbox: OutboxStore
    prints: PrintStore
    drafts: DraftStore
    attempts: AttemptStore
    settings: SettingStore
    identity: IdentityStore
    recovered: Recovered

    @classmethod
    def open(cls, folder: Path, keys: TillKeys, clock: Clock) -> TillStore:
        """Open or make `till.db` in `folder`, bring its schema up, put back what only the black box still knows.

        Raises Unavailable("store.in_use" | "store.key_wrong" | "store.damaged" | "store.disk_full"),
        Refused("store.schema_newer").
        """
        raise NotImplementedError

    def checkpoint_if_idle(self) -> None:
        """Move the write-ahead log into the database; call it on lane "store" when nobody waits."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError
