"""After the facts of a transaction: a friend's first sale rewards both, its return takes it back.

A push of members whom nobody brought costs one statement, whatever is in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, or_, select, update

from posapp.central.members import all_ids_of
from posapp.central.referral.giving import Cause, give, take_back
from posapp.central.referral.joining import PENDING, REFUSED, REWARDED
from posapp.central.referral.programme import read_programme
from posapp.central.tables.members import member, member_alias
from posapp.central.tables.referral import referral, referral_gift
from posapp.domain.member import MemberStatus
from posapp.domain.referral import DAY_MS, MONTH_MS, Limit, Programme, What, left_of

if TYPE_CHECKING:
    from posapp.central.tagging.heard import Heard
    from posapp.central.unit import Unit

CAPPED: Final = "cap"
RETURNED: Final = "returned"
LATE: Final = "too_late"
_MEANT: Final = func.coalesce(member_alias.c.member_id, referral.c.member_id)
_BROUGHT: Final = (
    select(referral, _MEANT.label("meant"))
    .outerjoin(member_alias, member_alias.c.id == referral.c.member_id)
    .where(
        referral.c.tenant_id == bindparam("of_tenant"),
        referral.c.state.in_((PENDING, REWARDED)),
        or_(
            referral.c.member_id.in_(bindparam("members", expanding=True)),
            referral.c.member_id.in_(
                select(member_alias.c.id).where(
                    member_alias.c.member_id.in_(bindparam("members", expanding=True))
                )
            ),
        ),
    )
    .order_by(referral.c.at_ms, referral.c.id)
)
_SUCCESSES: Final = select(
    func.count(), func.count().filter(referral.c.done_ms > bindparam("month"))
).where(referral.c.inviter_id.in_(bindparam("ids", expanding=True)), referral.c.state == REWARDED)
_GIFTS: Final = select(referral_gift).where(
    referral_gift.c.referral_id == bindparam("of_referral"),
    referral_gift.c.what.in_((What.BUYING.value, What.SUCCESS.value)),
    referral_gift.c.back_ms.is_(None),
)
_LADDER: Final = select(referral_gift).where(
    referral_gift.c.member_id.in_(bindparam("ids", expanding=True)),
    referral_gift.c.what == What.LADDER.value,
    referral_gift.c.back_ms.is_(None),
)
_STATUS: Final = select(member.c.status).where(member.c.id == bindparam("of_member"))


def settle_referrals(unit: Unit) -> None:
    """Called once after facts were applied, before tags are settled."""
    members = sorted({each.member_id for each in unit.heard})
    if not members:
        return
    asked = {"of_tenant": unit.tenant.id, "members": members}
    rows = [dict(row) for row in unit.connection.execute(_BROUGHT, asked).mappings()]
    if not rows:
        return
    programme = read_programme(unit.connection, unit.tenant.id) or Programme(rewards=())
    unit.know_members({row["inviter_id"] for row in rows})
    for each in unit.heard:
        for row in rows:
            if row["meant"] == each.member_id:
                _judge(unit, programme, row, each)


def _judge(unit: Unit, programme: Programme, row: dict[str, Any], heard: Heard) -> None:
    left = left_of(heard.sale, heard.returned)
    is_enough = left > 0 and left >= programme.limit(Limit.LEAST_SALE)
    if heard.is_return:
        since = unit.now_ms - programme.limit(Limit.RETURN_DAYS) * DAY_MS
        is_the_one = row["state"] == REWARDED and row["sale_id"] == heard.sale.id
        if is_the_one and not is_enough and (row["done_ms"] or 0) >= since:
            _undo(unit, row)
        return
    if row["state"] != PENDING:
        return
    if heard.at_ms - row["at_ms"] > programme.limit(Limit.DAYS) * DAY_MS:
        _write(unit, row, state=REFUSED, reason=LATE, done_ms=unit.now_ms)
    elif is_enough:
        _reward(unit, programme, row, heard)


def _reward(unit: Unit, programme: Programme, row: dict[str, Any], heard: Heard) -> None:
    """The friend has hers also where the inviter has had all that one may have."""
    cause = _cause(row)
    for reward in programme.of(What.BUYING):
        give(unit, cause, reward, heard.member_id)
    inviter = unit.member(row["inviter_id"])
    reason = "" if inviter and _is_served(unit, inviter) else "inviter_not_served"
    before = _successes(unit, inviter) if inviter else (0, 0)
    if not reason and _is_capped(programme, *before):
        reason = CAPPED
    changed = {"state": REWARDED, "reason": reason, "done_ms": unit.now_ms}
    _write(unit, row, sale_id=heard.sale.id, **changed)
    if inviter and not reason:
        for reward in programme.of(What.SUCCESS):
            give(unit, cause, reward, inviter)
        _climb(unit, programme, cause, inviter, before[0] + 1)


def _climb(unit: Unit, programme: Programme, cause: Cause, inviter: str, successes: int) -> None:
    """The steps that she reached and has not been given."""
    has = {row.step for row in _ladder(unit, inviter)}
    for reward in programme.of(What.LADDER):
        if reward.step <= successes and reward.step not in has:
            give(unit, cause, reward, inviter)


def _undo(unit: Unit, row: dict[str, Any]) -> None:
    """It is over for good: who buys and returns again gets nothing again."""
    cause = _cause(row)
    asked = {"of_referral": row["id"]}
    for gift in unit.connection.execute(_GIFTS, asked).all():
        take_back(unit, cause, gift)
    _write(unit, row, state=REFUSED, reason=RETURNED, done_ms=unit.now_ms)
    inviter = unit.member(row["inviter_id"])
    if inviter is not None:
        successes, _ = _successes(unit, inviter)
        for gift in _ladder(unit, inviter):
            if gift.step > successes:
                take_back(unit, cause, gift)


def _ladder(unit: Unit, inviter: str) -> list[Any]:
    ids = all_ids_of(unit.connection, unit.tenant.id, inviter)
    return list(unit.connection.execute(_LADDER, {"ids": ids}))


def _successes(unit: Unit, inviter: str) -> tuple[int, int]:
    """In all, and in the last 30 days."""
    ids = all_ids_of(unit.connection, unit.tenant.id, inviter)
    asked = {"ids": ids, "month": unit.now_ms - MONTH_MS}
    total, month = unit.connection.execute(_SUCCESSES, asked).one()
    return total, month


def _is_capped(programme: Programme, total: int, month: int) -> bool:
    return total >= programme.limit(Limit.TOTAL) or month >= programme.limit(Limit.MONTH)


def _is_served(unit: Unit, member_id: str) -> bool:
    status = unit.connection.execute(_STATUS, {"of_member": member_id}).scalar_one()
    return bool(status == MemberStatus.NORMAL.value)


def _cause(row: dict[str, Any]) -> Cause:
    return Cause(referral_id=row["id"], shop_id=row["shop_id"], terminal_id=row["terminal_id"])


def _write(unit: Unit, row: dict[str, Any], **values: Any) -> None:
    row.update(values)
    unit.connection.execute(update(referral).where(referral.c.id == row["id"]).values(**values))
