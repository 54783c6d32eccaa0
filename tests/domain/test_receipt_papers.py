"""Refunds, top-ups, cash slips, the Z, copies, and the way through the store."""

import json
from dataclasses import replace

import pytest

from posapp.domain.ids import TenderId
from posapp.domain.receipt import (
    Cell,
    Columns,
    CopyMark,
    Pair,
    Qr,
    Receipt,
    ReceiptKind,
    Style,
    Text,
    as_copy,
    printed_blocks,
)
from posapp.domain.receipt_figures import amount, per_piece, points, quantity, rate
from posapp.domain.receipt_plain import from_plain, to_plain
from posapp.domain.receipt_probe import probe_page
from posapp.domain.receipt_refund import refund_receipt
from posapp.domain.receipt_sale import sale_receipt
from posapp.domain.receipt_topup import TopUpPaper, cash_move_receipt, topup_receipt
from posapp.domain.receipt_z import ZPaper, z_receipt
from posapp.domain.sale import Tender, TenderKind
from posapp.domain.shift import CashMove, CashMoveKind, TenderSum
from posapp.errors import Refused
from tests.papers import samples

Z_PAPER = ZPaper(opened="2026-11-21 08:58:03", closed="2026-11-21 17:04:41", version="0.1")


def pairs(receipt: Receipt) -> list[tuple[str, str]]:
    return [(each.left, each.right) for each in receipt.blocks if isinstance(each, Pair)]


def refund_paper() -> Receipt:
    sale = samples.sale()
    return refund_receipt(
        samples.refund(sale, {1: 2000}),
        sale,
        samples.head(),
        samples.MEMBER,
        approved_by="周岚 (2001)",
    )


def topup_paper() -> Receipt:
    figures = TopUpPaper(
        number="A03-1-000093",
        principal=50000,
        bonus=6000,
        before=(1000, 0),
        tendered=60000,
        change=10000,
    )
    return topup_receipt(figures, samples.head(), samples.MEMBER, open_drawer=True)


def move_paper() -> Receipt:
    move = CashMove(
        id="0" * 28 + "abcdef01", kind=CashMoveKind.CASH_OUT, amount=20000, reason="买菜"
    )
    return cash_move_receipt(move, samples.head(), approved_by="周岚")


def z_paper(language: str = "zh_CN") -> Receipt:
    return z_receipt(samples.z(), samples.head(language), Z_PAPER)


def test_a_refund_names_both_papers_the_tenders_and_who_allowed_it() -> None:
    receipt = refund_paper()
    rows = pairs(receipt)
    assert ("原单", "A03-1-000091") in rows
    assert ("授权", "周岚 (2001)") in rows
    given = dict(rows)
    back = sum(_fen(given[name]) for name in ("积分抵扣", "储值", "现金"))
    total = next(each for each in receipt.blocks if getattr(each, "style", "") == Style.TOTAL)
    assert total.right == f"¥{amount(back)}"
    assert _fen(given["本金"]) + _fen(given["赠送"]) == _fen(given["储值"])


def _fen(text: str) -> int:
    return int(text.replace(".", "").replace(",", ""))


def test_a_top_up_shows_what_she_has_now() -> None:
    receipt = topup_paper()
    rows = [tuple(c.text for c in b.cells) for b in receipt.blocks if isinstance(b, Columns)]
    assert rows[-1] == ("充值后", "510.00", "60.00", "570.00")
    assert ("现金", "500.00") in pairs(receipt)
    assert receipt.open_drawer


def test_a_cash_slip_says_which_way_the_money_went() -> None:
    receipt = move_paper()
    assert ("取出现金", "¥200.00") in pairs(receipt)
    assert ("原因", "买菜") in pairs(receipt)


def test_the_z_ties_payments_to_sales_and_cash_to_the_count() -> None:
    rows = pairs(z_paper())
    assert ("净销售", "169.00") in rows
    assert ("应与收款净额一致", "169.00") in rows
    assert ("应有", "1,085.67") in rows
    assert ("实点", "1,084.67") in rows
    assert ("短款", "−1.00") in rows
    assert ("上缴", "584.67") in rows
    assert ("待同步", "4 笔") in rows


def test_the_z_code_carries_its_number_and_digest() -> None:
    (code,) = (block for block in z_paper().blocks if isinstance(block, Qr))
    assert code.data == f"Z 7 {samples.z().digest}"
    assert code.notes[1] == "上一份 abab abab abab"


def test_a_copy_is_marked_at_both_ends_and_never_opens_the_drawer() -> None:
    original = sale_receipt(samples.sale(), samples.head(), open_drawer=True)
    copied = as_copy(original, CopyMark(words="补打 COPY", at="15:00", by="张敏"))
    blocks = printed_blocks(copied)
    assert not copied.open_drawer
    assert [b.text for b in (blocks[0], blocks[-2]) if isinstance(b, Text)] == ["补打 COPY"] * 2
    assert printed_blocks(original) == original.blocks


