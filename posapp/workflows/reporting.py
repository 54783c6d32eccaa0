"""What a manager reads at the till: Z reports, approvals, and the day so far."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused
from posapp.wire.facts import ApprovalData, AuditData
from posapp.workflows.drawers import may_know_expected, note_seen

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import OpenDrawer, Shift, ZReport
    from posapp.offline.journal import Journal
    from posapp.offline.outbox import OutboxStore
    from posapp.offline.shifts import ShiftStore
    from posapp.workflows.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalRow:
    """One approval as the list shows it; minor units, wall ms."""

    at_ms: int
    action: Permission
    amount: int
    reason: str
    requested_by_name: str
    approved_by_name: str
    proved_by: str = ""


class OpenPart(Enum):
    """What a day holds of the shift that is open on it: on a day of cash alone its net tells what
    the drawer should hold, and its count is blind.
    """

    NONE = "none"
    """There is no such shift."""
    COUNTED_BY_HER = "counted_by_her"
    """Nothing: she works with its drawer."""
    HIDDEN = "hidden"
    """Nothing until she asks for it."""
    SHOWN = "shown"
    """All of it: it is journalled that she saw it, and somebody else counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySummary:
    """The closed shifts of a business date, with the open one where `open_part` says SHOWN; minor
    units.
    """

    business_date: str
    z_numbers: tuple[int, ...]
    sale_count: int
    refund_count: int
    net: int
    member_sale_net: int
    top_up_cash: int
    open_part: OpenPart = OpenPart.NONE


class Reporting:
    """Lane: store. Every method raises Refused("permission.needs_approval") without the right."""

    def __init__(
        self, shifts: ShiftStore, journal: Journal, outbox: OutboxStore, desk: Desk
    ) -> None:
        self._shifts = shifts
        self._journal = journal
        self._outbox = outbox
        self._desk = desk

    def z_list(self, staff: Staff) -> tuple[ZReport, ...]:
        """Newest first."""
        check_may(staff, Permission.READ_REPORTS)
        return self._shifts.reports()

    def z(self, number: int, staff: Staff) -> ZReport:
        """One Z. Raises Refused("report.no_such_z")."""
        check_may(staff, Permission.READ_REPORTS)
        report = self._shifts.report(number)
        if report is None:
            raise Refused("report.no_such_z", number=number)
        return report

    def note_saved(
        self, number: int, staff: Staff, shift: Shift | None, *, form: str = "pdf"
    ) -> None:
        """A report leaves the till as a file of this form: who took it is journalled before it is
        written.
        """
        check_may(staff, Permission.READ_REPORTS)
        audit = AuditData(action="report.saved", subject=f"Z{number:06d}", reason=form)
        self._outbox.append(self._desk.entry(audit, staff, shift))

    def approvals(self, staff: Staff, limit: int = 100) -> tuple[ApprovalRow, ...]:
        """Newest first, with both names."""
        check_may(staff, Permission.READ_REPORTS)
        rows = []
        for fact in self._journal.newest("approval.v1", limit):
            if isinstance(fact.data, ApprovalData):
                approval = fact.data.approval
                rows.append(
                    ApprovalRow(
                        at_ms=approval.at_ms,
                        action=approval.action,
                        amount=approval.amount,
                        reason=approval.reason,
                        requested_by_name=fact.data.requested_by_name,
                        approved_by_name=approval.approved_by_name,
                        proved_by=approval.proved_by,
                    )
                )
        return tuple(rows)

    def day(self, business_date: str, staff: Staff, *, reveal: bool = False) -> DaySummary:
        """One business date: its Zs, and the shift that is open on it for who does not work with
        its drawer and asks for it (`reveal`), or saw what it should hold before.
        """
        check_may(staff, Permission.READ_REPORTS)
        closed = [z for z in self._shifts.reports() if z.business_date == business_date]
        sums = [z.sums for z in closed]
        drawer = self._open_on(business_date)
        open_part = OpenPart.NONE if drawer is None else self._open_part(drawer, staff, reveal)
        if drawer is not None and open_part is OpenPart.SHOWN:
            note_seen(self._shifts, self._outbox, self._desk, drawer.shift, staff)
            sums.append(self._shifts.sums(drawer.shift.id))
        return DaySummary(
            business_date=business_date,
            z_numbers=tuple(z.number for z in closed),
            sale_count=sum(each.sale_count for each in sums),
            refund_count=sum(each.refund_count for each in sums),
            net=sum(each.net_sales - each.refund_net for each in sums),
            member_sale_net=sum(each.member_sale_net for each in sums),
            top_up_cash=sum(each.top_up_cash for each in sums),
            open_part=open_part,
        )

    def _open_on(self, business_date: str) -> OpenDrawer | None:
        """The drawer in use, where its shift is of this date."""
        for drawer in self._shifts.drawers():
            if drawer.put_aside_ms is None and drawer.shift.business_date == business_date:
                return drawer
        return None

    def _open_part(self, drawer: OpenDrawer, staff: Staff, reveal: bool) -> OpenPart:
        if not may_know_expected(drawer, staff):
            return OpenPart.COUNTED_BY_HER
        if reveal or staff.id in self._shifts.saw_expected(drawer.shift.id):
            return OpenPart.SHOWN
        return OpenPart.HIDDEN
