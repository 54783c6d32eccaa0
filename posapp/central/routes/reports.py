"""Reports for tills and operators: sums read from the books, never kept beside them."""

from __future__ import annotations

from typing import Final

from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.report_cases import cases_report
from posapp.central.report_members import MemberReport, member_report
from posapp.central.report_shapes import CasesReport, SalesReport, ShiftsReport, Summary, ZShown
from posapp.central.report_totals import member_totals
from posapp.central.report_z import z_shown
from posapp.central.reports import Filter, sales_report, shifts_report, summary
from posapp.errors import Refused
from posapp.wire.member_totals import MemberTotals

_FILTERS: Final = ("terminal", "business_date", "shift", "limit", "after")


def _summary(call: Call) -> Summary:
    with call.central.database.read() as connection:
        return summary(connection, _filter(call), call.request_id)


def _sales(call: Call) -> SalesReport:
    with call.central.database.read() as connection:
        return sales_report(connection, _filter(call), call.request_id)


def _shifts(call: Call) -> ShiftsReport:
    with call.central.database.read() as connection:
        return shifts_report(connection, _filter(call), call.request_id)


def _z(call: Call) -> ZShown:
    with call.central.database.read() as connection:
        shift_id, tenant_id = call.place["shift"], call.caller.tenant.id
        return z_shown(connection, tenant_id, shift_id, call.request_id)


def _cases(call: Call) -> CasesReport:
    with call.central.database.read() as connection:
        return cases_report(connection, call.caller.tenant.id, call.request_id)


def _member_totals(call: Call) -> MemberTotals:
    with call.central.database.read() as connection:
        return member_totals(
            connection,
            call.caller.tenant.id,
            _moment(call, "after"),
            _moment(call, "until"),
            call.request_id,
        )


def _moment(call: Call, name: str) -> int:
    given = call.query.get(name, "")
    if not given.isascii() or not given.isdigit() or len(given) > 15:
        raise Refused("wire.not_understood", reason=name)
    return int(given)


def _member(call: Call) -> MemberReport:
    with call.central.view(call.caller) as view:
        return member_report(view, call.place["number"], call.request_id)


def _filter(call: Call) -> Filter:
    limit = call.query.get("limit", "0")
    if not limit.isascii() or not limit.isdigit() or len(limit) > 9:
        raise Refused("wire.not_understood", reason="limit")
    return Filter(
        tenant_id=call.caller.tenant.id,
        terminal=call.query.get("terminal", ""),
        business_date=call.query.get("business_date", ""),
        shift_id=call.query.get("shift", ""),
        after=call.query.get("after", ""),
        limit=int(limit),
    )


ENDPOINTS: Final = (
    Endpoint(
        method="GET",
        path="/v1/reports/summary",
        summary="Totals of sales, tenders, refunds, top-ups and shifts",
        handler=_summary,
        gives=Summary,
        access=Access.READER,
        query=_FILTERS[:3],
    ),
    Endpoint(
        method="GET",
        path="/v1/reports/sales",
        summary="Each sale with its tenders and points",
        handler=_sales,
        gives=SalesReport,
        access=Access.READER,
        query=_FILTERS,
    ),
    Endpoint(
        method="GET",
        path="/v1/reports/shifts",
        summary="Each shift with its Z and central's own count",
        handler=_shifts,
        gives=ShiftsReport,
        access=Access.READER,
        query=_FILTERS,
    ),
    Endpoint(
        method="GET",
        path="/v1/reports/z/{shift}",
        summary="One Z as its till wrote it, row by row, beside what central counted",
        handler=_z,
        gives=ZShown,
        access=Access.READER,
        refuses=(404,),
    ),
    Endpoint(
        method="GET",
        path="/v1/reports/cases",
        summary="What waits for a person: open cases and quarantined facts",
        handler=_cases,
        gives=CasesReport,
        access=Access.READER,
    ),
    Endpoint(
        method="GET",
        path="/v1/reports/member-totals",
        summary="Stored value and points of all members over a span: opening, moves, closing",
        handler=_member_totals,
        gives=MemberTotals,
        access=Access.READER,
        query=("after", "until"),
    ),
    Endpoint(
        method="GET",
        path="/v1/reports/members/{number}",
        summary="A member's accounts as sums of their entries",
        handler=_member,
        gives=MemberReport,
        access=Access.READER,
        refuses=(404,),
    ),
)
