"""A return of goods into the books: to the same tenders and lots, earned points clawed back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, update

from posapp.central import recorded
from posapp.central.accounts import RECEIVABLE, owe
from posapp.central.apply_sale import CONTRA, DEPOSITS
from posapp.central.apply_tender import channel_of
from posapp.central.arrival import Arrival
from posapp.central.clawing import claw_points
from posapp.central.ledger import (
    BON,
    BONUS,
    GROWTH,
    GRW,
    MON,
    POINTS,
    PTS,
    SV_AVAILABLE,
    Posting,
)
from posapp.central.registration.claimed import claim_of, claw_of
from posapp.central.tables.inbox import inbox
from posapp.central.tables.ledger import loss
from posapp.central.tables.sales import refund as refund_table
from posapp.central.tables.sales import refund_give, refund_line
from posapp.central.tables.sales import sale as sale_table
from posapp.central.tagging.heard import Heard
from posapp.central.unit import Unit
from posapp.domain.refund import GiveBack, Refund, external_attempt_id, in_cash, quote
from posapp.domain.sale import Part, Sale, Tender, TenderKind
from posapp.errors import Refused
from posapp.wire.facts import SaleData, from_body

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.lots import Lot


WITH_CHANNEL = (
    TenderKind.EXTERNAL,
    TenderKind.THIRD_PARTY_COUPON,
    TenderKind.ON_ACCOUNT,
    TenderKind.RECORDED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundWork:
    """A refund on its way into one posting; `before` is what central knows as returned already,
    `sold_at` the shop that sold: it owes the deposits.
    """

    unit: Unit
    arrival: Arrival
    posting: Posting
    sale: Sale
    refund: Refund
    before: Mapping[int, int]
    member_id: str | None
    sold_at: str


def apply_refund(unit: Unit, arrival: Arrival, refund: Refund) -> None:
    """Raises Refused("refund.sale_unknown", "refund.contradicts_itself").

    More back than was sold (a cloned till) is a case; the fact stays.
    """
    unit.flush()
    sale, member_id, sold_at = _sale_of(unit, arrival, refund.sale_id)
    claim = None if member_id is not None else claim_of(unit.connection, sale.id)
    if claim is not None:
        member_id = claim.member_id
    member_id = unit.member(member_id)
    _lock(unit.connection, sale.id)
    _check(refund)
    work = RefundWork(
        unit=unit,
        arrival=arrival,
        posting=arrival.posting("refund", refund.id, member_id=member_id),
        sale=sale,
        refund=refund,
        before=returned_of(unit.connection, sale.id),
        member_id=member_id,
        sold_at=sold_at,
    )
    _compare(work)
    _reverse_price(work)
    for give in refund.gives:
        _give_back(work, give)
    if member_id is not None:
        wanted, before = _wanted(refund), work.before
        _claw(work, member_id, claw_of(claim, sale, before, wanted) if claim else refund.claw)
        back = {number: before.get(number, 0) + part for number, part in wanted.items()}
        returned = {**before, **back}
        unit.heard.append(Heard(member_id=member_id, sale=sale, is_return=True, returned=returned))
        unit.change("member", member_id)
    unit.books.post(work.posting)
    _keep(work)


def stored_sale(connection: Connection, tenant_id: str, sale_id: str) -> tuple[Sale, Any] | None:
    """A sale as journalled, and its row, when this tenant has it."""
    row = connection.execute(
        select(sale_table, inbox.c.body)
        .join(inbox, inbox.c.event_id == sale_table.c.event_id)
        .where(sale_table.c.id == sale_id, sale_table.c.tenant_id == tenant_id)
    ).first()
    if row is None:
        return None
    data = from_body(row.body).data
    assert isinstance(data, SaleData)
    return data.sale, row


def returned_of(connection: Connection, sale_id: str) -> dict[int, int]:
    """Line number to the quantity (thousandths) that came back so far."""
    rows = connection.execute(
        select(refund_line.c.number, func.sum(refund_line.c.quantity))
        .join(refund_table, refund_table.c.id == refund_line.c.refund_id)
        .where(refund_table.c.sale_id == sale_id)
        .group_by(refund_line.c.number)
    )
    return {number: int(quantity) for number, quantity in rows}


def _sale_of(unit: Unit, arrival: Arrival, sale_id: str) -> tuple[Sale, str | None, str]:
    here = unit.sales.get(sale_id)
    if here is not None:
        return here, unit.member(here.member_id), arrival.head.shop_id
    stored = stored_sale(unit.connection, unit.tenant.id, sale_id)
    if stored is None:
        raise Refused("refund.sale_unknown")
    sale, row = stored
    return sale, unit.member(row.member_id), row.shop_id


def _lock(connection: Connection, sale_id: str) -> None:
    """Two tills that return the same sale at once see each other's quantities."""
    connection.execute(
        select(sale_table.c.id).where(sale_table.c.id == sale_id).with_for_update(key_share=True)
    )


