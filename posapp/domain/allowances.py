"""The table of actions x roles x limits: how far each may go alone, and what a second person's yes
is good for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from posapp.domain.permissions import Approval, Permission, Role, Staff
from posapp.errors import Refused

WHOLE: Final = 10_000
"""The largest share, in basis points."""
LARGEST_LIMIT: Final = 10_000_000_000
MOST_REASONS: Final = 6
LONGEST_REASON: Final = 20
_ALL: Final = "all"
_NUMBER: Final = re.compile(r"[0-9]{1,11}")


class Act(StrEnum):
    """What may need a second person."""

    DISCOUNT = "discount"
    PRICE_CHANGE = "price_change"
    VOID_ORDER = "void_order"
    REFUND = "refund"
    OPEN_DRAWER = "open_drawer"
    CASH_OUT = "cash_out"
    OVER_SHORT = "over_short"
    TAKE_OVER = "take_over"
    ROUND_OFF = "round_off"
    RECORD_EXTERNAL = "record_external"
    DEPOSIT_IN_CASH = "deposit_in_cash"
    MEMBER_STATUS = "member_status"
    MEMBER_IDENTITY = "member_identity"
    CORRECT_VALUE = "correct_value"
    CORRECT_POINTS = "correct_points"
    COMPENSATE = "compensate"
    COMPENSATE_DAY = "compensate_day"
    COMPENSATE_YEAR = "compensate_year"
    MEMBER_EXPORT = "member_export"
    MEMBER_ERASE = "member_erase"
    MEMBER_TIER = "member_tier"


class Measure(StrEnum):
    """What a limit counts: minor units, basis points of the price, points, or only whether (0 or
    all).
    """

    MONEY = "money"
    SHARE = "share"
    POINTS = "points"
    EACH = "each"


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """One row of the table; a limit of None is none.

    `limits` says how far a role goes alone. Who holds `right` counts as a manager, a manager
    without it as a cashier. Above `own` nobody goes alone, whatever her right. An approval names
    `permission`, and who gives it holds that and `right`. `reasons` are the shop's; without any the
    program offers its own.
    """

    act: Act
    measure: Measure
    permission: Permission
    right: Permission
    limits: Mapping[Role, int | None]
    own: int | None = None
    reasons: tuple[str, ...] = ()

    def limit(self, staff: Staff) -> int | None:
        """The largest size that this person's yes is good for."""
        if staff.may(self.right):
            return self.limits[Role.MANAGER]
        return self.limits[Role.CASHIER if staff.role is Role.MANAGER else staff.role]

    def allows(self, staff: Staff, size: int) -> bool:
        """Whether the person may do it alone."""
        return _within(size, self.limit(staff)) and _within(size, self.own)

    def may_approve(self, staff: Staff, size: int, requested_by: Staff) -> bool:
        """Whether this person's yes lets another one do it."""
        rights = (Permission.APPROVE, self.right, self.permission)
        if staff.id == requested_by.id or not all(staff.may(each) for each in rights):
            return False
        return _within(size, self.limit(staff))


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowanceTable:
    """A row for every `Act`."""

    rows: Mapping[Act, Allowance]

    def row(self, act: Act) -> Allowance:
        return self.rows[act]

    def of_permission(self, permission: Permission) -> Allowance | None:
        """The first row whose approvals name this permission."""
        fitting = (row for row in self.rows.values() if row.permission is permission)
        return next(fitting, None)


def check_allowed(
    row: Allowance,
    size: int,
    staff: Staff,
    approval: Approval | None = None,
    *,
    amount: int | None = None,
    subject: str = "",
) -> bool:
    """Whether the person does it alone; with False it stands on the approval, which is used by it.

    `amount` (minor units) is what the approval must reach, `size` where there is no other. Raises
    Refused("permission.needs_approval", action) without an approval of this act, amount and
    subject for this person.
    """
    if row.allows(staff, size):
        return True
    due = size if amount is None else amount
    if approval is None or not _fits(row, approval, staff, subject) or approval.amount < due:
        raise Refused("permission.needs_approval", action=row.permission)
    return False


