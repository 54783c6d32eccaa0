"""The operator's programme of rewards and limits: read, and replaced as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, insert, select

from posapp.central.compensation.sources import offer_of
from posapp.central.tables.referral import referral_rule
from posapp.domain.referral import Gives, Limit, Programme, Reward, What

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.unit import Unit

LIMIT: Final = "limit"
_RULES: Final = (
    select(referral_rule)
    .where(referral_rule.c.tenant_id == bindparam("of_tenant"))
    .order_by(referral_rule.c.what, referral_rule.c.step, referral_rule.c.name)
)


def read_programme(connection: Connection, tenant_id: str) -> Programme | None:
    """None where nobody is rewarded: then no chain is kept either."""
    rows = connection.execute(_RULES, {"of_tenant": tenant_id}).all()
    if not rows:
        return None
    rewards = tuple(
        Reward(
            what=What(row.what),
            gives=Gives(row.name),
            step=row.step,
            amount=row.amount,
            code=row.code,
        )
        for row in rows
        if row.what != LIMIT
    )
    limits = {Limit(row.name): row.amount for row in rows if row.what == LIMIT}
    return Programme(rewards=rewards, limits=limits)


def keep_programme(unit: Unit, programme: Programme) -> None:
    """In the place of the one before; what was given stays given. An empty one ends it.

    Raises Refused("compensation.coupon_unknown").
    """
    for reward in programme.rewards:
        if reward.gives is Gives.COUPON:
            offer_of(unit, reward.code)
    tenant_id, connection = unit.tenant.id, unit.connection
    connection.execute(delete(referral_rule).where(referral_rule.c.tenant_id == tenant_id))
    rows = [
        {
            "tenant_id": tenant_id,
            "what": each.what.value,
            "step": each.step,
            "name": each.gives.value,
            "amount": each.amount,
            "code": each.code,
        }
        for each in programme.rewards
    ]
    rows += [
        {
            "tenant_id": tenant_id,
            "what": LIMIT,
            "step": 0,
            "name": name.value,
            "amount": amount,
            "code": "",
        }
        for name, amount in programme.limits.items()
    ]
    if rows:
        connection.execute(insert(referral_rule), rows)
