"""Other payments held against what their devices say: nothing left out, a gap with its reason."""

from dataclasses import replace

import pytest

from posapp.domain.receipt_z import ZPaper
from posapp.domain.shift import Closing, ShiftSums, TenderSum, z_digest
from posapp.domain.shift_figures import TenderCheck
from posapp.domain.tender_checks import checked, to_check
from posapp.domain.z_content import x_blocks, z_blocks
from posapp.errors import Refused
from tests.domain.test_shift import z

PAPER = ZPaper(opened="2026-11-21 08:58", closed="2026-11-21 17:04", version="0.1.0")
CARD = TenderSum(kind="external", channel="card", count=2, taken=3_000, given_back=500)
VOUCHER = TenderSum(kind="third_party_coupon", count=1, taken=900)
SUMS = ShiftSums(
    tenders=(
        TenderSum(kind="cash", count=1, taken=100),
        CARD,
        TenderSum(kind="external", channel="wechat"),
        TenderSum(kind="on_account", channel="A1", given_back=50),
        TenderSum(kind="points", count=1, taken=10),
        TenderSum(kind="recorded", channel="other", count=1, taken=70),
        TenderSum(kind="stored_value", count=1, taken=20),
        VOUCHER,
    )
)


def check(tender, entered=None, reason=""):
    return TenderCheck(
        kind=tender.kind,
        channel=tender.channel,
        count=tender.count,
        amount=tender.net,
        entered=tender.net if entered is None else entered,
        reason=reason,
    )


def test_what_somebody_else_counts_too_is_checked_and_nothing_that_never_moved():
    kinds = [(each.kind, each.channel) for each in to_check(SUMS)]
    assert kinds == [
        ("external", "card"),
        ("on_account", "A1"),
        ("recorded", "other"),
        ("third_party_coupon", ""),
    ]


def test_checks_are_signed_and_stand_in_the_order_of_the_shift():
    sums = replace(SUMS, tenders=(CARD, VOUCHER))
    said = (check(VOUCHER), check(CARD, 2_400, " 结算时间不同 "))
    one, two = checked(sums, said, "张敏")
    assert (one.channel, one.difference, one.reason) == ("card", -100, "结算时间不同")
    assert (two.difference, two.checked_by) == (0, "张敏")


def test_a_reason_without_a_gap_is_not_kept():
    sums = replace(SUMS, tenders=(CARD,))
    assert checked(sums, (check(CARD, reason="x"),), "张敏")[0].reason == ""


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ((), "shift.others_not_checked"),
        ((check(VOUCHER),), "shift.others_not_checked"),
        ((check(replace(CARD, count=1)),), "shift.others_not_checked"),
        ((check(replace(CARD, taken=1)),), "shift.others_not_checked"),
        ((check(CARD, 1, "  "),), "shift.check_needs_reason"),
    ],
)
def test_a_missing_an_old_and_an_unexplained_check_are_refused(said, key):
    with pytest.raises(Refused) as refusal:
        checked(replace(SUMS, tenders=(CARD,)), said, "张敏")
    assert refusal.value.key == key


def test_checks_change_the_digest_and_a_z_without_them_keeps_its_own():
    plain = z()
    with_check = z(closing=Closing(tender_checks=(check(CARD),)))
    assert z(closing=Closing(tender_checks=())).digest == plain.digest
    assert with_check.digest != plain.digest
    altered = replace(with_check, tender_checks=(check(CARD, 1, "x"),))
    assert z_digest(altered) != with_check.digest


def test_screen_and_paper_say_both_totals_the_gap_and_why():
    said = replace(check(CARD, 2_400, "结算时间不同"), checked_by="张敏")
    report = z(closing=Closing(tender_checks=(said,)))
    (block,) = (each for each in z_blocks(report, PAPER) if each.key == "checks")
    assert [cell.value for cell in block.rows[0].cells] == [2, 2_500, 2_400, -100]
    assert [row.cells[0].value for row in block.rows[1:]] == ["结算时间不同", "张敏"]
    assert "checks" not in {each.key for each in z_blocks(z(), PAPER)}
    assert "checks" not in {each.key for each in x_blocks(report, PAPER, blind=True)}
