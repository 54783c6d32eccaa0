"""Signing in, approving, opening the drawer without a sale: rights, and what is remembered."""

from dataclasses import replace

import pytest

from posapp.domain.ids import StaffId
from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.offline.staff import StaffRow
from posapp.settings import Settings
from tests.workflows.counter import CASHIER, CASHIER_PIN, MANAGER, MANAGER_PIN, hash_of

LI = replace(CASHIER, id=StaffId("staff-2"), number="1031", name="李伟")


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
        assert till.signing_in.come_in("1024", CASHIER_PIN, CASHIER, None).same
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


class TestReleasing:
    def lock_out(self, till) -> None:
        for _ in range(5):
            with pytest.raises(Refused):
                till.signing_in.sign_in("1024", "000000")
        refused("sign_in.locked", till.signing_in.sign_in, "1024", CASHIER_PIN)

    def test_a_manager_lets_her_try_again_without_a_network(self, till):
        till.go_offline()
        self.lock_out(till)
        assert till.signing_in.release("1024", MANAGER.number, MANAGER_PIN) == MANAGER
        assert till.signing_in.sign_in("1024", CASHIER_PIN) == CASHIER
        released = till.facts("AuditData")[-2]
        assert (released.data.action, released.data.subject) == ("sign_in.released", "1024")
        assert released.head.actor.id == MANAGER.id

    def test_neither_she_herself_nor_a_cashier_nor_a_wrong_pin_releases(self, till):
        self.lock_out(till)
        release = till.signing_in.release
        refused("approval.same_person", release, "1024", "1024", CASHIER_PIN)
        refused("sign_in.wrong_pin", release, "1024", MANAGER.number, "000000")
        refused("approval.not_allowed", release, MANAGER.number, *self.other_cashier(till))
        refused("sign_in.locked", till.signing_in.sign_in, "1024", CASHIER_PIN)

    def other_cashier(self, till) -> tuple[str, str]:
        row = StaffRow(staff=LI, verifier=hash_of("112233"), version=1)
        till.store.staff.replace([row])
        return LI.number, "112233"


class TestComingToALockedTill:
    @pytest.fixture
    def shift(self, till):
        till.store.staff.replace([StaffRow(staff=LI, verifier=hash_of("112233"), version=1)])
        return till.open_shift()

    def come(self, till, staff, pin, shift, **more):
        return till.signing_in.come_in(staff.number, pin, CASHIER, shift, **more)

    def test_the_same_person_goes_on(self, till, shift):
        came = self.come(till, CASHIER, CASHIER_PIN, shift)
        assert (came.staff, came.shift, came.same) == (CASHIER, shift, True)

    def test_a_manager_may_work_with_her_drawer(self, till, shift):
        came = self.come(till, MANAGER, MANAGER_PIN, shift)
        assert (came.staff, came.shift, came.same) == (MANAGER, shift, False)

    def test_another_cashier_without_a_drawer_is_sent_away_and_it_is_remembered(self, till, shift):
        till.desk.use(Settings(drawers=1, drawer_per_cashier=True))
        told = refused("sign_in.till_in_use", self.come, till, LI, "112233", shift)
        assert told.params == {"name": CASHIER.name}
        assert till.facts("AuditData")[-1].data.reason == "sign_in.till_in_use"

    def test_with_a_free_drawer_she_opens_a_shift_of_her_own(self, till, shift):
        till.desk.use(Settings(drawers=2, drawer_per_cashier=True))
        assert self.come(till, LI, "112233", shift).shift is None

    def test_with_a_drawer_that_waits_for_her_she_works_with_that(self, till):
        till.store.staff.replace([StaffRow(staff=LI, verifier=hash_of("112233"), version=1)])
        till.desk.use(Settings(drawers=2, drawer_per_cashier=True))
        hers = till.shifts.open(10_000, LI, "2")
        shift = till.open_shift()
        assert self.come(till, LI, "112233", shift).shift == hers
        assert till.shifts.current() == hers

    def test_where_a_drawer_is_shared_the_next_cashier_goes_on_under_her_own_name(
        self, till, shift
    ):
        came = self.come(till, LI, "112233", shift)
        assert (came.staff, came.shift, came.same) == (LI, shift, False)

    def test_not_in_the_middle_of_a_payment(self, till, shift):
        till.desk.use(Settings(drawers=2, drawer_per_cashier=True))
        refused("sign_in.till_in_use", self.come, till, LI, "112233", shift, in_payment=True)

    def test_the_table_may_let_any_cashier_take_over(self, till, shift):
        till.desk.use(Settings(drawer_per_cashier=True, allow_take_over="cashier all"))
        assert self.come(till, LI, "112233", shift).shift == shift


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
