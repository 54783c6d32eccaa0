"""What an operator does about referrals: the programme, who brings many, what was refused."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select, update

from posapp.central.commands import central_of
from posapp.central.referral.joining import PENDING, REFUSED, REWARDED
from posapp.central.referral.programme import keep_programme, read_programme
from posapp.central.referral.programme_file import as_csv, read_file
from posapp.central.seeding import only_tenant
from posapp.central.tables.members import member
from posapp.central.tables.recovery import operator_act
from posapp.central.tables.referral import referral
from posapp.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from posapp.central.commands import Answer
    from posapp.domain.referral import Programme

MOST_SHOWN: Final = 50
_ALLOWED: Final = "allowed"
_LIFTED: Final = ("device_often", "inviter_often", "phone_not_verified", "returned", "too_late")
"""What a person may decide otherwise. That somebody was a member before nobody can."""


def show(data: Path) -> Answer:
    """The programme, the inviters with most friends, and why friends were refused."""
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        with central.database.read() as connection:
            programme = read_programme(connection, tenant.id)
            return {
                "programme": _told(programme),
                "inviters": _inviters(connection, tenant.id),
                "refused": _refused(connection, tenant.id),
            }
    finally:
        central.database.close()


def export(data: Path, to: Path) -> Answer:
    """The programme as a new CSV file as `bring` reads it. Raises Refused("tags.file_exists")."""
    central = central_of(data)
    try:
        with central.database.read() as connection:
            programme = read_programme(connection, only_tenant(central).id)
    finally:
        central.database.close()
    try:
        with to.open("x", encoding="utf-8-sig", newline="") as file:
            file.write(as_csv(programme))
    except FileExistsError as error:
        raise Refused("tags.file_exists") from error
    return {"file": str(to), "rewards": 0 if programme is None else len(programme.rewards)}


def bring(data: Path, file: Path) -> Answer:
    """The file's programme in the place of the one before. Raises as `read_file` and
    `keep_programme`.
    """
    programme = read_file(file)
    central = central_of(data)
    try:
        with central.work(only_tenant(central)) as unit:
            keep_programme(unit, programme)
    finally:
        central.database.close()
    return {"rewards": len(programme.rewards), "limits": len(programme.limits)}


def allow(data: Path, number: str, *, note: str) -> Answer:
    """A refused friend counts after all from her next sale on; who decided it is written down.

    Raises Refused("referral.not_refused") where there is nothing that a person may decide.
    """
    central = central_of(data)
    try:
        with central.work(only_tenant(central)) as unit:
            row = unit.connection.execute(
                select(referral.c.id)
                .join(member, member.c.id == referral.c.member_id)
                .where(
                    referral.c.tenant_id == unit.tenant.id,
                    member.c.number == number,
                    referral.c.state == REFUSED,
                    referral.c.reason.in_(_LIFTED),
                )
                .with_for_update(of=referral)
            ).first()
            if row is None:
                raise Refused("referral.not_refused")
            # From now on: the days in which she has to buy begin anew.
            unit.connection.execute(
                update(referral)
                .where(referral.c.id == row.id)
                .values(state=PENDING, reason=_ALLOWED, at_ms=unit.now_ms, sale_id=None)
            )
            unit.insert(
                operator_act,
                id=unit.ids.new(),
                tenant_id=unit.tenant.id,
                at_ms=unit.now_ms,
                who=getpass.getuser()[:80],
                act="allow_referral",
                subject_id=row.id,
                note=note[:200],
                detail="{}",
            )
    finally:
        central.database.close()
    return {"number": number, "state": PENDING}


def _told(programme: Programme | None) -> list[dict[str, Any]]:
    if programme is None:
        return []
    return [
        {
            "what": each.what.value,
            "step": each.step,
            "gives": each.gives.value,
            "amount": each.amount,
            "code": each.code,
        }
        for each in programme.rewards
    ]


def _inviters(connection: Connection, tenant_id: str) -> list[dict[str, Any]]:
    """By number, the most friends first; those who are refused count as brought."""
    brought = func.count().label("brought")
    rows = connection.execute(
        select(
            func.coalesce(member.c.number, "").label("number"),
            brought,
            func.count().filter(referral.c.state == REWARDED).label("rewarded"),
            func.count().filter(referral.c.state == REFUSED).label("refused"),
        )
        .select_from(referral)
        .outerjoin(member, member.c.id == referral.c.inviter_id)
        .where(referral.c.tenant_id == tenant_id)
        .group_by(member.c.number)
        .order_by(brought.desc(), member.c.number)
        .limit(MOST_SHOWN)
    )
    return [dict(row) for row in rows.mappings()]


def _refused(connection: Connection, tenant_id: str) -> list[dict[str, Any]]:
    count = func.count().label("count")
    rows = connection.execute(
        select(referral.c.reason, count)
        .where(referral.c.tenant_id == tenant_id, referral.c.state == REFUSED)
        .group_by(referral.c.reason)
        .order_by(count.desc(), referral.c.reason)
    )
    return [dict(row) for row in rows.mappings()]
