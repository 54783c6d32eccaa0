"""What a simulated till sells: sales with lines and tenders, what hangs on them, cash in and out."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from posapp.domain.catalog import ProductKind
from posapp.domain.ids import CategoryId, HoldId, MemberId, ProductId, SaleId, TenderId
from posapp.domain.sale import Sale, SaleLine, Tender, TenderKind
from posapp.domain.shift import CashMove, CashMoveKind
from posapp.wire.facts import (
    Actor,
    CashMoveData,
    Fact,
    FactHead,
    HoldReleaseData,
    SaleData,
    from_body,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.wire.facts import FactData
    from tests.simulation.desk import Ask, Told

_ACTOR = Actor(kind="staff", id="s1")


def fact(data: FactData, *, event_id: str, terminal: str, incarnation: int, at_ms: int) -> Fact:
    head = FactHead(
        event_id=event_id,
        tenant_id="tenant",
        shop_id="shop",
        terminal_id=terminal,
        incarnation=incarnation,
        at_ms=at_ms,
        business_date="2026-11-21",
        shift_id=None,
        actor=_ACTOR,
        currency="CNY",
    )
    return Fact(head=head, data=data)


def sale(
    sale_id: str,
    number: str,
    amounts: Sequence[int],
    tenders: Sequence[Tender],
    *,
    mark: str = "",
    member: str = "",
) -> SaleData:
    """One line for each amount."""
    net = sum(amounts)
    lines = tuple(_line(place, amount) for place, amount in enumerate(amounts, start=1))
    made = Sale(
        id=SaleId(sale_id),
        receipt_number=number,
        currency="CNY",
        lines=lines,
        tenders=tuple(tenders),
        matrix=(),
        list_total=net,
        net=net,
        taxes=(),
        earn_rule=mark,
        member_id=MemberId(member) if member else None,
    )
    return SaleData(sale=made)


def cash(tender_id: str, amount: int) -> Tender:
    tendered = -(-amount // 1_000) * 1_000
    return Tender(
        id=TenderId(tender_id),
        kind=TenderKind.CASH,
        amount=amount,
        tendered=tendered,
        change=tendered - amount,
    )


def card(tender_id: str, amount: int) -> Tender:
    return Tender(id=TenderId(tender_id), kind=TenderKind.EXTERNAL, amount=amount, channel="card")


def cash_move(move_id: str, kind: CashMoveKind, amount: int) -> CashMoveData:
    return CashMoveData(move=CashMove(id=move_id, kind=kind, amount=amount))


@lru_cache(maxsize=1_024)
def fact_of(body: str | bytes) -> Fact:
    """A fact from its bytes; the same bytes are read once, as it cannot be changed."""
    return from_body(body.encode() if isinstance(body, str) else body)


def read(body: str | bytes) -> FactData:
    """What a fact's bytes say."""
    return fact_of(body).data


def sale_of(data: FactData) -> Sale | None:
    return data.sale if isinstance(data, SaleData) else None


def cash_of(data: FactData) -> int:
    """What a fact brings into the drawer."""
    if isinstance(data, SaleData):
        tenders = data.sale.tenders
        return sum(t.tendered - t.change for t in tenders if t.kind is TenderKind.CASH)
    if isinstance(data, CashMoveData):
        is_out = data.move.kind is CashMoveKind.CASH_OUT
        return -data.move.amount if is_out else data.move.amount
    return 0


def holds_of(data: FactData) -> tuple[str, ...]:
    """The holds that a fact brings to their end."""
    if isinstance(data, SaleData):
        return tuple(str(t.hold_id) for t in data.sale.tenders if t.hold_id is not None)
    return (data.hold_id,) if isinstance(data, HoldReleaseData) else ()


def stored_value(tender_id: str, told: Told, ask: Ask) -> Tender:
    """A tender that central has reserved; `masked` names the member, as nothing else does here."""
    return Tender(
        id=TenderId(tender_id),
        kind=TenderKind.STORED_VALUE,
        amount=ask.amount,
        hold_id=HoldId(ask.hold_id),
        value_slices=told.slices,
        masked=ask.member,
    )


def release(hold_id: str, sale_id: str) -> HoldReleaseData:
    return HoldReleaseData(hold_id=hold_id, tender_id=hold_id, sale_id=sale_id, reason="given up")


def _line(number: int, amount: int) -> SaleLine:
    return SaleLine(
        number=number,
        product_id=ProductId("p1"),
        code="1",
        kind=ProductKind.GOODS,
        name="水",
        unit="瓶",
        category_id=CategoryId("c1"),
        quantity=1_000,
        unit_price=amount,
        tax_rate=1_300,
        list_amount=amount,
        reductions=(),
        net=amount,
        tax=0,
    )
