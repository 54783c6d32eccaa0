"""Who may do what, and what a second person's yes is good for."""

import pytest

from posapp.domain.ids import StaffId
from posapp.domain.permissions import PRESETS, Approval, Permission, Role, Staff, check_may
from posapp.errors import Refused


def staff(role: Role, name: str = "st-1") -> Staff:
    return Staff(id=StaffId(name), number="1024", name="张敏", role=role, permissions=PRESETS[role])


def approval(action: Permission, requested_by: str = "st-1") -> Approval:
    return Approval(
        id="ap",
        action=action,
        requested_by=StaffId(requested_by),
        approved_by=StaffId("st-9"),
        approved_by_name="店长",
    )


def test_a_manager_may_everything_and_a_cashier_may_not_refund():
    assert all(staff(Role.MANAGER).may(permission) for permission in Permission)
    assert not staff(Role.CASHIER).may(Permission.REFUND)
    assert PRESETS[Role.SERVICE] == PRESETS[Role.CASHIER]


def test_an_approval_allows_that_action_for_that_person():
    check_may(staff(Role.CASHIER), Permission.REFUND, approval(Permission.REFUND))
    check_may(staff(Role.MANAGER), Permission.REFUND)


@pytest.mark.parametrize(
    "given",
    [None, approval(Permission.REDUCE), approval(Permission.REFUND, requested_by="st-2")],
)
def test_anything_else_needs_an_approval(given):
    with pytest.raises(Refused) as refusal:
        check_may(staff(Role.CASHIER), Permission.REFUND, given)
    assert refusal.value.key == "permission.needs_approval"
    assert refusal.value.params == {"action": "refund"}
