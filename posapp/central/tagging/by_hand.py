"""A tag put on a member or taken off her by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from posapp.central.service_desk.acts import take_version, write_down
from posapp.central.tables.tagging import member_tag, tag
from posapp.central.tagging.book import HAND, end, put
from posapp.errors import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.service_desk.acts import Work
    from posapp.wire.tags import TagChange

KIND: Final = "tag"


def change_tag(work: Work, change: TagChange) -> int:
    """Only tags of the catalogue, and none that a rule gives.

    Raises Refused("tags.unknown", "tags.of_a_rule", "service.nothing_changes", "service.stale",
    "service.forgotten").
    """
    unit = work.unit
    work.key()
    row = _row(unit.connection, unit.tenant.id, change.code)
    if row is None or (change.put and not row.active):
        raise Refused("tags.unknown")
    if row.rule:
        raise Refused("tags.of_a_rule")
    there = unit.connection.execute(
        select(member_tag).where(
            member_tag.c.tenant_id == unit.tenant.id,
            member_tag.c.tag == change.code,
            member_tag.c.member_id == work.member_id,
            member_tag.c.until_ms.is_(None),
        )
    ).first()
    if (there is not None) is change.put:
        raise Refused("service.nothing_changes")
    version = take_version(work)
    who = work.hand.clerk.shown
    if there is None:
        put(unit, work.member_id, change.code, source=HAND, who=who)
    else:
        end(unit, [there], who)
    write_down(work, KIND, detail={"tag": row.name, "put": int(change.put)})
    return version


def _row(connection: Connection, tenant_id: str, code: str) -> Any:
    return connection.execute(
        select(tag).where(tag.c.tenant_id == tenant_id, tag.c.code == code)
    ).first()
