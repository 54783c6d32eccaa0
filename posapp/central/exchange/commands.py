"""What an operator asks of members' files: a template, a dry run, an import, an export."""

from __future__ import annotations

import csv
import getpass
import json
from contextlib import closing, contextmanager
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from posapp.central.case_rights import Worker, check_pin
from posapp.central.commands import central_of
from posapp.central.exchange.exporting import Chosen, Export, export_members, write_template
from posapp.central.exchange.fields import checked_mapping
from posapp.central.exchange.importing import Plan, import_members
from posapp.central.portable import upsert
from posapp.central.seeding import only_tenant
from posapp.central.tables.exchange import import_mapping
from posapp.central.tables.shops import staff
from posapp.domain.extra_fields import parse_fields
from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.sheets.cells import guarded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from posapp.central.caller import Tenant
    from posapp.central.catalogue_file import RowError
    from posapp.central.exchange.importing import Report
    from posapp.central.service import Central

Answer = dict[str, Any]

_LONGEST_NAME: Final = 80


def bring_in(
    data: Path,
    file: Path,
    *,
    name: str = "",
    words: Sequence[str] = (),
    mapping: str = "",
    commit: bool = False,
    leave_out: bool = False,
    report: Path | None = None,
    say: Callable[[RowError], str] = str,
    fields: str = "",
) -> Answer:
    """A dry run of a members' file, or with `commit` the import. Words such as `会员手机=phone` say
    how columns are read, and are remembered under `mapping`. Every row that a person has to see
    goes into the `report`, a new CSV, in the words of `say`. `fields` declares the operator's own
    fields as a till's setting does.

    Raises as `import_members`, `parse_fields`, Refused("import.mapping_unknown", name).
    """
    declared = parse_fields(fields)
    central = central_of(data)
    with closing(central.database), _reporting(report, say) as told:
        tenant = only_tenant(central)
        plan = Plan(
            name=(name or file.name)[:_LONGEST_NAME],
            who=getpass.getuser(),
            mapping=_mapping(central, tenant, mapping, checked_mapping(words)),
            commit=commit,
            leave_out=leave_out,
            report=told,
            declared=declared,
        )
        return import_members(central, tenant, file, plan)


def template(to: Path, fields: str = "") -> Answer:
    """A file with the titles of all columns; what it is called says of which kind it is."""
    write_template(to, _kind(to), parse_fields(fields))
    return {"file": str(to)}


def bring_out(
    data: Path,
    to: Path,
    *,
    status: str = "",
    tier: str = "",
    since: str = "",
    until: str = "",
    staff_number: str = "",
    note: str = "",
    fields: str = "",
    ask_pin: Callable[[str], str],
) -> Answer:
    """Members as a file, personal data masked; open for a person of the list who gives her PIN.

    Days are the tenant's own, `until` with all of its day; `fields` as for `bring_in`. Raises as
    `export_members`, `parse_fields`,
    Refused("export.not_a_day", word), Refused("case_work.not_allowed"), and as `check_pin`.
    """
    declared = parse_fields(fields)
    central = central_of(data)
    with closing(central.database):
        tenant = only_tenant(central)
        chosen = Chosen(
            status=status,
            tier=tier,
            since_ms=_day_ms(tenant, since, 0),
            until_ms=_day_ms(tenant, until, 1),
        )
        open_to = ""
        if staff_number:
            person = _person(central, tenant, staff_number)
            check_pin(central, person.id, person.verifier, ask_pin("PIN: "))
            open_to = f"{person.name} ({person.number})"
        wanted = Export(
            path=to,
            kind=_kind(to),
            chosen=chosen,
            who=getpass.getuser(),
            open_to=open_to,
            note=note,
            declared=declared,
        )
        count = export_members(central, tenant, wanted)
        return {"file": str(to), "members": count, "masked": not open_to}


@contextmanager
def _reporting(path: Path | None, say: Callable[[RowError], str]) -> Iterator[Report | None]:
    """Raises Refused("export.file_exists")."""
    if path is None:
        yield None
        return
    try:
        target = path.open("x", encoding="utf-8-sig", newline="")
    except FileExistsError as error:
        raise Refused("export.file_exists") from error
    with target:
        rows = csv.writer(target)
        yield lambda each: rows.writerow([each.row, each.column, guarded(say(each))])


def _mapping(central: Central, tenant: Tenant, name: str, said: dict[str, str]) -> dict[str, str]:
    """What was said now, on top of what the name remembers; with a name it is remembered."""
    if not name:
        return said
    with central.database.write() as connection:
        query = select(import_mapping.c.body).where(
            import_mapping.c.tenant_id == tenant.id, import_mapping.c.name == name
        )
        body = connection.execute(query).scalar()
        if body is None and not said:
            raise Refused("import.mapping_unknown", name=name[:40])
        mapping = {**json.loads(body or "{}"), **said}
        row = {"tenant_id": tenant.id, "name": name, "body": json.dumps(mapping)}
        upsert(connection, import_mapping, [row])
    return mapping


def _person(central: Central, tenant: Tenant, number: str) -> Worker:
    with central.database.read() as connection:
        row = connection.execute(
            select(staff).where(
                staff.c.tenant_id == tenant.id, staff.c.number == number, staff.c.active == 1
            )
        ).first()
    if row is None or Permission.WORK_CASES not in row.permissions.split():
        raise Refused("case_work.not_allowed")
    return Worker(id=row.id, number=row.number, name=row.name, verifier=row.pin_verifier)


def _kind(path: Path) -> str:
    return "xlsx" if path.suffix.lower() == ".xlsx" else "csv"


def _day_ms(tenant: Tenant, text: str, days: int) -> int | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text) + timedelta(days=days)
    except (ValueError, OverflowError) as error:
        raise Refused("export.not_a_day", word=text[:20]) from error
    local = datetime(day.year, day.month, day.day, tzinfo=tenant.zone)
    return int(local.timestamp()) * 1000
