"""A second registration of somebody who is here: it fills what was empty and overwrites nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, update

from posapp.central.members import profile_of, tokens_of
from posapp.central.portable import insert_or_ignore
from posapp.central.registration.cards import ACTIVE, keep_card
from posapp.central.service_desk.events import note_event
from posapp.central.service_desk.sealed import Words
from posapp.central.tables.members import member, member_token, subject_key
from posapp.domain.member import masked_card, masked_name
from posapp.wire.attachments import encrypt_profile

if TYPE_CHECKING:
    from posapp.central.unit import Unit
    from posapp.domain.member import Profile

REGISTERED_AGAIN: Final = "registered_again"
_FILLED: Final = (
    "name",
    "birthday",
    "gender",
    "card",
    "guardian_name",
    "guardian_phone",
    "guardian_number",
    "extra",
)

_MASKS: Final = {"name": masked_name, "card": masked_card}


def fill_from(unit: Unit, member_id: str, given: Profile, terminal_id: str) -> None:
    """What she had none of is hers; what differs stands in her timeline, under her key."""
    row = (
        unit.connection.execute(
            select(member, subject_key.c.wrapped_key)
            .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
            .where(member.c.id == member_id)
        )
        .mappings()
        .one()
    )
    if row["wrapped_key"] is None:
        return
    known, key = profile_of(row, unit.keys), unit.keys.unwrap(row["wrapped_key"], row["subject_id"])
    brought = [name for name in _FILLED if getattr(given, name)]
    filled = {name: getattr(given, name) for name in brought if not getattr(known, name)}
    differs = {
        name: str(getattr(given, name))
        for name in brought
        if name not in filled and getattr(given, name) != getattr(known, name)
    }
    shown = [_MASKS[name](differs[name]) for name in differs if name in _MASKS]
    if filled:
        profile = replace(known, **filled)
        sealed = encrypt_profile(profile, row["subject_id"], key)
        unit.connection.execute(
            update(member).where(member.c.id == member_id).values(profile=sealed)
        )
        tokens = [
            {"tenant_id": unit.tenant.id, "digest": digest, "member_id": member_id}
            for digest in tokens_of(unit.keys, unit.tenant.id, profile)
        ]
        insert_or_ignore(unit.connection, member_token, tokens)
    if filled.get("card"):
        whose = {"id": member_id, "subject_id": row["subject_id"]}
        keep_card(unit, whose, key, given.card, ACTIVE)
    note_event(
        unit,
        member_id=member_id,
        subject_id=row["subject_id"],
        kind=REGISTERED_AGAIN,
        who="",
        terminal_id=terminal_id,
        detail={"fields": " ".join(sorted(filled)), "left": " ".join(sorted(differs))},
        words=Words(note="  ".join(shown), after=differs) if differs else None,
    )