def _check(refund: Refund) -> None:
    given = sum(give.amount for give in refund.gives if give.part is not Part.POINTS)
    lines = sum(line.net for line in refund.lines)
    smallest = min((give.amount for give in refund.gives), default=0)
    if not given == lines == refund.net or smallest < 0 or refund.claw < 0:
        raise Refused("refund.contradicts_itself")


def _wanted(refund: Refund) -> dict[int, int]:
    return {line.number: line.quantity for line in refund.lines}


def _compare(work: RefundWork) -> None:
    """A refund that central would have computed otherwise stays, and somebody looks at it."""
    try:
        expected = quote(work.sale, work.before, _wanted(work.refund))
        if work.refund.in_cash:
            expected = in_cash(expected)
    except Refused as error:
        work.arrival.open_case(work.unit, error.key, refund=work.refund.id)
        return
    if (expected.gives, expected.claw) != (work.refund.gives, work.refund.claw):
        work.arrival.open_case(work.unit, "refund.differs", refund=work.refund.id)


def _reverse_price(work: RefundWork) -> None:
    """Sales and reductions go back by cumulative targets; the last piece brings the rest."""
    shop_id = work.arrival.head.shop_id
    wanted = _wanted(work.refund)
    back = 0
    for stage, kind in CONTRA.items():
        amount = 0
        for line in work.sale.lines:
            if line.is_deposit:
                continue
            was = work.before.get(line.number, 0)
            now = min(line.quantity, was + wanted.get(line.number, 0))
            cut = sum(each.amount for each in line.reductions if each.stage is stage)
            amount += cut * now // line.quantity - cut * min(was, now) // line.quantity
        work.unit.books.house(work.posting, kind, shop_id, amount)
        back += amount
    owed = _owed(work)
    work.unit.books.house(work.posting, DEPOSITS, work.sold_at, -owed)
    work.unit.books.house(work.posting, "sales_list", shop_id, -(work.refund.net - owed + back))


def _owed(work: RefundWork) -> int:
    """What of the refund are deposits, by the lines of the sale: an older till does not say it."""
    deposits = {line.number for line in work.sale.lines if line.is_deposit}
    return sum(line.net for line in work.refund.lines if line.number in deposits)


def _give_back(work: RefundWork, give: GiveBack) -> None:
    books, posting, head = work.unit.books, work.posting, work.arrival.head
    match give.part:
        case Part.CASH:
            books.house(posting, "cash", head.terminal_id, give.amount)
        case Part.EXTERNAL | Part.THIRD_PARTY_COUPON:
            books.house(posting, "acquirer", _channel(work.sale, give), give.amount)
        case Part.ON_ACCOUNT:
            code = _tender(work.sale, give).channel
            books.house(posting, RECEIVABLE, code, give.amount)
            owe(work.unit, work.arrival, code, -give.amount)
        case Part.RECORDED:
            _record(work, give)
        case Part.POINTS_VALUE:
            lost = _take_from_loss(work, give)
            books.house(posting, "offline_loss", head.shop_id, lost)
            books.house(posting, "contra:points", head.shop_id, give.amount - lost)
        case Part.POINTS:
            _into_lot(work, give, give.amount - _take_from_loss(work, give), 0)
        case Part.PRINCIPAL:
            lost = _take_from_loss(work, give)
            books.house(posting, "offline_loss", head.shop_id, lost)
            _into_lot(work, give, give.amount - lost, 0)
        case Part.BONUS:
            lost = _take_from_loss(work, give)
            books.house(posting, "offline_loss", head.shop_id, lost)
            books.house(posting, "contra:bonus", head.shop_id, give.amount - lost)
            _into_lot(work, give, 0, give.amount - lost)


