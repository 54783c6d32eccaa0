"""What the law has kept of a person, opened for a court: two people, and written down."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from posapp.central.case_rights import check_pin
from posapp.central.member_page.own_data import own_data
from posapp.central.privacy.own_file import archive_of
from posapp.central.service_desk.access_log import EXPORT, note_access
from posapp.central.tables.members import member
from posapp.central.tables.privacy import sealed_subject
from posapp.central.tables.recovery import operator_act
from posapp.central.tables.shops import staff
from posapp.central.view import View
from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.wire.attachments import decrypt_profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.central.caller import Tenant
    from posapp.central.service import Central

COURT: Final = "court"


def proved_pair(
    central: Central,
    tenant: Tenant,
    numbers: tuple[str, str],
    ask_pin: Callable[[str], str] = getpass.getpass,
) -> str:
    """Two managers by their PINs. Returns both names as they are written down.

    Raises Refused("privacy.two_managers"), and as `check_pin`.
    """
    people = [_manager(central, tenant, number) for number in numbers]
    if people[0].id == people[1].id:
        raise Refused("privacy.two_managers")
    for each in people:
        check_pin(central, each.id, each.pin_verifier, ask_pin(f"PIN {each.number}: "))
    return ", ".join(f"{each.name} ({each.number})" for each in people)


def open_sealed(central: Central, tenant: Tenant, number: str, *, who: str, note: str) -> bytes:
    """The ZIP file of a sealed member. It is written down before it is given.

    Raises Refused("case.note_needed", "member.unknown", "privacy.not_sealed").
    """
    if not note.strip():
        raise Refused("case.note_needed")
    with central.work(tenant) as unit:
        row = _sealed_row(unit.connection, tenant, number)
        key = central.keys.take_out(row["sealed_key"], row["subject_id"])
        profile = decrypt_profile(row["profile"], row["subject_id"], key)
        note_access(unit, row["id"], EXPORT, who=who, why=COURT)
        unit.insert(
            operator_act,
            id=unit.ids.new(),
            tenant_id=tenant.id,
            at_ms=unit.now_ms,
            who=who,
            act="open_sealed",
            subject_id=row["id"],
            note=note.strip(),
        )
        unit.flush()
        view = View(
            connection=unit.connection, tenant=tenant, keys=central.keys, now_ms=unit.now_ms
        )
        return archive_of(view, own_data(view, row["id"], profile), "zh_CN")


def _sealed_row(connection: Any, tenant: Tenant, number: str) -> Any:
    query = (
        select(member.c.id, member.c.subject_id, member.c.profile, sealed_subject.c.sealed_key)
        .outerjoin(sealed_subject, sealed_subject.c.subject_id == member.c.subject_id)
        .where(member.c.tenant_id == tenant.id, member.c.number == number)
    )
    row = connection.execute(query).mappings().first()
    if row is None:
        raise Refused("member.unknown")
    if row["sealed_key"] is None or row["profile"] is None:
        raise Refused("privacy.not_sealed")
    return row


def _manager(central: Central, tenant: Tenant, number: str) -> Any:
    with central.database.read() as connection:
        row = connection.execute(
            select(staff).where(
                staff.c.tenant_id == tenant.id, staff.c.number == number, staff.c.active == 1
            )
        ).first()
    if row is None or Permission.APPROVE not in row.permissions.split():
        raise Refused("privacy.two_managers")
    return row
