"""Acts about who somebody is: profile, phone, holder."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert

from posapp.central.codes import NEW_PHONE, OLD_PHONE, use_code
from posapp.central.members import load_members
from posapp.central.registration.consents import Heard, begin_anew
from posapp.central.registration.guarding import check_guarded, settle_guardian
from posapp.central.service_desk.acts import (
    index,
    keep_profile,
    set_member,
    take_version,
    write_down,
)
from posapp.central.service_desk.holders import (
    check_new_holder,
    doer_of,
    end_former,
    guardian_said,
)
from posapp.central.service_desk.phone_checks import check_nobody_else, code_wrong
from posapp.central.tables.members import subject_key
from posapp.domain.allowances import Act
from posapp.domain.extra_fields import changed_extra
from posapp.domain.member import (
    Profile,
    checked_birthday,
    checked_guardian_phone,
    checked_name,
    checked_phone,
)
from posapp.errors import Refused
from posapp.wire.attachments import KEY_BYTES, encrypt_profile
from posapp.wire.canonical import encode
from posapp.wire.member_code import SEED_BYTES

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work
    from posapp.domain.extra_fields import Extra
    from posapp.wire.service_desk import HolderChange, PhoneChange, ProfileEdit

_GENDERS: Final = ("", "female", "male")
_OF_CHILDREN: Final = {"birthday", "guardian_name", "guardian_phone", "guardian_number"}
EDITED: Final = "edited"
PHONE_CHANGED: Final = "phone_changed"
HOLDER_CHANGED: Final = "holder_changed"


def edit_profile(work: Work, edit: ProfileEdit) -> int:
    """Raises Refused("service.stale", "service.nothing_changes", "service.forgotten",
    "member.name_too_long", "member.birthday_not_valid", "member.gender_not_valid",
    "member.extra_not_valid", "member.guardian_phone_not_valid", "member.guardian_unknown",
    "member.guardian_needed").
    """
    wanted: dict[str, str | None] = {
        "name": None if edit.name is None else checked_name(edit.name),
        "birthday": None if edit.birthday is None else checked_birthday(edit.birthday),
        "gender": None if edit.gender is None else _gender(edit.gender),
        **guardian_said(edit.guardian_name, edit.guardian_phone, edit.guardian_number),
    }
    before = {name: str(getattr(work.profile, name)) for name in wanted}
    after: dict[str, Any] = {
        name: text for name, text in wanted.items() if text is not None and text != before[name]
    }
    extra = changed_extra(work.profile.extra, dict(edit.extra))
    if not after and extra == work.profile.extra:
        raise Refused("service.nothing_changes")
    profile = replace(work.profile, **after)
    if _OF_CHILDREN & after.keys():
        check_guarded(work.unit, work.member_id, profile, is_in_family=True)
    version = take_version(work)
    keep_profile(work, replace(profile, extra=extra))
    settle_guardian(work.unit, work.member_id, profile, doer_of(work))
    replaced = {name: before[name] for name in after}
    replaced, after = (
        replaced | _other(work.profile.extra, extra),
        after | _other(extra, work.profile.extra),
    )
    fields = " ".join(sorted(after.keys() | replaced.keys()))
    write_down(work, EDITED, detail={"fields": fields}, before=replaced, after=after)
    return version


def _other(these: Extra, those: Extra) -> dict[str, str]:
    """Of the operator's fields those that are not the same over there."""
    beside = dict(those)
    return {f"extra.{key}": value for key, value in these if beside.get(key) != value}


