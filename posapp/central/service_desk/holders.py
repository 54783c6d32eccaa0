"""Who answers for whom when an account changes its holder, and what ends with the former one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.central.member_page.sessions import end_all
from posapp.central.registration.families import Doer, end_place
from posapp.central.registration.guarding import check_guarded, is_child, settle_guardian
from posapp.central.tagging.consent import forget_tags
from posapp.domain.member import checked_guardian_phone, checked_name
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work
    from posapp.domain.member import Consent, Profile


def guardian_said(name: str | None, phone: str | None, number: str | None) -> dict[str, str | None]:
    """What an edit says of a guardian, as it is kept."""
    return {
        "guardian_name": None if name is None else checked_name(name),
        "guardian_phone": None if phone is None else checked_guardian_phone(phone),
        "guardian_number": None if number is None else checked_name(number),
    }


def check_new_holder(work: Work, profile: Profile, consent: Consent) -> None:
    """Raises as `check_guarded`, and Refused("member.guardian_consent_needed")."""
    unit = work.unit
    check_guarded(unit, work.member_id, profile, is_in_family=False)
    if is_child(unit, profile.birthday, unit.now_ms) and not consent.by_guardian:
        raise Refused("member.guardian_consent_needed")


def end_former(work: Work, profile: Profile) -> None:
    """Her browsers, her place in a family and every tag go, and what she bought speaks for none.
    `profile` is the new holder's, who may be a child of a member.
    """
    unit, doer = work.unit, doer_of(work)
    end_all(unit.connection, work.member_id)
    for child_id in end_place(unit, work.member_id, doer):
        unit.open_case("member.guardian_missing", doer.terminal_id, None, member=child_id)
    forget_tags(unit.connection, [work.member_id], unit.now_ms)
    settle_guardian(unit, work.member_id, profile, doer)


def doer_of(work: Work) -> Doer:
    clerk = work.hand.clerk
    return Doer(
        staff_id=clerk.staff.id,
        staff_name=clerk.shown,
        terminal_id=work.hand.caller.terminal_id,
    )
