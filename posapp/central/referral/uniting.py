"""Two files become one: a friend who turns out to be no new member, or herself, earns nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, update

from posapp.central.referral.joining import PENDING, REFUSED, REWARDED
from posapp.central.tables.members import member
from posapp.central.tables.referral import referral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.unit import Unit

MERGED: Final = "one_person"
_OF_BOTH: Final = (
    select(referral)
    .where(referral.c.member_id.in_(bindparam("ids", expanding=True)))
    .order_by(referral.c.id)
)
_SINCE: Final = select(member.c.id, member.c.registered_ms).where(
    member.c.id.in_(bindparam("ids", expanding=True))
)


def join_referrals(unit: Unit, kept_id: str, gone_id: str) -> dict[str, list[str]]:
    """Rows stay under the ids that they were made under and are found through them. What waits for
    a first sale is refused where the other file was there first or had brought her; what was
    rewarded between the two is a case. Returns what makes it undone.
    """
    asked = {"ids": [kept_id, gone_id]}
    since = {row.id: row.registered_ms for row in unit.connection.execute(_SINCE, asked)}
    other = {kept_id: gone_id, gone_id: kept_id}
    over = []
    for row in unit.connection.execute(_OF_BOTH, asked).all():
        is_herself = unit.member(row.inviter_id) in (kept_id, gone_id)
        was_before = since[other[row.member_id]] < since[row.member_id]
        if row.state == PENDING and (is_herself or was_before):
            over.append(row.id)
        elif row.state == REWARDED and is_herself:
            unit.open_case("member.referral_of_herself", None, None, member=kept_id)
    _write(unit.connection, over, state=REFUSED, reason=MERGED)
    return {"referrals_over": over}


def part_referrals(unit: Unit, before: dict[str, Any]) -> None:
    _write(unit.connection, before.pop("referrals_over", []), state=PENDING, reason="")


def referrals_of(connection: Connection, ids: Sequence[str]) -> list[list[str]]:
    """Who brought the two, as it stands: that must not have moved for a merge to be undone."""
    rows = connection.execute(_OF_BOTH, {"ids": list(ids)})
    return [[row.id, row.inviter_id, row.state, row.reason] for row in rows]


def _write(connection: Connection, ids: Sequence[str], *, state: str, reason: str) -> None:
    if ids:
        connection.execute(
            update(referral).where(referral.c.id.in_(ids)).values(state=state, reason=reason)
        )
