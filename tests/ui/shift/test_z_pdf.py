"""A Z on A4: the same rows as on paper, page by page, with the shipped font inside the file."""

import re
from dataclasses import replace

import pytest

from posapp.domain.receipt_words import LANGUAGES, Words
from posapp.domain.shift_figures import CashierSum
from posapp.domain.z_blocks import Weight
from posapp.domain.z_content import z_blocks
from posapp.domain.z_text import cell_text, name_text
from posapp.errors import Unavailable
from posapp.ui.fonts import load_fonts
from posapp.ui.shift.z_pdf import (
    FOOT_MM,
    HANDS_MM,
    HEAD_MM,
    HEIGHT_MM,
    ZDocument,
    pages_of,
    write_pdf,
)
from tests.domain.test_z_content import PAPER, rich


def document(language="zh_CN", report=None):
    z = report or rich()
    return ZDocument(
        brand="星河乐园 · 1 号店",
        till="收银机 03",
        number=z.number,
        language=language,
        blocks=z_blocks(z, PAPER),
        digest=z.digest,
        previous=z.previous_digest,
        printed="2026-11-21 17:05",
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_say_every_row_of_the_paper_in_its_order(language):
    words = Words(language)
    wanted = [
        (name_text(words, row.name), *(cell_text(words, cell) for cell in row.cells))
        for block in z_blocks(rich(), PAPER)
        for row in block.rows
    ]
    lines = [line for page in pages_of(document(language)) for line in page]
    assert [line.texts for line in lines if not (line.is_title or line.is_heads)] == wanted


@pytest.mark.parametrize("cashiers", [0, 1, 7, 40, 120])
def test_no_page_is_too_full_and_no_title_stands_last(cashiers):
    names = tuple(CashierSum(staff_id=str(n), name=f"收银员 {n}") for n in range(cashiers))
    report = replace(rich(), sums=replace(rich().sums, cashiers=names))
    pages = pages_of(document(report=report))
    for number, page in enumerate(pages):
        head = 0 if number else HEAD_MM
        assert sum(line.height_mm for line in page) <= HEIGHT_MM - FOOT_MM - head + 1e-6
        assert not page or not (page[-1].is_title or page[-1].is_heads)
    last = sum(line.height_mm for line in pages[-1])
    assert last <= HEIGHT_MM - FOOT_MM - HANDS_MM + 1e-6
    assert any(line.weight is Weight.STRONG for page in pages for line in page)


def test_the_file_is_a4_with_the_chinese_font_embedded(tmp_path, qapp):
    load_fonts()
    path = tmp_path / "new" / "Z000001.pdf"
    pages = write_pdf(path, document())
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type /Page\b", data)) == pages == len(pages_of(document()))
    assert re.search(rb"/FontName /\w+\+NotoSansCJKsc", data)
    assert re.search(rb"/FontFile\d?", data)
    assert set(re.findall(rb"/MediaBox \[0 0 (\d+)[.\d]* (\d+)", data)) == {(b"595", b"842")}


def test_where_no_file_can_be_written_it_says_so(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match=r"report.not_saved"):
        write_pdf(tmp_path / "file" / "Z.pdf", document())
