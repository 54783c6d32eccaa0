"""One-time codes by SMS: made, sent outside any transaction, checked for a registration."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace
from sqlalchemy import delete, func, insert, select, update

from posapp.central.factors import TRIES_A_CODE
from posapp.central.hold_book import find_hold, lock_owner
from posapp.central.members import find_by, load_members
from posapp.central.numbers import next_member_number
from posapp.central.phone_turns import take_turn
from posapp.central.proofs import phone_proof
from posapp.central.proved_phones import prove_by_code
from posapp.central.sms_texts import code_text, language_for
from posapp.central.tables.requests import one_time_code
from posapp.domain.member import checked_phone, masked_phone
from posapp.errors import Refused
from posapp.wire.requests import (
    HoldState,
    SendCode,
    SendCodeReply,
    VerifyPhone,
    VerifyPhoneReply,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.central.view import View

CODE_DIGITS: Final = 6
VALID_MS: Final = 5 * 60_000
PAUSE_BETWEEN_MS: Final = 60_000
MOST_A_DAY: Final = 5
DAY_MS: Final = 86_400_000

REGISTER: Final = "register"
NEW_PHONE: Final = "new_phone"
OLD_PHONE: Final = "old_phone"
IDENTITY: Final = "identity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What goes to the gateway once the code is committed; never logged."""

    phone: str
    text: str
    reply: SendCodeReply


def prepare_code(
    unit: Unit, view: View, caller: Caller, request: SendCode, request_id: str
) -> Message:
    """Make and store a code; the caller commits, then sends.

    Raises Refused: "codes.too_soon" (seconds), "codes.too_many_today", "codes.no_phone",
    "hold.unknown", "hold.not_pending", "member.phone_not_valid".
    """
    phone, amount, hold_id = _addressee(unit, view, caller, request)
    digest = unit.keys.blind(unit.tenant.id, "phone", phone)
    take_turn(unit, digest)
    check_pace(unit, digest)
    forget_code(unit.connection, request.send_id)
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    unit.connection.execute(
        insert(one_time_code).values(
            id=request.send_id,
            tenant_id=unit.tenant.id,
            shop_id=caller.shop_id,
            purpose=request.purpose,
            hold_id=hold_id,
            phone_digest=digest,
            amount=amount,
            code_hash=unit.keys.code_hash(request.send_id, code),
            sent_ms=unit.now_ms,
            expires_ms=unit.now_ms + VALID_MS,
        )
    )
    text = code_text(
        request.purpose,
        language_for(unit.connection, unit.tenant.id, request.language),
        brand=unit.tenant.name,
        code=code,
        minutes=VALID_MS // 60_000,
        amount=amount,
    )
    reply = SendCodeReply(
        request_id=request_id,
        send_id=request.send_id,
        masked_phone=masked_phone(phone),
        resend_after_ms=PAUSE_BETWEEN_MS,
        expires_ms=unit.now_ms + VALID_MS,
    )
    return Message(phone=phone, text=text, reply=reply)


def forget_code(connection: Connection, send_id: str) -> None:
    """Its message never left: it neither counts nor delays the next one."""
    connection.execute(delete(one_time_code).where(one_time_code.c.id == send_id))


def verify_phone(
    unit: Unit, view: View, caller: Caller, request: VerifyPhone, request_id: str
) -> VerifyPhoneReply | Refused:
    """A proof and a member number for a phone that answered, or the member whom it belongs to.

    A wrong code is returned as Refused("codes.wrong", left) or Refused("codes.expired"), not
    raised, so that the try is committed. Raises Refused("member.phone_not_valid").
    """
    phone = checked_phone(request.phone)
    wrong = check_code(unit, caller, request.send_id, request.code, purpose=REGISTER, phone=phone)
    if wrong is not None:
        return wrong
    use_code(unit, request.send_id)
    prove_by_code(unit, view, phone, by="code", terminal_id=caller.terminal_id)
    return _verified(unit, view, phone, request_id)


def again_verified(view: View, stored: VerifyPhoneReply, phone: str) -> VerifyPhoneReply:
    """An answer that was given before, as it is kept: with nobody's data in it. Who it told of is
    read anew.
    """
    if stored.proof:
        return stored
    known = load_members(view, find_by(view, "phone", checked_phone(phone), 1))
    return replace(stored, member=known[0] if known else None)


