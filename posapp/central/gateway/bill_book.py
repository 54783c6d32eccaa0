"""Bills in central's books: each file once, matched and written in one transaction, and listed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import or_, select, update
from sqlalchemy.exc import IntegrityError

from posapp.central import recorded
from posapp.central.gateway.attempts import Attempt, attempt_of
from posapp.central.gateway.bill import Bill, Layout, read_bill
from posapp.central.gateway.matching import Recorded, match
from posapp.central.portable import beside
from posapp.central.quarantine import write_act
from posapp.central.tables.gateway import pay_attempt, pay_bill, pay_difference
from posapp.central.tables.inbox import case
from posapp.central.tables.sales import sale, sale_tender
from posapp.domain.charges import Stage
from posapp.errors import Refused
from posapp.wire.bills import BillShown, DifferenceShown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection

    from posapp.central.caller import Tenant
    from posapp.central.gateway.matching import Difference
    from posapp.central.quarantine import Act
    from posapp.central.service import Central
    from posapp.central.unit import Unit

MOST_SHOWN: Final = 60
_CHUNK: Final = 500
_MIDNIGHT: Final = timedelta(minutes=10)
"""What was paid so shortly before midnight may stand in the next day's bill."""
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BillFile:
    """A file as it was handed in."""

    acquirer: str
    layout: Layout
    name: str
    data: bytes
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """A bill on its way into the books."""

    id: str
    file: BillFile
    bill: Bill
    sha: bytes
    who: str


def import_bill(central: Central, tenant: Tenant, file: BillFile, act: Act) -> BillShown:
    """Match a bill with the attempts of its day; every difference becomes a case. All or nothing.

    Raises Refused: "gateway.not_set_up", "bill.imported_already" (day), "bill.day_imported" (day),
    "bill.day_not_valid", and as `read_bill`.
    """
    if file.acquirer not in central.acquirers.names:
        raise Refused("gateway.not_set_up", channel=file.acquirer)
    sha = hashlib.sha256(file.data).digest()
    with central.database.read() as connection:
        _check_new_file(connection, tenant.id, sha)
    bill = read_bill(file.data, file.layout, file.day)
    bill_id = central.ids.new()
    try:
        with central.work(tenant) as unit:
            _check_new_file(unit.connection, tenant.id, sha)
            _check_new_day(unit.connection, tenant.id, file.acquirer, bill.day)
            taken = _Taken(id=bill_id, file=file, bill=bill, sha=sha, who=act.who)
            _write(unit, taken)
            write_act(
                central,
                unit.connection,
                tenant.id,
                act,
                "import_bill",
                subject_id=bill_id,
                day=bill.day,
            )
    except IntegrityError as error:
        # Somebody else handed in the same one at this moment; his stands.
        raise Refused("bill.imported_already", day=bill.day) from error
    with central.database.read() as connection:
        return _shown(connection, tenant.id, [bill_id])[0]


def bills(connection: Connection, tenant_id: str, most: int = MOST_SHOWN) -> tuple[BillShown, ...]:
    """The newest first, each with its differences."""
    newest = connection.execute(
        select(pay_bill.c.id)
        .where(pay_bill.c.tenant_id == tenant_id)
        .order_by(pay_bill.c.bill_date.desc(), pay_bill.c.at_ms.desc())
        .limit(most)
    ).scalars()
    return _shown(connection, tenant_id, list(newest))


def bills_of_day(connection: Connection, tenant_id: str, day: str) -> tuple[BillShown, ...]:
    """The bills of one day (ISO), one for each acquirer, each with its differences."""
    found = connection.execute(
        select(pay_bill.c.id).where(pay_bill.c.tenant_id == tenant_id, pay_bill.c.bill_date == day)
    ).scalars()
    return _shown(connection, tenant_id, list(found))


# Writing


def _write(unit: Unit, taken: _Taken) -> None:
    connection, tenant, bill = unit.connection, unit.tenant, taken.bill
    acquirer = taken.file.acquirer
    start, end = _bounds(bill.day, tenant)
    matched = match(
        bill,
        _known(connection, tenant.id, acquirer, [row.number for row in bill.rows]),
        _expected(connection, tenant.id, acquirer, (start, end)),
        _sold(connection, tenant.id, start, end),
        _recorded(connection, tenant.id, bill),
    )
    unit.insert(
        pay_bill,
        id=taken.id,
        tenant_id=tenant.id,
        acquirer=acquirer,
        bill_date=bill.day,
        file_name=taken.file.name[:200],
        sha256=taken.sha,
        rows=len(bill.rows),
        matched=matched.agreed,
        at_ms=unit.now_ms,
        who=taken.who[:80],
    )
    for each in matched.differences:
        _open(unit, taken, each)
    note = f"{acquirer} {bill.day}"
    for payment_id in matched.seen:
        recorded.settle(unit, payment_id, seen=True, who=taken.who, note=note)
    for ids in _chunks([attempt.id for attempt in matched.named]):
        connection.execute(
            update(pay_attempt)
            .where(beside(pay_attempt.c.tenant_id) == tenant.id, pay_attempt.c.id.in_(ids))
            .values(bill_id=taken.id)
        )


def _open(unit: Unit, taken: _Taken, found: Difference) -> None:
    attempt = found.attempt
    case_id = unit.open_case(
        f"bill.{found.finding}",
        None if attempt is None else attempt.terminal_id,
        None,
        acquirer=taken.file.acquirer,
        day=taken.bill.day,
        number=found.number,
        reference=found.reference,
        here=found.here,
        there=found.there,
    )
    unit.insert(
        pay_difference,
        id=unit.ids.new(),
        tenant_id=unit.tenant.id,
        bill_id=taken.id,
        case_id=case_id,
        kind=found.finding.value,
        attempt_id="" if attempt is None else attempt.id,
        merchant_no=found.number,
        reference=found.reference,
        here=found.here,
        there=found.there,
    )


