"""till.db opened: the parts of the till's own store, sharing one database and one journal."""

from __future__ import annotations

import threading
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable
from posapp.offline.attempts import AttemptStore
from posapp.offline.blackbox import BlackBox
from posapp.offline.copies import is_sound
from posapp.offline.database import Database
from posapp.offline.drafts import DraftStore
from posapp.offline.engine import open_encrypted
from posapp.offline.guard import BALLAST_BYTES, Ballast, FolderLock
from posapp.offline.identity import IdentityStore
from posapp.offline.journal import Journal
from posapp.offline.leases import LeaseStore
from posapp.offline.migrations import migrate
from posapp.offline.outbox import OutboxStore
from posapp.offline.prints import PrintStore
from posapp.offline.pruning import Pruning
from posapp.offline.recovery import Recovered, recover
from posapp.offline.sales import SaleStore
from posapp.offline.setting_store import SettingStore
from posapp.offline.shifts import ShiftStore
from posapp.offline.staff import StaffStore
from posapp.offline.till_marks import TillMarks

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.clock import Clock
    from posapp.offline.keys import TillKeys
    from posapp.offline.till_backup import Backup, BackupFolder

DATABASE: Final = "till.db"
BOX_FOLDER: Final = "blackbox"
LOCK: Final = "till.lock"
BALLAST: Final = "ballast.bin"
COPIES_FOLDER: Final = "copies"


class TillStore:
    """The sacred store of one data folder. Close it last of all that uses it."""

    def __init__(
        self, database: Database, box: BlackBox, clock: Clock, ballast: Ballast, closing: ExitStack
    ) -> None:
        """Use `open`."""
        self._database = database
        self._box = box
        self._ballast = ballast
        self._closing = closing
        self._clock = clock
        # Held while the whole file is read: a check-point would wait for it, and a sale for that.
        self._reading_all = threading.Lock()
        self.journal = Journal(database, box, clock, ballast)
        self.identity = IdentityStore(database)
        self.sales = SaleStore(database, self.journal, self.identity)
        self.shifts = ShiftStore(database, self.journal)
        self.staff = StaffStore(database, clock)
        self.outbox = OutboxStore(database, self.journal)
        self.prints = PrintStore(database, self.journal)
        self.drafts = DraftStore(database)
        self.attempts = AttemptStore(database)
        self.leases = LeaseStore(database)
        self.settings = SettingStore(database)
        self.marks = TillMarks(database)
        self.pruning = Pruning(database, box)
        self.recovered = Recovered()

    @classmethod
    def open(
        cls, folder: Path, keys: TillKeys, clock: Clock, *, ballast_bytes: int = BALLAST_BYTES
    ) -> TillStore:
        """Open or make till.db in `folder`, bring its schema up, put back what only the box knows.

        Raises Unavailable("store.in_use" | "store.key_wrong" | "store.damaged" | "store.disk_full"
        | "store.read_only"), Refused("store.schema_newer").
        """
        with ExitStack() as closing:
            _make_folder(folder)
            closing.callback(FolderLock(folder / LOCK).release)
            file = open_encrypted(folder / DATABASE, keys.till_db, durable=True)
            database = Database(file, durable=True)
            closing.callback(database.close)
            migrate(database, folder / COPIES_FOLDER)
            box = BlackBox(folder / BOX_FOLDER, keys.black_box)
            closing.callback(box.close)
            ballast = Ballast(folder / BALLAST, ballast_bytes)
            store = cls(database, box, clock, ballast, closing.pop_all())
        with store._closing_on_error():
            store.recovered = recover(database, box)
            store.identity.catch_up(store.journal.head()[0])
            store.prints.ask_about_cut_short()
        return store

    def checkpoint_if_idle(self) -> None:
        """Housekeeping for when nobody waits (lane "store"): never called inside a sale.

        Moves the write-ahead log into the database, makes room in the black box, fills the ballast.
        """
        if self._reading_all.acquire(blocking=False):
            try:
                with suppress(Unavailable):
                    self._database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
            finally:
                self._reading_all.release()
        self._box.make_room()
        self._ballast.fill()

    def back_up(self, backups: BackupFolder) -> Backup:
        """A verified copy while selling goes on (lane "care"). Raises as `BackupFolder.make`.

        What the copy has the box can prove from then on: no later start takes it for undone.
        """
        with self._reading_all:
            made = backups.make(self._database, self._clock.wall_ms())
        self._box.flush()
        return made

    def is_sound(self) -> bool:
        """Read every page and hold the tables against each other (lane "care"). Raises Unavailable
        where the disk does not answer; damage is an answer.
        """
        with self._reading_all:
            try:
                return is_sound(self._database.rows)
            except Unavailable as error:
                if error.key != "store.damaged":
                    raise
                return False

    def suspect(self) -> None:
        """The next start reads the whole file before it sells."""
        self._database.suspect()

    def close(self) -> None:
        """Moves the write-ahead log into the database, lets the folder go; safe to call twice."""
        with suppress(Unavailable):
            self._database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        self._closing.close()

    def _closing_on_error(self) -> ExitStack:
        stack = ExitStack()
        stack.push(lambda kind, _error, _trace: self._closing.close() if kind else None)
        return stack


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Unavailable("store.read_only") from error
