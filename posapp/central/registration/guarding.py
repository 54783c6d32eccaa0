"""Whether somebody answers for a member: whoever is younger than 14 agrees to nothing alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.members import profile_of
from posapp.central.registration.families import CHILD, Doer, add_child
from posapp.central.tables.members import member, member_alias, subject_key
from posapp.central.tables.registration import family_member
from posapp.clock import utc_from_ms
from posapp.domain.consents import needs_guardian
from posapp.domain.member import MemberStatus
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit
    from posapp.domain.member import Profile
    from posapp.wire.facts import MemberData


def is_guarded(unit: Unit, member_id: str) -> bool:
    """By the birthday in her profile, today where the shop is."""
    query = (
        select(member, subject_key.c.wrapped_key)
        .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(member.c.id == member_id)
    )
    profile = profile_of(unit.connection.execute(query).mappings().one(), unit.keys)
    return is_child(unit, profile.birthday, unit.now_ms)


def is_child(unit: Unit, birthday: str, at_ms: int) -> bool:
    """Whether somebody born on that day is younger than 14 then, where the shop is."""
    today = utc_from_ms(at_ms).astimezone(unit.tenant.zone).date().isoformat()
    return needs_guardian(birthday, today)


def has_guardian(unit: Unit, member_id: str, profile: Profile) -> bool:
    """A grown member of her family answers for her, or somebody named with a phone, or a member
    whose number stands in her profile.
    """
    place = select(family_member.c.guardian_id).where(family_member.c.member_id == member_id)
    return bool(unit.connection.execute(place).scalar()) or is_named(unit, profile)


def is_named(unit: Unit, profile: Profile) -> bool:
    """Name and phone together, or the number of a member who may answer; a number alone that
    nobody has is nobody.
    """
    by_words = bool(profile.guardian_name and profile.guardian_phone)
    return by_words or guardian_by_number(unit, profile.guardian_number) is not None


def guardian_by_number(unit: Unit, number: str) -> str | None:
    """The id of the member with that number, or who was merged out of it; no child, nobody who
    has left.
    """
    if not number:
        return None
    query = select(member.c.id).where(
        member.c.tenant_id == unit.tenant.id, member.c.number == number
    )
    found = unit.connection.execute(query).scalar()
    if found is None:
        return None
    into = select(member_alias.c.member_id).where(member_alias.c.id == found)
    guardian: str = unit.connection.execute(into).scalar() or found
    return guardian if _may_answer(unit, guardian) else None


def check_guarded(unit: Unit, member_id: str, profile: Profile, *, is_in_family: bool) -> None:
    """Raises Refused: "member.guardian_unknown" for a number that nobody has who may answer,
    "member.guardian_needed" for somebody below 14 for whom nobody does.
    """
    named = profile.guardian_number
    if named and guardian_by_number(unit, named) in (None, member_id):
        raise Refused("member.guardian_unknown")
    if not is_child(unit, profile.birthday, unit.now_ms):
        return
    if not (is_named(unit, profile) or (is_in_family and has_guardian(unit, member_id, profile))):
        raise Refused("member.guardian_needed")


def settle_guardian(unit: Unit, member_id: str, profile: Profile, doer: Doer) -> None:
    """A child whose guardian is a member by number stands in that family, unless she is in one."""
    guardian = guardian_by_number(unit, profile.guardian_number)
    if guardian is None or not is_child(unit, profile.birthday, unit.now_ms):
        return
    place = select(family_member.c.member_id).where(family_member.c.member_id == member_id)
    if unit.connection.execute(place).first() is None:
        join_guardian(unit, member_id, guardian, doer)


def give_guardian(unit: Unit, arrival: Arrival, data: MemberData, profile: Profile) -> None:
    """Her family, for a child of a member; a case where nobody answers for somebody below 14."""
    guarded = is_child(unit, profile.birthday, arrival.head.at_ms)
    guardian = unit.member(data.guardian_id or None)
    if guardian is None and guarded:
        guardian = unit.member(guardian_by_number(unit, profile.guardian_number))
    actor = arrival.head.actor
    doer = Doer(staff_id=actor.id, staff_name=actor.name, terminal_id=arrival.head.terminal_id)
    if guardian is not None and join_guardian(unit, data.member_id, guardian, doer):
        return
    if guarded and not (profile.guardian_name and profile.guardian_phone):
        arrival.open_case(unit, "member.guardian_missing", member=data.member_id)


def join_guardian(unit: Unit, child_id: str, guardian_id: str, doer: Doer) -> bool:
    """Into her family; not where that has no more place."""
    try:
        add_child(unit, child_id, guardian_id, doer)
    except Refused:
        return False
    return True


def _may_answer(unit: Unit, member_id: str) -> bool:
    who = select(member.c.status, family_member.c.role)
    who = who.outerjoin(family_member, family_member.c.member_id == member.c.id)
    row = unit.connection.execute(who.where(member.c.id == member_id)).one()
    return bool(row.status != MemberStatus.CLOSED.value and row.role != CHILD)
