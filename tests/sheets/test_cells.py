"""A text in a file stays a text, whatever it begins with; a number stays a number."""

import csv
from datetime import date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from posapp.sheets.cells import Money, Quantity, csv_text, guarded, plain, unguarded
from posapp.sheets.csv_writing import write_csv
from posapp.sheets.sheet import Row, Sheet, sheet_title

SIGNS = "=+-@\t\r\n＝＋－＠"
NAUGHTY = st.text() | st.builds(
    lambda before, sign, after: before + sign + after,
    st.text(alphabet="' \u3000\ufeff\u200b", max_size=4),
    st.sampled_from(SIGNS),
    st.text(),
)


@given(NAUGHTY)
@example('=HYPERLINK("http://x","y")')
@example("@SUM(1+9)*cmd|' /C calc'!A0")
@example("'=1")
def test_no_text_of_a_csv_begins_like_something_to_work_out_and_each_comes_back(text):
    written = csv_text(text)
    assert unguarded(written) == plain(text)
    bare = plain(text).lstrip(" '\u3000\ufeff\u200b")
    if bare.startswith(tuple(SIGNS)):
        assert written.startswith("'")
    assert guarded(unguarded(written)) == written


@settings(max_examples=30)
@given(rows=st.lists(st.tuples(NAUGHTY, NAUGHTY), max_size=5))
def test_whatever_was_written_is_read_back_by_another_reader(rows, tmp_path_factory):
    path = tmp_path_factory.mktemp("csv") / "a.csv"
    sheet = Sheet(title="a", heads=("甲", "乙"), rows=[Row(values=row) for row in rows])
    assert write_csv(path, sheet) == len(rows)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        read = list(csv.reader(file))
    assert read[0] == ["甲", "乙"]
    assert [tuple(map(unguarded, line)) for line in read[1:]] == [
        tuple(map(plain, row)) for row in rows
    ]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Money(-5), "-0.05"),
        (Money(123_456), "1234.56"),
        (Quantity(-455), "-0.455"),
        (-3, "-3"),
        ("-3", "'-3"),
        (None, ""),
        (date(2026, 11, 22), "2026-11-22"),
        (datetime.fromisoformat("2026-11-22T09:05"), "2026-11-22 09:05:00"),
        ("a\x00b\x1b\ud800", "ab\ufffd"),
    ],
)
def test_the_type_decides_and_never_the_text(value, written):
    assert csv_text(value) == written


@settings(max_examples=50)
@given(titles=st.lists(st.text(max_size=60), max_size=12))
def test_every_title_is_one_that_a_workbook_takes(titles):
    taken = []
    for title in titles:
        taken.append(sheet_title(title, taken))
    assert len({title.casefold() for title in taken}) == len(taken)
    for title in taken:
        assert 1 <= len(title) <= 31
        assert not set(title) & set("[]:*?/\\")
        assert title == title.strip("'")
