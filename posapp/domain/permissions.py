"""Who may do what at the counter, and what needs a second person."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from posapp.domain.ids import StaffId
from posapp.errors import Refused


class Permission(StrEnum):
    """One thing that can be allowed; rights are checked in workflows, never only on a screen."""

    SELL = "sell"
    REDUCE = "reduce"
    VOID_ORDER = "void_order"
    REFUND = "refund"
    OPEN_DRAWER = "open_drawer"
    CASH_MOVE = "cash_move"
    CLOSE_SHIFT = "close_shift"
    REGISTER_MEMBER = "register_member"
    TOP_UP = "top_up"
    APPROVE = "approve"
    READ_REPORTS = "read_reports"
    WORK_CASES = "work_cases"


class Role(StrEnum):
    """Presets of permissions; a staff row may carry others."""

    CASHIER = "cashier"
    SERVICE = "service"
    MANAGER = "manager"


_COUNTER: Final = frozenset(
    {
        Permission.SELL,
        Permission.CASH_MOVE,
        Permission.CLOSE_SHIFT,
        Permission.REGISTER_MEMBER,
        Permission.TOP_UP,
    }
)
PRESETS: Final = {
    Role.CASHIER: _COUNTER,
    Role.SERVICE: _COUNTER,
    Role.MANAGER: frozenset(Permission),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """A person who signs in. The PIN verifier stays in `offline`; this is what may be shown and
    journalled.
    """

    id: StaffId
    number: str
    name: str
    role: Role
    permissions: frozenset[Permission]

    def may(self, permission: Permission) -> bool:
        return permission in self.permissions


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A second person's yes to one action, for that action and amount only; journalled with both
    names. `act` is the row of the table that it was asked under, `subject` the order, refund or
    shift that it is about; empty where nothing was said. `proved_by` is `badge` where no PIN was.
    """

    id: str
    action: Permission
    requested_by: StaffId
    approved_by: StaffId
    approved_by_name: str
    amount: int = 0
    reason: str = ""
    at_ms: int = 0
    act: str = ""
    subject: str = ""
    proved_by: str = ""


def check_may(staff: Staff, permission: Permission, approval: Approval | None = None) -> None:
    """Raises Refused("permission.needs_approval", action) unless the person, or an approval for it,
    allows the action.
    """
    if staff.may(permission):
        return
    if approval is None or approval.action is not permission or approval.requested_by != staff.id:
        raise Refused("permission.needs_approval", action=permission)
