"""Quotes for top-ups: what a payment would give, good for ten minutes; no bonus yet."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from msgspec import structs
from sqlalchemy import insert

from posapp.central.limits import NAMED_CARD_MOST, limit
from posapp.central.members import load_members
from posapp.central.tables.requests import top_up_quote
from posapp.domain.ids import is_uuid_text
from posapp.domain.member import MemberStatus
from posapp.errors import Refused
from posapp.wire.canonical import encode
from posapp.wire.requests import TopUpQuote, TopUpQuoteRequest

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.central.view import View

VALID_MS: Final = 600_000


def quote_top_up(
    unit: Unit, view: View, caller: Caller, request: TopUpQuoteRequest, request_id: str
) -> TopUpQuote:
    """Nothing moves; the top-up's fact names the quote.

    Raises Refused: "top_up.amount_not_valid", "member.unknown", "member.may_not_top_up" (status),
    "top_up.above_card_limit" (most_amount, room_amount).
    """
    if request.amount <= 0 or not is_uuid_text(request.top_up_id):
        raise Refused("top_up.amount_not_valid")
    member_id = unit.member(request.member_id)
    if member_id is None:
        raise Refused("member.unknown")
    (who,) = load_members(view, [member_id])
    if who.status in (MemberStatus.BLACKLISTED, MemberStatus.CLOSED):
        raise Refused("member.may_not_top_up", status=who.status)
    most = limit(unit.connection, unit.tenant.id, NAMED_CARD_MOST)
    standing = who.stored_value + who.held
    if standing + request.amount > most:
        raise Refused(
            "top_up.above_card_limit",
            most_amount=most,
            room_amount=max(0, most - standing),
        )
    quote = TopUpQuote(
        request_id="",
        quote_id=unit.ids.new(),
        quote_hash="",
        top_up_id=request.top_up_id,
        member_id=member_id,
        principal=request.amount,
        bonus=0,
        before_principal=who.principal,
        before_bonus=who.bonus,
        expires_ms=unit.now_ms + VALID_MS,
    )
    digest = hashlib.sha256(encode(quote)).hexdigest()
    unit.connection.execute(
        insert(top_up_quote).values(
            id=quote.quote_id,
            tenant_id=unit.tenant.id,
            terminal_id=caller.terminal_id,
            top_up_id=quote.top_up_id,
            member_id=member_id,
            principal=quote.principal,
            bonus=quote.bonus,
            quote_hash=digest,
            expires_ms=quote.expires_ms,
        )
    )
    return structs.replace(quote, request_id=request_id, quote_hash=digest)
