"""Payments that tills recorded as taken elsewhere: they wait until they are found in a bill."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, insert, select, update

from posapp.central.ledger import Posting
from posapp.central.tables.sales import sale
from posapp.central.tables.shops import terminal
from posapp.central.tables.tenders import recorded_payment
from posapp.domain.recorded import TakenBy
from posapp.errors import Refused
from posapp.wire.recorded import MOST_ROWS, RecordedRow, Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit

RECORDED: Final = "recorded"
OPEN: Final = "open"
SEEN: Final = "seen"
MISSING: Final = "missing"


def keep(
    unit: Unit,
    arrival: Arrival,
    payment_id: str,
    *,
    sale_id: str,
    taken_by: str,
    reference: str,
    amount: int,
) -> None:
    """One that nobody has compared with a bill yet. A number that another one has is a case."""
    head = arrival.head
    if amount > 0 and _is_known(unit, taken_by, reference):
        arrival.open_case(unit, "recorded.twice", reference=reference, amount=amount)
    # At once, not with the rest: another fact of this batch may carry the same number.
    row = {
        "id": payment_id,
        "tenant_id": head.tenant_id,
        "shop_id": head.shop_id,
        "terminal_id": head.terminal_id,
        "sale_id": sale_id,
        "event_id": head.event_id,
        "taken_by": taken_by,
        "reference": reference,
        "amount": amount,
        "at_ms": head.at_ms,
        "state": OPEN,
    }
    unit.connection.execute(insert(recorded_payment).values(**row))


def listed(connection: Connection, tenant_id: str, state: str = OPEN) -> Sequence[Any]:
    """Those in one state, oldest first, with the till's code."""
    found = connection.execute(
        select(recorded_payment, terminal.c.code)
        .join(terminal, terminal.c.id == recorded_payment.c.terminal_id)
        .where(recorded_payment.c.tenant_id == tenant_id, recorded_payment.c.state == state)
        .order_by(recorded_payment.c.at_ms, recorded_payment.c.id)
    )
    return found.mappings().all()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some of one standing; `total` and `amount` (minor units) are those of all."""

    rows: tuple[RecordedRow, ...]
    total: int
    amount: int


def page(connection: Connection, tenant_id: str, standing: Standing) -> Page:
    """What waits oldest first, what was seen newest first; who took it is told by its sale."""
    mine = (recorded_payment.c.tenant_id == tenant_id, recorded_payment.c.state == standing.value)
    total, amount = connection.execute(
        select(func.count(), func.coalesce(func.sum(recorded_payment.c.amount), 0)).where(*mine)
    ).one()
    is_done = standing is Standing.SEEN
    time, key = recorded_payment.c.at_ms, recorded_payment.c.id
    found = connection.execute(
        select(recorded_payment, terminal.c.code, sale.c.staff_name, sale.c.receipt_number)
        .join(terminal, terminal.c.id == recorded_payment.c.terminal_id)
        .outerjoin(sale, sale.c.event_id == recorded_payment.c.event_id)
        .where(*mine)
        .order_by(*((time.desc(), key.desc()) if is_done else (time, key)))
        .limit(MOST_ROWS)
    )
    rows = tuple(_told(row) for row in found.mappings())
    return Page(rows=rows, total=int(total), amount=int(amount))


def _told(row: Any) -> RecordedRow:
    return RecordedRow(
        id=row["id"],
        terminal=row["code"],
        taken_by=row["taken_by"],
        reference=row["reference"],
        amount=row["amount"],
        at_ms=row["at_ms"],
        staff=row["staff_name"] or "",
        receipt=row["receipt_number"] or "",
        who=row["who"] or "",
        note=row["note"] or "",
        changed_ms=row["changed_ms"] or 0,
    )


def unseen(connection: Connection, tenant_id: str, numbers: Iterable[str]) -> Sequence[Any]:
    """Money taken by stand or handheld under one of these numbers and in no bill yet. A voucher's
    number is not the acquirer's.
    """
    return connection.execute(
        select(recorded_payment.c.id, recorded_payment.c.reference, recorded_payment.c.amount)
        .where(
            recorded_payment.c.tenant_id == tenant_id,
            recorded_payment.c.reference.in_(list(numbers)),
            recorded_payment.c.state.in_((OPEN, MISSING)),
            recorded_payment.c.taken_by.in_((TakenBy.STAND.value, TakenBy.HANDHELD.value)),
            recorded_payment.c.amount > 0,
        )
        .order_by(recorded_payment.c.id)
    ).all()


def settle(unit: Unit, payment_id: str, *, seen: bool, who: str, note: str) -> None:
    """Somebody looked: it stands in the bill, or it does not, which is a case.

    What was seen moves to the acquirer's account. Raises Refused("recorded.unknown",
    "recorded.settled").
    """
    row = _open_row(unit, payment_id, seen=seen)
    if seen:
        posting = Posting(
            id=unit.ids.new(),
            kind="recorded_seen",
            source_id=row.sale_id,
            at_ms=unit.now_ms,
            shop_id=row.shop_id,
        )
        unit.books.house(posting, RECORDED, row.taken_by, row.amount)
        unit.books.house(posting, "acquirer", row.taken_by, -row.amount)
        unit.books.post(posting)
    else:
        unit.open_case(
            "recorded.not_found",
            row.terminal_id,
            row.event_id,
            reference=row.reference,
            amount=row.amount,
        )
    unit.connection.execute(
        update(recorded_payment)
        .where(recorded_payment.c.id == payment_id)
        .values(state=SEEN if seen else MISSING, changed_ms=unit.now_ms, who=who, note=note)
    )


def _open_row(unit: Unit, payment_id: str, *, seen: bool) -> Any:
    row = unit.connection.execute(
        select(recorded_payment)
        .where(recorded_payment.c.id == payment_id, recorded_payment.c.tenant_id == unit.tenant.id)
        .with_for_update()
    ).first()
    if row is None:
        raise Refused("recorded.unknown")
    # What was not found may turn up in a later bill, but not be missed twice.
    if row.state == SEEN or (row.state == MISSING and not seen):
        raise Refused("recorded.settled")
    return row


def _is_known(unit: Unit, taken_by: str, reference: str) -> bool:
    known = select(recorded_payment.c.id).where(
        recorded_payment.c.tenant_id == unit.tenant.id,
        recorded_payment.c.reference == reference,
        recorded_payment.c.taken_by == taken_by,
        recorded_payment.c.amount > 0,
    )
    return unit.connection.execute(known.limit(1)).first() is not None
