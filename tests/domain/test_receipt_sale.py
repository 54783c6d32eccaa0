"""What a sale's paper says."""

import json
from dataclasses import replace

import pytest

from posapp.domain.ids import TenderId
from posapp.domain.receipt import Columns, ItemRow, Pair, Qr, Text
from posapp.domain.receipt_sale import sale_receipt, tender_rows
from posapp.domain.receipt_words import LANGUAGES, Words, keys
from posapp.domain.sale import Sale, Tender, TenderKind
from posapp.domain.signed_off import SignedOff
from posapp.wire.canonical import decode, encode
from tests.papers import samples

LINE = samples.line(1, "毛巾", 1000, 1000)


def pairs(receipt) -> list[tuple[str, str]]:
    return [(each.left, each.right) for each in receipt.blocks if isinstance(each, Pair)]


def texts(receipt) -> str:
    return "\n".join(
        " ".join(str(getattr(block, name)) for name in block.__dataclass_fields__)
        for block in receipt.blocks
    )


def test_every_reduction_stands_where_it_belongs() -> None:
    rows = pairs(sale_receipt(samples.sale(), samples.head(), samples.MEMBER))
    assert ("会员价 −3.90/件", "−7.80") in rows
    assert ("第 2 件半价", "−2.50") in rows
    assert ("商品优惠", "−17.10") in rows
    assert ("券  满 100 减 10", "−10.00") in rows
    assert ("抹零", "−0.90") in rows
    assert ("共优惠", "28.00") in rows


def test_tenders_show_their_parts_and_the_change() -> None:
    rows = pairs(sale_receipt(samples.sale(), samples.head(), samples.MEMBER))
    start = rows.index(("积分抵扣  1,000 分", "10.00"))
    assert rows[start + 1 : start + 7] == [
        ("储值", "80.00"),
        ("本金", "70.00"),
        ("赠送", "10.00"),
        ("现金", "53.00"),
        ("收到", "100.00"),
        ("找零", "47.00"),
    ]


def test_balances_before_and_after_add_up() -> None:
    receipt = sale_receipt(samples.sale(), samples.head(), samples.MEMBER)
    tables = [
        tuple(cell.text for cell in block.cells)
        for block in receipt.blocks
        if isinstance(block, Columns)
    ]
    assert ("支付前", "280.00", "40.00", "320.00") in tables
    assert ("本单", "−70.00", "−10.00", "−80.00") in tables
    assert ("支付后", "210.00", "30.00", "240.00") in tables
    assert ("13 %", "143.00", "126.55", "16.45") in tables
    assert ("支付后", "1,860") in pairs(receipt)


def test_unknown_balances_are_left_out_and_the_earned_points_stay() -> None:
    member = replace(samples.MEMBER, value_before=None, points_before=None)
    receipt = sale_receipt(samples.sale(), samples.head(), member)
    assert "支付前" not in texts(receipt)
    assert ("本单获得", "+123") in pairs(receipt)


def test_the_code_finds_this_receipt() -> None:
    receipt = sale_receipt(samples.sale(), samples.head())
    (code,) = (block for block in receipt.blocks if isinstance(block, Qr))
    assert code.data == "PR1A03-1-000091R"


def test_an_external_tender_shows_the_masked_account_and_reference() -> None:
    line = samples.line(1, "毛巾", 1000, 1000)
    tender = Tender(
        id=TenderId("t"),
        kind=TenderKind.EXTERNAL,
        amount=1000,
        channel="wechat",
        reference="T00000001",
        masked="1345********8293",
    )
    rows = pairs(sale_receipt(samples.sale((line,), (tender,)), samples.head()))
    assert ("微信支付", "10.00") in rows
    assert ("1345********8293", "T00000001") in rows


def test_modifiers_and_weighed_quantities_are_on_the_line() -> None:
    line = replace(
        samples.line(1, "散装坚果", 455, 8000), modifiers=(("egg", "加蛋", 200),), spec="无盐"
    )
    receipt = sale_receipt(samples.cash_sale(line), samples.head())
    items = [block for block in receipt.blocks if isinstance(block, ItemRow)]
    assert (items[1].name, items[1].measure) == ("散装坚果 无盐", "0.455 × 80.00")
    assert ("加蛋", "2.00") in pairs(receipt)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_every_word_and_prints_none_of_another(language: str) -> None:
    words = Words(language)
    assert all(words(key) for key in keys())
    receipt = sale_receipt(samples.sale(), samples.head(language), samples.MEMBER)
    total = next(block for block in receipt.blocks if getattr(block, "style", "") == "total")
    assert total.left == {"zh_CN": "合计", "zh_TW": "合計", "en": "Total"}[language]


def test_an_unknown_language_prints_chinese() -> None:
    assert Words("xx")("total") == "合计"


def test_an_offline_sale_says_so() -> None:
    receipt = sale_receipt(samples.sale(), samples.head(), offline=True)
    assert any(isinstance(block, Text) and block.text == "离线单" for block in receipt.blocks)


def test_a_sale_without_reductions_says_nothing_of_savings() -> None:
    rows = dict(pairs(sale_receipt(samples.cash_sale(LINE), samples.head())))
    assert not {"共优惠", "商品优惠", "抹零", "找零"} & set(rows)


