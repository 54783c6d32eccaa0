"""Whose tier stands by hand, what the rules say under it, and the night in which it ends."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, update

from posapp.central.expiring import local_day
from posapp.central.retrying import again
from posapp.central.service_desk.events import note_event
from posapp.central.tables.members import member
from posapp.wire.service_desk import FileSection, SectionRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.central.unit import Unit
    from posapp.central.view import View

KIND: Final = "tier"
SECTION: Final = "hand_tier"
BATCH: Final = 200
_OVER: Final = (
    select(member.c.id)
    .where(
        member.c.tenant_id == bindparam("of_tenant"),
        member.c.tier_until_ms > 0,
        member.c.tier_until_ms <= bindparam("now_ms"),
        member.c.merged_into.is_(None),
    )
    .order_by(member.c.tier_until_ms, member.c.id)
    .limit(bindparam("most"))
)
_ROW: Final = select(
    member.c.id,
    member.c.subject_id,
    member.c.tier,
    member.c.tier_before,
    member.c.tier_until_ms,
).where(member.c.id == bindparam("of_member"))


def earned_of(row: Any) -> str:
    """What she has by the rules: under a tier by hand, or as it stands."""
    tier: str = row["tier_before"] if row["tier_until_ms"] else row["tier"]
    return tier


def keep_earned(unit: Unit, member_id: str, tier: str) -> None:
    """What the rules say from now on; while a tier by hand stands she falls back to it later."""
    is_by_hand = select(member.c.tier_until_ms).where(member.c.id == member_id)
    column = "tier_before" if unit.connection.execute(is_by_hand).scalar() else "tier"
    unit.connection.execute(update(member).where(member.c.id == member_id).values({column: tier}))


def end_tiers(
    central: Central,
    tenant: Tenant,
    is_stopping: Callable[[], bool] = lambda: False,
    *,
    batch: int = BATCH,
) -> int:
    """Tiers by hand whose last day is over. Returns how many; any thread, several at once."""
    ended = 0
    while not is_stopping():
        done = again(partial(_end_some, central, tenant, batch))
        ended += done
        if not done:
            break
    return ended


def _end_some(central: Central, tenant: Tenant, most: int) -> int:
    with central.work(tenant) as unit:
        asked = {"of_tenant": tenant.id, "now_ms": unit.now_ms, "most": most}
        ids = list(unit.connection.execute(_OVER, asked).scalars())
        # Locked first: whoever was here at the same time has ended some of them by now.
        unit.know_members(set(ids))
        return sum(_end_one(unit, member_id) for member_id in ids)


def _end_one(unit: Unit, member_id: str) -> bool:
    row = unit.connection.execute(_ROW, {"of_member": member_id}).mappings().one()
    if not 0 < row["tier_until_ms"] <= unit.now_ms:
        return False
    earned = earned_of(row)
    unit.connection.execute(
        update(member)
        .where(member.c.id == member_id)
        .values(tier=earned, tier_before="", tier_until_ms=0)
    )
    note_event(
        unit,
        member_id=member_id,
        subject_id="",
        kind=KIND,
        who="",
        detail={"from": row["tier"], "to": earned, "ended": 1},
    )
    unit.change("member", member_id)
    return True


def section(view: View, member_id: str) -> FileSection:
    """The last day of a tier by hand, and what comes after it."""
    row = view.connection.execute(_ROW, {"of_member": member_id}).mappings().one()
    if not row["tier_until_ms"]:
        return FileSection(kind=SECTION, rows=())
    last = local_day(view.tenant, row["tier_until_ms"] - 1)
    return FileSection(kind=SECTION, rows=(SectionRow(title=last, text=earned_of(row)),))
