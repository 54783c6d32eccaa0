"""Who this till is: enrolment and incarnation, and the epoch of central that it last spoke to."""

from __future__ import annotations

import base64
import threading
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused
from posapp.wire.canonical import decode, encode

if TYPE_CHECKING:
    from posapp.offline.database import Database, Tx

_SAVE: Final = """
    INSERT INTO enrolment(one, incarnation, body) VALUES (1, ?, ?)
    ON CONFLICT(one) DO UPDATE SET incarnation = excluded.incarnation, body = excluded.body
"""
_SAVE_SYNC: Final = """
    INSERT INTO meta(name, value) VALUES (?, ?)
    ON CONFLICT(name) DO UPDATE SET value = excluded.value
"""
_SYNC: Final = "sync_state"
_ESCROW: Final = "escrow"
_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """What central said when this till was enrolled; no secrets, the device key lives elsewhere.

    `training` marks the store that a till trains in: central never hears of it.
    """

    tenant_id: str
    tenant_name: str
    shop_id: str
    shop_name: str
    terminal_id: str
    terminal_code: str
    terminal_label: str
    incarnation: int
    currency: str
    time_zone: str
    seal_key: str
    epoch: str
    central_url: str = ""
    sign_key: str = ""
    training: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """What sync keeps across restarts: central's epoch, and up to which seq its backup reaches."""

    epoch: str = ""
    durable_seq: int = 0


def server_key_of(enrolment: Enrolment) -> bytes:
    """Central's raw public key, or nothing where it never said it."""
    return base64.b64decode(enrolment.sign_key)


def read_sync_state(tx: Tx) -> SyncState:
    found = tx.row("SELECT value FROM meta WHERE name = ?", (_SYNC,))
    return decode(found[0], SyncState) if found else SyncState()


class IdentityStore:
    """Lanes "store" and "sync"."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._known: Enrolment | None = None

    def enrolment(self) -> Enrolment | None:
        """None while this till is not enrolled."""
        with self._lock:
            if self._known is None:
                found = self._database.row("SELECT body FROM enrolment")
                self._known = decode(found[0], Enrolment) if found else None
            return self._known

    def required(self) -> Enrolment:
        """Raises Refused("till.not_enrolled")."""
        known = self.enrolment()
        if known is None:
            raise Refused("till.not_enrolled")
        return known

    def save(self, enrolment: Enrolment) -> None:
        """Keep a new enrolment; the journal goes on under its incarnation."""
        with self._database.write() as tx:
            tx.run(_SAVE, (enrolment.incarnation, encode(enrolment)))
        # Not inside the transaction: a sale that is under way reads this and holds the database.
        with self._lock:
            self._known = enrolment

    def set_incarnation(self, incarnation: int) -> None:
        """Central gave a new incarnation: later entries begin again at seq 1 under it.

        What was known to be backed up counted in the old one.
        """
        enrolment = replace(self.required(), incarnation=incarnation)
        with self._database.write() as tx:
            tx.run(_SAVE, (incarnation, encode(enrolment)))
            known = SyncState(epoch=read_sync_state(tx).epoch)
            tx.run(_SAVE_SYNC, (_SYNC, encode(known).decode()))
        with self._lock:
            self._known = enrolment

    def pin_server_key(self, sign_key: str) -> bool:
        """Keep the key that central signs with; the first one stays. True when it is new here."""
        known = self.required()
        if known.sign_key or not _is_key(sign_key):
            return False
        self.save(replace(known, sign_key=sign_key))
        return True

    def catch_up(self, incarnation: int) -> None:
        """The box gave back entries of a newer incarnation than the database remembered."""
        known = self.enrolment()
        if known is not None and known.incarnation < incarnation:
            self.set_incarnation(incarnation)

    def sync_state(self) -> SyncState:
        with self._database.read() as tx:
            return read_sync_state(tx)

    def deposited(self) -> str:
        """Which keys central keeps, as `escrow` marks them."""
        found = self._database.row("SELECT value FROM meta WHERE name = ?", (_ESCROW,))
        return str(found[0]) if found else ""

    def note_deposit(self, mark: str) -> None:
        with self._database.write() as tx:
            tx.run(_SAVE_SYNC, (_ESCROW, mark))

    def save_sync_state(self, state: SyncState) -> None:
        with self._database.write() as tx:
            tx.run(_SAVE_SYNC, (_SYNC, encode(state).decode()))


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, validate=True)) == _KEY_BYTES
    except ValueError:
        return False
