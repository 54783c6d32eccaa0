"""A phone that answered or was looked at: it opens her page now, and what waited for it goes on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, update

from posapp.central.members import all_ids_of, find_by, profile_of
from posapp.central.phone_turns import take_turn
from posapp.central.referral.joining import refer_again
from posapp.central.service_desk.events import note_event
from posapp.central.tables.exchange import import_run
from posapp.central.tables.inbox import case
from posapp.central.tables.members import member, subject_key
from posapp.domain.ids import is_uuid_text
from posapp.domain.member import MemberStatus

if TYPE_CHECKING:
    from posapp.central.unit import Unit
    from posapp.central.view import View

PHONE_PROVED: Final = "phone_proved"
NOT_VERIFIED: Final = "member.phone_not_verified"
_HER: Final = (
    select(member, subject_key.c.wrapped_key)
    .join(subject_key, subject_key.c.subject_id == member.c.subject_id)
    .where(member.c.id == bindparam("of_member"))
)


def provable(unit: Unit, view: View, phone: str) -> str | None:
    """The member for whom a code to this phone is proof enough: her number came with her from
    another system, where she used it, and stands on no other file. None for every other: what a
    clerk typed and nobody answered may be a stranger's, by a slip of a finger.
    """
    owners = find_by(view, "phone", phone, 2)
    if len(owners) != 1:
        return None
    row = unit.connection.execute(_HER, {"of_member": owners[0]}).mappings().first()
    if row is None or row["status"] == MemberStatus.CLOSED.value:
        return None
    is_hers = profile_of(row, unit.keys).phone == phone
    return owners[0] if is_hers and _was_imported(unit, row["consent"]) else None


def prove_by_code(
    unit: Unit, view: View, phone: str, *, by: str, terminal_id: str | None = None
) -> str | None:
    """The code was right: her phone is verified from now on, and her timeline says how. Returns
    whose it is, None where a code alone is not enough.
    """
    take_turn(unit, unit.keys.blind(unit.tenant.id, "phone", phone))
    member_id = provable(unit, view, phone)
    if member_id is None:
        return None
    her = member.c.id == member_id
    row = unit.connection.execute(select(member.c.subject_id, member.c.phone_verified).where(her))
    subject_id, verified = row.one()
    if not verified:
        unit.connection.execute(update(member).where(her).values(phone_verified=1))
        note_event(
            unit,
            member_id=member_id,
            subject_id=subject_id,
            kind=PHONE_PROVED,
            who="",
            terminal_id=terminal_id,
            detail={"by": by},
        )
        settle_proved(unit, view, member_id)
    return member_id


def settle_proved(unit: Unit, view: View, member_id: str) -> None:
    """What waited for her phone: the case is closed, and who brought her is asked once more."""
    ids = all_ids_of(unit.connection, unit.tenant.id, member_id)
    unit.flush()
    unit.connection.execute(
        update(case)
        .where(
            case.c.tenant_id == unit.tenant.id,
            case.c.kind == NOT_VERIFIED,
            case.c.closed == 0,
            case.c.detail.in_([json.dumps({"member": each}, sort_keys=True) for each in ids]),
        )
        .values(closed=1)
    )
    row = unit.connection.execute(_HER, {"of_member": member_id}).mappings().first()
    if row is not None:
        refer_again(unit, view, ids, profile_of(row, unit.keys))


def _was_imported(unit: Unit, consent: str) -> bool:
    """An import leaves its run where a registration has the policy that she saw."""
    run_id = json.loads(consent or "{}").get("policy_version", "")
    if not is_uuid_text(run_id):
        return False
    query = select(import_run.c.id).where(
        import_run.c.id == run_id, import_run.c.tenant_id == unit.tenant.id
    )
    return unit.connection.execute(query).first() is not None
