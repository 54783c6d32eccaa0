"""The Z: expected cash, the blind count, and a chain that shows every change."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.ids import ShiftId, StaffId
from posapp.domain.shift import (
    DENOMINATIONS,
    Shift,
    ShiftSums,
    TenderSum,
    chain_holds,
    counted_cash,
    expected_cash,
    z_digest,
    z_report,
)
from posapp.errors import Refused

SHIFT = Shift(
    id=ShiftId("sh-1"),
    staff_id=StaffId("st-1"),
    staff_name="张敏",
    business_date="2026-11-21",
    opened_ms=1,
    float_amount=50_000,
)
SUMS = ShiftSums(
    sale_count=3,
    net_sales=30_000,
    refund_net=1_000,
    tenders=(
        TenderSum(kind="cash", count=2, taken=20_000, given_back=1_000),
        TenderSum(kind="external", channel="wechat", count=1, taken=10_000),
    ),
    top_up_cash=10_000,
    cash_in=3_000,
    cash_out=2_000,
)
EXPECTED = 50_000 + 19_000 + 10_000 + 3_000 - 2_000


def pieces(amount: int) -> dict[int, int]:
    count = {}
    for denomination in (*DENOMINATIONS, 1):
        count[denomination], amount = divmod(amount, denomination)
    return count


def z(number=1, previous="", **changes):
    values = {
        "shift": SHIFT,
        "sums": SUMS,
        "count": pieces(EXPECTED),
        "closed_ms": 2,
        "currency": "CNY",
    }
    return z_report(number=number, previous_digest=previous, **{**values, **changes})


def test_expected_cash_counts_everything_that_touched_the_drawer():
    assert expected_cash(SHIFT.float_amount, SUMS) == EXPECTED


def test_a_count_that_fits_needs_no_reason():
    report = z()
    assert (report.difference, report.counted_cash, report.net) == (0, EXPECTED, 29_000)


@pytest.mark.parametrize("off", [-50, 50])
def test_over_or_short_needs_a_reason(off):
    with pytest.raises(Refused) as refusal:
        z(count=pieces(EXPECTED + off))
    assert refusal.value.params == {"difference": off}
    report = z(count=pieces(EXPECTED + off), difference_reason=" 找零误差 ")
    assert (report.difference, report.difference_reason) == (off, "找零误差")


@pytest.mark.parametrize("count", [{3: 1}, {100: -1}, {100: 1_000_001}])
def test_a_count_of_no_such_coin_is_refused(count):
    with pytest.raises(Refused) as refusal:
        counted_cash(count)
    assert refusal.value.key == "shift.count_not_valid"


@given(st.dictionaries(st.sampled_from([*DENOMINATIONS, 1]), st.integers(0, 1_000)))
def test_a_count_is_the_sum_of_its_pieces_in_any_order(count):
    assert counted_cash(count) == sum(d * n for d, n in count.items())
    backwards = dict(reversed(count.items()))
    assert z(count=count, difference_reason="x") == z(count=backwards, difference_reason="x")


def test_zs_form_a_chain_and_any_change_or_gap_breaks_it():
    first = z()
    second = z(2, first.digest)
    third = z(3, second.digest)
    assert chain_holds([])
    assert chain_holds([first, second, third])
    assert not chain_holds([first, third])
    assert not chain_holds([first, replace(second, previous_digest="x"), third])
    assert not chain_holds([first, replace(second, closed_ms=3), third])


def test_the_digest_covers_every_figure():
    report = z()
    assert report.digest == z_digest(report)
    assert z_digest(replace(report, sums=replace(SUMS, offline_sales=1))) != report.digest
