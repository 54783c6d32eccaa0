"""Raster paper: dots that are whole, fit, and read back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from posapp.demo.paper.interpreter import Picture, interpret
from posapp.devices.glyphs import Face
from posapp.devices.paper import paper_for, raster_paper
from posapp.devices.printer_profile import Cutter, profile_named
from posapp.domain.receipt import Cell, Columns, ItemRow, Pair, Qr, Receipt, ReceiptKind, Text
from posapp.domain.receipt_sale import sale_receipt
from posapp.domain.receipt_z import ZPaper, z_receipt
from posapp.paths import REGULAR_FONT, resource
from tests.papers import samples

WIDE = profile_named("generic-80-raster")
NARROW = profile_named("generic-58-raster")


def of(*blocks) -> Receipt:
    return Receipt(kind=ReceiptKind.SALE, number="1", blocks=tuple(blocks))


@pytest.mark.parametrize("profile", [WIDE, NARROW], ids=["80mm", "58mm"])
def test_the_bytes_hold_exactly_the_picture_of_the_preview(profile) -> None:
    receipt = sale_receipt(samples.sale(), samples.head(), samples.MEMBER, open_drawer=True)
    document = interpret(paper_for(profile).render(receipt))
    picture = raster_paper(profile).picture(receipt)
    pieces = [item for item in document.items if isinstance(item, Picture)]
    assert document.problems == ()
    assert document.pulses == 1
    assert b"".join(piece.packed for piece in pieces) == picture.tobytes()
    assert {piece.width_bytes * 8 for piece in pieces} == {profile.dots}
    assert max(piece.height for piece in pieces) <= 240


def test_the_code_on_the_paper_scans() -> None:
    pyzbar = pytest.importorskip("pyzbar.pyzbar")
    receipt = sale_receipt(samples.sale(), samples.head("en"), samples.MEMBER)
    for profile in (WIDE, NARROW):
        picture = raster_paper(profile).picture(receipt).convert("L")
        paper = ImageOps.expand(ImageOps.invert(picture), border=24, fill=255)
        assert [code.data for code in pyzbar.decode(paper)] == [b"PR1A03-1-000091R"]


def test_modules_are_whole_dots() -> None:
    paper = raster_paper(WIDE)
    picture = paper.picture(of(Qr(data="PR1A", caption="x")))
    box = picture.crop((0, 0, WIDE.dots, 6 * 25)).getbbox()
    assert box is not None
    assert (box[2] - box[0]) == 21 * 6


def test_the_z_is_drawn_with_its_black_band() -> None:
    report = z_receipt(samples.z(), samples.head(), ZPaper(opened="a", closed="b", version="1"))
    picture = raster_paper(WIDE).picture(report)
    left_edge = picture.crop((0, 0, 1, picture.height))
    assert sum(left_edge.tobytes()[row] >> 7 for row in range(picture.height)) > 40


@settings(max_examples=30)
@given(words=st.lists(st.text(max_size=60), min_size=3, max_size=3))
def test_any_words_are_drawn_within_the_paper(words) -> None:
    a, b, c = words
    blocks = (
        Text(text=a),
        Pair(left=b, right=c, indent=1),
        ItemRow(name=a, measure=b, amount=c),
        Columns(cells=(Cell(text=a), Cell(text=b)), shares=(3, 1)),
    )
    document = interpret(paper_for(NARROW).render(of(*blocks)))
    assert document.problems == ()
    assert set(document.commands) <= {"ESC @", "GS v 0", "ESC d", "GS V"}


def test_rare_characters_have_glyphs_of_their_own() -> None:
    face = Face(resource(REGULAR_FONT), 24)
    missing = face.glyph("\U0001f9fe").mask
    for mark in "𠮷䶮·鑫懿玥喆":
        drawn = face.glyph(mark).mask
        assert drawn is not None
        assert missing is None or drawn.tobytes() != missing.tobytes()


def test_glyphs_are_forgotten_before_they_fill_the_memory(monkeypatch) -> None:
    monkeypatch.setattr("posapp.devices.glyphs._MOST_GLYPHS", 3)
    face = Face(resource(REGULAR_FONT), 24)
    canvas = Image.new("1", (200, 40), 0)
    face.put(canvas, 0, 30, "一二三四五")
    assert canvas.getbbox() is not None
    assert face.width("一二三四五") == 120


def test_raster_cuts_as_the_profile_says() -> None:
    for cutter, cuts in ((Cutter.FULL, 1), (Cutter.NONE, 0)):
        data = paper_for(replace(WIDE, cutter=cutter)).render(of(Text(text="x")))
        assert interpret(data).cuts == cuts


def test_a_table_that_does_not_fit_grows_smaller_and_then_stacks() -> None:
    def row(first: str, *figures: str) -> Columns:
        cells = (Cell(text=first), *(Cell(text=figure) for figure in figures))
        return Columns(cells=cells, shares=(13, 6, 10, 9, 10)[: len(cells)])

    paper = raster_paper(NARROW)
    heights = [
        paper.picture(of(row(*texts))).height
        for texts in (
            ("现金", "2", "99.00", "13.33", "85.67"),
            ("现金", "2", "1999.00", "13.33", "85.67"),
            ("一个特别长的名字", "143", "1,234,567.00", "113.33", "1,885.67"),
        )
    ]
    assert heights == [34, 30, 68]


def test_a_text_printer_draws_a_code_that_it_cannot_print() -> None:
    profile = replace(profile_named("generic-58"), qr=False)
    document = interpret(paper_for(profile).render(of(Qr(data="PR1A03", caption="看"))))
    (code,) = (item for item in document.items if isinstance(item, Picture))
    assert code.height == (21 + 4) * 5
