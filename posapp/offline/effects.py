"""What a fact does to the till's own tables: the same when it is made and when it is put back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, assert_never

from posapp.domain.refund import external_attempt_id
from posapp.domain.sale import Part, TenderKind
from posapp.domain.shift import CashMoveKind
from posapp.offline.drawers import note_drawer, open_drawer
from posapp.offline.figures import (
    AUDIT,
    EVENT,
    KEPT,
    LEG_BACK,
    LIABILITY,
    REDUCTION,
    SEEN,
    TAX,
    TENDER,
    X_SEEN,
    Figure,
    actor_of,
    reduction_name,
    refund_figures,
    sale_figures,
)
from posapp.offline.leases import forget_lease, spend_in, use_rights_in
from posapp.offline.returns import add_returned, sale_of
from posapp.offline.shift_products import add_products
from posapp.wire.canonical import encode
from posapp.wire.facts import (
    KEPT_CHANGE,
    ApprovalData,
    AuditData,
    CashMoveData,
    HoldReleaseData,
    LeaseReleaseData,
    MemberData,
    RefundData,
    SaleData,
    ShiftCloseData,
    ShiftOpenData,
    TopUpData,
    WithdrawalData,
)

if TYPE_CHECKING:
    from posapp.domain.ids import TenderId
    from posapp.domain.refund import GiveBack, Refund
    from posapp.domain.sale import Sale
    from posapp.domain.shift import CashMove, ZReport
    from posapp.offline.database import Tx
    from posapp.wire.facts import Fact, FactHead

_INSERT_SALE: Final = """
    INSERT INTO sale(id, incarnation, seq, receipt_number, at_ms, shift_id, member_id, offline,
                     line_count, item_quantity, list_total, net, points_earned, points_burnt,
                     staff_id, staff_name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_REFUND: Final = """
    INSERT INTO refund(id, incarnation, seq, receipt_number, sale_id, at_ms, shift_id, net, claw,
                       points_back, staff_id, staff_name)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_TOP_UP: Final = """
    INSERT INTO top_up(id, incarnation, seq, receipt_number, member_id, at_ms, shift_id,
                       principal, bonus, cash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_INSERT_FIGURE: Final = """
    INSERT INTO figure(shift_id, sort, name, part, source, count, amount, other)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET count = count + excluded.count,
        amount = amount + excluded.amount, other = other + excluded.other
"""
_INSERT_REFUND_ATTEMPT: Final = """
    INSERT INTO attempt(id, sale_id, kind, amount, channel, state, reference, masked, at_ms)
    VALUES (?, ?, 'refund', ?, ?, 'sent', ?, '', ?) ON CONFLICT(id) DO NOTHING
"""

_GIVES_TO: Final = {
    Part.CASH: TenderKind.CASH,
    Part.EXTERNAL: TenderKind.EXTERNAL,
    Part.THIRD_PARTY_COUPON: TenderKind.THIRD_PARTY_COUPON,
    Part.ON_ACCOUNT: TenderKind.ON_ACCOUNT,
    Part.RECORDED: TenderKind.RECORDED,
    Part.PRINCIPAL: TenderKind.STORED_VALUE,
    Part.BONUS: TenderKind.STORED_VALUE,
    Part.POINTS_VALUE: TenderKind.POINTS,
}


def apply_fact(tx: Tx, fact: Fact, incarnation: int, seq: int) -> None:
    """Change the tables as the fact says. `incarnation` and `seq` are its place in the journal."""
    head, place = fact.head, (incarnation, seq)
    match fact.data:
        case SaleData(sale=sale, offline=offline):
            _sale(tx, head, sale, place, offline=offline)
        case RefundData(refund=refund):
            _refund(tx, head, refund, place)
        case TopUpData():
            _top_up(tx, head, fact.data, place)
        case ShiftOpenData(shift=shift):
            open_drawer(tx, shift)
        case ShiftCloseData(z=z):
            _close_shift(tx, z)
        case CashMoveData(move=move):
            _cash_move(tx, head, move)
        case MemberData(member_id=member_id):
            _figures(tx, head, member_id, [(EVENT, "member", "", 1, 0, 0)])
        case ApprovalData(approval=approval):
            who = fact.data.requested_by_name
            figure = (EVENT, "approval", who, 1, approval.amount, 0)
            _figures(tx, head, approval.id, [figure])
        case AuditData():
            _audit(tx, head, fact.data)
        case LeaseReleaseData(lease_id=lease_id):
            forget_lease(tx, lease_id)
        case HoldReleaseData() | WithdrawalData():
            pass
        case _:
            assert_never(fact.data)


def _audit(tx: Tx, head: FactHead, audit: AuditData) -> None:
    note_drawer(tx, head, audit)
    who = actor_of(head)
    figures: list[Figure] = [(AUDIT, audit.action, who or audit.subject, 1, audit.amount, 0)]
    if audit.action == X_SEEN:
        figures.append((SEEN, who, head.actor.id, 1, 0, 0))
    _figures(tx, head, head.event_id, figures)


def _sale(tx: Tx, head: FactHead, sale: Sale, place: tuple[int, int], *, offline: bool) -> None:
    tx.run(
        _INSERT_SALE,
        (
            sale.id,
            *place,
            sale.receipt_number,
            head.at_ms,
            head.shift_id or "",
            sale.member_id,
            offline,
            len(sale.lines),
            sum([line.quantity for line in sale.lines if not line.is_deposit]),
            sale.list_total,
            sale.net,
            sale.points_earned,
            sum([tender.points for tender in sale.tenders]),
            head.actor.id,
            actor_of(head),
        ),
    )
    more = sale_figures(sale, actor_of(head))
    _figures(tx, head, sale.id, _sale_figures(sale) + more)
    add_products(tx, head.shift_id or "", sale)
    for tender in sale.tenders:
        spend_in(tx, tender)
    use_rights_in(tx, sale)
    tx.run("DELETE FROM draft WHERE sale_id = ?", (sale.id,))
    tx.run(
        "UPDATE attempt SET state = 'settled' WHERE sale_id = ? AND state = 'authorised'",
        (sale.id,),
    )


def _sale_figures(sale: Sale) -> list[Figure]:
    figures: list[Figure] = [
        (TENDER, tender.kind.value, tender.channel, 1, tender.amount, 0) for tender in sale.tenders
    ]
    figures += [(TAX, str(rate.rate_bp), "", 1, rate.gross, rate.tax) for rate in sale.taxes]
    cuts: dict[str, int] = {}
    for line in sale.lines:
        for cut in line.reductions:
            name = reduction_name(cut)
            cuts[name] = cuts.get(name, 0) + cut.amount
    figures += [(REDUCTION, name, "", 1, amount, 0) for name, amount in cuts.items()]
    return figures


def _refund(tx: Tx, head: FactHead, refund: Refund, place: tuple[int, int]) -> None:
    sale = sale_of(tx, refund.sale_id)
    add_returned(tx, refund, sale)
    tx.run(
        _INSERT_REFUND,
        (
            refund.id,
            *place,
            refund.receipt_number,
            refund.sale_id,
            head.at_ms,
            head.shift_id or "",
            refund.net,
            refund.claw,
            refund.of_part(Part.POINTS),
            head.actor.id,
            actor_of(head),
        ),
    )
    channels = {t.id: t.channel for t in sale.tenders} if sale else {}
    figures: list[Figure] = [
        (TAX, str(line.tax_rate), "", 1, -line.net, -line.tax)
        for line in refund.lines
        if not line.is_deposit
    ]
    figures += [
        _given_back(give, channels.get(give.tender_id, ""))
        for give in refund.gives
        if give.part in _GIVES_TO
    ]
    figures += [
        (LEG_BACK, _GIVES_TO[give.part].value, channels.get(give.tender_id, ""), 1, give.amount, 0)
        for give in refund.gives
        if give.part in (Part.EXTERNAL, Part.RECORDED)
    ]
    _figures(tx, head, refund.id, figures + refund_figures(refund, sale))
    tx.run_many(_INSERT_REFUND_ATTEMPT, _external_parts(head, refund, channels))


def _external_parts(
    head: FactHead, refund: Refund, channels: dict[TenderId, str]
) -> list[tuple[str | int, ...]]:
    """What the terminal still has to give back, known from the moment the refund is a fact."""
    return [
        (
            external_attempt_id(refund.id, give.tender_id),
            refund.sale_id,
            give.amount,
            channels.get(give.tender_id, ""),
            give.tender_id,
            head.at_ms,
        )
        for give in refund.gives
        if give.part is Part.EXTERNAL
    ]


def _given_back(give: GiveBack, channel: str) -> Figure:
    kind = _GIVES_TO[give.part]
    # Cash has no channel, also where it is given for what a channel paid.
    return (TENDER, kind.value, "" if kind is TenderKind.CASH else channel, 0, 0, give.amount)


def _top_up(tx: Tx, head: FactHead, top_up: TopUpData, place: tuple[int, int]) -> None:
    cash = top_up.tendered - top_up.change if top_up.tender_kind == TenderKind.CASH else 0
    shift_id = head.shift_id or ""
    if top_up.tender_kind == KEPT_CHANGE:
        # The cash of a sale that stayed: taken by the drawer, owed to her, and no part of net.
        kept = top_up.principal
        figures: list[Figure] = [
            (TENDER, TenderKind.CASH.value, "", 0, kept, 0),
            (LIABILITY, KEPT, "", 1, kept, 0),
        ]
        _figures(tx, head, top_up.top_up_id, figures)
    tx.run(
        _INSERT_TOP_UP,
        (
            top_up.top_up_id,
            *place,
            top_up.receipt_number,
            top_up.member_id,
            head.at_ms,
            shift_id,
            top_up.principal,
            top_up.bonus,
            cash,
        ),
    )


def _close_shift(tx: Tx, z: ZReport) -> None:
    tx.run("UPDATE shift SET closed_ms = ? WHERE id = ?", (z.closed_ms, z.shift_id))
    tx.run(
        "INSERT INTO z_report(number, shift_id, closed_ms, digest, body) VALUES (?, ?, ?, ?, ?)",
        (z.number, z.shift_id, z.closed_ms, z.digest, encode(z)),
    )


def _cash_move(tx: Tx, head: FactHead, move: CashMove) -> None:
    tx.run(
        "INSERT INTO cash_move(id, shift_id, kind, amount, at_ms) VALUES (?, ?, ?, ?, ?)",
        (move.id, head.shift_id or "", CashMoveKind(move.kind).value, move.amount, head.at_ms),
    )


def _figures(tx: Tx, head: FactHead, source: str, figures: list[Figure]) -> None:
    shift_id = head.shift_id or ""
    tx.run_many(
        _INSERT_FIGURE,
        [
            (shift_id, sort, name, part, source, count, amount, other)
            for sort, name, part, count, amount, other in figures
        ],
    )
