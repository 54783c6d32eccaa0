"""What an operator does about tags, and what the night does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from posapp.central.commands import central_of
from posapp.central.seeding import only_tenant
from posapp.central.tables.tagging import member_tag
from posapp.central.tagging.catalogue import keep_tags, listed
from posapp.central.tagging.catalogue_file import as_csv, read_tags
from posapp.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.commands import Answer


def show(data: Path) -> Answer:
    """The catalogue, and how many members have each."""
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        with central.database.read() as connection:
            counted = connection.execute(
                select(member_tag.c.tag, func.count())
                .where(member_tag.c.tenant_id == tenant.id, member_tag.c.until_ms.is_(None))
                .group_by(member_tag.c.tag)
            )
            members = {row[0]: row[1] for row in counted}
            rows = listed(connection, tenant.id)
        return {"tags": [{**row, "members": members.get(row["code"], 0)} for row in rows]}
    finally:
        central.database.close()


def export(data: Path, to: Path) -> Answer:
    """A new CSV file as `bring` reads it. Raises Refused("export.exists")."""
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        with central.database.read() as connection:
            rows = listed(connection, tenant.id)
    finally:
        central.database.close()
    try:
        with to.open("x", encoding="utf-8-sig", newline="") as file:
            file.write(as_csv(rows))
    except FileExistsError as error:
        raise Refused("tags.file_exists") from error
    return {"file": str(to), "tags": len(rows)}


def bring(data: Path, file: Path) -> Answer:
    """Add or change the tags of a CSV file, all or none. Raises as `read_tags`, `keep_tags`."""
    rows = read_tags(file)
    central = central_of(data)
    try:
        with central.work(only_tenant(central)) as unit:
            new = keep_tags(unit, rows)
    finally:
        central.database.close()
    return {"tags": len(rows), "new": new}
