"""Central's reports as sheets of a file: typed cells, a page of sales at a time, nobody's name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from posapp.central.caller import Tenant
from posapp.central.report_z import paper_of, z_shown
from posapp.central.reports import Filter, sales_report, shifts_report, summary
from posapp.domain.receipt_sale import tender_name
from posapp.domain.receipt_words import Words
from posapp.domain.sale import TenderKind
from posapp.domain.z_content import z_blocks
from posapp.sheets.cells import Money
from posapp.sheets.sheet import Row, Sheet, Style, fitted, range_name
from posapp.sheets.words import FileWords
from posapp.sheets.z_sheets import ZFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posapp.central.report_shapes import SaleShown, ShiftShown, TenderTotal
    from posapp.sheets.cells import Value

_SHOWN_DIGITS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is read: of one tenant, in one language. Every row is read over `connection`."""

    connection: Connection
    tenant: Tenant
    which: Filter
    language: str

    @property
    def own(self) -> FileWords:
        return FileWords(self.language)

    @property
    def paper(self) -> Words:
        return Words(self.language)

    def moment(self, at_ms: int) -> datetime | None:
        """On the tenant's clock, which the column's head names."""
        if not at_ms:
            return None
        return datetime.fromtimestamp(at_ms // 1000, self.tenant.zone).replace(tzinfo=None)

    def way(self, kind: str, channel: str) -> str:
        try:
            return tender_name(self.paper, TenderKind(kind), channel)
        except ValueError:
            return kind


def day_sheet(asked: Asked) -> Sheet:
    """Everything a till can compare with its own sums, and each way of paying."""
    own, paper = asked.own, asked.paper
    found = summary(asked.connection, asked.which, "")
    figures: tuple[tuple[str, str, Value], ...] = (
        ("list", own("list_total"), Money(found.list)),
        ("member", paper("stage_member"), Money(-found.member_reduction)),
        ("promotion", paper("stage_promotion"), Money(-found.promotion)),
        ("coupon", paper("stage_coupon"), Money(-found.retailer_coupon)),
        ("manual", paper("stage_manual"), Money(-found.manual)),
        ("rounding", paper("stage_rounding"), Money(-found.rounding)),
        ("net", own("net_with_deposits"), Money(found.net)),
        ("deposits", own("deposits"), Money(found.deposits.taken)),
        ("tax", paper("tax"), Money(found.tax)),
        ("sale_count", paper("sale_count"), found.baskets),
        ("points", own("points"), found.points),
        ("refund_count", own("refund_count"), found.refunds.count),
        ("refund_net", own("refund_net"), Money(-found.refunds.net)),
        ("principal", own("principal"), Money(found.top_ups.principal)),
        ("bonus", own("bonus"), Money(found.top_ups.bonus)),
        ("quarantined", own("quarantined"), found.quarantined),
        ("open_cases", own("open_cases"), found.open_cases),
    )
    rows = tuple(
        Row(values=(name, value), names=("", range_name("day", key)))
        for key, name, value in figures
    )
    return fitted(own("day"), (own("item"), own("value")), rows)


def tenders_sheet(asked: Asked) -> Sheet:
    """Per way of paying, and their sum."""
    paper = asked.paper
    found = summary(asked.connection, asked.which, "").tenders
    rows = [
        Row(values=(asked.way(each.kind, each.channel), each.count, *_in_out(each)))
        for each in found
    ]
    taken, back = sum(each.taken for each in found), sum(each.given_back for each in found)
    names = (range_name("tenders_total", head) for head in ("count", "taken", "paid_back", "net"))
    total = Row(
        values=(
            paper("total"),
            sum(each.count for each in found),
            Money(taken),
            Money(back),
            Money(taken - back),
        ),
        style=Style.TOTAL,
        names=("", *names),
    )
    heads = tuple(paper(head) for head in ("way", "count", "taken", "paid_back", "net"))
    return fitted(paper("tenders"), heads, (*rows, total))


def sales_sheet(asked: Asked) -> Sheet:
    """Each sale; read and written page by page, however many there are."""
    own, paper = asked.own, asked.paper
    heads = (
        paper("receipt_number"),
        paper("till"),
        paper("business_date"),
        own("moment", zone=asked.tenant.zone.key),
        own("member"),
        own("list_total"),
        own("net_with_deposits"),
        own("deposits"),
        own("refunded"),
        own("points"),
        own("offline"),
        own("ways"),
    )
    rows = (_sale(asked, each) for each in _each_sale(asked))
    widths = (18, 8, 12, 18, 14, 12, 12, 12, 12, 10, 8, 30)
    return Sheet(title=own("sales"), heads=heads, rows=rows, widths=widths)


def shifts_sheet(asked: Asked) -> Sheet:
    """Each shift as its Z says, beside what central counted."""
    own, paper = asked.own, asked.paper
    zone = asked.tenant.zone.key
    heads = (
        paper("till"),
        paper("drawer"),
        paper("cashier"),
        paper("business_date"),
        own("opened", zone=zone),
        own("closed", zone=zone),
        own("z_number"),
        paper("float"),
        paper("expected"),
        paper("counted"),
        paper("even"),
        own("till_sales"),
        own("till_net"),
        own("central_sales"),
        own("central_net"),
    )
    found = shifts_report(asked.connection, asked.which, "").shifts
    return fitted(own("shifts"), heads, tuple(_shift(asked, each) for each in found))


def zs_sheet(asked: Asked) -> Sheet:
    """Every Z of each till in the order of its numbers, and how many are missing before it; what
    stands before the first one that is asked for is only known where all are.
    """
    own, paper = asked.own, asked.paper
    heads = (
        paper("till"),
        own("z_number"),
        own("z_missing"),
        paper("business_date"),
        own("closed", zone=asked.tenant.zone.key),
        paper("cashier"),
        own("till_net"),
        paper("even"),
        own("digest"),
    )
    found = shifts_report(asked.connection, asked.which, "").shifts
    closed = sorted((each for each in found if each.z_number), key=_by_number)
    is_all = not (asked.which.business_date or asked.which.shift_id)
    rows, last = [], ("", 0)
    for each in closed:
        first = 0 if is_all else each.z_number - 1
        before = last[1] if last[0] == each.terminal else first
        rows.append(_z(asked, each, each.z_number - before - 1))
        last = (each.terminal, each.z_number)
    return fitted(own("zs"), heads, tuple(rows))


def z_file(asked: Asked, shift_id: str) -> ZFile:
    """One Z as its till wrote it. Raises Refused("report.no_such_z")."""
    shown = z_shown(asked.connection, asked.tenant.id, shift_id, "")
    heading = shown.z.heading
    return ZFile(
        report=shown.z,
        blocks=z_blocks(shown.z, paper_of(shown.z)),
        brand=asked.tenant.name if heading is None or not heading.shop else heading.shop,
        till=shown.terminal,
        language=asked.language,
    )


def masked_number(number: str) -> str:
    """A member's number with only its last four characters."""
    return f"****{number[-_SHOWN_DIGITS:]}" if number else ""


def _each_sale(asked: Asked) -> Iterator[SaleShown]:
    after = ""
    while True:
        page = sales_report(asked.connection, replace(asked.which, after=after), "")
        yield from page.sales
        after = page.next
        if not after:
            return


def _sale(asked: Asked, each: SaleShown) -> Row:
    ways = "; ".join(
        dict.fromkeys(asked.way(tender.kind, tender.channel) for tender in each.tenders)
    )
    return Row(
        values=(
            each.receipt_number,
            each.terminal,
            _day(each.business_date),
            asked.moment(each.at_ms),
            masked_number(each.member),
            Money(each.list),
            Money(each.net),
            Money(each.deposits),
            Money(each.refunded),
            each.points,
            int(each.offline),
            ways,
        )
    )


def _shift(asked: Asked, each: ShiftShown) -> Row:
    return Row(
        values=(
            each.terminal,
            each.drawer,
            each.staff_name,
            _day(each.business_date),
            asked.moment(each.opened_ms),
            asked.moment(each.closed_ms),
            each.z_number or None,
            Money(each.float_amount),
            Money(each.expected_cash),
            Money(each.counted_cash),
            Money(each.difference),
            each.till_sales,
            Money(each.till_net),
            each.central_sales,
            Money(each.central_net),
        )
    )


def _z(asked: Asked, each: ShiftShown, missing: int) -> Row:
    return Row(
        values=(
            each.terminal,
            each.z_number,
            missing,
            _day(each.business_date),
            asked.moment(each.closed_ms),
            each.staff_name,
            Money(each.till_net),
            Money(each.difference),
            each.z_digest,
        ),
        style=Style.STRONG if missing else Style.PLAIN,
    )


def _by_number(each: ShiftShown) -> tuple[str, int]:
    return (each.terminal, each.z_number)


def _in_out(each: TenderTotal) -> tuple[Money, Money, Money]:
    return (Money(each.taken), Money(each.given_back), Money(each.taken - each.given_back))


def _day(text: str) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
