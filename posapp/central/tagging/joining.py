"""Two files become one: the kept member has the tags of both; apart again, each has her own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, func, select, update

from posapp.central.portable import upsert
from posapp.central.tables.sales import sale
from posapp.central.tables.tagging import member_purchase, member_tag, tag_reason
from posapp.central.tagging.book import HAND, RULE, end, put, read_book, standing, who_agree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.unit import Unit

MERGED: Final = "merge"


def join_tags(unit: Unit, kept_id: str, gone_id: str) -> dict[str, list[str]]:
    """What profiles comes along only where the kept one agreed to that. Returns the ids that make
    it undone: tags that ended, tags that were put.
    """
    stands = standing(unit.connection, (kept_id, gone_id))
    hers = [row for (member_id, _), row in sorted(stands.items()) if member_id == gone_id]
    rules = read_book(unit.connection, unit.tenant.id).rules
    agreed = kept_id in who_agree(unit.connection, (kept_id,))
    end(unit, hers, MERGED)
    added = []
    for row in hers:
        rule = rules.get(row.tag)
        may = row.source == HAND or (rule is not None and (agreed or not rule.profiles))
        if may and (kept_id, row.tag) not in stands:
            added.append(
                put(
                    unit,
                    kept_id,
                    row.tag,
                    source=row.source,
                    who=row.who,
                    due_ms=unit.now_ms if row.source == RULE else None,
                )
            )
    unit.flush()
    _join_reasons(unit.connection, kept_id, gone_id)
    _last_purchase(unit, kept_id, (kept_id, gone_id))
    unit.connection.execute(delete(member_purchase).where(member_purchase.c.member_id == gone_id))
    return {"tags_ended": [row.id for row in hers], "tags_put": added}


def part_tags(unit: Unit, kept_id: str, gone_id: str, before: dict[str, Any]) -> None:
    """The tags that came along leave again, and those that ended are in force anew."""
    put_then = before.pop("tags_put", [])
    ended_then = before.pop("tags_ended", [])
    rows = unit.connection.execute(select(member_tag).where(member_tag.c.id.in_(put_then))).all()
    end(unit, (row for row in rows if row.until_ms is None), MERGED)
    old = unit.connection.execute(select(member_tag).where(member_tag.c.id.in_(ended_then))).all()
    for row in old:
        due = unit.now_ms if row.source == RULE else None
        put(unit, gone_id, row.tag, source=row.source, who=row.who, due_ms=due)
    unit.flush()
    sold = select(sale.c.id).where(sale.c.member_id == gone_id)
    unit.connection.execute(
        update(tag_reason)
        .where(tag_reason.c.member_id == kept_id, tag_reason.c.sale_id.in_(sold))
        .values(member_id=gone_id)
    )
    unit.connection.execute(
        delete(member_purchase).where(member_purchase.c.member_id.in_((kept_id, gone_id)))
    )
    for each in (kept_id, gone_id):
        _last_purchase(unit, each, (each,))


def hand_tags(connection: Connection, members: Sequence[str]) -> list[list[str]]:
    """What people put and took: that must not have moved for a merge to be undone."""
    rows = connection.execute(
        select(member_tag.c.member_id, member_tag.c.tag).where(
            member_tag.c.member_id.in_(members),
            member_tag.c.until_ms.is_(None),
            member_tag.c.source == HAND,
        )
    )
    return sorted([row.member_id, row.tag] for row in rows)


def _join_reasons(connection: Connection, kept_id: str, gone_id: str) -> None:
    connection.execute(
        update(tag_reason).where(tag_reason.c.member_id == gone_id).values(member_id=kept_id)
    )


def _last_purchase(unit: Unit, member_id: str, under: Sequence[str]) -> None:
    """As her sales say; when she will have been away is looked at in the night."""
    query = select(func.max(sale.c.at_ms))
    found = (
        unit.connection.execute(query.where(sale.c.member_id == each)).scalar() for each in under
    )
    last = max((each for each in found if each is not None), default=None)
    if last is not None:
        row = {
            "member_id": member_id,
            "tenant_id": unit.tenant.id,
            "last_ms": last,
            "due_ms": last,
        }
        upsert(unit.connection, member_purchase, [row])
