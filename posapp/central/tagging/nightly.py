"""What time alone changes: tags that lapse, members who stay away. Small batches, each a commit of
its own, so that it goes on where it was cut off; run twice it finds nothing to do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, select, update

from posapp.central.retrying import again
from posapp.central.tables.tagging import member_purchase, member_tag, tag_reason
from posapp.central.tagging.book import Book, end, look_again, put, read_book, standing
from posapp.central.tagging.settling import BY_RULE, judge
from posapp.domain.tags import DAY_MS, RuleKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.central.unit import Unit

BATCH: Final = 500
_DUE_TAGS: Final = (
    select(member_tag.c.id, member_tag.c.member_id)
    .where(
        member_tag.c.tenant_id == bindparam("of_tenant"),
        member_tag.c.until_ms.is_(None),
        member_tag.c.due_ms <= bindparam("now_ms"),
    )
    .order_by(member_tag.c.due_ms)
    .limit(bindparam("most"))
)
_AWAY: Final = (
    select(member_purchase.c.member_id)
    .where(
        member_purchase.c.tenant_id == bindparam("of_tenant"),
        member_purchase.c.due_ms <= bindparam("now_ms"),
    )
    .order_by(member_purchase.c.due_ms)
    .limit(bindparam("most"))
)
_OLD: Final = (
    select(tag_reason.c.member_id, tag_reason.c.sale_id)
    .where(
        tag_reason.c.tenant_id == bindparam("of_tenant"),
        tag_reason.c.tag == bindparam("of_tag"),
        tag_reason.c.at_ms < bindparam("before_ms"),
    )
    .limit(bindparam("most"))
)
_FORGET: Final = delete(tag_reason).where(
    tag_reason.c.member_id == bindparam("of_member"),
    tag_reason.c.tag == bindparam("of_tag"),
    tag_reason.c.sale_id == bindparam("of_sale"),
)
_NEXT: Final = (
    update(member_purchase)
    .where(member_purchase.c.member_id == bindparam("of_member"))
    .values(due_ms=bindparam("due"))
)


Step = Callable[["Unit", Book, int], int]
"""A batch of a transaction, at most so many rows; how many they were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """How many rows were looked at."""

    lapsed: int = 0
    away: int = 0
    reasons: int = 0


def run_night(
    central: Central,
    tenant: Tenant,
    is_stopping: Callable[[], bool] = lambda: False,
    *,
    batch: int = BATCH,
) -> Night:
    """All that is due now, a batch at a time. Any thread, and several at once."""

    def every(step: Step) -> int:
        total = 0
        while not is_stopping():
            done = again(partial(_batch, central, tenant, step, batch))
            if done == 0:
                break
            total += done
        return total

    return Night(lapsed=every(_lapse), away=every(_find_away), reasons=every(_forget_old))


def _batch(central: Central, tenant: Tenant, step: Step, most: int) -> int:
    with central.work(tenant) as unit:
        return step(unit, read_book(unit.connection, tenant.id), most)


def _lapse(unit: Unit, book: Book, batch: int) -> int:
    """Tags whose sales are too old by now, or whose rule was changed or retired."""
    asked = {"of_tenant": unit.tenant.id, "now_ms": unit.now_ms, "most": batch}
    rows = unit.connection.execute(_DUE_TAGS, asked).all()
    members = {row.member_id for row in rows}
    unit.know_members(members)
    ids = {row.id for row in rows}
    stands = standing(unit.connection, members)
    due = [row for row in stands.values() if row.id in ids]
    end(unit, (row for row in due if row.tag not in book.rules), BY_RULE)
    touched: dict[str, set[str]] = {}
    for row in due:
        rule = book.rules.get(row.tag)
        if rule is not None and rule.rule is RuleKind.SLEEPING:
            _still_away(unit, row, rule.days)
        elif rule is not None:
            touched.setdefault(row.tag, set()).add(row.member_id)
    judge(unit, book, touched, stands)
    return len(rows)


def _still_away(unit: Unit, row: Any, days: int) -> None:
    last = unit.connection.execute(
        select(member_purchase.c.last_ms).where(member_purchase.c.member_id == row.member_id)
    ).scalar()
    if last is not None and last + days * DAY_MS <= unit.now_ms:
        look_again(unit.connection, [(row.id, None)])
    else:
        end(unit, [row], BY_RULE)


def _find_away(unit: Unit, book: Book, batch: int) -> int:
    """Who has not bought for long enough."""
    asked = {"of_tenant": unit.tenant.id, "now_ms": unit.now_ms, "most": batch}
    members = set(unit.connection.execute(_AWAY, asked).scalars())
    unit.know_members(members)
    stands = standing(unit.connection, members)
    for row in _purchases(unit.connection, members):
        is_somebody = unit.member(row.member_id) == row.member_id
        for rule in book.sleeping if is_somebody else ():
            is_away = row.last_ms + rule.days * DAY_MS <= unit.now_ms
            if is_away and (row.member_id, rule.tag) not in stands:
                put(unit, row.member_id, rule.tag, who=BY_RULE)
        due = book.sleeps_ms(row.last_ms, unit.now_ms) if is_somebody else None
        unit.connection.execute(_NEXT, {"of_member": row.member_id, "due": due})
    return len(members)


def _purchases(connection: Connection, members: set[str]) -> Sequence[Any]:
    if not members:
        return ()
    query = select(member_purchase).where(member_purchase.c.member_id.in_(sorted(members)))
    return connection.execute(query).all()


def _forget_old(unit: Unit, book: Book, batch: int) -> int:
    """Sales that speak for nothing any more."""
    gone = 0
    for rule in book.counting:
        if rule.days:
            before = unit.now_ms - rule.days * DAY_MS
            asked = {"of_tenant": unit.tenant.id, "of_tag": rule.tag, "before_ms": before}
            rows = unit.connection.execute(_OLD, {**asked, "most": batch}).all()
            for row in rows:
                key = {"of_member": row.member_id, "of_tag": rule.tag, "of_sale": row.sale_id}
                unit.connection.execute(_FORGET, key)
            gone += len(rows)
    return gone
