"""Forgets deletions that are old enough: whoever has not pulled for so long begins anew.

With them go the member pages' sessions that are over, codes that count for nothing any more, and
answers that were kept for tills that never heard them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, func, select, update

from posapp.central.member_page.sessions import forget_ended
from posapp.central.member_page.sign_in import forget_old_codes
from posapp.central.snapshot_shelf import mark
from posapp.central.tables.requests import idem
from posapp.central.tables.shops import change, feed_head
from posapp.central.tables.snapshots import feed_mark

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.service import Central

DAYS: Final = 90
ANSWERS_DAYS: Final = 35
"""A till that asks again after so long has long been told."""
_DAY_MS: Final = 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruned:
    """How many deletions went, and from which place a till may still go on."""

    deletions: int
    min_pos: int


def prune(central: Central, tenant_id: str, days: int = DAYS) -> Pruned:
    """Raise `min_pos` to where the feed was `days` ago and drop the deletions up to there.

    The age of a place is known from marks: this leaves one with every run. One transaction.
    """
    now_ms = central.clock.wall_ms()
    with central.database.write() as connection:
        locked = select(feed_head).where(feed_head.c.tenant_id == tenant_id).with_for_update()
        head = connection.execute(locked).one()
        place = max(head.min_pos, _place_at(connection, tenant_id, now_ms - days * _DAY_MS))
        mark(connection, tenant_id, head.pos, now_ms)
        gone = connection.execute(
            delete(change).where(
                change.c.tenant_id == tenant_id, change.c.op == "d", change.c.pos <= place
            )
        ).rowcount
        connection.execute(
            update(feed_head).where(feed_head.c.tenant_id == tenant_id).values(min_pos=place)
        )
        _drop_marks(connection, tenant_id, place)
        forget_ended(connection, tenant_id, now_ms)
        forget_old_codes(connection, tenant_id, now_ms)
        connection.execute(delete(idem).where(idem.c.at_ms < now_ms - ANSWERS_DAYS * _DAY_MS))
    return Pruned(deletions=gone, min_pos=place)


def _place_at(connection: Connection, tenant_id: str, at_ms: int) -> int:
    """The newest place that is known to be older than a moment."""
    query = select(func.max(feed_mark.c.pos)).where(
        feed_mark.c.tenant_id == tenant_id, feed_mark.c.at_ms <= at_ms
    )
    return int(connection.execute(query).scalar() or 0)


def _drop_marks(connection: Connection, tenant_id: str, place: int) -> None:
    connection.execute(
        delete(feed_mark).where(feed_mark.c.tenant_id == tenant_id, feed_mark.c.pos < place)
    )
