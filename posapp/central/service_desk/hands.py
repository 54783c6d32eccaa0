"""In whose hands an act of the service desk is: a person of central's list, a second one beside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from sqlalchemy import select

from posapp.central.caller import Caller
from posapp.central.case_rights import check_pin
from posapp.central.tables.shops import setting, staff
from posapp.domain.allowances import DECLARED, Act, Allowance, read_row
from posapp.domain.ids import StaffId
from posapp.domain.permissions import Permission, Role, Staff
from posapp.errors import Refused

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from posapp.central.service import Central
    from posapp.central.unit import Unit

_KNOWN: Final = frozenset(Permission)
_ROLES: Final = frozenset(Role)


class Signed(Protocol):
    """What an act carries of who does it and who stands by: on members, or on complaints."""

    @property
    def staff_id(self) -> str: ...
    @property
    def pin(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def approver_number(self) -> str: ...
    @property
    def approver_pin(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """A person who may serve members, of the caller's tenant; her PIN was not asked for yet."""

    staff: Staff
    verifier: str

    @property
    def shown(self) -> str:
        return f"{self.staff.name} ({self.staff.number})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """Who does it and who stands by, both proved."""

    clerk: Clerk
    second: Clerk | None
    caller: Caller

    def check(self, unit: Unit, act: Act, size: int) -> bool:
        """Whether it needed the second person. Raises Refused("service.needs_manager"), and
        "approval.not_allowed", "approval.above_limit" about the second.
        """
        row = _row(unit.connection, unit.tenant.id, act)
        if row.allows(self.clerk.staff, size):
            return False
        self._check_second(row, size)
        return True

    def check_both(self, unit: Unit, act: Act, size: int) -> None:
        """For what nobody does alone, whatever the shop's table says. Raises as `check`."""
        self._check_second(_row(unit.connection, unit.tenant.id, act), size)

    def _check_second(self, row: Allowance, size: int) -> None:
        if self.second is None:
            raise Refused("service.needs_manager")
        if not row.may_approve(self.second.staff, size, self.clerk.staff):
            has_right = self.second.staff.may(Permission.APPROVE)
            key = "approval.above_limit" if has_right else "approval.not_allowed"
            raise Refused(key, name=self.second.staff.name)


def clerk_of(central: Central, caller: Caller, staff_id: str) -> Clerk:
    """Raises Refused("service.not_allowed") for anybody whom central does not allow it."""
    with central.database.read() as connection:
        found = _find(connection, caller, staff.c.id == staff_id)
    if found is None or not found.staff.may(Permission.REGISTER_MEMBER):
        raise Refused("service.not_allowed")
    return found


def proved(central: Central, caller: Caller, asked: Signed) -> Hand:
    """Both PINs were right; a wrong one counts before the answer.

    Raises as `clerk_of`, Refused("case.note_needed", "sign_in.wrong_pin", "sign_in.locked",
    "approval.same_person", "service.second_unknown", "service.second_pin_wrong").
    """
    clerk = clerk_of(central, caller, asked.staff_id)
    if not asked.note.strip():
        raise Refused("case.note_needed")
    check_pin(central, clerk.staff.id, clerk.verifier, asked.pin)
    second = _second(central, caller, clerk, asked) if asked.approver_number else None
    return Hand(clerk=clerk, second=second, caller=caller)


def _second(central: Central, caller: Caller, clerk: Clerk, asked: Signed) -> Clerk:
    if asked.approver_number == clerk.staff.number:
        raise Refused("approval.same_person")
    with central.database.read() as connection:
        second = _find(connection, caller, staff.c.number == asked.approver_number)
    if second is None:
        raise Refused("service.second_unknown")
    try:
        check_pin(central, second.staff.id, second.verifier, asked.approver_pin)
    except Refused as refusal:
        if refusal.key == "sign_in.wrong_pin":
            raise Refused("service.second_pin_wrong", **refusal.params) from refusal
        raise
    return second


def _find(connection: Connection, caller: Caller, is_she: ColumnElement[bool]) -> Clerk | None:
    query = select(staff).where(is_she, staff.c.tenant_id == caller.tenant.id)
    row = connection.execute(query).first()
    return None if row is None or not row.active else _clerk(row)


def _clerk(row: Any) -> Clerk:
    rights = frozenset(Permission(each) for each in row.permissions.split() if each in _KNOWN)
    person = Staff(
        id=StaffId(row.id),
        number=row.number,
        name=row.name,
        role=Role(row.role) if row.role in _ROLES else Role.CASHIER,
        permissions=rights,
    )
    return Clerk(staff=person, verifier=row.pin_verifier)


def _row(connection: Connection, tenant_id: str, act: Act) -> Allowance:
    """As the shop's text changes it, which the tills read too; as declared where it is none."""
    name = f"allow_{act.value}"
    value = connection.execute(
        select(setting.c.value).where(setting.c.tenant_id == tenant_id, setting.c.name == name)
    ).scalar()
    try:
        return DECLARED[act] if value is None else read_row(DECLARED[act], str(json.loads(value)))
    except Refused:
        return DECLARED[act]