@pytest.mark.parametrize(
    "receipt",
    [
        sale_receipt(samples.sale(), samples.head(), samples.MEMBER, open_drawer=True),
        refund_paper(),
        topup_paper(),
        move_paper(),
        z_paper(),
        z_paper("en"),
        probe_page(samples.head("zh_TW")),
        as_copy(refund_paper(), CopyMark(words="COPY", at="now", by="me")),
    ],
    ids=lambda receipt: f"{receipt.kind}-{len(receipt.blocks)}",
)
def test_every_paper_survives_the_store(receipt: Receipt) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(receipt)))) == receipt


@pytest.mark.parametrize(
    "broken",
    [
        None,
        [],
        {"format": 2},
        {**to_plain(refund_paper()), "blocks": [{"is": "bomb"}]},
        {**to_plain(refund_paper()), "blocks": [{"is": "text", "text": 5}]},
        {**to_plain(refund_paper()), "copy": ["only one"]},
    ],
)
def test_what_we_did_not_store_is_refused(broken) -> None:
    with pytest.raises(Refused, match=r"receipt\.not_understood"):
        from_plain(broken)


def test_a_code_on_paper_is_printable_ascii() -> None:
    with pytest.raises(ValueError, match="ASCII"):
        Qr(data="PR1\x1bp", caption="x")


def test_a_table_row_needs_a_share_for_each_cell() -> None:
    with pytest.raises(ValueError, match="share"):
        Columns(cells=(Cell(text="a"),), shares=(1, 2))


def test_figures_read_as_on_a_price_tag() -> None:
    assert [amount(0), amount(-5), amount(123456)] == ["0.00", "−0.05", "1,234.56"]
    assert [quantity(2000), quantity(455), quantity(1500)] == ["2", "0.455", "1.5"]
    assert [points(-1000), points(123, signed=True), points(0, signed=True)] == [
        "−1,000",
        "+123",
        "0",
    ]
    assert [rate(1300), rate(650)] == ["13 %", "6.5 %"]
    assert [per_piece(780, 2000), per_piece(781, 2000), per_piece(5, 455)] == ["3.90", None, None]


def test_a_probe_is_no_sale() -> None:
    assert probe_page(samples.head()).kind is ReceiptKind.TEST


def test_a_z_without_a_difference_and_with_foreign_names_still_reads() -> None:
    shift = samples.z()
    sums = replace(
        shift.sums,
        tenders=(TenderSum(kind="barter", count=1, taken=5),),
        reductions=(("loyalty", 7),),
        sale_count=0,
        net_sales=0,
        first_receipt="",
    )
    even = replace(shift, sums=sums, difference=0, difference_reason="", previous_digest="")
    receipt = z_receipt(even, samples.head(), replace(Z_PAPER, approved_by="周岚"))
    rows = pairs(receipt)
    assert ("长短款", "0.00") in rows
    assert ("loyalty", "−0.07") in rows
    assert ("授权", "周岚") in rows
    assert ("会员销售  0.0 %", "200.00") in rows
    over = z_receipt(replace(even, difference=5), samples.head(), Z_PAPER)
    assert ("长款", "0.05") in pairs(over)


def test_short_papers_leave_out_what_there_is_not() -> None:
    bare = TopUpPaper(number="1", principal=1, bonus=0, before=(0, 0), tendered=1, change=0)
    assert "找零" not in dict(pairs(topup_receipt(bare, samples.head(), samples.MEMBER)))
    move = CashMove(id="0" * 36, kind=CashMoveKind.FLOAT, amount=50000)
    slip = dict(pairs(cash_move_receipt(move, samples.head())))
    assert "备用金" in slip
    assert not {"原因", "授权"} & set(slip)


def test_a_partial_refund_names_only_the_tenders_that_give() -> None:
    line = samples.line(1, "毛巾", 2000, 1000)
    card = Tender(
        id=TenderId("t1"),
        kind=TenderKind.EXTERNAL,
        amount=2000,
        channel="card",
        masked="622202******8293",
    )
    none = Tender(id=TenderId("t2"), kind=TenderKind.CASH, amount=0, tendered=0)
    sale = replace(samples.sale((line,), (card, none)), points_earned=0, earn_base=0)
    refund = replace(samples.refund(sale, {1: 1000}), reason="")
    rows = pairs(refund_receipt(refund, sale, samples.head()))
    assert ("银行卡", "10.00") in rows
    assert ("622202******8293", "") in rows
    assert not {"现金", "原因", "扣回所得积分"} & {left for left, _ in rows}
