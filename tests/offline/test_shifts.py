from dataclasses import replace

import pytest

from posapp.domain.ids import StaffId
from posapp.domain.member import Consent
from posapp.domain.permissions import Approval, Permission
from posapp.domain.shift import CashMoveKind, chain_holds, expected_cash
from posapp.errors import Refused
from posapp.offline.entries import ShiftCommit
from posapp.wire.facts import (
    ApprovalData,
    AuditData,
    MemberData,
    ShiftOpenData,
)


def test_one_shift_at_a_time(till):
    assert till.store.shifts.current() is None
    shift = till.open_shift()
    again = till.store.shifts.open(shift, till.entry(ShiftOpenData(shift=shift)))
    assert again == shift == till.store.shifts.current()
    with pytest.raises(Refused, match=r"shift.already_open"):
        till.open_shift()
    assert till.store.journal.head()[1] == 1


def test_cash_moves_need_a_shift_and_count_once(till):
    with pytest.raises(Refused, match=r"shift.not_open"):
        till.move_cash(CashMoveKind.CASH_IN, 5_000)
    till.open_shift()
    move = till.move_cash(CashMoveKind.CASH_OUT, 3_000)
    assert till.store.shifts.move(move, till.audit()) == move
    assert till.store.shifts.sums(till.shift.id).cash_out == 3_000


def test_the_sums_are_those_of_everything_the_shift_did(till):
    shift = till.open_shift(20_000)
    mixed = till.store.sales.commit(till.mixed_sale())
    cash = till.sell(1_000, 500)
    till.refund(mixed, {1: 1_000})
    till.top_up(10_000)
    till.move_cash(CashMoveKind.CASH_IN, 5_000)
    till.move_cash(CashMoveKind.CASH_OUT, 2_000)
    sums = till.store.shifts.sums(shift.id)
    refunds = till.store.sales.refund_by_receipt("A03-1-000003")
    assert (sums.sale_count, sums.refund_count, sums.top_up_count) == (2, 1, 1)
    assert sums.item_quantity == 4_000
    assert (sums.list_total, sums.net_sales) == (31_500, mixed.net + cash.net)
    by_hand = {"line_discount": 0, "order_discount": 0}
    assert dict(sums.reductions) == {"coupon": 2_000, "member": 3_000, **by_hand}
    assert sums.refund_net == refunds.net
    by_kind = {each.kind: each for each in sums.tenders}
    assert (by_kind["cash"].count, by_kind["cash"].taken) == (2, 4_000 + 1_500 + 0)
    assert by_kind["stored_value"].taken == 20_000
    assert sum(each.given_back for each in sums.tenders) == refunds.net
    assert sum(rate.gross for rate in sums.taxes) == sums.net_sales - sums.refund_net
    assert sums.points_earned == mixed.points_earned + cash.points_earned - refunds.claw
    assert sums.points_burnt < 1_000
    assert (sums.top_up_cash, sums.cash_in, sums.cash_out) == (10_000, 5_000, 2_000)
    assert (sums.member_sale_count, sums.member_sale_net) == (1, mixed.net)
    assert (sums.first_receipt, sums.last_receipt) == ("A03-1-000001", "A03-1-000004")
    assert till.store.shifts.receipt_count(shift.id) == 4


def test_events_of_the_shift_are_counted(till):
    shift = till.open_shift()
    for action in ("drawer.open", "drawer.open", "reprint", "sign_in"):
        till.store.outbox.append(till.entry(AuditData(action=action)))
    approval = Approval(
        id=till.ids.new(),
        action=Permission.REFUND,
        requested_by=StaffId("staff-1"),
        approved_by=StaffId("staff-2"),
        approved_by_name="李",
    )
    till.store.outbox.append(till.entry(ApprovalData(approval=approval, requested_by_name="王")))
    consent = Consent(policy_version="1", channel="till", at_ms=1)
    member = MemberData(
        member_id=till.ids.new(), subject_id="s", number="M1", attachment_sha256="", consent=consent
    )
    till.store.outbox.append(till.entry(member))
    sums = till.store.shifts.sums(shift.id)
    assert (sums.drawer_opens, sums.reprints, sums.approvals, sums.new_members) == (2, 1, 1, 1)


def test_z_reports_are_numbered_without_gaps_and_chained(till):
    with pytest.raises(Refused, match=r"shift.not_open"):
        till.store.shifts.close(lambda *_: pytest.fail("no shift to close"))
    for amount in (1_000, 2_000):
        shift = till.open_shift(5_000)
        till.sell(amount)
        z = till.close_shift(5_000 + amount)
        assert z.difference == 0
        assert z.expected_cash == expected_cash(5_000, till.store.shifts.sums(shift.id))
        till.shift = None
    newest_first = till.store.shifts.reports()
    assert [each.number for each in newest_first] == [2, 1]
    assert chain_holds(tuple(reversed(newest_first)))
    assert till.store.shifts.report(2) == newest_first[0]
    assert till.store.shifts.report(3) is None
    assert till.store.shifts.current() is None
    assert newest_first[0].waiting_to_sync == 5


def test_a_close_that_is_refused_leaves_the_shift_open(till):
    shift = till.open_shift()

    def build(*_) -> ShiftCommit:
        raise Refused("shift.difference_needs_reason", difference=-100)

    with pytest.raises(Refused):
        till.store.shifts.close(build)
    assert till.store.shifts.current() == shift
    assert till.store.shifts.reports() == ()


def test_who_has_which_drawer_is_known_after_a_restart(till):
    first = till.open_shift()
    till.store.outbox.append(till.entry(AuditData(action="drawer.put_aside", subject=first.id)))
    second = replace(first, id=till.ids.new(), drawer="2")
    till.store.shifts.open(second, till.entry(ShiftOpenData(shift=second)))
    third = replace(first, id=till.ids.new(), drawer="3")
    till.store.shifts.open(third, till.entry(ShiftOpenData(shift=third)))
    till.store.outbox.append(till.entry(AuditData(action="drawer.take_over", subject=second.id)))
    before = till.store.shifts.drawers()
    till.reopen()
    assert till.store.shifts.drawers() == before
    assert [each.shift.drawer for each in before] == ["2", "3", "1"]
    assert [each.put_aside_ms is None for each in before] == [True, True, False]
    assert till.store.shifts.current() == second
