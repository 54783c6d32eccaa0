"""The feed's way into both files: people and settings into till.db, the rest into the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from posapp.domain.ids import StaffId
from posapp.domain.permissions import Permission, Role, Staff
from posapp.offline.setting_store import SettingRow
from posapp.offline.staff import StaffRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.offline.cache_store import CacheStore
    from posapp.offline.setting_store import SettingStore
    from posapp.offline.staff import StaffStore
    from posapp.wire.sync import FeedRow


class _StaffData(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    number: str
    name: str
    role: Role
    permissions: list[str] = []
    verifier: str


class _SettingData(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    value: msgspec.Raw


class TillFeed:
    """Lane "sync". No transaction spans both files: till.db is written first, then rows and cursor,

    so that a crash between them repeats a page, which changes nothing.
    """

    def __init__(self, cache: CacheStore, staff: StaffStore, settings: SettingStore) -> None:
        self._cache = cache
        self._staff = staff
        self._settings = settings

    def cursor(self) -> tuple[str, str]:
        """Cursor and epoch of the last applied page."""
        return self._cache.cursor()

    def clear(self) -> None:
        """Begin the feed again; people and settings stay until central sends them anew."""
        self._staff.forget_versions()
        self._settings.forget_versions()
        self._cache.clear()

    def apply(self, rows: Sequence[FeedRow], cursor: str, epoch: str) -> None:
        """Raises Unavailable as the stores do."""
        self._take_staff([row for row in rows if row.t == "staff"])
        self._take_settings([row for row in rows if row.t == "setting"])
        rest = [row for row in rows if row.t not in ("staff", "setting")]
        self._cache.apply(rest, cursor, epoch)

    def _take_staff(self, rows: Sequence[FeedRow]) -> None:
        if not rows:
            return
        self._staff.replace([made for row in rows if row.op != "d" and (made := _staff_row(row))])
        self._staff.remove([row.k for row in rows if row.op == "d"])

    def _take_settings(self, rows: Sequence[FeedRow]) -> None:
        if not rows:
            return
        read = [made for row in rows if row.op != "d" and (made := _setting_row(row))]
        self._settings.apply(read)
        self._settings.remove([row.k for row in rows if row.op == "d"])


def _staff_row(row: FeedRow) -> StaffRow | None:
    data: Any = _read(row, _StaffData)
    if data is None:
        return None
    known = frozenset(Permission)
    staff = Staff(
        id=StaffId(data.id),
        number=data.number,
        name=data.name,
        role=data.role,
        permissions=frozenset(Permission(each) for each in data.permissions if each in known),
    )
    return StaffRow(staff=staff, verifier=data.verifier, version=row.v)


def _setting_row(row: FeedRow) -> SettingRow | None:
    data: Any = _read(row, _SettingData)
    if data is None:
        return None
    return SettingRow(key=data.name, value=bytes(data.value).decode(), version=row.v)


def _read(row: FeedRow, kind: type[msgspec.Struct]) -> Any:
    """A row of a newer central that this program cannot read is left out."""
    try:
        return msgspec.json.decode(row.d, type=kind)
    except msgspec.DecodeError:
        return None
