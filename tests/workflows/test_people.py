"""Signing in, approving, opening the drawer without a sale: rights, and what is remembered."""

import pytest

from posapp.domain.permissions import Permission
from posapp.errors import Refused
from tests.workflows.counter import CASHIER, CASHIER_PIN, MANAGER, MANAGER_PIN


def refused(key: str, call, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as refusal:
        call(*args, **kwargs)
    assert refusal.value.key == key
    return refusal.value


class TestSigningIn:
    def test_number_and_pin_sign_in_without_a_network(self, till):
        till.go_offline()
        assert till.signing_in.people() == (CASHIER, MANAGER)
        assert till.signing_in.sign_in("1024", CASHIER_PIN) == CASHIER
        till.signing_in.lock(CASHIER)
        till.signing_in.unlock(CASHIER, CASHIER_PIN)
        till.signing_in.sign_out(CASHIER)
        assert till.audits() == ["sign_in", "lock", "sign_in", "sign_out"]
        assert {fact.head.actor.id for fact in till.facts()} == {CASHIER.id}

    def test_a_wrong_pin_is_counted_and_remembered(self, till):
        refusal = refused("sign_in.wrong_pin", till.signing_in.sign_in, "1024", "000000")
        assert refusal.params == {"left": 4}
        audit = till.facts()[0].data
        assert (audit.action, audit.subject, audit.reason) == (
            "sign_in.failed",
            "1024",
            "sign_in.wrong_pin",
        )

    def test_a_pin_typed_as_a_number_is_not_written_down(self, till):
        refused("sign_in.wrong_pin", till.signing_in.sign_in, CASHIER_PIN, "000000")
        (item,) = till.store.outbox.pending(1, 2**20)
        assert CASHIER_PIN not in item.body.decode()

    def test_five_wrong_pins_lock_for_a_while(self, till):
        for _ in range(5):
            with pytest.raises(Refused):
                till.signing_in.sign_in("1024", "000000")
        refused("sign_in.locked", till.signing_in.sign_in, "1024", CASHIER_PIN)
        till.clock.advance_ms(5 * 60_000 + 1)
        assert till.signing_in.sign_in("1024", CASHIER_PIN) == CASHIER


class TestApproving:
    def approve(self, till, number=MANAGER.number, pin=MANAGER_PIN, by=CASHIER):
        return till.approving.approve(Permission.REFUND, 8_333, by, number, pin, reason="破损")

    def test_both_names_are_journalled_and_nobody_is_signed_out(self, till):
        approval = self.approve(till)
        fact = till.facts("ApprovalData")[0]
        assert fact.data.approval == approval
        assert (fact.data.requested_by_name, approval.approved_by_name) == ("张敏", "周店长")
        assert fact.head.actor.id == CASHIER.id
        assert (approval.action, approval.amount, approval.reason) == (
            Permission.REFUND,
            8_333,
            "破损",
        )

    def test_nobody_approves_herself(self, till):
        refused("approval.same_person", self.approve, till, by=MANAGER)
        assert till.audits() == ["approval.failed"]

    def test_only_who_may_approve_does(self, till):
        refused("approval.not_allowed", self.approve, till, "1024", CASHIER_PIN, MANAGER)

    def test_a_wrong_pin_approves_nothing_and_is_remembered(self, till):
        refused("sign_in.wrong_pin", self.approve, till, pin="000000")
        assert till.facts("ApprovalData") == []
        assert till.audits() == ["approval.failed"]


class TestDrawerWithoutSale:
    def test_a_manager_opens_it_with_a_reason(self, till):
        shift = till.open_shift()
        till.no_sale.open("换零钱", MANAGER, shift)
        assert till.drawer.opens == 1
        assert till.store.shifts.sums(shift.id).drawer_opens == 1

    def test_a_cashier_needs_an_approval_and_everyone_a_reason(self, till):
        refused("permission.needs_approval", till.no_sale.open, "x", CASHIER, None)
        refused("drawer.needs_reason", till.no_sale.open, " ", MANAGER, None)
        approval = till.approving.approve(
            Permission.OPEN_DRAWER, 0, CASHIER, MANAGER.number, MANAGER_PIN, reason="x"
        )
        till.no_sale.open("x", CASHIER, None, approval)
        assert till.facts("AuditData")[-1].data.approval_id == approval.id
        assert till.drawer.opens == 1