def _check_new_file(connection: Connection, tenant_id: str, sha: bytes) -> None:
    day = connection.execute(
        select(pay_bill.c.bill_date).where(
            pay_bill.c.tenant_id == tenant_id, pay_bill.c.sha256 == sha
        )
    ).scalar()
    if day is not None:
        raise Refused("bill.imported_already", day=day)


def _check_new_day(connection: Connection, tenant_id: str, acquirer: str, day: str) -> None:
    stands = connection.execute(
        select(pay_bill.c.id).where(
            pay_bill.c.tenant_id == tenant_id,
            pay_bill.c.acquirer == acquirer,
            pay_bill.c.bill_date == day,
        )
    ).first()
    if stands is not None:
        raise Refused("bill.day_imported", day=day)


# Reading what to match


def _bounds(day: str, tenant: Tenant) -> tuple[int, int]:
    """The day in the tenant's time, wall ms."""
    try:
        first = datetime.combine(date.fromisoformat(day), time.min, tenant.zone)
    except ValueError as error:
        raise Refused("bill.day_not_valid", day=day) from error
    return _ms(first), _ms(first + _DAY)


def _ms(moment: datetime) -> int:
    return int(moment.timestamp()) * 1_000


def _known(
    connection: Connection, tenant_id: str, acquirer: str, numbers: Sequence[str]
) -> dict[str, Attempt]:
    mine = (pay_attempt.c.tenant_id == tenant_id, pay_attempt.c.acquirer == acquirer)
    found: dict[str, Attempt] = {}
    for some in _chunks(numbers):
        query = select(pay_attempt).where(*mine, pay_attempt.c.merchant_no.in_(some))
        for row in connection.execute(query).mappings():
            found[row["merchant_no"]] = attempt_of(row)
    return found


def _expected(
    connection: Connection, tenant_id: str, acquirer: str, day_ms: tuple[int, int]
) -> list[Attempt]:
    """Paid on that day, and in no bill yet."""
    start_ms, end_ms = day_ms
    shift_ms = int(_MIDNIGHT.total_seconds()) * 1_000
    found = connection.execute(
        select(pay_attempt)
        .where(
            pay_attempt.c.tenant_id == tenant_id,
            pay_attempt.c.acquirer == acquirer,
            pay_attempt.c.state == Stage.PAID.value,
            pay_attempt.c.bill_id == "",
            pay_attempt.c.begun_ms >= start_ms - shift_ms,
            pay_attempt.c.begun_ms < end_ms - shift_ms,
        )
        .order_by(pay_attempt.c.begun_ms)
    )
    return [attempt_of(row) for row in found.mappings()]


def _recorded(connection: Connection, tenant_id: str, bill: Bill) -> list[Recorded]:
    """Payments taken elsewhere under a number that the bill names."""
    numbers = [number for row in bill.rows for number in (row.number, row.reference) if number]
    return [
        Recorded(id=row.id, reference=row.reference, amount=row.amount)
        for some in _chunks(numbers)
        for row in recorded.unseen(connection, tenant_id, some)
    ]


def _sold(connection: Connection, tenant_id: str, start_ms: int, end_ms: int) -> frozenset[str]:
    """Charges that a sale of those days counts; a till's clock may differ from the acquirer's."""
    day_ms = int(_DAY.total_seconds()) * 1_000
    found = connection.execute(
        select(sale_tender.c.tender_id).where(
            sale_tender.c.sale_id == sale.c.id,
            sale_tender.c.kind == "external",
            sale.c.tenant_id == tenant_id,
            sale.c.at_ms.between(start_ms - day_ms, end_ms + day_ms),
        )
    ).scalars()
    return frozenset(found)


# Showing


def _shown(connection: Connection, tenant_id: str, ids: list[str]) -> tuple[BillShown, ...]:
    rows = connection.execute(
        select(pay_bill)
        .where(beside(pay_bill.c.tenant_id) == tenant_id, pay_bill.c.id.in_(ids))
        .order_by(pay_bill.c.bill_date.desc(), pay_bill.c.at_ms.desc())
    ).all()
    differences = _differences(connection, tenant_id, ids)
    return tuple(
        BillShown(
            id=row.id,
            acquirer=row.acquirer,
            day=row.bill_date,
            file_name=row.file_name,
            rows=row.rows,
            matched=row.matched,
            at_ms=row.at_ms,
            who=row.who,
            differences=tuple(differences.get(row.id, ())),
        )
        for row in rows
    )


def _differences(
    connection: Connection, tenant_id: str, ids: list[str]
) -> dict[str, list[DifferenceShown]]:
    found = connection.execute(
        select(pay_difference, case.c.closed)
        .outerjoin(case, case.c.id == pay_difference.c.case_id)
        .where(pay_difference.c.tenant_id == tenant_id, pay_difference.c.bill_id.in_(ids))
        .where(or_(case.c.tenant_id == tenant_id, case.c.id.is_(None)))
        .order_by(pay_difference.c.kind, pay_difference.c.merchant_no)
    )
    told: dict[str, list[DifferenceShown]] = {}
    for row in found:
        told.setdefault(row.bill_id, []).append(
            DifferenceShown(
                finding=row.kind,
                number=row.merchant_no,
                reference=row.reference,
                here=row.here,
                there=row.there,
                case_id=row.case_id,
                open=row.closed == 0,
            )
        )
    return told


def _chunks(items: Sequence[str]) -> Iterator[Iterable[str]]:
    for first in range(0, len(items), _CHUNK):
        yield items[first : first + _CHUNK]
