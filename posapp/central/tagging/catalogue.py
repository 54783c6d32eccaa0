"""The operator's tags: from a CSV file, all or nothing, and told to the tills."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, select, update

from posapp.central.portable import upsert
from posapp.central.tables.catalogue import category
from posapp.central.tables.shops import setting
from posapp.central.tables.tagging import member_purchase, member_tag, tag, tag_reason
from posapp.central.tagging.book import RULE, read_book
from posapp.domain.tags import DAY_MS, RuleKind, TagKind, TagNames, written_tags
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.unit import Unit

SETTING: Final = "member_tags"
"""By which the tills know the tags that a cashier may see."""
_WHAT_COUNTS: Final = ("kind", "rule", "amount", "category_id")
_HOW_MUCH: Final = ("count", "days", "active")


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    """A tag as a file or the sample store says it; `category` is the name of one."""

    code: str
    kind: TagKind
    name: str
    name_zh_tw: str
    name_en: str
    rule: RuleKind | None = None
    amount: int = 0
    count: int = 0
    days: int = 0
    category: str = ""
    at_till: bool = False
    active: bool = True


def keep_tags(unit: Unit, rows: Sequence[TagRow]) -> int:
    """Add or change these; the others stay. Tags that stand by a rule that changed are looked at
    again in the night. Returns how many are new.

    Raises Refused("tags.category_unknown", name) and Refused("tags.rule_for_hand", code) where a
    tag that people put would get a rule, or the other way round.
    """
    connection, tenant_id = unit.connection, unit.tenant.id
    known = _known(connection, tenant_id)
    categories = _categories(connection, tenant_id)
    first = max((each["sort"] for each in known.values()), default=-1) + 1
    new = 0
    for place, row in enumerate(rows):
        values = _values(tenant_id, row, categories)
        was = known.get(row.code)
        values["sort"] = first + place if was is None else was["sort"]
        new += was is None
        if was is not None:
            _check_same_sort(was, values)
        upsert(connection, tag, [values])
        if was is not None and was["rule"]:
            _look_again(connection, was, values, unit.now_ms)
    _reckon_who_sleeps(unit)
    tell_tills(unit)
    return new


def tell_tills(unit: Unit) -> None:
    """The setting of the feed, by the catalogue of now."""
    rows = unit.connection.execute(
        select(tag)
        .where(tag.c.tenant_id == unit.tenant.id, tag.c.at_till == 1, tag.c.active == 1)
        .order_by(tag.c.sort, tag.c.code)
    )
    text = written_tags(
        TagNames(code=row.code, zh_cn=row.name, zh_tw=row.name_zh_tw, en=row.name_en)
        for row in rows
    )
    row = {"tenant_id": unit.tenant.id, "name": SETTING, "value": json.dumps(text)}
    upsert(unit.connection, setting, [row])
    unit.change("setting", SETTING)


def listed(connection: Connection, tenant_id: str) -> list[dict[str, Any]]:
    """The catalogue as a file has it, with how many members have each."""
    names = {found: name for name, found in _categories(connection, tenant_id).items()}
    return [
        {
            "code": row["code"],
            "kind": row["kind"],
            "name": row["name"],
            "name_zh_tw": row["name_zh_tw"],
            "name_en": row["name_en"],
            "rule": row["rule"],
            "amount": row["amount"],
            "count": row["count"],
            "days": row["days"],
            "category": names.get(row["category_id"], ""),
            "at_till": bool(row["at_till"]),
            "active": bool(row["active"]),
        }
        for row in sorted(_known(connection, tenant_id).values(), key=_place)
    ]


def _place(row: Any) -> tuple[int, str]:
    return (row["sort"], row["code"])


def _known(connection: Connection, tenant_id: str) -> dict[str, Any]:
    rows = connection.execute(select(tag).where(tag.c.tenant_id == tenant_id)).mappings()
    return {row["code"]: dict(row) for row in rows}


def _categories(connection: Connection, tenant_id: str) -> dict[str, str]:
    query = select(category.c.name, category.c.id).where(category.c.tenant_id == tenant_id)
    return {row.name: row.id for row in connection.execute(query)}


def _values(tenant_id: str, row: TagRow, categories: dict[str, str]) -> dict[str, Any]:
    if row.category and row.category not in categories:
        raise Refused("tags.category_unknown", name=row.category)
    return {
        "tenant_id": tenant_id,
        "code": row.code,
        "kind": row.kind.value,
        "name": row.name,
        "name_zh_tw": row.name_zh_tw,
        "name_en": row.name_en,
        "rule": "" if row.rule is None else row.rule.value,
        "amount": row.amount,
        "count": row.count,
        "days": row.days,
        "category_id": categories[row.category] if row.category else None,
        "at_till": int(row.at_till),
        "active": int(row.active),
    }


def _check_same_sort(was: dict[str, Any], now: dict[str, Any]) -> None:
    if bool(was["rule"]) is not bool(now["rule"]):
        raise Refused("tags.rule_for_hand", code=was["code"])


def _look_again(
    connection: Connection, was: dict[str, Any], now: dict[str, Any], now_ms: int
) -> None:
    if any(was[name] != now[name] for name in _WHAT_COUNTS):
        connection.execute(
            delete(tag_reason).where(
                tag_reason.c.tenant_id == was["tenant_id"], tag_reason.c.tag == was["code"]
            )
        )
    if any(was[name] != now[name] for name in (*_WHAT_COUNTS, *_HOW_MUCH)):
        connection.execute(
            update(member_tag)
            .where(
                member_tag.c.tenant_id == was["tenant_id"],
                member_tag.c.tag == was["code"],
                member_tag.c.until_ms.is_(None),
                member_tag.c.source == RULE,
            )
            .values(due_ms=now_ms)
        )


def _reckon_who_sleeps(unit: Unit) -> None:
    """Everybody is looked at once more, from the day on which she may first be away."""
    sleeping = read_book(unit.connection, unit.tenant.id).sleeping
    days = min((each.days for each in sleeping), default=0)
    unit.connection.execute(
        update(member_purchase)
        .where(member_purchase.c.tenant_id == unit.tenant.id)
        .values(due_ms=member_purchase.c.last_ms + days * DAY_MS if days else None)
    )
