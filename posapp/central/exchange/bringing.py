"""Writing the rows of a batch: new members with their opening balances, more of those we have."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select, update

from posapp.central.apply_member import keep_member
from posapp.central.exchange.matching import Verdict
from posapp.central.exchange.opening import open_balances
from posapp.central.members import profile_of, tokens_of
from posapp.central.numbers import next_member_number
from posapp.central.phone_turns import take_turn
from posapp.central.portable import insert_or_ignore
from posapp.central.tables.members import member, member_token, subject_key
from posapp.domain.member import Consent, MemberStatus, Profile
from posapp.wire.attachments import KEY_BYTES, encrypt_profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.central.exchange.candidate import Candidate
    from posapp.central.exchange.matching import Match
    from posapp.central.unit import Unit

CHANNEL: Final = "import"
_FILLS: Final = ("phone", "name", "card", "birthday", "gender")
_REGISTERED: Final = (
    update(member)
    .where(member.c.id == bindparam("of_id"))
    .values(registered_ms=bindparam("since_ms"))
)
_PROFILE: Final = select(
    member.c.subject_id, member.c.profile, subject_key.c.wrapped_key
).outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)


def take_turns(unit: Unit, batch: Sequence[Candidate]) -> None:
    """Whoever registers one of these phones at a till meanwhile comes after this batch."""
    phones = {each.phone for each in batch} - {""}
    for digest in sorted(unit.keys.blind(unit.tenant.id, "phone", each) for each in phones):
        take_turn(unit, digest)


def bring(unit: Unit, run_id: str, matches: Sequence[Match]) -> None:
    """Write what is new or more. A consent is nobody's to import: to marketing she says yes here.

    A phone from a file is not verified: its owner was not asked.
    """
    unit.know_members({each.member_id for each in matches if each.member_id})
    since: list[dict[str, Any]] = []
    for each in matches:
        match each.verdict:
            case Verdict.NEW:
                member_id = _add(unit, run_id, each.given)
                if each.given.registered_ms is not None:
                    since.append({"of_id": member_id, "since_ms": each.given.registered_ms})
            case Verdict.UPDATE:
                _give(unit, each)
                if each.opens:
                    open_balances(unit, run_id, each.member_id, each.given)
    if since:
        unit.connection.execute(_REGISTERED, since)


def _add(unit: Unit, run_id: str, given: Candidate) -> str:
    member_id = unit.ids.new()
    keep_member(
        unit,
        member_id=member_id,
        subject_id=unit.ids.new(),
        number=given.number or next_member_number(unit.connection, unit.tenant.id),
        tier=given.tier or "ordinary",
        profile=Profile(
            phone=given.phone,
            name=given.name,
            card=given.card,
            birthday=given.birthday,
            gender=given.gender,
        ),
        key=secrets.token_bytes(KEY_BYTES),
        consent=Consent(policy_version=run_id, channel=CHANNEL, at_ms=unit.now_ms),
        verified=False,
        status=given.status or MemberStatus.NORMAL.value,
    )
    open_balances(unit, run_id, member_id, given)
    return member_id


def _give(unit: Unit, each: Match) -> None:
    """What she had none of; what is known stays."""
    query = _PROFILE.where(member.c.id == each.member_id)
    row = unit.connection.execute(query).mappings().one()
    if row["wrapped_key"] is None:
        return
    known = profile_of(row, unit.keys)
    empty = [name for name in _FILLS if not getattr(known, name)]
    profile = replace(known, **{name: getattr(each.given, name) for name in empty})
    key = unit.keys.unwrap(row["wrapped_key"], row["subject_id"])
    sealed = encrypt_profile(profile, row["subject_id"], key)
    unit.connection.execute(
        update(member).where(member.c.id == each.member_id).values(profile=sealed)
    )
    tokens = tokens_of(unit.keys, unit.tenant.id, profile)
    rows = [
        {"tenant_id": unit.tenant.id, "digest": digest, "member_id": each.member_id}
        for digest in tokens
    ]
    insert_or_ignore(unit.connection, member_token, rows)
    unit.change("member", each.member_id)