def test_a_manual_reduction_stands_on_its_line_and_in_the_sums() -> None:
    line = samples.line(1, "毛巾", 1000, 1000, manual=100)
    rows = pairs(sale_receipt(samples.cash_sale(line), samples.head()))
    assert ("手工 破损", "−1.00") in rows
    assert ("手工优惠", "−1.00") in rows


def test_a_members_sale_that_earned_and_spent_nothing_shows_only_her_points() -> None:
    member = replace(samples.MEMBER, points_from="")
    receipt = sale_receipt(samples.cash_sale(LINE), samples.head(), member)
    rows = dict(pairs(receipt))
    assert (rows["支付前"], rows["本单获得"], rows["支付后"]) == ("2,860", "0", "2,860")
    unknown = replace(member, points_before=None)
    assert "本单获得" not in dict(
        pairs(sale_receipt(samples.cash_sale(LINE), samples.head(), unknown))
    )


@pytest.mark.parametrize(
    ("kind", "channel", "name"),
    [
        (TenderKind.THIRD_PARTY_COUPON, "", "第三方券"),
        (TenderKind.EXTERNAL, "dragon", "外部支付"),
        (TenderKind.EXTERNAL, "alipay", "支付宝"),
    ],
)
def test_tenders_have_names_that_customers_know(kind, channel: str, name: str) -> None:
    tender = Tender(id=TenderId("t"), kind=kind, amount=LINE.net, channel=channel)
    assert (name, "10.00") in pairs(sale_receipt(samples.sale((LINE,), (tender,)), samples.head()))


def test_notes_stand_under_their_line_and_before_the_sums() -> None:
    sale = samples.sale()
    lines = (replace(sale.lines[0], note="不要冰"), *sale.lines[1:])
    receipt = sale_receipt(replace(sale, lines=lines, note="送到三号门"), samples.head())
    assert ("备注  不要冰", "") in pairs(receipt)
    assert any(isinstance(b, Text) and b.text == "备注  送到三号门" for b in receipt.blocks)
    assert "备注" not in texts(sale_receipt(sale, samples.head()))


ASKED = {"asked_by": "张敏", "approved_by": "周岚"}
PRICE_CHANGE = SignedOff(act="price_change", approval_id="ap-1", **ASKED)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh_CN", [("授权  改价", "周岚"), ("经办", "张敏"), ("授权  外部已收", "周岚")]),
        ("zh_TW", [("授權  改價", "周岚"), ("經辦", "张敏"), ("授權  外部已收", "周岚")]),
        (
            "en",
            [
                ("Approved by  Price change", "周岚"),
                ("Asked by", "张敏"),
                ("Approved by  Recorded externally", "周岚"),
            ],
        ),
    ],
)
def test_who_allowed_and_who_asked_stand_on_the_paper(language: str, said) -> None:
    recorded = SignedOff(act="record_external", approval_id="ap-2", **ASKED)
    elsewhere = Tender(
        id=TenderId("t"),
        kind=TenderKind.RECORDED,
        amount=LINE.net,
        channel="handheld",
        reference="A1B2",
        approved=recorded,
    )
    sale = replace(samples.sale((LINE,), (elsewhere,)), approvals=(PRICE_CHANGE,))
    rows = pairs(sale_receipt(sale, samples.head(language)))
    start = rows.index(said[0])
    assert rows[start : start + 4] == [*said, said[1]]


def test_a_sale_that_nobody_had_to_allow_names_no_second_person() -> None:
    assert "授权" not in texts(sale_receipt(samples.sale(), samples.head()))


def test_a_sale_from_before_the_names_were_kept_reads_and_prints() -> None:
    plain = json.loads(encode(samples.sale()))
    del plain["approvals"]
    for tender in plain["tenders"]:
        del tender["approved"]
    before = decode(json.dumps(plain).encode(), Sale)
    assert before == samples.sale()
    assert sale_receipt(before, samples.head()) == sale_receipt(samples.sale(), samples.head())


def test_what_is_paid_later_or_was_taken_elsewhere_says_so_in_every_language():
    later = Tender(
        id=TenderId("t-1"),
        kind=TenderKind.ON_ACCOUNT,
        amount=100,
        channel="LT01",
        holder="蓝天旅行社",
        reference="王经理",
    )
    elsewhere = Tender(
        id=TenderId("t-2"),
        kind=TenderKind.RECORDED,
        amount=100,
        channel="handheld",
        reference="A1B2C3",
    )
    said = {
        "zh_CN": ("挂账 LT01", "签单人", "外部已收 手持终端"),
        "zh_TW": ("掛帳 LT01", "簽單人", "外部已收 手持終端機"),
        "en": ("On account LT01", "Signed by", "Recorded externally handheld"),
    }
    for language, (account, signer, recorded) in said.items():
        words = Words(language)
        rows = [(row.left, row.right) for row in tender_rows(words, later)]
        assert rows == [(account, "1.00"), ("蓝天旅行社", ""), (signer, "王经理")]
        first, second = tender_rows(words, elsewhere)
        assert (first.left, second.right) == (recorded, "A1B2C3")
