"""A shift from float to Z: blind count, remembered counts, a chain without gaps."""

from dataclasses import replace

import pytest

from posapp.devices.simulated_terminal import Script
from posapp.domain.permissions import Permission
from posapp.domain.shift import DENOMINATIONS, CashMoveKind, chain_holds
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.settings import Settings
from posapp.workflows.draft import Draft
from tests.workflows.counter import (
    CASHIER,
    COLA,
    MANAGER,
    MANAGER_PIN,
    PANDA,
    WANG,
    counter,
)
from tests.workflows.orders import (
    agreeing,
    e1_order,
    order,
    pay_card,
    pay_points,
    pay_value,
    sold,
)


def pieces(amount: int) -> dict[int, int]:
    count = {}
    for denomination in (*DENOMINATIONS, 1):
        count[denomination], amount = divmod(amount, denomination)
    return count


def refused(key: str, call, *args, **kwargs) -> Refused:
    with pytest.raises(Refused) as refusal:
        call(*args, **kwargs)
    assert refusal.value.key == key
    return refusal.value


def approved(till, action: Permission, amount: int = 0):
    shift = till.shifts.current()
    return till.approving.approve(
        action, amount, CASHIER, MANAGER.number, MANAGER_PIN, reason="核对", shift=shift
    )


class TestOpening:
    def test_the_business_date_is_the_shops_day_and_holds_for_the_shift(self, till):
        # 2026-11-21 00:00 UTC is 08:00 in Shanghai; 17 hours later it is the 22nd there.
        till.clock.advance_ms(17 * 3_600_000)
        shift = till.open_shift()
        assert shift.business_date == "2026-11-22"
        till.clock.advance_ms(24 * 3_600_000)
        sold(till, order(till), till.shifts.current())
        assert till.facts("SaleData")[0].head.business_date == "2026-11-22"
        assert till.desk.local_date() == "2026-11-23"

    def test_one_shift_at_a_time(self, till):
        till.open_shift()
        refused("shift.already_open", till.open_shift)

    @pytest.mark.parametrize("amount", [-1, 100_000_001])
    def test_a_float_is_an_amount(self, till, amount):
        refused("shift.amount_not_valid", till.shifts.open, amount, CASHIER)


class TestMoves:
    def test_cash_in_is_journalled_prints_a_slip_and_opens_the_drawer(self, till):
        shift = till.open_shift()
        move = till.shifts.move(CashMoveKind.CASH_IN, 3_000, " 换零钱 ", CASHIER)
        assert till.facts("CashMoveData")[0].data.move == move
        assert (move.reason, move.amount) == ("换零钱", 3_000)
        assert till.store.prints.pending()[0].open_drawer
        assert till.store.shifts.sums(shift.id).cash_in == 3_000

    def test_cash_out_needs_a_manager(self, till):
        till.open_shift()
        out = (CashMoveKind.CASH_OUT, 2_000, "上缴", CASHIER)
        refused("permission.needs_approval", till.shifts.move, *out)
        small = approved(till, Permission.CASH_MOVE, 1_999)
        refused("permission.needs_approval", till.shifts.move, *out, small)
        other = approved(till, Permission.REFUND, 2_000)
        refused("permission.needs_approval", till.shifts.move, *out, other)
        right = approved(till, Permission.CASH_MOVE, 2_000)
        assert till.shifts.move(*out, right).approval_id == right.id
        assert till.shifts.move(CashMoveKind.CASH_OUT, 1, "x", MANAGER).approval_id is None

    def test_a_shop_may_let_small_amounts_go(self, tmp_path):
        for till in counter(tmp_path, Settings(cash_out_approval_above=500)):
            till.open_shift()
            till.shifts.move(CashMoveKind.CASH_OUT, 500, "快递", CASHIER)

    def test_a_move_needs_a_shift_a_reason_and_an_amount(self, till):
        cash_in = (CashMoveKind.CASH_IN, 100)
        refused("shift.not_open", till.shifts.move, *cash_in, "x", CASHIER)
        till.open_shift()
        refused("shift.needs_reason", till.shifts.move, *cash_in, " ", CASHIER)
        refused("shift.amount_not_valid", till.shifts.move, CashMoveKind.CASH_IN, 0, "x", CASHIER)


