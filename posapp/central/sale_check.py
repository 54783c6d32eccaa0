"""Does a sale agree with itself? Lines, tenders and matrix to the fen; nothing is priced again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.sale import Part, TenderKind, check_tenders
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.domain.sale import Sale, Tender

_Totals = dict[tuple[str, Part, str | None], int]


def check_sale(sale: Sale) -> None:
    """Lines, tenders and matrix agree to the fen. Raises Refused("sale.contradicts_itself")."""
    check_tenders(sale.net, sale.tenders)
    nets = [line.net for line in sale.lines]
    lists = sum(line.list_amount for line in sale.lines)
    if sum(nets) != sale.net or lists != sale.list_total or sale.points_earned < 0:
        raise Refused("sale.contradicts_itself")
    for line in sale.lines:
        cut = sum(reduction.amount for reduction in line.reductions)
        if line.list_amount - cut != line.net or line.net < 0 or line.quantity <= 0:
            raise Refused("sale.contradicts_itself")
    _check_matrix(sale, nets)


def _check_matrix(sale: Sale, nets: list[int]) -> None:
    rows = [0] * len(nets)
    totals: _Totals = {}
    for column in sale.matrix:
        if len(column.amounts) != len(nets) or min(column.amounts, default=0) < 0:
            raise Refused("sale.contradicts_itself")
        key = (column.tender_id, column.part, column.lot_id)
        totals[key] = totals.get(key, 0) + column.total
        if column.part is not Part.POINTS:
            rows = [row + amount for row, amount in zip(rows, column.amounts, strict=True)]
    expected: _Totals = {}
    for tender in sale.tenders:
        expected.update(_parts_of(tender))
    drop_zeros = {key: total for key, total in totals.items() if total}
    if rows != nets or drop_zeros != {key: total for key, total in expected.items() if total}:
        raise Refused("sale.contradicts_itself")


def _parts_of(tender: Tender) -> _Totals:
    """What the matrix's columns of a tender have to sum to."""
    match tender.kind:
        case TenderKind.STORED_VALUE:
            parts: _Totals = {}
            for piece in tender.value_slices:
                parts[tender.id, Part.PRINCIPAL, piece.lot_id] = piece.principal
                parts[tender.id, Part.BONUS, piece.lot_id] = piece.bonus
            return parts
        case TenderKind.POINTS:
            points: _Totals = {
                (tender.id, Part.POINTS, piece.lot_id): piece.points
                for piece in tender.point_slices
            }
            points[tender.id, Part.POINTS_VALUE, None] = tender.amount
            return points
        case (
            TenderKind.CASH
            | TenderKind.EXTERNAL
            | TenderKind.THIRD_PARTY_COUPON
            | TenderKind.ON_ACCOUNT
            | TenderKind.RECORDED
        ):
            return {(tender.id, Part(tender.kind.value), None): tender.amount}
