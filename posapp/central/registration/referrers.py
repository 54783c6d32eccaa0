"""Who brought a member: what she said of it, resolved to a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from posapp.central.members import find_by
from posapp.central.referral.invites import whose_code
from posapp.central.tables.members import member
from posapp.domain.phones import phones_meant
from posapp.domain.referral import invite_in

if TYPE_CHECKING:
    from posapp.central.view import View
    from posapp.domain.member import Profile


def referrer_of(view: View, profile: Profile) -> str | None:
    """The member whose invite code, number, phone or card stands in the profile; None unless it is
    one only.
    """
    text = profile.referrer
    if not text:
        return None
    code = invite_in(text)
    if code:
        return whose_code(view.connection, view.tenant.id, code)
    by_number = select(func.coalesce(member.c.merged_into, member.c.id)).where(
        member.c.tenant_id == view.tenant.id, member.c.number == text
    )
    found = set(view.connection.execute(by_number).scalars())
    for phone in phones_meant(text):
        found |= set(find_by(view, "phone", phone, 2))
    found |= set(find_by(view, "card", text, 2))
    return found.pop() if len(found) == 1 else None
