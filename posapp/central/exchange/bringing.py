"""Writing the rows of a batch: new members with their opening balances, more of those we have."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, update

from posapp.central.apply_member import keep_member
from posapp.central.exchange.matching import Verdict
from posapp.central.exchange.opening import open_balances
from posapp.central.members import profile_of, tokens_of
from posapp.central.numbers import member_numbers
from posapp.central.phone_turns import take_turn
from posapp.central.portable import insert_or_ignore
from posapp.central.registration.guarding import has_guardian, is_child
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
    """Write what is new or more; a child whose guardian nobody knows is a case. A consent is
    nobody's to import: to marketing she says yes here.

    A phone from a file is not verified: its owner was not asked.
    """
    unit.know_members({each.member_id for each in matches if each.member_id})
    new = [each.given for each in matches if each.verdict is Verdict.NEW]
    added = _add(unit, run_id, new)
    for each in matches:
        if each.verdict is Verdict.UPDATE:
            _give(unit, each)
            if each.opens:
                added[each.member_id] = each.given
    # All accounts in one question: nearly all of them have none yet.
    unit.books.load_members(added)
    for member_id, given in added.items():
        open_balances(unit, run_id, member_id, given)


def _add(unit: Unit, run_id: str, new: Sequence[Candidate]) -> dict[str, Candidate]:
    """The new members by their ids."""
    unnumbered = sum(not each.number for each in new)
    numbers = iter(member_numbers(unit.connection, unit.tenant.id, unnumbered))
    added = {unit.ids.new(): each for each in new}
    for member_id, given in added.items():
        _keep(unit, run_id, member_id, given, given.number or next(numbers))
    since = [
        {"of_id": member_id, "since_ms": given.registered_ms}
        for member_id, given in added.items()
        if given.registered_ms is not None
    ]
    if since:
        unit.connection.execute(_REGISTERED, since)
    return added


def _keep(unit: Unit, run_id: str, member_id: str, given: Candidate, number: str) -> None:
    keep_member(
        unit,
        member_id=member_id,
        subject_id=unit.ids.new(),
        number=number,
        tier=given.tier or "ordinary",
        profile=Profile(
            phone=given.phone,
            name=given.name,
            card=given.card,
            birthday=given.birthday,
            gender=given.gender,
            extra=given.extra,
        ),
        key=secrets.token_bytes(KEY_BYTES),
        consent=Consent(policy_version=run_id, channel=CHANNEL, at_ms=unit.now_ms),
        verified=False,
        status=given.status or MemberStatus.NORMAL.value,
    )
    if is_child(unit, given.birthday, unit.now_ms):
        unit.open_case("member.guardian_missing", None, None, member=member_id)


def _give(unit: Unit, each: Match) -> None:
    """What she had none of; what is known stays."""
    query = _PROFILE.where(member.c.id == each.member_id)
    row = unit.connection.execute(query).mappings().one()
    if row["wrapped_key"] is None:
        return
    known = profile_of(row, unit.keys)
    empty = [name for name in _FILLS if not getattr(known, name)]
    hers = dict(known.extra)
    more = tuple((key, value) for key, value in each.given.extra if key not in hers)
    filled = {name: getattr(each.given, name) for name in empty}
    profile = replace(known, **filled, extra=known.extra + more)
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
    is_younger = "birthday" in empty and is_child(unit, profile.birthday, unit.now_ms)
    if is_younger and not has_guardian(unit, each.member_id, profile):
        unit.open_case("member.guardian_missing", None, None, member=each.member_id)