class TestClosing:
    def test_a_day_with_everything_closes_with_nothing_over_or_short(self, till):
        shift = till.open_shift(50_000)
        sold(till, order(till), shift)
        payment = pay_value(till, pay_points(till, e1_order(till), 1_000), 20_000)
        sold(till, payment, shift, WANG)
        sold(till, pay_card(till, order(till, COLA), 500), shift)
        till.shifts.move(CashMoveKind.CASH_IN, 3_000, "换零钱", CASHIER)
        counted = pieces(50_000 + 20_000 + 4_000 + 3_000)
        checks = agreeing(till.shifts)
        z = till.shifts.close(counted, "", CASHIER, kept_float=100, checks=checks)
        assert (z.difference, z.number, z.kept_float) == (0, 1, 100)
        assert (z.sums.sale_count, z.net) == (3, 45_500)
        assert z.waiting_to_sync == len(till.facts()) - 1
        assert till.store.prints.pending()[-1].kind == "shift_z"
        assert till.shifts.current() is None

    def test_zs_are_numbered_and_chained(self, till):
        zs = []
        for _ in range(3):
            till.open_shift(100)
            zs.append(till.shifts.close(pieces(100), "", CASHIER))
        assert [z.number for z in zs] == [1, 2, 3]
        assert chain_holds(zs)

    def test_a_first_count_that_differs_is_remembered_before_the_difference_is_told(self, till):
        shift = till.open_shift(50_000)
        refusal = refused(
            "shift.difference_needs_reason", till.shifts.close, pieces(49_950), "", CASHIER
        )
        assert refusal.params == {"difference": -50}
        audit = till.facts("AuditData")[-1].data
        assert (audit.action, audit.subject, audit.amount) == ("shift.counted", shift.id, 49_950)
        assert till.shifts.current() == shift
        z = till.shifts.close(pieces(49_950), "找零误差", CASHIER)
        assert (z.difference, z.difference_reason) == (-50, "找零误差")

    def test_a_large_difference_needs_a_manager(self, till):
        till.open_shift(50_000)
        close = (pieces(40_000), "少一百", CASHIER)
        refused("shift.difference_needs_approval", till.shifts.close, *close)
        wrong = approved(till, Permission.REFUND)
        refused("shift.difference_needs_approval", till.shifts.close, *close, approval=wrong)
        small = approved(till, Permission.CLOSE_SHIFT, 9_999)
        refused("shift.difference_needs_approval", till.shifts.close, *close, approval=small)
        right = approved(till, Permission.CLOSE_SHIFT, 10_000)
        z = till.shifts.close(*close, approval=right)
        assert (z.approval_id, z.sums.approvals) == (right.id, 3)

    def test_nothing_may_be_left_lying_about(self, till):
        till.open_shift(0)
        assert till.shifts.prepare_close().may_close
        till.selling.park(_draft(till), "x", CASHIER)
        state = till.shifts.prepare_close()
        assert (state.parked, state.may_close) == (1, False)
        refused("shift.not_finished", till.shifts.close, {}, "", CASHIER)
        till.store.drafts.discard(till.selling.parked()[0].id)
        till.selling.save_draft(_draft(till))
        assert till.shifts.prepare_close().order_in_work
        till.selling.save_draft(till.selling.new_draft())
        till.terminal.script = Script.STAYS_UNKNOWN
        till.paying.charge(order(till), till.paying.new_tender_id(), 100, "card")
        state = till.shifts.prepare_close()
        assert (state.unknown_payments, state.open_refunds, state.may_close) == (1, 0, False)

    def test_what_waits_to_sync_does_not_keep_a_shift_open(self, till):
        till.open_shift(0)
        state = till.shifts.prepare_close()
        assert (state.waiting, state.may_close) == (1, True)

    def test_no_more_float_is_kept_than_was_counted(self, till):
        till.open_shift(100)
        refused("shift.kept_too_much", till.shifts.close, pieces(100), "", CASHIER, kept_float=101)

    def test_closing_needs_a_shift_and_the_right(self, till):
        refused("shift.not_open", till.shifts.close, {}, "", CASHIER)
        nobody = replace(CASHIER, permissions=frozenset())
        refused("permission.needs_approval", till.shifts.close, {}, "", nobody)


