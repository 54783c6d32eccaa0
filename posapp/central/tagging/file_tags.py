"""What a member's file shows of tags: hers, and those that a person may put."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.tables.tagging import member_tag, tag
from posapp.central.tagging.book import HAND
from posapp.wire.tags import TagOffered, TagShown

if TYPE_CHECKING:
    from posapp.central.view import View


def tags_of(view: View, member_id: str) -> tuple[TagShown, ...]:
    """Those in force, in the operator's order; retired ones too: they stand until they end."""
    query = (
        select(tag, member_tag.c.source, member_tag.c.since_ms, member_tag.c.who)
        .join(
            member_tag,
            (member_tag.c.tenant_id == tag.c.tenant_id) & (member_tag.c.tag == tag.c.code),
        )
        .where(member_tag.c.member_id == member_id, member_tag.c.until_ms.is_(None))
        .order_by(tag.c.sort, tag.c.code)
    )
    return tuple(
        TagShown(
            code=row.code,
            kind=row.kind,
            name=row.name,
            name_zh_tw=row.name_zh_tw,
            name_en=row.name_en,
            by_rule=row.source != HAND,
            since_ms=row.since_ms,
        )
        for row in view.connection.execute(query)
    )


def offered(view: View) -> tuple[TagOffered, ...]:
    """What a person may put."""
    rows = view.connection.execute(
        select(tag)
        .where(tag.c.tenant_id == view.tenant.id, tag.c.rule == "", tag.c.active == 1)
        .order_by(tag.c.sort, tag.c.code)
    )
    return tuple(
        TagOffered(
            code=row.code,
            kind=row.kind,
            name=row.name,
            name_zh_tw=row.name_zh_tw,
            name_en=row.name_en,
        )
        for row in rows
    )
