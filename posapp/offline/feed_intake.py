"""A page of the feed: people and settings go into till.db, everything else into cache.db."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from posapp.domain.ids import StaffId
from posapp.domain.permissions import Permission, Role, Staff
from posapp.errors import Refused
from posapp.offline.setting_store import SettingRow
from posapp.offline.staff import StaffRow
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from posapp.offline.cache_store import CacheStore
    from posapp.offline.setting_store import SettingStore
    from posapp.offline.snapshot_file import SnapshotFile
    from posapp.offline.staff import StaffStore
    from posapp.wire.sync import FeedRow

T = TypeVar("T")

_LOG: Final = logging.getLogger(__name__)
_ROLES: Final = frozenset(each.value for each in Role)


class _StaffBody(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    number: str
    name: str
    role: str
    permissions: tuple[str, ...]
    verifier: str
    badge: str = ""


class _SettingBody(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    value: Any


class FeedIntake:
    """The feed as the sync lane sees it; a till must start and sign in without a network.

    till.db first: its rows go by version, so that a crash in between only repeats them.
    """

    def __init__(self, cache: CacheStore, staff: StaffStore, settings: SettingStore) -> None:
        self._cache = cache
        self._staff = staff
        self._settings = settings

    def cursor(self) -> tuple[str, str]:
        """Cursor and epoch of the last applied page."""
        return self._cache.cursor()

    def clear(self) -> None:
        """Fetch everything anew. What is cached serves on until its successor has come; people and
        settings stay until central sends them again.
        """
        # A restored central may count its rows from a smaller number again.
        self._staff.forget_versions()
        self._settings.forget_versions()
        self._cache.leave_place()

    def apply(self, rows: Sequence[FeedRow], cursor: str, epoch: str) -> None:
        """Store a page. Raises the stores' errors.

        Pages of an anew begun feed must not lie beside rows of the old one: the cache is emptied.
        """
        if self._cache.has_left_place():
            self._cache.clear()
        self._take_staff([row for row in rows if row.t == "staff"])
        self._take_settings([row for row in rows if row.t == "setting"])
        kept = [row for row in rows if row.t not in ("staff", "setting")]
        self._cache.apply(kept, cursor, epoch)

    def shadow(self) -> SnapshotFile:
        """Where the next cache is loaded."""
        return self._cache.shadow()

    def take_over(self, shadow: SnapshotFile) -> None:
        """Go on with a loaded snapshot: people and settings first, as with a page."""
        assert shadow.manifest is not None
        start = shadow.manifest.start
        people, settings = shadow.rows_of("staff"), shadow.rows_of("setting")
        self._take_staff(people)
        self._take_settings(settings)
        self._staff.remove_others((row.k for row in people if row.op == "u"), start)
        self._settings.remove_others((row.k for row in settings if row.op == "u"), start)
        self._cache.take_over(shadow)

    @property
    def cache(self) -> CacheStore:
        """For comparing it with central."""
        return self._cache

    def _take_staff(self, rows: Sequence[FeedRow]) -> None:
        present = _read(_staff_row, rows)
        gone = [row.k for row in rows if row.op == "d"]
        if present:
            self._staff.replace(present)
        if gone:
            self._staff.remove(gone)

    def _take_settings(self, rows: Sequence[FeedRow]) -> None:
        present = _read(_setting_row, rows)
        gone = [row.k for row in rows if row.op == "d"]
        if present:
            self._settings.apply(present)
        if gone:
            self._settings.remove(gone)


def _read(make: Callable[[FeedRow], T], rows: Sequence[FeedRow]) -> list[T]:
    """What this program understands; of the rest what was known before stays."""
    found: list[T] = []
    for row in rows:
        if row.op != "u":
            continue
        try:
            found.append(make(row))
        except Refused:
            _LOG.warning("row %r of %s is not understood", row.k[:40], row.t)
    return found


def _staff_row(row: FeedRow) -> StaffRow:
    body = decode(bytes(row.d), _StaffBody)
    known = {each.value for each in Permission}
    # A newer central may name rights and roles that this till does not have yet: rights decide.
    rights = frozenset(Permission(name) for name in body.permissions if name in known)
    staff = Staff(
        id=StaffId(body.id),
        number=body.number,
        name=body.name,
        role=Role(body.role) if body.role in _ROLES else Role.CASHIER,
        permissions=rights,
    )
    return StaffRow(staff=staff, verifier=body.verifier, badge=body.badge, version=row.v)


def _setting_row(row: FeedRow) -> SettingRow:
    body = decode(bytes(row.d), _SettingBody)
    return SettingRow(key=body.name, value=msgspec.json.encode(body.value).decode(), version=row.v)
