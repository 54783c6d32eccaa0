"""Who answers for a member, and for whom she does, as her file shows it: masked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.members import load_members, profile_of
from posapp.central.tables.members import member, subject_key
from posapp.central.tables.registration import family_member
from posapp.domain.consents import needs_guardian
from posapp.domain.member import masked_name, masked_phone
from posapp.wire.service_desk import FileSection, SectionRow

if TYPE_CHECKING:
    from posapp.central.view import View
    from posapp.domain.member import Member

GUARDIAN: Final = "guardian"
MISSING: Final = "guardian_missing"
CHILDREN: Final = "children"
_MOST: Final = 12


def guardians(view: View, member_id: str) -> FileSection:
    """The member in whose family she is, else whoever is named in her profile; for a child without
    anybody one row that says so.
    """
    place = select(family_member.c.guardian_id).where(family_member.c.member_id == member_id)
    guardian = view.connection.execute(place).scalar()
    if guardian is not None:
        rows = tuple(_row(each) for each in load_members(view, [guardian]))
        return FileSection(kind=GUARDIAN, rows=rows)
    query = (
        select(member, subject_key.c.wrapped_key)
        .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(member.c.id == member_id)
    )
    profile = profile_of(view.connection.execute(query).mappings().one(), view.keys)
    is_named = bool(profile.guardian_name and profile.guardian_phone)
    if is_named or _is_somebody(view, profile.guardian_number):
        named = (profile.guardian_number, masked_name(profile.guardian_name))
        title = "  ".join(part for part in named if part)
        row = SectionRow(title=title, text=masked_phone(profile.guardian_phone))
        return FileSection(kind=GUARDIAN, rows=(row,))
    today = datetime.fromtimestamp(view.now_ms // 1000, UTC).astimezone(view.tenant.zone).date()
    row = SectionRow(title=profile.guardian_number or "—")
    is_missing = needs_guardian(profile.birthday, today.isoformat())
    return FileSection(kind=MISSING, rows=(row,) if is_missing else ())


def children(view: View, member_id: str) -> FileSection:
    """Those for whom she answers."""
    hers = select(family_member.c.member_id).where(family_member.c.guardian_id == member_id)
    ids = list(
        view.connection.execute(hers.order_by(family_member.c.since_ms).limit(_MOST)).scalars()
    )
    rows = tuple(_row(each) for each in load_members(view, ids)) if ids else ()
    return FileSection(kind=CHILDREN, rows=rows)


def _is_somebody(view: View, number: str) -> bool:
    query = select(member.c.id).where(
        member.c.tenant_id == view.tenant.id, member.c.number == number
    )
    return bool(number) and view.connection.execute(query).first() is not None


def _row(who: Member) -> SectionRow:
    return SectionRow(title=who.number, text=masked_name(who.name))
