"""Workbooks and CSV files that mean harm, or are broken: refused, and never unpacked whole."""

from __future__ import annotations

import zipfile

import pytest

from posapp.central.exchange import xlsx_reading
from posapp.central.exchange.table_file import looked_at
from posapp.central.exchange.xlsx_reading import plain_number
from posapp.errors import Refused
from posapp.sheets.sheet import Sheet
from posapp.sheets.xlsx_writing import write_xlsx

SHEET = "xl/worksheets/sheet1.xml"


def book(path, sheet, **parts):
    made = path.with_name("made.xlsx")
    write_xlsx(made, [Sheet(title="a", heads=("a",), rows=iter(()))])
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as to:
        for name in source.namelist():
            if name != SHEET and name not in {f"xl/{each}.xml" for each in parts}:
                to.writestr(name, source.read(name))
        to.writestr(SHEET, sheet)
        for name, text in parts.items():
            to.writestr(f"xl/{name}.xml", text)
    return looked_at(path)


def sheet(rows, head=""):
    return f'<?xml version="1.0"?>{head}<worksheet><sheetData>{rows}</sheetData></worksheet>'


def test_a_workbook_of_a_spreadsheet_is_read_as_its_person_sees_it(tmp_path):
    shared = "<sst><si><t>手机</t></si><si><r><t>王</t></r><rPh><t>wang</t></rPh><r><t>芳</t></r></si></sst>"
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>积分</t></is></c></row>'
        '<row r="4"><c r="A4"><v>1.3800138E10</v></c><c r="B4" t="s"><v>1</v></c>'
        '<c r="C4"><f>1+1</f><v>12.300000000000001</v></c></row>'
    )
    table = book(tmp_path / "a.xlsx", sheet(rows), sharedStrings=shared)
    assert list(table.rows()) == [(1, ["手机", "", "积分"]), (4, ["13800138000", "王芳", "12.3"])]


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
FILE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    "text",
    [
        sheet('<row><c t="str"><v>&b;</v></c></row>', LAUGHS),
        sheet('<row><c t="str"><v>&a;</v></c></row>', FILE),
        sheet('<row><c t="s"><v>7</v></c></row>'),
        sheet('<row><c t="s"><v>-1</v></c></row>'),
        sheet('<row r="5"/><row r="5"><c><v>1</v></c></row>'),
        sheet('<row r="99999999999999999999"><c><v>1</v></c></row>'),
        sheet('<row r="x"><c><v>1</v></c></row>'),
        "<worksheet><row>",
        "",
    ],
)
def test_document_types_dangling_texts_and_broken_sheets_are_refused(tmp_path, text):
    with pytest.raises(Refused, match=r"import.not_xlsx"):
        list(book(tmp_path / "a.xlsx", text).rows())


def test_a_bomb_is_left_packed(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_reading, "_RATIO_FROM", 1024**2)
    table = book(tmp_path / "a.xlsx", sheet(f"<row><c><v>{'0' * 4_000_000}</v></c></row>"))
    with pytest.raises(Refused, match=r"import.unpacks_too_large"):
        list(table.rows())


def test_ten_thousand_columns_are_refused_in_either_kind(tmp_path):
    wide = sheet('<row><c r="A1"><v>1</v></c><c r="NTP1"><v>2</v></c></row>')
    with pytest.raises(Refused, match=r"import.too_many_columns"):
        list(book(tmp_path / "a.xlsx", wide).rows())
    (tmp_path / "b.csv").write_text("a," * 10_000)
    with pytest.raises(Refused, match=r"import.too_many_columns"):
        list(looked_at(tmp_path / "b.csv").rows())


@pytest.mark.parametrize("text", ['a,"' + "x" * 200_000, "x" * 400_000, 'a,b\n"c"d,e\n'])
def test_a_csv_that_never_ends_a_cell_is_refused(tmp_path, text):
    (tmp_path / "b.csv").write_text(text)
    with pytest.raises(Refused, match=r"import.not_csv"):
        list(looked_at(tmp_path / "b.csv").rows())


def test_what_is_no_text_at_all_is_refused(tmp_path):
    (tmp_path / "b.csv").write_bytes(b"\xff\xff\x80\x00" * 10)
    with pytest.raises(Refused, match=r"import.wrong_encoding"):
        looked_at(tmp_path / "b.csv")
    (tmp_path / "d.csv").write_bytes(b"\xff\xfea\x00b")
    with pytest.raises(Refused, match=r"import.wrong_encoding"):
        looked_at(tmp_path / "d.csv")
    (tmp_path / "c.xlsx").write_bytes(b"PK\x03\x04 and then nothing")
    with pytest.raises(Refused, match=r"import.not_xlsx"):
        list(looked_at(tmp_path / "c.xlsx").rows())


@pytest.mark.parametrize(
    ("text", "plain"),
    [("1E400000000", "1E400000000"), ("NaN", "NaN"), ("x", "x"), ("100", "100"), ("0", "0")],
)
def test_a_number_of_any_size_costs_nothing(text, plain):
    assert plain_number(text) == plain