def share(part: int, whole: int) -> int:
    """Basis points that `part` is of `whole`, rounded up: no fen above a limit slips through."""
    if part <= 0:
        return 0
    return WHOLE if whole <= 0 else -(-part * WHOLE // whole)


def _fits(row: Allowance, approval: Approval, staff: Staff, subject: str) -> bool:
    if approval.action is not row.permission or approval.requested_by != staff.id:
        return False
    if approval.act and approval.act != row.act:
        return False
    return not (approval.subject and subject) or approval.subject == subject


def _within(size: int, limit: int | None) -> bool:
    return limit is None or size <= limit


def _compensation(act: Act, service: int) -> Allowance:
    """Some of it is the service desk's own to give."""
    row = _row(act, Measure.MONEY, Permission.REGISTER_MEMBER, Permission.APPROVE)
    return replace(row, limits={**row.limits, Role.SERVICE: service})


def _row(
    act: Act, measure: Measure, permission: Permission, right: Permission | None = None
) -> Allowance:
    return Allowance(
        act=act,
        measure=measure,
        permission=permission,
        right=right or permission,
        limits={Role.CASHIER: 0, Role.SERVICE: 0, Role.MANAGER: None},
    )


DECLARED: Final = {
    row.act: row
    for row in (
        _row(Act.DISCOUNT, Measure.SHARE, Permission.REDUCE),
        _row(Act.PRICE_CHANGE, Measure.SHARE, Permission.REDUCE),
        _row(Act.VOID_ORDER, Measure.MONEY, Permission.VOID_ORDER),
        _row(Act.REFUND, Measure.MONEY, Permission.REFUND),
        _row(Act.OPEN_DRAWER, Measure.EACH, Permission.OPEN_DRAWER),
        _row(Act.CASH_OUT, Measure.MONEY, Permission.CASH_MOVE, Permission.APPROVE),
        _row(Act.OVER_SHORT, Measure.MONEY, Permission.CLOSE_SHIFT, Permission.APPROVE),
        _row(Act.TAKE_OVER, Measure.EACH, Permission.APPROVE),
        _row(Act.ROUND_OFF, Measure.MONEY, Permission.REDUCE),
        _row(Act.RECORD_EXTERNAL, Measure.MONEY, Permission.APPROVE),
        _row(Act.DEPOSIT_IN_CASH, Measure.MONEY, Permission.REFUND),
        _row(Act.MEMBER_STATUS, Measure.EACH, Permission.REGISTER_MEMBER, Permission.APPROVE),
        _row(Act.MEMBER_IDENTITY, Measure.EACH, Permission.REGISTER_MEMBER, Permission.APPROVE),
        _row(Act.CORRECT_VALUE, Measure.MONEY, Permission.REGISTER_MEMBER, Permission.APPROVE),
        _row(Act.CORRECT_POINTS, Measure.POINTS, Permission.REGISTER_MEMBER, Permission.APPROVE),
        _compensation(Act.COMPENSATE, 5_000),
        _compensation(Act.COMPENSATE_DAY, 20_000),
        _compensation(Act.COMPENSATE_YEAR, 20_000),
        _row(Act.MEMBER_EXPORT, Measure.EACH, Permission.REGISTER_MEMBER, Permission.APPROVE),
        replace(
            _row(Act.MEMBER_ERASE, Measure.EACH, Permission.REGISTER_MEMBER, Permission.APPROVE),
            own=0,
        ),
        replace(
            _row(Act.MEMBER_TIER, Measure.EACH, Permission.REGISTER_MEMBER, Permission.APPROVE),
            own=0,
        ),
    )
}
"""What holds where the shop says nothing else."""


def counter_limit(row: Allowance, limit: int) -> Allowance:
    """The row with one limit for everybody without the right."""
    return replace(row, limits={**row.limits, Role.CASHIER: limit, Role.SERVICE: limit})


def read_row(row: Allowance, text: str) -> Allowance:
    """The row as a shop's text changes it, parts apart by semicolons, all of them optional:
    `cashier 1000; service 1000; manager all; own 5000; reasons 破损|临期`.

    Raises Refused("allowance.not_valid", name, part).
    """
    for part in filter(None, (each.strip() for each in text.split(";"))):
        row = _changed(row, part)
    return row


def written(row: Allowance) -> str:
    """The text that `read_row` makes this row of."""
    parts = [f"{role.value} {_limit_text(row.limits[role])}" for role in Role]
    parts.append(f"own {_limit_text(row.own)}")
    if row.reasons:
        parts.append("reasons " + "|".join(row.reasons))
    return "; ".join(parts)


def _limit_text(limit: int | None) -> str:
    return _ALL if limit is None else str(limit)


def _changed(row: Allowance, part: str) -> Allowance:
    name, _, value = part.partition(" ")
    value = value.strip()
    fault = Refused("allowance.not_valid", name=row.act, part=part)
    match name:
        case "own":
            return replace(row, own=_read_limit(row, value, fault))
        case "reasons":
            return replace(row, reasons=_read_reasons(value, fault))
        case _ if name in [role.value for role in Role]:
            return replace(row, limits={**row.limits, Role(name): _read_limit(row, value, fault)})
        case _:
            raise fault


def _read_limit(row: Allowance, value: str, fault: Refused) -> int | None:
    if value == _ALL:
        return None
    largest = {Measure.SHARE: WHOLE, Measure.EACH: 0}.get(row.measure, LARGEST_LIMIT)
    if _NUMBER.fullmatch(value) is None or int(value) > largest:
        raise fault
    return int(value)


def _read_reasons(value: str, fault: Refused) -> tuple[str, ...]:
    reasons = tuple(each.strip() for each in value.split("|") if each.strip())
    fits = all(len(each) <= LONGEST_REASON and each.isprintable() for each in reasons)
    if not (
        reasons and fits and len(reasons) <= MOST_REASONS and len(set(reasons)) == len(reasons)
    ):
        raise fault
    return reasons
