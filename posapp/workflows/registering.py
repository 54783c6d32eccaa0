"""What a form of a registration holds, put into the one form that is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from posapp.domain.consents import needs_guardian
from posapp.domain.extra_fields import checked_extra
from posapp.domain.member import checked_birthday, checked_guardian_phone, checked_name
from posapp.domain.own_codes import DynamicMemberCode, parse_own
from posapp.domain.pack_codes import checked_pack_code
from posapp.domain.phones import phones_meant
from posapp.domain.referral import invite_in
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.domain.extra_fields import ExtraField
    from posapp.domain.member import Consent, Profile

SOURCES: Final = ("", "ticket", "friend", "event", "online", "partner")
"""How somebody came to join; empty for nothing said."""


def clean_profile(profile: Profile, phone: str, fields: tuple[ExtraField, ...]) -> Profile:
    """Raises Refused: "member.name_too_long", "member.birthday_not_valid",
    "member.guardian_phone_not_valid", "member.extra_not_valid", "pack.code_not_valid".
    """
    return replace(
        profile,
        phone=phone,
        name=checked_name(profile.name),
        birthday=checked_birthday(profile.birthday),
        card=checked_name(profile.card),
        referrer=clean_referrer(profile.referrer),
        guardian_name=checked_name(profile.guardian_name),
        guardian_phone=checked_guardian_phone(profile.guardian_phone),
        guardian_number=checked_name(profile.guardian_number),
        pack_code=checked_pack_code(profile.pack_code),
        extra=checked_extra(fields, dict(profile.extra)),
    )


def clean_referrer(text: str) -> str:
    """An invite link becomes its code, a scanned member code the number in it, a phone its stored
    form; else as written.
    """
    code = invite_in(text)
    if code:
        return code
    own = parse_own(text.strip())
    if isinstance(own, DynamicMemberCode):
        return own.member_number
    meant = phones_meant(text)
    return meant[0] if len(meant) == 1 else checked_name(text)


def check_guardian(profile: Profile, consent: Consent, today: str, guardian_id: str) -> None:
    """Somebody below 14 is registered with her guardian, who agrees in her place (PIPL art. 31).

    Raises Refused: "member.guardian_needed", "member.guardian_consent_needed".
    """
    if not needs_guardian(profile.birthday, today):
        return
    if not (guardian_id or profile.has_guardian):
        raise Refused("member.guardian_needed")
    if not consent.by_guardian:
        raise Refused("member.guardian_consent_needed")
