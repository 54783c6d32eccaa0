"""A compensation taken back by a reversing posting while nothing of it was spent; and gift value
that lapses, of which what is left is taken.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, update

from posapp.central.compensation.giving import (
    EXPENSE,
    PROVISION,
    expense,
    new_posting,
)
from posapp.central.ledger import BON, BONUS, POINTS, POINTS_DEBT, PTS, Posting
from posapp.central.members import all_ids_of
from posapp.central.retrying import again
from posapp.central.service_desk.acts import set_member, take_version, write_down
from posapp.central.service_desk.sources import COMPENSATION_BACK
from posapp.central.tables.redress import compensation
from posapp.domain.allowances import Act
from posapp.domain.compensation import CompensationKind
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.central.service_desk.acts import Work
    from posapp.central.unit import Unit
    from posapp.wire.redress import CompensationBack

LAPSED: Final = "compensation_lapsed"
BATCH: Final = 200
_LASTING: Final = (
    select(compensation)
    .where(
        compensation.c.tenant_id == bindparam("of_tenant"),
        compensation.c.ended_ms.is_(None),
        compensation.c.expires_ms <= bindparam("now_ms"),
        compensation.c.id > bindparam("after"),
    )
    .order_by(compensation.c.id)
    .limit(bindparam("most"))
)
_STILL: Final = (
    select(compensation)
    .where(
        compensation.c.id.in_(bindparam("ids", expanding=True)), compensation.c.ended_ms.is_(None)
    )
    .order_by(compensation.c.id)
)


def take_back(work: Work, asked: CompensationBack) -> int:
    """Raises Refused("compensation.unknown", "service.already_reversed", "compensation.lapsed",
    "compensation.spent", "service.stale"), and as the limits.
    """
    row = _row(work, asked.compensation_id)
    approved = work.hand.check(work.unit, Act.COMPENSATE, row.worth)
    version = take_version(work)
    posting = new_posting(work, reverses=row.id)
    match CompensationKind(row.kind):
        case CompensationKind.COUPON:
            _take_coupon(work, row.coupon)
        case CompensationKind.POINTS:
            _take_points(work, posting, row)
        case CompensationKind.VALUE:
            _take_value(work, posting, row)
    expense(work, posting, -row.worth)
    work.unit.books.post(posting)
    work.unit.change("member", work.member_id)
    _end(work.unit, row.id, "reversed")
    write_down(
        work, COMPENSATION_BACK, detail={"reverses": row.id}, approved=approved, event_id=posting.id
    )
    return version


def lapse(
    central: Central,
    tenant: Tenant,
    is_stopping: Callable[[], bool] = lambda: False,
    *,
    batch: int = BATCH,
) -> int:
    """What is left of gift value whose time is over, a batch at a time; what is held waits for the
    next night. Returns how many ended. Any thread, and several at once.
    """
    after, ended = "", 0
    while not is_stopping():
        done, last = again(partial(_lapse_some, central, tenant, after, batch))
        ended += done
        if not last:
            break
        after = last
    return ended


def _lapse_some(central: Central, tenant: Tenant, after: str, most: int) -> tuple[int, str]:
    """How many of the next ended, and the id of the last; empty where none are left."""
    with central.work(tenant) as unit:
        asked = {"of_tenant": tenant.id, "now_ms": unit.now_ms, "after": after, "most": most}
        found = unit.connection.execute(_LASTING, asked).all()
        # Their members first: whoever was here at the same time has ended some of them by now.
        unit.know_members({row.member_id for row in found})
        ids = [row.id for row in found]
        rows = unit.connection.execute(_STILL, {"ids": ids}).all() if ids else []
        return sum(_lapse_one(unit, row) for row in rows), ids[-1] if ids else ""


def _row(work: Work, compensation_id: str) -> Any:
    query = select(compensation).where(
        compensation.c.id == compensation_id, compensation.c.tenant_id == work.unit.tenant.id
    )
    row = work.unit.connection.execute(query).first()
    if row is None or row.member_id not in all_ids_of(
        work.view.connection, work.view.tenant.id, work.member_id
    ):
        raise Refused("compensation.unknown")
    if row.ended == "reversed":
        raise Refused("service.already_reversed")
    if row.ended:
        raise Refused("compensation.lapsed")
    return row


def _take_coupon(work: Work, code: str) -> None:
    has = work.row["coupons"].split()
    if code not in has:
        raise Refused("compensation.spent")
    set_member(work, coupons=" ".join(each for each in has if each != code))


def _take_points(work: Work, posting: Posting, row: Any) -> None:
    """What had paid a debt is owed again."""
    books, member_id = work.unit.books, work.member_id
    lot = books.lot(row.id)
    taken = 0
    if lot is not None:
        if lot.remaining != lot.amount or lot.held or lot.member_id != member_id:
            raise Refused("compensation.spent")
        taken = lot.amount
        lot.take(taken)
        books.member(posting, PTS, POINTS, member_id, -taken, lot_id=lot.id)
    books.member(posting, PTS, POINTS_DEBT, member_id, taken - row.amount)


def _take_value(work: Work, posting: Posting, row: Any) -> None:
    books, member_id = work.unit.books, work.member_id
    lot = books.lot(row.id)
    if (
        lot is None
        or lot.bonus_remaining != lot.bonus_amount
        or lot.bonus_held
        or lot.member_id != member_id
    ):
        raise Refused("compensation.spent")
    lot.take(0, lot.bonus_amount)
    books.member(posting, BON, BONUS, member_id, -lot.bonus_amount, lot_id=lot.id)


def _lapse_one(unit: Unit, row: Any) -> bool:
    lot = unit.books.lot(row.id)
    if lot is not None and lot.bonus_held:
        return False
    left = 0 if lot is None else lot.bonus_remaining
    if lot is not None and left:
        posting = Posting(
            id=unit.ids.new(),
            kind=LAPSED,
            source_id=row.id,
            at_ms=unit.now_ms,
            member_id=lot.member_id,
            shop_id=row.shop_id,
        )
        lot.take(0, left)
        unit.books.member(posting, BON, BONUS, lot.member_id, -left, lot_id=lot.id)
        unit.books.house(posting, EXPENSE, row.shop_id, left)
        unit.books.house(posting, PROVISION, row.shop_id, -left)
        unit.books.post(posting)
        unit.change("member", lot.member_id)
    _end(unit, row.id, "lapsed")
    return True


def _end(unit: Unit, compensation_id: str, how: str) -> None:
    unit.connection.execute(
        update(compensation)
        .where(compensation.c.id == compensation_id)
        .values(ended=how, ended_ms=unit.now_ms)
    )
