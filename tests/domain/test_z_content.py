"""The one list of rows of an X and a Z: what ties, what a blind X must not tell, digests of old."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.domain.receipt import Columns, Pair
from posapp.domain.receipt_words import LANGUAGES, Words
from posapp.domain.receipt_z import ZPaper, x_receipt, z_receipt
from posapp.domain.shift import Closing, Heading, ShiftSums, TenderSum, Unsettled, z_digest
from posapp.domain.shift_figures import (
    AcquirerSum,
    CashierSum,
    CentralFigures,
    ChannelOpen,
    ExceptionKind,
    ExceptionRow,
    ExceptionSum,
    KindSum,
    ProductSum,
    QuarterSum,
    TenderCheck,
)
from posapp.domain.z_blocks import CellKind
from posapp.domain.z_content import x_blocks, z_blocks
from posapp.domain.z_goods import most_and_least
from posapp.domain.z_text import cell_text, name_text
from posapp.domain.z_unusual import by_hour
from tests.domain.test_shift import SHIFT, SUMS, pieces, z
from tests.papers import samples

PAPER = ZPaper(opened="2026-11-21 08:58", closed="2026-11-21 17:04", version="0.1.0")
SHANGHAI = Heading(shop="1 号店", till="03", drawer="1", time_zone="UTC+08:00", utc_offset_min=480)


TEA = ProductSum(code="T", name="茶", quantity=2_000, net=1_200)
TENDER_CHECK = TenderCheck(kind="external", channel="wechat", count=1, amount=9, entered=9)


def rich(**changes):
    sums = replace(
        SUMS,
        cash_dropped=5_000,
        cash_tendered=21_000,
        cash_change=1_000,
        mixed_count=1,
        kinds=(KindSum(name="goods", count=3, quantity=4_000, taken=30_000, given_back=1_000),),
        cashiers=(
            CashierSum(staff_id="a", name="张敏", sale_count=2, net_sales=20_000),
            CashierSum(staff_id="b", name="李", sale_count=1, net_sales=10_000),
        ),
        quarters=(
            QuarterSum(start_ms=0, count=1, net=10_000),
            QuarterSum(start_ms=900_000, count=1, net=5_000),
            QuarterSum(start_ms=3_600_000, count=1, net=15_000),
        ),
        exceptions=(
            ExceptionSum(kind=ExceptionKind.REFUND, staff_name="李", count=1, amount=1_000),
            ExceptionSum(kind=ExceptionKind.DRAWER_OPEN, staff_name="张敏", count=2),
        ),
        largest=(
            ExceptionRow(kind=ExceptionKind.REFUND, staff_name="李", amount=1_000, at_ms=60_000),
        ),
    )
    closing = Closing(
        heading=SHANGHAI,
        earlier_counts=(100, 200),
        counted_by="周店长",
        unsettled=Unsettled(count=1, amount=900),
    )
    values = {"sums": sums, "closing": closing, "difference_reason": "找零误差"}
    return z(**{**values, **changes})


def texts(blocks, language="zh_CN"):
    words = Words(language)
    return {
        block.key: [
            (name_text(words, row.name), *(cell_text(words, cell) for cell in row.cells))
            for row in block.rows
        ]
        for block in blocks
    }


def test_a_z_of_the_first_release_keeps_the_digest_it_was_printed_with():
    assert samples.z().digest == "f5598ada40726acf90cbc6ec13cb0586d2ea3d7d726278771f0c44fbbd8cc7c3"
    assert z().digest == "c90e302f41756d81d12a23f4e23eac697c8a72c600a03078012c7ce8b5fccdfe"


@pytest.mark.parametrize(
    "changes",
    [
        {"heading": replace(SHANGHAI, drawer="2")},
        {"earlier_counts": (100,)},
        {"counted_by": "x"},
        {"unsettled": None},
        {"sums": replace(rich().sums, mixed_count=2)},
        {"counter_saw": True},
        {"sold_most": (TEA,)},
        {"tender_checks": (TENDER_CHECK,)},
        {"central": CentralFigures()},
        {"central": CentralFigures(known=True, bonus=1)},
        {"unsettled": Unsettled(count=1, amount=900, unbooked=1)},
    ],
)
def test_a_later_field_counts_in_the_digest_as_soon_as_it_says_something(changes):
    assert z_digest(replace(rich(), **changes)) != rich().digest


def test_every_block_says_what_the_page_of_reports_promises():
    shown = texts(z_blocks(rich(), PAPER))
    assert ("待同步", "0 笔") in shown["head"]
    assert ("时区", "UTC+08:00") in shown["head"]
    assert ("净销售", "290.00") in shown["sales"]
    assert ("客单价", "96.67") in shown["counts"]
    assert ("商品", "3", "4", "290.00") in shown["kinds"]
    assert ("收现金与找零", "210.00", "−10.00") in shown["tenders"]
    assert ("混合支付", "1 笔") in shown["tenders"]
    assert ("未确认支付  1", "9.00") in shown["tenders"]
    assert ("班中上缴", "−50.00") in shown["cash"]
    assert ("重新清点", "2") in shown["cash"]
    assert ("第 2 次清点", "2.00") in shown["cash"]
    assert ("李", "1", "100.00", "0.00") in shown["cashiers"]
    assert [row[0] for row in shown["hours"]] == ["08:00", "09:00"]
    assert ("退款", "1", "10.00") in shown["exceptions"]
    assert ("张敏", "2", "0.00") in shown["exceptions"]
    assert ("退款", "李", "08:01", "10.00") in shown["largest"]


def test_what_only_central_knows_is_said_or_where_to_find_it():
    told = CentralFigures(known=True, points_expired=1_200, principal=123_456, bonus=0)
    assert texts(z_blocks(rich(), PAPER))["members"][-1][0] == "储值 用 / 退"
    assert texts(z_blocks(replace(rich(), central=told), PAPER))["members"][-3:] == [
        ("积分过期", "1,200"),
        ("储值期末余额", "1,234.56"),
        ("赠送期末余额", "0.00"),
    ]
    unknown = replace(rich(), central=CentralFigures())
    assert texts(z_blocks(unknown, PAPER))["members"][-1] == (
        "积分过期和储值期末余额：联网后见总部报表",
    )


WECHAT = AcquirerSum(
    kind="external", channel="wechat", charges=3, taken=9_000, refunds=1, given_back=2_000
)
HANDHELD = AcquirerSum(kind="recorded", channel="handheld", charges=1, taken=500)
WAITING = Unsettled(
    count=3,
    amount=1_700,
    channels=(
        ChannelOpen(channel="card", charges=1, charged=400),
        ChannelOpen(channel="wechat", charges=1, charged=300, refunds=1, refunded=1_000),
    ),
)


@pytest.mark.parametrize(
    ("language", "rows"),
    [
        (
            "zh_CN",
            [
                ("微信支付", "3", "90.00", "20.00", "70.00"),
                ("退款笔数", "1"),
                ("未确认支付  1", "3.00"),
                ("退款未确认  1", "10.00"),
                ("外部已收 手持终端", "1", "5.00", "0.00", "5.00"),
                ("银行卡", "0", "0.00", "0.00", "0.00"),
                ("未确认支付  1", "4.00"),
                ("合计", "4", "95.00", "20.00", "75.00"),
                ("由本机统计，尚未与收单机构账单核对",),
            ],
        ),
        (
            "zh_TW",
            [
                ("微信支付", "3", "90.00", "20.00", "70.00"),
                ("退款筆數", "1"),
                ("未確認付款  1", "3.00"),
                ("退款未確認  1", "10.00"),
                ("外部已收 手持終端機", "1", "5.00", "0.00", "5.00"),
                ("銀行卡", "0", "0.00", "0.00", "0.00"),
                ("未確認付款  1", "4.00"),
                ("合計", "4", "95.00", "20.00", "75.00"),
                ("由本機統計，尚未與收單機構帳單核對",),
            ],
        ),
        (
            "en",
            [
                ("WeChat Pay", "3", "90.00", "20.00", "70.00"),
                ("Refunds", "1"),
                ("Payments not confirmed  1", "3.00"),
                ("Refunds not confirmed  1", "10.00"),
                ("Recorded externally handheld", "1", "5.00", "0.00", "5.00"),
                ("Card", "0", "0.00", "0.00", "0.00"),
                ("Payments not confirmed  1", "4.00"),
                ("Total", "4", "95.00", "20.00", "75.00"),
                ("Counted at this till, not compared with the acquirer's bill",),
            ],
        ),
    ],
)
def test_what_an_acquirer_should_say_stands_channel_by_channel(language, rows):
    sums = replace(SUMS, acquirers=(WECHAT, HANDHELD))
    report = z(sums=sums, closing=Closing(unsettled=WAITING))
    assert texts(z_blocks(report, PAPER), language)["acquirers"] == rows
    assert texts(x_blocks(report, PAPER, blind=True), language)["acquirers"] == rows


def test_a_shift_without_any_external_payment_has_no_acquirers_block():
    assert "acquirers" not in texts(z_blocks(z(), PAPER))


def test_what_is_paid_and_no_sale_yet_or_still_comes_back_is_no_payment_without_a_result():
    waiting = Unsettled(refunds=1, refunded=700, unbooked=2, unbooked_amount=900)
    shown = texts(z_blocks(z(closing=Closing(unsettled=waiting)), PAPER))["tenders"]
    assert shown[-3:] == [
        ("未确认支付  0", "0.00"),
        ("退款未确认  1", "7.00"),
        ("已收未入账  2", "9.00"),
    ]


def test_discounts_by_hand_stand_apart_from_amounts_off_and_an_old_z_has_no_such_rows():
    cuts = (("line_discount", 0), ("manual", 200), ("order_discount", 300))
    shown = texts(z_blocks(z(sums=replace(SUMS, reductions=cuts)), PAPER))["sales"]
    assert shown[1:3] == [("单品折扣", "0.00"), ("整单折扣", "−3.00")]
    assert ("手工", "−2.00") in shown
    old = texts(z_blocks(z(sums=replace(SUMS, reductions=cuts[1:2])), PAPER))["sales"]
    assert not {"单品折扣", "整单折扣"} & {row[0] for row in old}


def test_the_five_that_sold_most_and_those_that_sold_least():
    sold = [replace(TEA, code=str(n), name=f"茶{n}", net=100 * n) for n in range(1, 8)]
    most, least = most_and_least(sold)
    report = z(closing=Closing(sold_most=most, sold_least=least))
    names = [row[0] for row in texts(z_blocks(report, PAPER))["goods"]]
    assert names == ["茶7", "茶6", "茶5", "茶4", "茶3", "卖得最少的", "茶1", "茶2"]
    assert most_and_least(sold[:5])[1] == ()
    assert "goods" not in texts(x_blocks(report, PAPER, blind=True))


def test_a_first_z_without_names_still_counts_what_was_unusual():
    old = replace(SUMS, reprints=2, drawer_opens=3, offline_sales=1, approvals=4)
    shown = texts(z_blocks(z(sums=old), PAPER))["exceptions"]
    assert {("补打", "2", "0.00"), ("无销售开钱箱", "3", "0.00"), ("授权", "4", "0.00")} <= set(
        shown
    )


def test_an_hour_is_one_of_the_shops_day():
    assert by_hour(rich()) == {8: (2, 15_000), 9: (1, 15_000)}
    kathmandu = replace(rich(), heading=replace(SHANGHAI, utc_offset_min=345))
    assert by_hour(kathmandu) == {5: (1, 10_000), 6: (2, 20_000)}


def test_a_new_tender_or_liability_needs_no_new_code_to_be_a_row():
    sums = replace(
        SUMS,
        tenders=(*SUMS.tenders, TenderSum(kind="on_credit", count=1, taken=500)),
        liabilities=(
            KindSum(name="deposit", count=2, taken=700, given_back=300),
            KindSum(name="locker", count=1, taken=100),
        ),
    )
    assert sums.ties
    shown = texts(z_blocks(z(sums=sums), PAPER))
    assert ("on_credit", "1", "5.00", "0.00", "5.00") in shown["tenders"]
    assert ("押金（负债）", "4.00") in shown["check"]
    assert ("locker", "1.00") in shown["check"]
    assert shown["deposits"] == [
        ("收  2", "7.00"),
        ("退", "−3.00"),
        ("收减退", "4.00"),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_says_every_row_of_the_blocks(language):
    report = rich()
    paper = z_receipt(report, samples.head(language), PAPER)
    said = set()
    for each in paper.blocks:
        if isinstance(each, Pair):
            said.add((each.left, each.right))
        elif isinstance(each, Columns):
            said.add(tuple(cell.text for cell in each.cells))
    for rows in texts(z_blocks(report, PAPER), language).values():
        assert {row for row in rows if len(row) > 1} <= said


money = st.integers(0, 99_999_999)


@given(cash=money, card=money, net=money, given=money, float_amount=st.integers(0, 1_000_000))
def test_a_blind_x_holds_no_figure_from_which_the_cash_can_be_worked_out(
    cash, card, net, given, float_amount
):
    sums = replace(
        rich().sums,
        net_sales=net,
        list_total=net + 7,
        refund_net=given,
        tenders=(
            TenderSum(kind="cash", count=1, taken=cash, given_back=given),
            TenderSum(kind="external", channel="wechat", count=1, taken=card),
        ),
    )
    shift = replace(SHIFT, float_amount=float_amount)
    report = replace(
        rich(shift=shift, sums=sums, count=pieces(0)), number=0, count=(), counted_cash=0
    )
    blocks = x_blocks(report, PAPER, blind=True)
    amounts = [
        cell.value
        for block in blocks
        for row in block.rows
        for cell in row.cells
        if cell.kind is CellKind.AMOUNT
    ]
    assert amounts == [card, 0, card]
    paper = x_receipt(report, samples.head(), PAPER, blind=True)
    assert not any(isinstance(each, Pair) and each.left == "应有" for each in paper.blocks)


def test_an_x_for_who_may_has_all_but_the_count():
    report = replace(rich(), number=0)
    shown = texts(x_blocks(report, PAPER, blind=False))
    assert ("应有", "750.00") in shown["cash"]
    assert not {"实点", "短款", "上缴"} & {row[0] for row in shown["cash"]}
    assert ("截至", "2026-11-21 17:04") in shown["head"]
    assert x_receipt(report, samples.head(), PAPER, blind=False).number == "X"


def test_nothing_sold_is_a_z_as_well():
    shown = texts(z_blocks(z(sums=ShiftSums(), count=pieces(50_000)), PAPER))
    assert ("客单价", "0.00") in shown["counts"]
    assert "kinds" not in shown
    assert "hours" not in shown
