"""Who withdraws her consent to profiling has no tag of such a rule any more, nor what it read; who
is forgotten has none at all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select, update

from posapp.central.tables.tagging import member_purchase, member_tag, tag, tag_reason
from posapp.central.tagging.book import RULE, end
from posapp.domain.tags import PROFILES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.unit import Unit

WITHDRAWN: Final = "consent"
FORGOTTEN: Final = "forgotten"


def forget_profile(unit: Unit, member_id: str) -> None:
    """At once, and for all that was kept for the rules; sales stay what they are."""
    profiling = select(tag.c.code).where(
        tag.c.tenant_id == unit.tenant.id,
        tag.c.rule != "",
        tag.c.kind.in_(sorted(PROFILES)),
    )
    unit.connection.execute(
        delete(tag_reason).where(
            tag_reason.c.member_id == member_id, tag_reason.c.tag.in_(profiling)
        )
    )
    rows = unit.connection.execute(
        select(member_tag).where(
            member_tag.c.member_id == member_id,
            member_tag.c.until_ms.is_(None),
            member_tag.c.source == RULE,
            member_tag.c.tag.in_(profiling),
        )
    ).all()
    end(unit, rows, WITHDRAWN)


def forget_tags(connection: Connection, member_ids: Sequence[str], now_ms: int) -> None:
    """Whoever is gone has no tag in force, by hand or by rule, and nothing that a rule could read.

    Tags that ended stay, as her sales do: codes of a list by an id.
    """
    connection.execute(
        update(member_tag)
        .where(member_tag.c.member_id.in_(member_ids), member_tag.c.until_ms.is_(None))
        .values(until_ms=now_ms, ended_by=FORGOTTEN)
    )
    for table in (tag_reason, member_purchase):
        connection.execute(delete(table).where(table.c.member_id.in_(member_ids)))
