"""Workbooks, reopened by another program: typed cells, no formula, whole files or none."""

import errno
import tracemalloc
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from posapp.errors import Refused, Unavailable
from posapp.sheets import xlsx_writing
from posapp.sheets.cells import Money, Quantity, plain
from posapp.sheets.saving import file_name, saving
from posapp.sheets.sheet import Row, Sheet, Style, fitted
from posapp.sheets.xlsx_writing import write_xlsx
from tests.sheets.reopened import Reopened, fen, text
from tests.sheets.test_cells import NAUGHTY


@settings(max_examples=15)
@given(texts=st.lists(NAUGHTY, min_size=1, max_size=5), is_known=st.booleans())
def test_any_text_is_a_text_cell_and_comes_back(texts, is_known, tmp_path_factory):
    path = tmp_path_factory.mktemp("xlsx") / "a.xlsx"
    rows = tuple(Row(values=(each,)) for each in texts)
    sheet = Sheet(title="a", heads=("h",), rows=rows if is_known else iter(rows))
    assert write_xlsx(path, [sheet]) == len(texts)
    read = [text(row[0]) for row in Reopened(path).sheets["a"][1:]]
    read += [""] * (len(texts) - len(read))
    assert read == [plain(each).replace("\r\n", "\n").replace("\r", "\n") for each in texts]


@settings(max_examples=15)
@given(amounts=st.lists(st.integers(-(10**14), 10**14), min_size=1, max_size=8))
def test_amounts_are_numbers_that_add_up_to_the_fen(amounts, tmp_path_factory):
    path = tmp_path_factory.mktemp("xlsx") / "a.xlsx"
    rows = tuple(Row(values=(Money(each),)) for each in amounts)
    write_xlsx(path, [Sheet(title="a", heads=("h",), rows=rows)])
    assert sum(fen(row[0]) for row in Reopened(path).sheets["a"][1:]) == sum(amounts)


def test_each_cell_has_its_type_and_its_format(tmp_path):
    path = tmp_path / "a.xlsx"
    day, moment = date(2026, 11, 22), datetime.fromisoformat("2026-11-22T09:05")
    values = (Money(-1_050), Quantity(1_500), Quantity(2_000), 1_234, day, moment, "-1", 10**15)
    total = Row(values=("合计", Money(5)), style=Style.TOTAL, names=("", "all_total"))
    write_xlsx(path, [fitted("甲", tuple("abcdefgh"), (Row(values=values), total))])
    page = load_workbook(path)["甲"]
    assert [cell.value for cell in page[2]][:4] == [-10.5, 1.5, 2, 1_234]
    assert [cell.number_format for cell in page[2]][:6] == [
        "#,##0.00", "#,##0.000", "#,##0", "#,##0", "yyyy-mm-dd", "yyyy-mm-dd hh:mm",
    ]  # fmt: skip
    assert page["E2"].value == datetime.fromisoformat("2026-11-22")
    assert page["F2"].value == moment
    assert [page["G2"].value, page["H2"].value] == ["-1", str(10**15)]
    assert (page.freeze_panes, page.auto_filter.ref) == ("A2", "A1:H2")
    assert Reopened(path).named("all_total") == 0.05


def test_rows_that_come_one_by_one_are_never_all_in_memory(tmp_path):
    def peak(count):
        rows = (Row(values=(f"row {n}", Money(n))) for n in range(count))
        tracemalloc.start()
        write_xlsx(tmp_path / "a.xlsx", [Sheet(title="a", heads=("a", "b"), rows=rows)])
        found = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return found

    peak(10)
    assert peak(1_200) < peak(200) + 100_000


def test_a_sheet_that_is_full_is_refused_and_nothing_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(xlsx_writing, "MOST_ROWS", 3)
    sheet = Sheet(title="a", heads=("h",), rows=(Row(values=(n,)) for n in range(5)))
    with pytest.raises(Refused, match=r"report.too_many_rows"), saving(tmp_path / "a.xlsx") as half:
        write_xlsx(half, [sheet])
    assert list(tmp_path.iterdir()) == []


def break_off(path, number):
    with saving(path) as half:
        half.write_text("half")
        raise OSError(number, "x")


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "report.disk_full"),
        (errno.EACCES, "report.folder_refused"),
        (errno.EIO, "report.not_saved"),
    ],
)
def test_what_broke_off_leaves_the_file_as_it_was(tmp_path, number, key):
    path = tmp_path / "a.csv"
    path.write_text("before")
    with pytest.raises(Unavailable, match=key):
        break_off(path, number)
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
    assert path.read_text() == "before"


def test_a_workbook_that_cannot_be_closed_fails_like_any_file(tmp_path):
    sheet = Sheet(title="a", heads=("h",), rows=())
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(OSError, match=r"directory"):
        write_xlsx(tmp_path / "a.xlsx", [sheet])


def test_a_file_is_named_without_what_no_file_may_hold():
    assert (
        file_name("Z000001", "收银机 03/..\\x", "", suffix=".csv") == "Z000001-收银机_03_.._x.csv"
    )