def check_code(
    unit: Unit, caller: Caller, send_id: str, code: str, *, purpose: str, phone: str
) -> Refused | None:
    """Whether the phone answered; a wrong try is counted, so the caller commits either way.

    A right code is not used by this: `use_code`. Returns Refused("codes.expired") or
    Refused("codes.wrong", left).
    """
    row = unit.connection.execute(
        select(one_time_code)
        .where(
            one_time_code.c.id == send_id,
            one_time_code.c.tenant_id == unit.tenant.id,
            one_time_code.c.shop_id == caller.shop_id,
            one_time_code.c.purpose == purpose,
            one_time_code.c.phone_digest == unit.keys.blind(unit.tenant.id, "phone", phone),
        )
        .with_for_update()
    ).first()
    if row is None or row.used or row.expires_ms <= unit.now_ms or row.tries >= TRIES_A_CODE:
        return Refused("codes.expired")
    if hmac.compare_digest(row.code_hash, unit.keys.code_hash(row.id, code.strip())):
        return None
    unit.connection.execute(
        update(one_time_code).where(one_time_code.c.id == row.id).values(tries=row.tries + 1)
    )
    return Refused("codes.wrong", left=TRIES_A_CODE - row.tries - 1)


def use_code(unit: Unit, send_id: str) -> None:
    """It was right, and is good for nothing else."""
    unit.connection.execute(
        update(one_time_code).where(one_time_code.c.id == send_id).values(used=1)
    )


def _verified(unit: Unit, view: View, phone: str, request_id: str) -> VerifyPhoneReply:
    known = load_members(view, find_by(view, "phone", phone, 1))
    if known:
        return VerifyPhoneReply(
            request_id=request_id, proof="", number=known[0].number, member=known[0]
        )
    return VerifyPhoneReply(
        request_id=request_id,
        proof=phone_proof(unit.keys, unit.tenant.id, phone),
        number=next_member_number(unit.connection, unit.tenant.id),
    )


def _addressee(
    unit: Unit, view: View, caller: Caller, request: SendCode
) -> tuple[str, int, str | None]:
    """The phone, and for a hold its amount and id."""
    if request.purpose == REGISTER:
        return checked_phone(request.phone), 0, None
    if request.purpose == NEW_PHONE:
        return _free_phone(view, checked_phone(request.phone), request.member_id), 0, None
    if request.purpose in {OLD_PHONE, IDENTITY}:
        return _phone_of(unit, view, request.member_id), 0, None
    lock_owner(unit, request.hold_id)
    hold = find_hold(unit, request.hold_id)
    if hold is None or hold.terminal_id != caller.terminal_id or hold.member_id is None:
        raise Refused("hold.unknown")
    if hold.state is not HoldState.PENDING:
        raise Refused("hold.not_pending")
    (who,) = load_members(view, [hold.member_id])
    if not who.phone:
        raise Refused("codes.no_phone")
    return who.phone, hold.amount, hold.id


def _free_phone(view: View, phone: str, member_id: str) -> str:
    """Raises Refused("member.phone_taken", number) where it is another member's."""
    owners = [each for each in find_by(view, "phone", phone, 2) if each != member_id]
    if owners:
        (who,) = load_members(view, owners[:1])
        raise Refused("member.phone_taken", number=who.number)
    return phone


def _phone_of(unit: Unit, view: View, member_id: str) -> str:
    known = unit.member(member_id)
    who = load_members(view, [] if known is None else [known])
    if not who or not who[0].phone:
        raise Refused("codes.no_phone")
    return who[0].phone


def check_pace(unit: Unit, digest: bytes) -> None:
    """Raises Refused: "codes.too_soon" (seconds), "codes.too_many_today" for one phone's digest."""
    count, last_ms = unit.connection.execute(
        select(func.count(), func.max(one_time_code.c.sent_ms)).where(
            one_time_code.c.phone_digest == digest,
            one_time_code.c.sent_ms > unit.now_ms - DAY_MS,
        )
    ).one()
    if last_ms is not None and unit.now_ms - last_ms < PAUSE_BETWEEN_MS:
        wait_ms = PAUSE_BETWEEN_MS - (unit.now_ms - last_ms)
        raise Refused("codes.too_soon", seconds=-(-wait_ms // 1000))
    if count >= MOST_A_DAY:
        raise Refused("codes.too_many_today", most=MOST_A_DAY)
