"""The till's own books, added up from the facts in its journal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from posapp.domain.pricing import Stage
from posapp.domain.sale import Part, TenderKind
from posapp.wire.facts import (
    RefundData,
    SaleData,
    ShiftCloseData,
    TopUpData,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.app.stores import Stores
    from posapp.demo.evidence import Books
    from posapp.domain.member import Member
    from posapp.domain.refund import Refund
    from posapp.domain.sale import Sale, Tender

_ALL: Final = 1_000_000_000
_STAGES: Final = {
    "member_reduction": Stage.MEMBER,
    "promotion": Stage.PROMOTION,
    "retailer_coupon": Stage.COUPON,
    "manual": Stage.MANUAL,
    "rounding": Stage.ROUNDING,
}


def till_books(stores: Stores, member_numbers: Iterable[str]) -> Books:
    """Read everything this till ever did; amounts in minor units. For evidence, not for screens."""
    journal = stores.till.journal
    facts = {kind: journal.newest(kind, _ALL) for kind in ("sale.v1", "refund.v1", "topup.v1")}
    sales = [f.data.sale for f in facts["sale.v1"] if isinstance(f.data, SaleData)]
    refunds = [f.data.refund for f in facts["refund.v1"] if isinstance(f.data, RefundData)]
    top_ups = [f.data for f in facts["topup.v1"] if isinstance(f.data, TopUpData)]
    members = (stores.cache.member_by_number(number) for number in member_numbers)
    return {
        "totals": _totals(sales),
        "tenders": _tenders(sales, refunds),
        "refunds": {
            "count": len(refunds),
            "net": sum(refund.net for refund in refunds),
            "claw": sum(refund.claw for refund in refunds),
        },
        "top_ups": {
            "count": len(top_ups),
            "principal": sum(each.principal for each in top_ups),
            "bonus": sum(each.bonus for each in top_ups),
        },
        "sales": _sales(sales, refunds),
        "shifts": _shifts(stores),
        "members": {each.number: member_balances(each) for each in members if each is not None},
    }


def member_balances(member: Member) -> dict[str, int]:
    """What the feed last said about her."""
    return {
        "principal": member.principal,
        "bonus": member.bonus,
        "held": member.held,
        "points": member.points,
        "points_pending": member.points_pending,
        "growth": member.growth,
    }


def _totals(sales: Sequence[Sale]) -> dict[str, int]:
    return {
        "baskets": len(sales),
        "lines": sum(len(sale.lines) for sale in sales),
        "list": sum(sale.list_total for sale in sales),
        **{name: _reduced(sales, stage) for name, stage in _STAGES.items()},
        "net": sum(sale.net for sale in sales),
        "tax": sum(each.tax for sale in sales for each in sale.taxes),
        "manufacturer_coupon": sum(
            tender.amount
            for sale in sales
            for tender in sale.tenders
            if tender.kind is TenderKind.THIRD_PARTY_COUPON
        ),
        "points": sum(sale.points_earned for sale in sales),
    }


def _reduced(sales: Sequence[Sale], stage: Stage) -> int:
    cuts = (cut for sale in sales for line in sale.lines for cut in line.reductions)
    return sum(cut.amount for cut in cuts if cut.stage is stage)


def _tenders(sales: Sequence[Sale], refunds: Sequence[Refund]) -> list[dict[str, Any]]:
    """Per kind and channel, in their order: how much was taken and given back."""
    taken: Counter[tuple[str, str]] = Counter()
    given: Counter[tuple[str, str]] = Counter()
    channels: dict[str, tuple[str, str]] = {}
    for sale in sales:
        for tender in sale.tenders:
            channels[tender.id] = (tender.kind.value, tender.channel)
            taken[channels[tender.id]] += tender.amount
    for refund in refunds:
        for give in refund.gives:
            if give.part is not Part.POINTS:
                is_cash = give.part is Part.CASH
                way = (TenderKind.CASH.value, "") if is_cash else channels[give.tender_id]
                given[way] += give.amount
                taken[way] += 0
    return [
        {"kind": kind, "channel": channel, "taken": amount, "given_back": given[kind, channel]}
        for (kind, channel), amount in sorted(taken.items())
    ]


def _sales(sales: Sequence[Sale], refunds: Sequence[Refund]) -> list[dict[str, Any]]:
    back: Counter[str] = Counter()
    for refund in refunds:
        back[refund.sale_id] += refund.net
    return [
        {
            "receipt_number": sale.receipt_number,
            "list": sale.list_total,
            "net": sale.net,
            "points": sale.points_earned,
            "refunded": back[sale.id],
            "tenders": [_tender(tender) for tender in sale.tenders],
        }
        for sale in sorted(sales, key=lambda each: each.receipt_number)
    ]


def _tender(tender: Tender) -> dict[str, Any]:
    return {
        "kind": tender.kind.value,
        "channel": tender.channel,
        "amount": tender.amount,
        "points": tender.points,
        "principal": sum(piece.principal for piece in tender.value_slices),
        "bonus": sum(piece.bonus for piece in tender.value_slices),
    }


def _shifts(stores: Stores) -> list[dict[str, Any]]:
    facts = stores.till.journal.newest("shift.v1", _ALL)
    closed = [fact.data.z for fact in facts if isinstance(fact.data, ShiftCloseData)]
    return [
        {
            "z_number": z.number,
            "z_digest": z.digest,
            "expected_cash": z.expected_cash,
            "counted_cash": z.counted_cash,
            "difference": z.difference,
            "sales": z.sums.sale_count,
            "net": z.net,
        }
        for z in sorted(closed, key=lambda each: each.number)
    ]