class TestOtherPayments:
    def test_cash_stored_value_and_points_have_no_device_to_be_held_against(self, till):
        shift = till.open_shift(0)
        payment = pay_value(till, pay_points(till, e1_order(till), 1_000), 20_000)
        sold(till, payment, shift, WANG)
        assert till.shifts.others() == ()
        assert till.shifts.close(pieces(4_000), "", CASHIER).tender_checks == ()

    def test_no_shift_ends_before_every_other_payment_is_checked(self, till):
        shift = till.open_shift(0)
        sold(till, pay_card(till, order(till, COLA), 500), shift)
        close = till.shifts.close
        refused("shift.others_not_checked", close, pieces(100), "", CASHIER)
        assert "shift.counted" not in till.audits(), "the difference was not told either"
        checks = agreeing(till.shifts)
        sold(till, pay_card(till, order(till, COLA), 500), shift)
        refused("shift.others_not_checked", close, {}, "", CASHIER, checks=checks)
        z = close({}, "", CASHIER, checks=agreeing(till.shifts, shift.id))
        (check,) = z.tender_checks
        assert (check.channel, check.count, check.amount, check.difference) == ("card", 2, 1_000, 0)
        assert check.checked_by == CASHIER.name

    def test_another_total_needs_its_reason_and_stands_in_the_z(self, till):
        shift = till.open_shift(0)
        sold(till, pay_card(till, order(till, COLA), 500), shift)
        (agrees,) = agreeing(till.shifts)
        other = replace(agrees, entered=400, reason=" ")
        refused("shift.check_needs_reason", till.shifts.close, {}, "", CASHIER, checks=(other,))
        said = replace(other, reason="结算时间不同")
        z = till.shifts.close({}, "", CASHIER, checks=(said,))
        assert z.tender_checks == (replace(said, checked_by=CASHIER.name),)
        assert till.reporting.z(1, MANAGER) == z
        shown = [block for block in till.shifts.rows(z) if block.key == "checks"]
        assert [cell.value for cell in shown[0].rows[0].cells] == [1, 500, 400, -100]


class TestComparing:
    def test_receipts_here_and_there_are_set_side_by_side(self, till):
        shift = till.open_shift()
        sold(till, order(till), shift)
        till.central.will("receipt_count", 1, 0)
        comparison = till.shifts.compare_with_central(shift.id)
        assert (comparison.at_till, comparison.at_central, comparison.waiting) == (1, 1, 2)
        assert comparison.agrees
        assert not till.shifts.compare_with_central(shift.id).agrees

    @pytest.mark.parametrize(
        "error", [Unavailable("central.unreachable"), OutcomeUnknown("central.no_answer")]
    )
    def test_without_an_answer_it_says_how_many_wait(self, till, error):
        shift = till.open_shift()
        till.central.will("receipt_count", error)
        comparison = till.shifts.compare_with_central(shift.id)
        assert (comparison.at_central, comparison.waiting) == (None, 1)
        till.go_offline()
        assert till.shifts.compare_with_central(shift.id).at_central is None


def _draft(till) -> Draft:
    return Draft(sale_id=till.desk.new_id(), cart=order(till, PANDA).priced.cart)
