"""What each may do alone and what a second person allowed: the table in force, and every approval
good for one action.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from posapp.domain.allowances import (
    DECLARED,
    Act,
    Allowance,
    AllowanceTable,
    check_allowed,
    counter_limit,
    read_row,
)
from posapp.domain.badge_limits import badge_suffices, read_badge_limits
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.permissions import Approval, Permission, Staff
    from posapp.settings import Settings

_LOG = logging.getLogger(__name__)
MOST_USED: Final = 2_000


class Allowing:
    """Any lane, and quick: nothing is read but memory.

    An approval lives as long as the program, and so does the book of those that were used: after a
    start there is none that could be used again.
    """

    def __init__(self, settings: Callable[[], Settings]) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._used: dict[str, str] = {}
        self._answered: dict[str, str] = {}

    @property
    def table(self) -> AllowanceTable:
        """The declared rows as the shop's settings change them."""
        return allowance_table(self._settings())

    def allows(self, act: Act, size: int, staff: Staff) -> bool:
        """Whether the person does it alone; if not, a screen asks for an approval first."""
        return self.table.row(act).allows(staff, size)

    def check(
        self,
        act: Act,
        size: int,
        staff: Staff,
        approval: Approval | None = None,
        *,
        amount: int | None = None,
        subject: str = "",
        once: str = "",
    ) -> Approval | None:
        """The approval that the action stands on, or None where the person does it alone.

        `subject` is the order, refund or shift; with `once` the same approval serves the same
        doing again, as after a lost answer. Raises Refused("permission.needs_approval") and
        Refused("approval.used").
        """
        row = self.table.row(act)
        if check_allowed(row, size, staff, approval, amount=amount, subject=subject):
            return None
        assert approval is not None
        self._use(approval, once or subject)
        return approval

    def answer(self, question: str, approver: str) -> None:
        """The first yes to a question counts. Raises Refused("approval.already_given", name)."""
        with self._lock:
            first = self._answered.get(question)
            if first is not None:
                raise Refused("approval.already_given", name=first)
            self._answered[question] = approver
            _forget_old(self._answered)

    def badge_suffices(self, act: Act, size: int) -> bool:
        """Whether a badge alone says yes to so much; a text that does not read allows nothing."""
        try:
            limits = read_badge_limits(self._settings().approve_by_badge)
        except Refused:
            _LOG.warning("approve_by_badge is not valid")
            return False
        return badge_suffices(limits, act, size)

    def row_for(self, act: Act | None, permission: Permission) -> Allowance | None:
        """The row of an act, or the one that approvals of a permission are asked under."""
        table = self.table
        return table.of_permission(permission) if act is None else table.row(act)

    def _use(self, approval: Approval, doing: str) -> None:
        with self._lock:
            is_new = approval.id not in self._used
            if not is_new and (not doing or self._used[approval.id] != doing):
                raise Refused("approval.used", name=approval.approved_by_name)
            self._used[approval.id] = doing
            _forget_old(self._used)


def allowance_table(settings: Settings) -> AllowanceTable:
    """The table in force. A text that does not read leaves its row as declared, and is logged."""
    rows = dict(DECLARED)
    for act, limit in _amounts(settings).items():
        rows[act] = counter_limit(rows[act], limit)
    # A count that is far out is nobody's own to sign, whatever her rights.
    over_short = rows[Act.OVER_SHORT]
    rows[Act.OVER_SHORT] = replace(over_short, own=settings.difference_approval_above)
    for act, text in texts(settings).items():
        try:
            rows[act] = read_row(rows[act], text)
        except Refused as refusal:
            _LOG.warning("allow_%s is not valid: %s", act, refusal.params["part"])
    return AllowanceTable(rows=rows)


def texts(settings: Settings) -> dict[Act, str]:
    """What the shop wrote for each row; empty for nothing."""
    return {act: str(getattr(settings, f"allow_{act.value}")) for act in Act}


def _amounts(settings: Settings) -> dict[Act, int]:
    return {
        Act.REFUND: settings.refund_approval_above,
        Act.CASH_OUT: settings.cash_out_approval_above,
        Act.OVER_SHORT: settings.difference_approval_above,
        Act.ROUND_OFF: settings.rounding_approval_above,
    }


def _forget_old(book: dict[str, str]) -> None:
    while len(book) > MOST_USED:
        book.pop(next(iter(book)))
