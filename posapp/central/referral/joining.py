"""A registration with somebody who brought her: the chain, written once, or refused and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, delete, func, insert, select

from posapp.central.referral.giving import Cause, give
from posapp.central.referral.programme import read_programme
from posapp.central.registration.referrers import referrer_of
from posapp.central.tables.members import member
from posapp.central.tables.referral import referral
from posapp.central.view import View
from posapp.domain.member import MemberStatus, Profile
from posapp.domain.referral import DAY_MS, MONTH_MS, Limit, What

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.central.unit import Unit
    from posapp.domain.referral import Programme

PENDING: Final = "pending"
REWARDED: Final = "rewarded"
REFUSED: Final = "refused"
UNPROVED: Final = "phone_not_verified"
TILL: Final = "till:"
BROWSER: Final = "page:"
_NOT_HERS: Final = ("herself", "member_before")
"""Reasons for which the phone of a registration was a member's before: it brings nobody."""

_AT_DEVICE: Final = select(func.count()).where(
    referral.c.tenant_id == bindparam("of_tenant"),
    referral.c.device == bindparam("of_device"),
    referral.c.at_ms > bindparam("since"),
)
_BY_INVITER: Final = select(
    func.count().filter(referral.c.at_ms > bindparam("day")), func.count()
).where(referral.c.inviter_id == bindparam("of_inviter"), referral.c.at_ms > bindparam("month"))
_OF_PHONE: Final = (
    select(referral.c.id)
    .where(
        referral.c.tenant_id == bindparam("of_tenant"), referral.c.phone == bindparam("of_phone")
    )
    .limit(1)
)
_STATUS: Final = select(member.c.status).where(member.c.id == bindparam("of_member"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A registration: `member_id` is the id that it brought, `member_before` whose the phone was.
    `device` is `TILL` with its id, or `BROWSER` with a keyed digest.
    """

    member_id: str
    profile: Profile
    is_proven: bool
    device: str
    shop_id: str
    terminal_id: str | None
    at_ms: int
    member_before: str = ""


def refer(unit: Unit, joined: Joined) -> None:
    """Nothing where nobody is named or no programme runs. Nothing here stops a registration."""
    if not joined.profile.referrer:
        return
    programme = read_programme(unit.connection, unit.tenant.id)
    if programme is None:
        return
    view = View(
        connection=unit.connection,
        tenant=unit.tenant,
        keys=unit.keys,
        now_ms=unit.now_ms,
        shop_id=joined.shop_id,
    )
    # On a server the inviter is locked: her friends at other tills are counted one by one.
    inviter = unit.member(referrer_of(view, joined.profile))
    if inviter is None:
        unit.open_case("member.inviter_unknown", joined.terminal_id, None, member=joined.member_id)
        return
    phone = _phone(unit, joined)
    reason = _why_not(unit, joined, inviter, phone) or _too_often(unit, joined, inviter, programme)
    row = {
        "id": joined.member_id,
        "tenant_id": unit.tenant.id,
        "member_id": joined.member_id,
        "inviter_id": inviter,
        "state": REFUSED if reason else PENDING,
        "reason": reason,
        "device": joined.device,
        "phone": None if reason in _NOT_HERS else phone,
        "shop_id": joined.shop_id,
        "terminal_id": joined.terminal_id,
        "at_ms": joined.at_ms,
    }
    unit.connection.execute(insert(referral), row)
    if not reason:
        _welcome(unit, row, programme)


def refer_again(unit: Unit, view: View, ids: Sequence[str], profile: Profile) -> None:
    """The phone that nobody had answered for is proved now: the registration counts from its own
    day on, within the same limits, as if it had been so then. `ids` are all that mean her.
    """
    waits = (
        referral.c.tenant_id == unit.tenant.id,
        referral.c.id.in_(ids),
        referral.c.state == REFUSED,
        referral.c.reason == UNPROVED,
    )
    row = unit.connection.execute(select(referral).where(*waits).with_for_update()).first()
    is_on = read_programme(unit.connection, unit.tenant.id) is not None
    if row is None or not is_on or referrer_of(view, profile) is None:
        return
    unit.connection.execute(delete(referral).where(referral.c.id == row.id))
    joined = Joined(
        member_id=row.id,
        profile=profile,
        is_proven=True,
        device=row.device,
        shop_id=row.shop_id,
        terminal_id=row.terminal_id,
        at_ms=row.at_ms,
    )
    refer(unit, joined)


def _why_not(unit: Unit, joined: Joined, inviter: str, phone: bytes | None) -> str:
    if inviter in (joined.member_id, joined.member_before):
        return "herself"
    if joined.member_before:
        return "member_before"
    if phone is None:
        return "no_phone"
    if not joined.is_proven:
        return UNPROVED
    if _is_closed(unit, inviter):
        return "inviter_not_served"
    asked = {"of_tenant": unit.tenant.id, "of_phone": phone}
    is_again = unit.connection.execute(_OF_PHONE, asked).first() is not None
    return "phone_before" if is_again else ""


def _too_often(unit: Unit, joined: Joined, inviter: str, programme: Programme) -> str:
    """The first above a limit is a case: a person looks at it while the others are refused."""
    since = joined.at_ms - DAY_MS
    device = {"of_tenant": unit.tenant.id, "of_device": joined.device, "since": since}
    at_device = unit.connection.execute(_AT_DEVICE, device).scalar_one()
    asked = {"of_inviter": inviter, "day": since, "month": joined.at_ms - MONTH_MS}
    today, this_month = unit.connection.execute(_BY_INVITER, asked).one()
    is_till = joined.device.startswith(TILL)
    counted = (
        ("device_often", at_device, Limit.TILL_DAY if is_till else Limit.BROWSER_DAY),
        ("inviter_often", today, Limit.INVITER_DAY),
        ("inviter_often", this_month, Limit.INVITER_MONTH),
    )
    for reason, count, name in counted:
        most = programme.limit(name)
        if count >= most:
            if count == most:
                unit.open_case(
                    "member.referrals_often", joined.terminal_id, None, member=inviter, why=reason
                )
            return reason
    return ""


def _is_closed(unit: Unit, member_id: str) -> bool:
    status = unit.connection.execute(_STATUS, {"of_member": member_id}).scalar_one()
    return bool(status != MemberStatus.NORMAL.value)


def _phone(unit: Unit, joined: Joined) -> bytes | None:
    if not joined.profile.phone:
        return None
    return unit.keys.blind(unit.tenant.id, "referral phone", joined.profile.phone)


def _welcome(unit: Unit, row: dict[str, Any], programme: Programme) -> None:
    cause = Cause(referral_id=row["id"], shop_id=row["shop_id"], terminal_id=row["terminal_id"])
    for reward in programme.of(What.JOINING):
        give(unit, cause, reward, row["member_id"])