def _record(work: RefundWork, give: GiveBack) -> None:
    """Given back where it was taken, beside the till: it waits for a bill as the payment does."""
    tender = _tender(work.sale, give)
    work.unit.books.house(work.posting, recorded.RECORDED, tender.channel, give.amount)
    recorded.keep(
        work.unit,
        work.arrival,
        external_attempt_id(work.refund.id, give.tender_id),
        sale_id=work.sale.id,
        taken_by=tender.channel,
        reference=tender.reference,
        amount=-give.amount,
    )


def _into_lot(work: RefundWork, give: GiveBack, amount: int, bonus: int) -> None:
    """Into the lot that it left; what no longer fits there (a clone's) opens a lot of its own."""
    if not amount and not bonus:
        return
    lot = None if give.lot_id is None else work.unit.books.lot(give.lot_id)
    if lot is None:
        raise Refused("refund.contradicts_itself")
    more, more_bonus = lot.give_back(amount, bonus, work.unit.now_ms)
    _credit(work, lot, amount - more, bonus - more_bonus)
    if more or more_bonus:
        extra = work.unit.books.open_lot(
            lot_id=work.unit.ids.new(),
            member_id=lot.member_id,
            ledger=lot.ledger,
            source_id=work.refund.id,
            amount=more,
            bonus=more_bonus,
            opened_ms=work.unit.now_ms,
            available_from_ms=work.unit.now_ms,
            expires_ms=lot.expires_ms,
        )
        _credit(work, extra, more, more_bonus)


def _credit(work: RefundWork, lot: Lot, amount: int, bonus: int) -> None:
    books = work.unit.books
    ledger, kind = (PTS, POINTS) if lot.ledger == PTS else (MON, SV_AVAILABLE)
    books.member(work.posting, ledger, kind, lot.member_id, amount, lot_id=lot.id)
    books.member(work.posting, BON, BONUS, lot.member_id, bonus, lot_id=lot.id)
    work.unit.change("member", lot.member_id)


def _take_from_loss(work: RefundWork, give: GiveBack) -> int:
    """The shop's loss is made good before the member gets value that she never gave."""
    row = work.unit.connection.execute(
        select(loss).where(
            loss.c.sale_id == work.sale.id,
            loss.c.tender_id == give.tender_id,
            loss.c.part == give.part.value,
            loss.c.lot_id == (give.lot_id or ""),
        )
    ).first()
    if row is None:
        return 0
    part: int = min(give.amount, row.amount - row.returned)
    work.unit.connection.execute(
        update(loss)
        .where(
            loss.c.sale_id == row.sale_id,
            loss.c.tender_id == row.tender_id,
            loss.c.part == row.part,
            loss.c.lot_id == row.lot_id,
        )
        .values(returned=loss.c.returned + part)
    )
    return part


def _claw(work: RefundWork, member_id: str, points: int) -> None:
    claw_points(work.unit, work.posting, member_id, points, work.sale.id)
    work.unit.books.member(work.posting, GRW, GROWTH, member_id, -points)


def _tender(sale: Sale, give: GiveBack) -> Tender:
    for tender in sale.tenders:
        if tender.id == give.tender_id:
            return tender
    raise Refused("refund.contradicts_itself")


def _channel(sale: Sale, give: GiveBack) -> str:
    return channel_of(_tender(sale, give))


def _keep(work: RefundWork) -> None:
    head, refund = work.arrival.head, work.refund
    work.unit.insert(
        refund_table,
        id=refund.id,
        tenant_id=head.tenant_id,
        shop_id=head.shop_id,
        terminal_id=head.terminal_id,
        event_id=head.event_id,
        sale_id=work.sale.id,
        shift_id=head.shift_id,
        receipt_number=refund.receipt_number,
        business_date=head.business_date,
        at_ms=head.at_ms,
        net=refund.net,
        deposits=_owed(work),
        tax=refund.tax,
        claw=refund.claw,
        reason=refund.reason,
        approval_id=refund.approval_id,
    )
    for line in refund.lines:
        work.unit.insert(
            refund_line,
            refund_id=refund.id,
            number=line.number,
            quantity=line.quantity,
            net=line.net,
        )
    for n, give in enumerate(refund.gives):
        tender = _tender(work.sale, give)
        kind = TenderKind.CASH if give.part is Part.CASH else tender.kind
        has_channel = kind in WITH_CHANNEL
        work.unit.insert(
            refund_give,
            refund_id=refund.id,
            n=n,
            tender_id=give.tender_id,
            kind=kind.value,
            channel=channel_of(tender) if has_channel else "",
            part=give.part.value,
            lot_id=give.lot_id,
            amount=give.amount,
        )
