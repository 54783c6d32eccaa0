"""A registration: the profile opened from its attachment and kept under its own key."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select

from posapp.central.members import tokens_of
from posapp.central.merging.likeness import PHONE, note_pair
from posapp.central.numbers import is_member_number, next_member_number
from posapp.central.phone_turns import take_turn
from posapp.central.privacy.destroyed import out_of_service
from posapp.central.proofs import proof_holds
from posapp.central.referral.joining import TILL, Joined, refer
from posapp.central.registration.cards import ACTIVE, keep_card, why_not_free
from posapp.central.registration.claims import claim_sale
from posapp.central.registration.consents import add_registered
from posapp.central.registration.guarding import give_guardian
from posapp.central.registration.packs import use_registered
from posapp.central.registration.taking_in import fill_from
from posapp.central.registration.till_numbers import keep_number
from posapp.central.tables.members import member, member_alias, member_token, subject_key
from posapp.domain.member import MemberStatus, masked_card
from posapp.errors import Refused
from posapp.wire.attachments import encrypt_profile, open_attachment
from posapp.wire.canonical import encode
from posapp.wire.member_code import SEED_BYTES

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit
    from posapp.domain.member import Consent, Profile
    from posapp.wire.facts import MemberData
    from posapp.wire.sync import Attachment


_INSERT_MEMBER: Final = insert(member)
_INSERT_KEY: Final = insert(subject_key)
_INSERT_TOKEN: Final = insert(member_token)


def apply_member(unit: Unit, arrival: Arrival, data: MemberData) -> None:
    """Raises Refused("member.attachment_missing", "attachment.damaged").

    A proved phone that belongs to somebody already makes the new id an alias of hers. One that
    nobody proved does not: the new file stands by itself, without that phone, and a person says
    whether the two are one. Who was forgotten meanwhile stays so: a till that tells of her late
    brings her id, for what she bought, alone.
    """
    if not arrival.item.attachments and out_of_service(unit.connection, [data.subject_id]):
        _keep_nobody(unit, data)
        return
    profile, key = open_attachment(_attachment(arrival, data), unit.keys.seal_private)
    verified = proof_holds(unit.keys, unit.tenant.id, profile.phone, data.proof)
    known = owner_of_phone(unit, profile.phone)
    joined = Joined(
        member_id=data.member_id,
        profile=profile,
        is_proven=verified or data.vouched,
        device=f"{TILL}{arrival.head.terminal_id}",
        shop_id=arrival.head.shop_id,
        terminal_id=arrival.head.terminal_id,
        at_ms=arrival.head.at_ms,
        member_before=known or "",
    )
    if known is not None and verified:
        refer(unit, joined)
        _take_into(unit, arrival, data, known, profile)
        return
    if known is not None:
        note_pair(unit, data.member_id, known, PHONE)
        arrival.open_case(unit, "member.phone_known", member=data.member_id, into=known)
    elif profile.phone and not joined.is_proven:
        arrival.open_case(unit, "member.phone_not_verified", member=data.member_id)
    hers = replace(profile, phone="") if known is not None else profile
    _keep(unit, arrival, data, (hers, key), verified=verified)
    refer(unit, joined)
    claim_sale(unit, arrival, data.member_id, data.sale_id)


def _keep(
    unit: Unit, arrival: Arrival, data: MemberData, who: tuple[Profile, bytes], *, verified: bool
) -> None:
    """Her file with all that came with it; `who` is her profile and its key."""
    profile, key = who
    profile = _without_refused_card(unit, arrival, data, profile)
    keep_member(
        unit,
        member_id=data.member_id,
        subject_id=data.subject_id,
        number=_number(unit, data.number),
        tier=data.tier,
        profile=profile,
        key=key,
        consent=data.consent,
        verified=verified or (data.vouched and bool(profile.phone)),
        source=data.source,
    )
    if profile.card:
        whose = {"id": data.member_id, "subject_id": data.subject_id}
        keep_card(unit, whose, key, profile.card, ACTIVE)
    keep_number(unit, data.number, data.member_id)
    add_registered(unit, arrival, data.member_id, data.consent)
    use_registered(unit, arrival, data.member_id, profile.pack_code)
    give_guardian(unit, arrival, data, profile)


def _without_refused_card(
    unit: Unit, arrival: Arrival, data: MemberData, profile: Profile
) -> Profile:
    """A card of somebody else, or one that was lost, finds nobody new: the desk hears of it."""
    reason = why_not_free(unit, profile.card) if profile.card else ""
    if not reason:
        return profile
    arrival.open_case(
        unit,
        "member.card_refused",
        member=data.member_id,
        card=masked_card(profile.card),
        reason=reason,
    )
    return replace(profile, card="")


def _keep_nobody(unit: Unit, data: MemberData) -> None:
    unit.connection.execute(
        _INSERT_MEMBER,
        {
            "id": data.member_id,
            "tenant_id": unit.tenant.id,
            "number": _number(unit, data.number),
            "tier": data.tier,
            "status": MemberStatus.CLOSED.value,
            "subject_id": data.subject_id,
            "profile": None,
            "seed": None,
            "phone_verified": 0,
            "coupons": "",
            "consent": encode(data.consent).decode(),
            "registered_ms": unit.now_ms,
            "source": "",
        },
    )
    unit.add_member(data.member_id, data.member_id)
    unit.change("member", data.member_id, "d")


def _take_into(
    unit: Unit, arrival: Arrival, data: MemberData, known: str, profile: Profile
) -> None:
    """The phone answered, and it belongs to somebody: she is who registered. What she brought
    fills what was empty, and a free card is hers.
    """
    make_alias(unit, data.member_id, known)
    keep_number(unit, data.number, known)
    given = _without_refused_card(unit, arrival, data, profile)
    fill_from(unit, known, given, arrival.head.terminal_id)
    add_registered(unit, arrival, known, data.consent)
    use_registered(unit, arrival, known, profile.pack_code)
    claim_sale(unit, arrival, known, data.sale_id)
    arrival.open_case(unit, "member.merged", member=data.member_id, into=known)


def keep_member(
    unit: Unit,
    *,
    member_id: str,
    subject_id: str,
    number: str,
    tier: str,
    profile: Profile,
    key: bytes,
    consent: Consent,
    verified: bool = True,
    status: str = "normal",
    coupons: tuple[str, ...] = (),
    seed: bytes = b"",
    source: str = "",
) -> None:
    """Write a member at once, so that the next fact of the batch finds her."""
    connection = unit.connection
    connection.execute(
        _INSERT_MEMBER,
        {
            "id": member_id,
            "tenant_id": unit.tenant.id,
            "number": number,
            "tier": tier,
            "status": status,
            "subject_id": subject_id,
            "profile": encrypt_profile(profile, subject_id, key),
            "seed": unit.keys.wrap(seed or secrets.token_bytes(SEED_BYTES), member_id),
            "phone_verified": int(verified),
            "coupons": " ".join(coupons),
            "consent": encode(consent).decode(),
            "registered_ms": unit.now_ms,
            "source": source,
        },
    )
    connection.execute(
        _INSERT_KEY,
        {"subject_id": subject_id, "wrapped_key": unit.keys.wrap(key, subject_id)},
    )
    tokens = tokens_of(unit.keys, unit.tenant.id, profile)
    if tokens:
        connection.execute(
            _INSERT_TOKEN,
            [
                {"tenant_id": unit.tenant.id, "digest": digest, "member_id": member_id}
                for digest in tokens
            ],
        )
    unit.add_member(member_id, member_id)
    unit.change("member", member_id)


def make_alias(unit: Unit, alias_id: str, member_id: str) -> None:
    """From now on the alias means the member; the tills drop the row they had made for it."""
    unit.connection.execute(
        insert(member_alias).values(id=alias_id, tenant_id=unit.tenant.id, member_id=member_id)
    )
    unit.add_member(alias_id, member_id)
    unit.change("member", alias_id, "d")
    unit.change("member", member_id)


def _attachment(arrival: Arrival, data: MemberData) -> Attachment:
    for attachment in arrival.item.attachments:
        if (attachment.sha256, attachment.subject_id) == (data.attachment_sha256, data.subject_id):
            return attachment
    raise Refused("member.attachment_missing")


def owner_of_phone(unit: Unit, phone: str) -> str | None:
    """Whose phone it is; on a server whoever registers it at the same time comes after this."""
    if not phone:
        return None
    digest = unit.keys.blind(unit.tenant.id, "phone", phone)
    take_turn(unit, digest)
    query = select(member_token.c.member_id).where(
        member_token.c.tenant_id == unit.tenant.id, member_token.c.digest == digest
    )
    return unit.member(unit.connection.execute(query.limit(1)).scalar())


def _number(unit: Unit, wanted: str) -> str:
    """The number that the till was given, unless it is not one of ours or taken."""
    taken = unit.connection.execute(
        select(member.c.id).where(member.c.tenant_id == unit.tenant.id, member.c.number == wanted)
    ).scalar()
    if taken is None and is_member_number(wanted):
        return wanted
    return next_member_number(unit.connection, unit.tenant.id)
