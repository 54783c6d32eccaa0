"""The second factor: dynamic codes never twice, SMS codes for one hold, wrong tries counted."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, tuple_, update

from posapp.central.portable import insert_or_ignore, upsert
from posapp.central.tables.members import member
from posapp.central.tables.requests import one_time_code, wrong_tries
from posapp.domain.own_codes import DynamicMemberCode, parse_own
from posapp.wire.member_code import DIGITS, day_key, verify
from posapp.wire.requests import Factor

if TYPE_CHECKING:
    from posapp.central.hold_book import Hold
    from posapp.central.unit import Unit

TRIES_A_CODE: Final = 3
WRONG_BEFORE_PAUSE: Final = 5
PAUSE_MS: Final = 15 * 60_000

WRONG: Final = "factor.wrong_code"
PAUSED: Final = "factor.paused"
EXPIRED: Final = "factor.code_expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a code was worth; `tries_left` before the next pause or the end of this SMS code."""

    is_right: bool
    reason: str = ""
    tries_left: int = 0
    paused_until_ms: int = 0


def check_factor(
    unit: Unit, hold: Hold, factor: Factor, code: str, *, member_number: str
) -> Verdict:
    """Check a code for a pending hold. Whatever it finds is written in the same transaction."""
    _lock_tries(unit, hold)
    until = paused_until(unit, hold)
    if until > unit.now_ms:
        return Verdict(is_right=False, reason=PAUSED, paused_until_ms=until)
    if factor is Factor.DYNAMIC_CODE:
        verdict = _check_dynamic(unit, hold, code, member_number)
    else:
        verdict = _check_sms(unit, hold, code)
    if verdict.is_right:
        _reset(unit, hold)
        return verdict
    return verdict if verdict.reason == EXPIRED else _count_wrong(unit, hold, verdict)


def paused_until(unit: Unit, hold: Hold) -> int:
    """The later of the pauses of this member and of this terminal; 0 when there is none."""
    found = unit.connection.execute(
        select(wrong_tries.c.paused_until_ms).where(
            wrong_tries.c.subject_id.in_([subject for _, subject in _scopes(hold)])
        )
    ).scalars()
    until = max(found, default=0)
    return until if until > unit.now_ms else 0


def _lock_tries(unit: Unit, hold: Hold) -> None:
    """Tries of one terminal for two members at once are counted one after the other."""
    scopes = _scopes(hold)
    rows = [_tries(scope, subject_id, 0, 0) for scope, subject_id in scopes]
    insert_or_ignore(unit.connection, wrong_tries, rows)
    unit.connection.execute(
        select(wrong_tries.c.scope)
        .where(tuple_(wrong_tries.c.scope, wrong_tries.c.subject_id).in_(scopes))
        .order_by(wrong_tries.c.scope)
        .with_for_update()
    )


def _check_dynamic(unit: Unit, hold: Hold, code: str, member_number: str) -> Verdict:
    """The step is stored before anything is approved: a code counts once."""
    digits = _digits(code, member_number)
    row = unit.connection.execute(
        select(member.c.seed, member.c.last_step)
        .where(member.c.id == hold.member_id)
        .with_for_update(key_share=True)
    ).first()
    if digits is None or row is None or row.seed is None or hold.member_id is None:
        return Verdict(is_right=False, reason=WRONG)
    seed = unit.keys.unwrap(row.seed, hold.member_id)
    step = verify(
        lambda day: day_key(seed, day), digits, unit.now_ms, unit.tenant.zone, row.last_step
    )
    if step is None:
        return Verdict(is_right=False, reason=WRONG)
    unit.connection.execute(
        update(member).where(member.c.id == hold.member_id).values(last_step=step)
    )
    return Verdict(is_right=True)


def _digits(code: str, member_number: str) -> str | None:
    """Eight digits as typed, or those of a scanned member code of this very member."""
    own = parse_own(code)
    if isinstance(own, DynamicMemberCode):
        return own.digits if own.member_number == member_number else None
    plain = code.strip()
    return plain if len(plain) == DIGITS and plain.isascii() and plain.isdigit() else None


def _check_sms(unit: Unit, hold: Hold, code: str) -> Verdict:
    """The newest code of this hold, for its amount, at its shop."""
    row = unit.connection.execute(
        select(one_time_code)
        .where(one_time_code.c.hold_id == hold.id, one_time_code.c.used == 0)
        .order_by(one_time_code.c.sent_ms.desc())
        .limit(1)
        .with_for_update()
    ).first()
    if row is None or row.expires_ms <= unit.now_ms or row.tries >= TRIES_A_CODE:
        return Verdict(is_right=False, reason=EXPIRED)
    given = unit.keys.code_hash(row.id, code.strip())
    is_bound = (row.amount, row.shop_id) == (hold.amount, hold.shop_id)
    is_right = hmac.compare_digest(row.code_hash, given) and is_bound
    tries = row.tries + (0 if is_right else 1)
    unit.connection.execute(
        update(one_time_code)
        .where(one_time_code.c.id == row.id)
        .values(tries=tries, used=int(is_right))
    )
    reason = "" if is_right else WRONG
    return Verdict(is_right=is_right, reason=reason, tries_left=TRIES_A_CODE - tries)


def _count_wrong(unit: Unit, hold: Hold, verdict: Verdict) -> Verdict:
    """Count per member and per terminal; the fifth in a row starts a pause."""
    left, until = WRONG_BEFORE_PAUSE, 0
    for scope, subject_id in _scopes(hold):
        count = 1 + _count(unit, scope, subject_id)
        paused = unit.now_ms + PAUSE_MS if count >= WRONG_BEFORE_PAUSE else 0
        _store(unit, scope, subject_id, 0 if paused else count, paused)
        left = min(left, WRONG_BEFORE_PAUSE - count)
        until = max(until, paused)
    if until:
        return Verdict(is_right=False, reason=PAUSED, paused_until_ms=until)
    of_code = verdict.tries_left or left
    return Verdict(is_right=False, reason=WRONG, tries_left=min(left, of_code))


def _reset(unit: Unit, hold: Hold) -> None:
    for scope, subject_id in _scopes(hold):
        _store(unit, scope, subject_id, 0, 0)


def _scopes(hold: Hold) -> tuple[tuple[str, str], tuple[str, str]]:
    return ("member", hold.member_id or ""), ("terminal", hold.terminal_id)


def _count(unit: Unit, scope: str, subject_id: str) -> int:
    found = unit.connection.execute(
        select(wrong_tries.c.count).where(
            wrong_tries.c.scope == scope, wrong_tries.c.subject_id == subject_id
        )
    ).scalar()
    return found or 0


def _store(unit: Unit, scope: str, subject_id: str, count: int, paused_until_ms: int) -> None:
    upsert(unit.connection, wrong_tries, [_tries(scope, subject_id, count, paused_until_ms)])


def _tries(scope: str, subject_id: str, count: int, paused_until_ms: int) -> dict[str, Any]:
    return {
        "scope": scope,
        "subject_id": subject_id,
        "count": count,
        "paused_until_ms": paused_until_ms,
    }
