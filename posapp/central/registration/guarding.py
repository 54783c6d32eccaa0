"""Whether somebody answers for a member: whoever is younger than 14 agrees to nothing alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.members import profile_of
from posapp.central.tables.members import member, subject_key
from posapp.clock import utc_from_ms
from posapp.domain.consents import needs_guardian

if TYPE_CHECKING:
    from posapp.central.unit import Unit


def is_guarded(unit: Unit, member_id: str) -> bool:
    """By the birthday in her profile, today where the shop is."""
    query = (
        select(member, subject_key.c.wrapped_key)
        .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(member.c.id == member_id)
    )
    profile = profile_of(unit.connection.execute(query).mappings().one(), unit.keys)
    today = utc_from_ms(unit.now_ms).astimezone(unit.tenant.zone).date().isoformat()
    return needs_guardian(profile.birthday, today)
