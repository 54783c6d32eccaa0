"""A top-up into the books: one lot of principal and bonus, to spend at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.ledger import BON, BONUS, MON, SV_AVAILABLE
from posapp.central.tables.requests import top_up_quote
from posapp.central.tables.sales import top_up
from posapp.errors import Refused
from posapp.wire.facts import KEPT_CHANGE

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit
    from posapp.wire.facts import TopUpData

CASH: Final = "cash"
IN_THE_DRAWER: Final = (CASH, KEPT_CHANGE)


def apply_top_up(unit: Unit, arrival: Arrival, data: TopUpData) -> None:
    """Raises Refused("top_up.contradicts_itself", "member.unknown"). No points are earned here."""
    paid = data.tendered - data.change
    if (
        data.principal <= 0
        or data.bonus < 0
        or (data.tender_kind in IN_THE_DRAWER and paid != data.principal)
        or (data.tender_kind == KEPT_CHANGE and data.bonus != 0)
    ):
        raise Refused("top_up.contradicts_itself")
    member_id = unit.member(data.member_id)
    if member_id is None:
        raise Refused("member.unknown")
    _compare(unit, arrival, data, member_id)
    head = arrival.head
    posting = arrival.posting("top_up", data.top_up_id, member_id=member_id)
    is_cash = data.tender_kind in IN_THE_DRAWER
    house = (CASH, head.terminal_id) if is_cash else ("acquirer", data.tender_kind)
    unit.books.house(posting, *house, -data.principal)
    lot = unit.books.open_lot(
        lot_id=data.top_up_id,
        member_id=member_id,
        ledger=MON,
        source_id=data.top_up_id,
        amount=data.principal,
        bonus=data.bonus,
        opened_ms=head.at_ms,
        available_from_ms=head.at_ms,
    )
    unit.books.member(posting, MON, SV_AVAILABLE, member_id, data.principal, lot_id=lot.id)
    unit.books.member(posting, BON, BONUS, member_id, data.bonus, lot_id=lot.id)
    unit.books.post(posting)
    unit.change("member", member_id)
    unit.insert(
        top_up,
        id=data.top_up_id,
        tenant_id=head.tenant_id,
        shop_id=head.shop_id,
        terminal_id=head.terminal_id,
        event_id=head.event_id,
        member_id=member_id,
        shift_id=head.shift_id,
        quote_id=data.quote_id or None,
        receipt_number=data.receipt_number,
        business_date=head.business_date,
        at_ms=head.at_ms,
        principal=data.principal,
        bonus=data.bonus,
        tender_kind=data.tender_kind,
    )


def _compare(unit: Unit, arrival: Arrival, data: TopUpData, member_id: str) -> None:
    """The money was taken: a quote that does not fit is a case, not a refusal."""
    quote = unit.connection.execute(
        select(top_up_quote).where(
            top_up_quote.c.id == data.quote_id, top_up_quote.c.tenant_id == unit.tenant.id
        )
    ).first()
    agreed = quote is not None and (
        (quote.quote_hash, quote.top_up_id, quote.member_id, quote.principal, quote.bonus)
        == (data.quote_hash, data.top_up_id, member_id, data.principal, data.bonus)
    )
    if quote is None or not agreed or arrival.head.at_ms > quote.expires_ms:
        arrival.open_case(unit, "top_up.not_as_quoted", top_up=data.top_up_id)
