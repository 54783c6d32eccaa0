"""Members out as a file: chosen, masked unless a person proved that she may see them, and noted."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.exchange.fields import FIELDS
from posapp.central.exchange.table_file import XLSX
from posapp.central.lease_commands import note_act
from posapp.central.members import extras_of, load_members
from posapp.central.service_desk.access_log import EXPORT, note_access
from posapp.central.tables.members import member
from posapp.central.view import View
from posapp.domain.extra_fields import ExtraField, FieldKind
from posapp.domain.member import MemberStatus, masked_name, masked_phone
from posapp.errors import Refused
from posapp.sheets.cells import Money, Value, guarded
from posapp.sheets.csv_writing import write_csv
from posapp.sheets.sheet import Row, Sheet
from posapp.sheets.xlsx_writing import write_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.domain.extra_fields import Extra
    from posapp.domain.member import Member

PAGE: Final = 500
_COLUMNS: Final = (
    "number", "phone", "name", "card", "birthday", "tier", "status", "registered", "principal",
    "bonus", "points", "growth",
)  # fmt: skip
_SHOWN_OF_A_CARD: Final = 4
_YEAR: Final = 4
_TITLE: Final = "members"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which members; an empty word or None leaves that question out. `until_ms` is exclusive."""

    status: str = ""
    tier: str = ""
    since_ms: int | None = None
    until_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """`open_to` is who may see personal data, proved, and empty where nobody did; `declared` are
    the operator's own fields, a column each.
    """

    path: Path
    kind: str
    chosen: Chosen
    who: str
    open_to: str = ""
    note: str = ""
    declared: tuple[ExtraField, ...] = ()


def export_members(central: Central, tenant: Tenant, wanted: Export) -> int:
    """Write the file, readable by its owner alone. Returns how many members are in it.

    It is noted before the first row is written. Raises Refused: "export.file_exists",
    "export.note_needed", "export.word_unknown" (word), "report.too_many_rows" (most).
    """
    if wanted.open_to and not wanted.note.strip():
        raise Refused("export.note_needed")
    if wanted.chosen.status and wanted.chosen.status not in list(MemberStatus):
        raise Refused("export.word_unknown", word=wanted.chosen.status[:20])
    with central.work(tenant) as unit:
        open_data = {"personal_data_open": int(bool(wanted.open_to))}
        note = f"{wanted.open_to or wanted.who}: {wanted.note or wanted.kind}"
        note_act(unit, "export_members", tenant.id, open_data, note=note)
    rows = _Rows(central, tenant, wanted)
    try:
        _write(wanted.path, wanted.kind, _heads(_COLUMNS, wanted.declared), rows)
    except FileExistsError as error:
        raise Refused("export.file_exists") from error
    except BaseException:
        wanted.path.unlink(missing_ok=True)
        raise
    return rows.count


def write_template(path: Path, kind: str, declared: tuple[ExtraField, ...] = ()) -> None:
    """A file with nothing but the titles of all columns. Raises Refused("export.file_exists")."""
    try:
        _write(path, kind, _heads(FIELDS, declared), ())
    except FileExistsError as error:
        raise Refused("export.file_exists") from error


class _Rows:
    """The file's rows, read by the page, so that a million of them need no memory."""

    def __init__(self, central: Central, tenant: Tenant, wanted: Export) -> None:
        self._central = central
        self._tenant = tenant
        self._wanted = wanted
        self.count = 0

    def __iter__(self) -> Iterator[Row]:
        after = ""
        while page := self._page(after):
            for her, registered_ms, extra in page:
                self.count += 1
                values = (*self._row(her, registered_ms), *self._own(extra))
                yield Row(values=self._kept(values))
            after = page[-1][0].id

    def _kept(self, values: tuple[Value, ...]) -> tuple[Value, ...]:
        """A workbook's text is guarded as that of a CSV is: it may be saved as one, and an import
        takes what is not for a formula.
        """
        if self._wanted.kind != XLSX:
            return values
        return tuple(guarded(each) if isinstance(each, str) else each for each in values)

    def _page(self, after: str) -> list[tuple[Member, int, Extra]]:
        query = (
            select(member.c.id, member.c.registered_ms)
            .where(
                member.c.tenant_id == self._tenant.id,
                member.c.id > after,
                member.c.merged_into.is_(None),
            )
            .order_by(member.c.id)
            .limit(PAGE)
        )
        chosen = self._wanted.chosen
        if chosen.status:
            query = query.where(member.c.status == chosen.status)
        if chosen.tier:
            query = query.where(member.c.tier == chosen.tier)
        if chosen.since_ms is not None:
            query = query.where(member.c.registered_ms >= chosen.since_ms)
        if chosen.until_ms is not None:
            query = query.where(member.c.registered_ms < chosen.until_ms)
        with self._central.database.read() as connection:
            since = {row.id: row.registered_ms for row in connection.execute(query)}
            view = View(
                connection=connection,
                tenant=self._tenant,
                keys=self._central.keys,
                now_ms=self._central.clock.wall_ms(),
            )
            extras = extras_of(view, list(since)) if self._wanted.declared else {}
            page = [
                (her, since[her.id], extras.get(her.id, ()))
                for her in load_members(view, list(since))
            ]
        if self._wanted.open_to:
            self._note_seen([her.id for her, _, _ in page])
        return page

    def _note_seen(self, ids: list[str]) -> None:
        """In each one's own log, before her row is written."""
        with self._central.work(self._tenant) as unit:
            for each in ids:
                note_access(unit, each, EXPORT, who=self._wanted.open_to, why=EXPORT)

    def _own(self, extra: Extra) -> tuple[Value, ...]:
        """What somebody wrote is masked; what was picked, counted or a day says nobody's name."""
        hers, is_open = dict(extra), bool(self._wanted.open_to)
        return tuple(
            masked_name(hers.get(each.key, ""))
            if each.kind is FieldKind.TEXT and not is_open
            else hers.get(each.key, "")
            for each in self._wanted.declared
        )

    def _row(self, her: Member, registered_ms: int) -> tuple[Value, ...]:
        is_open = bool(self._wanted.open_to)
        since = datetime.fromtimestamp(registered_ms // 1000, UTC).astimezone(self._tenant.zone)
        return (
            her.number,
            her.phone if is_open else masked_phone(her.phone),
            her.name if is_open else masked_name(her.name),
            her.card if is_open else "*" * bool(her.card) + her.card[-_SHOWN_OF_A_CARD:],
            her.birthday if is_open else her.birthday[:_YEAR],
            her.tier,
            her.status.value,
            since.date().isoformat(),
            Money(her.principal),
            Money(her.bonus),
            her.points,
            her.growth,
        )


def _heads(columns: Iterable[str], declared: tuple[ExtraField, ...]) -> tuple[str, ...]:
    return (*(FIELDS[name][0] for name in columns), *(each.title for each in declared))


def _write(path: Path, kind: str, heads: tuple[str, ...], rows: Iterable[Row]) -> None:
    """For its owner alone, from before the first byte on. Raises FileExistsError."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    sheet = Sheet(title=_TITLE, heads=heads, rows=rows)
    if kind == XLSX:
        write_xlsx(path, [sheet])
    else:
        write_csv(path, sheet)
