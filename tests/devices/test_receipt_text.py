"""Text paper: what comes out is what was written, and words never command a printer."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from posapp.demo.paper.interpreter import Picture, TextRow, interpret
from posapp.devices.paper import paper_for
from posapp.devices.paper_text import clean, encode, encode_anyway, wrapped
from posapp.devices.printer_profile import Charset, Cutter, PrinterProfile, profile_named
from posapp.devices.receipt_text import TextPaper
from posapp.domain.receipt import (
    Align,
    Band,
    Cell,
    Columns,
    CopyMark,
    Feed,
    ItemRow,
    Pair,
    Qr,
    Receipt,
    ReceiptKind,
    Rule,
    RuleKind,
    Style,
    Text,
    as_copy,
)
from posapp.domain.receipt_sale import sale_receipt
from tests.papers import samples

WIDE = profile_named("generic-80")
NARROW = profile_named("generic-58")
NO_PICTURES = replace(WIDE, raster=False)

INJECTIONS = (
    "\x1bp\x00\x19\xfa",
    "\x1b@\x1b@",
    "\x1dV\x00",
    "\x10\x14\x01\x00\x01",
    "\x1c.",
    "\x1dv0\x00\xff\xff\xff\xff",
    "\x9bp",
    "价\x1bp\x00鑫",
    "￥\x1d(k\x03\x00",
    "\u202eabc\u2066",
    "a\nb\rc\td",
)

hostile = st.one_of(
    st.sampled_from(INJECTIONS),
    st.text(max_size=30),
    st.lists(st.sampled_from([*INJECTIONS, "熊猫", "𠮷", "A"]), max_size=5).map("".join),
)
figures = st.one_of(hostile, st.from_regex(r"[0-9]{1,3}\.[0-9]{2}", fullmatch=True))


def of(*blocks, open_drawer: bool = False) -> Receipt:
    return Receipt(kind=ReceiptKind.SALE, number="1", blocks=tuple(blocks), open_drawer=open_drawer)


def blocks_with(words: list[str]) -> tuple:
    a, b, c = words
    return (
        Text(text=a, align=Align.CENTER, style=Style.TITLE),
        Pair(left=b, right=c, style=Style.TOTAL),
        ItemRow(name=a, measure=b, amount=c),
        Columns(cells=(Cell(text=a, align=Align.LEFT), Cell(text=b)), shares=(1, 1)),
        Band(text=c),
        Qr(data="PR1", caption=a, notes=(b,)),
    )


@pytest.mark.parametrize("profile", [WIDE, NARROW, NO_PICTURES], ids=["wide", "narrow", "plain"])
@given(words=st.lists(hostile, min_size=3, max_size=3))
def test_hostile_words_give_no_command_that_the_template_does_not(profile, words) -> None:
    paper = paper_for(profile)
    document = interpret(paper.render(of(*blocks_with(words))))
    template = interpret(paper.render(of(*blocks_with(["A", "B", "C"]))))
    pictures = [item for item in document.items if isinstance(item, Picture)]
    without_pictures = [name for name in document.commands if name != "GS v 0"]
    assert document.problems == ()
    assert document.pulses == 0
    assert document.cuts == template.cuts
    assert document.codes == template.codes
    if not pictures:
        assert document.commands == template.commands
    else:
        assert set(without_pictures) <= set(template.commands)


@given(text=hostile, charset=st.sampled_from(Charset))
def test_encoded_words_hold_no_control_byte_and_no_four_byte_code(text, charset) -> None:
    for data in (encode(text, charset), encode_anyway(text, charset)):
        if data is not None:
            assert not re.search(rb"[\x00-\x1f\x7f]", data)
            assert len(data) == sum(1 if m.isascii() else 2 for m in data.decode(charset.value))


@given(text=st.text("abc 熊猫¥，", max_size=80), columns=st.integers(2, 48))
def test_wrapping_loses_nothing_but_spaces(text: str, columns: int) -> None:
    rows = wrapped(encode_anyway(text, Charset.GBK), columns)
    assert all(len(row) <= columns for row in rows)
    whole = "".join(row.decode("gbk") for row in rows)
    assert whole.replace(" ", "") == text.replace("¥", "￥").replace(" ", "")


@given(words=st.lists(figures, min_size=2, max_size=2))
def test_no_row_is_wider_than_the_paper(words) -> None:
    left, right = words
    blocks = (
        Pair(left=left, right=right),
        Pair(left=left, right=right, style=Style.TOTAL),
        ItemRow(name=left, measure="2 × 39.00", amount=right),
        Columns(cells=(Cell(text=left), Cell(text=right), Cell(text=left)), shares=(2, 1, 1)),
    )
    for profile in (NO_PICTURES, replace(NARROW, raster=False)):
        document = interpret(TextPaper(profile, None).render(of(*blocks)))
        for row in document.items:
            if isinstance(row, TextRow):
                cells = sum(len(run.text.encode("gbk", "replace")) * run.width for run in row.runs)
                assert cells <= profile.columns


def test_the_independent_reader_reads_every_word_of_a_sale_back() -> None:
    receipt = sale_receipt(samples.sale(), samples.head(), samples.MEMBER, open_drawer=True)
    document = interpret(paper_for(WIDE).render(receipt))
    printed = "".join(document.rows).replace(" ", "")
    for block in receipt.blocks:
        for text in _words(block):
            expected = text.replace("¥", "￥").replace("−", "-").replace(" ", "")
            assert expected in printed
    assert document.problems == ()
    assert (document.pulses, document.cuts) == (1, 1)
    assert document.codes == ("PR1A03-1-000091R",)
    assert document.commands[:3] == ("ESC @", "ESC p", "FS &")


def _words(block) -> list[str]:
    match block:
        case Text() | Band():
            return [block.text]
        case Pair():
            return [block.left, block.right]
        case ItemRow():
            return [block.name, block.measure, block.amount]
        case Columns():
            return [cell.text for cell in block.cells]
        case Qr():
            return [block.caption, *block.notes]
        case _:
            return []


def test_a_rare_character_turns_its_own_row_into_a_picture_and_no_other() -> None:
    document = interpret(
        paper_for(WIDE).render(of(Text(text="𠮷野家"), Text(text="䶮"), Text(text="王芳")))
    )
    kinds = [type(item) for item in document.items if isinstance(item, Picture | TextRow)]
    assert kinds == [Picture, Picture, TextRow]
    assert document.problems == ()


def test_a_printer_without_pictures_shows_a_stand_in() -> None:
    document = interpret(TextPaper(NO_PICTURES, None).render(of(Text(text="𠮷野家"))))
    assert document.rows == ("〓野家",)


def test_a_printer_without_chinese_prints_pictures() -> None:
    profile = replace(WIDE, charset=Charset.NONE)
    document = interpret(paper_for(profile).render(of(Text(text="合计"), Text(text="Total"))))
    assert [type(i) for i in document.items[:2]] == [Picture, TextRow]
    rule = interpret(TextPaper(profile, None).render(of(Rule(kind=RuleKind.SOLID))))
    assert rule.rows == ("=" * 48,)


def test_traditional_chinese_is_big5_and_the_yen_sign_stays() -> None:
    profile = profile_named("generic-80-big5")
    data = paper_for(profile).render(of(Text(text="儲值 ¥12.00")))
    assert interpret(data, "cp950").rows == ("儲值 ￥12.00",)


def test_the_pulse_comes_first_or_last_and_only_when_asked() -> None:
    receipt = of(Text(text="a"), open_drawer=True)
    first = interpret(paper_for(WIDE).render(receipt)).commands
    last = interpret(paper_for(replace(WIDE, drawer_first=False)).render(receipt)).commands
    assert first.index("ESC p") == 1
    assert last[-1] == "ESC p"
    assert "ESC p" not in interpret(paper_for(WIDE).render(of(Text(text="a")))).commands


def test_a_copy_says_so_and_opens_nothing() -> None:
    original = sale_receipt(samples.sale(), samples.head(), open_drawer=True)
    mark = CopyMark(words="补打 COPY", at="2026-11-21 15:00", by="张敏")
    document = interpret(paper_for(WIDE).render(as_copy(original, mark)))
    assert document.rows.count("补打 COPY") == 2
    assert document.pulses == 0


@pytest.mark.parametrize(
    ("cutter", "cuts"), [(Cutter.PARTIAL, 1), (Cutter.FULL, 1), (Cutter.NONE, 0)]
)
def test_the_paper_is_cut_where_there_is_a_cutter(cutter: Cutter, cuts: int) -> None:
    document = interpret(paper_for(replace(WIDE, cutter=cutter)).render(of(Feed(rows=2))))
    assert document.cuts == cuts


def test_a_printer_without_codes_draws_or_spells_them() -> None:
    code = of(Qr(data="PR1A03", caption="看"))
    drawn = interpret(paper_for(replace(WIDE, qr=False)).render(code))
    spelled = interpret(TextPaper(replace(NO_PICTURES, qr=False), None).render(code))
    assert any(isinstance(item, Picture) for item in drawn.items)
    assert "PR1A03" in spelled.rows


def test_a_wide_item_keeps_its_columns_and_a_long_name_its_own_row() -> None:
    short = ItemRow(name="雨衣", measure="1 × 15.00", amount="15.00")
    long = replace(short, name="特别长的商品名称" * 4)
    rows = interpret(paper_for(WIDE).render(of(short, long))).rows
    assert rows[0] == "雨衣" + "1 × 15.00".rjust(30 - 4 - 1) + "15.00".rjust(18)
    assert len(rows) == 4
    assert "".join(rows[1:3]) == "特别长的商品名称" * 4


def test_narrow_paper_leaves_the_heading_out() -> None:
    heading = ItemRow(name="商品", measure="数量", amount="小计", heading=True)
    assert interpret(paper_for(NARROW).render(of(heading))).rows == ()


def test_private_and_invisible_characters_disappear() -> None:
    assert clean("a\u200bb\ue000c\u2028d\ud800e\x85") == "abcde"


def test_thirty_lines_make_a_small_job() -> None:
    receipt = sale_receipt(samples.thirty_lines(), samples.head())
    assert len(paper_for(WIDE).render(receipt)) < 6_000


def test_a_profile_of_another_width_is_kept_to() -> None:
    profile = PrinterProfile(name="odd", columns=42, dots=512)
    rows = interpret(paper_for(profile).render(of(Rule()))).rows
    assert rows == ("-" * 42,)