def change_phone(work: Work, change: PhoneChange) -> int | Refused:
    """The new phone answered; the old one did too, or a second person has seen her papers.

    A wrong code is returned, so that its try is committed: Refused("service.new_code_wrong",
    left), "service.new_code_expired", "service.old_code_wrong", "service.old_code_expired".
    Raises Refused("member.phone_not_valid", "member.phone_taken", "service.same_phone",
    "service.needs_manager", "service.stale", "service.forgotten").
    """
    phone = checked_phone(change.phone)
    old = work.profile.phone
    if phone == old:
        raise Refused("service.same_phone")
    wrong = code_wrong(work, NEW_PHONE, phone, change.send_id, change.code)
    if wrong is not None:
        return wrong
    by_code = bool(change.old_send_id)
    if by_code:
        wrong = code_wrong(work, OLD_PHONE, old, change.old_send_id, change.old_code)
        if wrong is not None:
            return wrong
    approved = not by_code and work.hand.check(work.unit, Act.MEMBER_IDENTITY, 1)
    check_nobody_else(work, phone, "member.phone_taken")
    version = take_version(work)
    use_code(work.unit, change.send_id)
    if by_code:
        use_code(work.unit, change.old_send_id)
    keep_profile(work, replace(work.profile, phone=phone), phone_verified=1)
    write_down(
        work,
        PHONE_CHANGED,
        detail={"by": "code" if by_code else "identity"},
        before={"phone": old},
        after={"phone": phone},
        approved=approved,
    )
    return version


def change_holder(work: Work, change: HolderChange) -> int | Refused:
    """From now on another person's: a subject of its own, another key, other codes.

    What was written about the one before stays under the key of that one, her place in a family
    ends, and for children whom she answered for a case waits. Nobody does it alone: two have seen
    who both are. Returns and raises as `change_phone`, and Refused("service.value_is_held") while
    tills or orders hold value of hers, "member.guardian_needed", "member.guardian_unknown",
    "member.guardian_consent_needed", "member.guardian_phone_not_valid" for a child.
    """
    if not change.consent.policy_version:
        raise Refused("member.consent_needed")
    phone = checked_phone(change.phone)
    profile = Profile(
        phone=phone,
        name=checked_name(change.name),
        birthday=checked_birthday(change.birthday),
        gender=_gender(change.gender),
        card=work.profile.card,
        guardian_name=checked_name(change.guardian_name),
        guardian_phone=checked_guardian_phone(change.guardian_phone),
        guardian_number=checked_name(change.guardian_number),
    )
    check_new_holder(work, profile, change.consent)
    wrong = code_wrong(work, NEW_PHONE, phone, change.send_id, change.code)
    if wrong is not None:
        return wrong
    work.hand.check_both(work.unit, Act.MEMBER_IDENTITY, 1)
    (who,) = load_members(work.view, [work.member_id])
    if who.held:
        raise Refused("service.value_is_held", held=who.held)
    check_nobody_else(work, phone, "member.phone_taken")
    version = take_version(work)
    use_code(work.unit, change.send_id)
    subject_id = _new_subject(work, profile, change)
    end_former(work, profile)
    index(work, work.profile, profile)
    write_down(
        work,
        HOLDER_CHANGED,
        detail={"relation": change.relation},
        approved=True,
        subject_id=subject_id,
    )
    return version


def _new_subject(work: Work, profile: Profile, change: HolderChange) -> str:
    """The new holder's key and profile; the seed is new too, so that old codes say nothing."""
    unit = work.unit
    subject_id, key = unit.ids.new(), secrets.token_bytes(KEY_BYTES)
    unit.connection.execute(
        insert(subject_key).values(
            subject_id=subject_id, wrapped_key=unit.keys.wrap(key, subject_id)
        )
    )
    set_member(
        work,
        subject_id=subject_id,
        profile=encrypt_profile(profile, subject_id, key),
        seed=unit.keys.wrap(secrets.token_bytes(SEED_BYTES), work.member_id),
        consent=encode(change.consent).decode(),
        phone_verified=1,
    )
    doer = doer_of(work)
    heard = Heard(staff_id=doer.staff_id, staff_name=doer.staff_name, terminal_id=doer.terminal_id)
    begin_anew(unit, work.member_id, change.consent, heard)
    return subject_id


def _gender(text: str) -> str:
    if text not in _GENDERS:
        raise Refused("member.gender_not_valid")
    return text
