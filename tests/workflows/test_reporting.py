"""What a manager reads at the till."""

import pytest

from posapp.domain.permissions import Permission
from posapp.errors import Refused
from posapp.workflows.reporting import OpenPart
from tests.workflows.counter import CASHIER, COLA, MANAGER, MANAGER_PIN, WANG
from tests.workflows.orders import order, sold
from tests.workflows.test_shifts import pieces


def closed(till, *products):
    shift = till.open_shift(0)
    sale = sold(till, order(till, *products), shift).sale
    return till.shifts.close(pieces(sale.net), "", CASHIER)


def test_zs_newest_first_and_by_number(till):
    zs = [closed(till, COLA), closed(till)]
    assert till.reporting.z_list(MANAGER) == (zs[1], zs[0])
    assert till.reporting.z(1, MANAGER) == zs[0]
    with pytest.raises(Refused) as refusal:
        till.reporting.z(9, MANAGER)
    assert refusal.value.key == "report.no_such_z"


def test_the_zs_of_many_shifts_have_no_gap_and_each_ties(till):
    for turn in range(12):
        closed(till, *([COLA] * (turn % 3 + 1)))
    zs = till.reporting.z_list(MANAGER)[::-1]
    assert [z.number for z in zs] == list(range(1, 13))
    assert [z.previous_digest for z in zs[1:]] == [z.digest for z in zs[:-1]]
    for z in zs:
        assert z.sums.tender_net == z.net + z.sums.liability_net


def test_an_x_that_is_taken_twice_is_the_same_file(till):
    shift = till.open_shift(50_000)
    sold(till, order(till, COLA), shift)
    first, again = (till.drawers.x(shift.id, MANAGER).blocks for _ in range(2))
    assert first == again


def test_approvals_newest_first_with_both_names(till):
    for reason in ("先", "后"):
        till.approving.approve(
            Permission.REFUND, 100, CASHIER, MANAGER.number, MANAGER_PIN, reason=reason
        )
    rows = till.reporting.approvals(MANAGER)
    assert [row.reason for row in rows] == ["后", "先"]
    assert (rows[0].requested_by_name, rows[0].approved_by_name) == ("张敏", "周店长")
    assert len(till.reporting.approvals(MANAGER, limit=1)) == 1


def test_a_day_is_its_zs_and_the_open_shift(till):
    closed(till, COLA)
    shift = till.open_shift(0)
    sold(till, order(till, member=WANG), shift, WANG)
    day = till.reporting.day(shift.business_date, MANAGER, reveal=True)
    assert (day.z_numbers, day.sale_count, day.refund_count) == ((1,), 2, 0)
    assert (day.net, day.member_sale_net, day.top_up_cash) == (18_500, 18_000, 0)
    assert till.reporting.day("1999-01-01", MANAGER).sale_count == 0


def test_the_open_shift_is_shown_when_it_is_asked_for_and_who_saw_it_does_not_count(till):
    closed(till, COLA)
    shift = till.open_shift(0)
    sold(till, order(till), shift)
    hidden = till.reporting.day(shift.business_date, MANAGER)
    assert (hidden.open_part, hidden.net, hidden.sale_count) == (OpenPart.HIDDEN, 500, 1)
    assert "report.x_seen" not in till.audits()
    till.reporting.day(shift.business_date, MANAGER, reveal=True)
    shown = till.reporting.day(shift.business_date, MANAGER)
    assert (shown.open_part, shown.net) == (OpenPart.SHOWN, 20_500)
    assert till.audits().count("report.x_seen") == 1
    with pytest.raises(Refused) as refusal:
        till.shifts.close(pieces(20_000), "", MANAGER)
    assert refusal.value.key == "drawer.saw_expected"


def test_who_works_with_the_drawer_is_shown_nothing_of_it_and_counts(till):
    shift = till.open_shift(0)
    sold(till, order(till), shift)
    till.drawers.use(shift.id, MANAGER)
    day = till.reporting.day(shift.business_date, MANAGER, reveal=True)
    assert (day.open_part, day.net, day.top_up_cash) == (OpenPart.COUNTED_BY_HER, 0, 0)
    assert "report.x_seen" not in till.audits()
    assert till.shifts.close(pieces(20_000), "", MANAGER).difference == 0


def test_reports_are_for_those_who_may_read_them(till):
    till.open_shift()
    for call in (
        lambda: till.reporting.z_list(CASHIER),
        lambda: till.reporting.z(1, CASHIER),
        lambda: till.reporting.approvals(CASHIER),
        lambda: till.reporting.day("2026-11-21", CASHIER),
    ):
        with pytest.raises(Refused) as refusal:
            call()
        assert refusal.value.key == "permission.needs_approval"
