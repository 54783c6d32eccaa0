"""Reports of central as files, reopened; who took one is written down."""

import csv
import json

import pytest

from posapp.central import commands
from posapp.central.report_sheets import masked_number
from posapp.cli import Exit, main
from tests.sheets.reopened import Reopened


@pytest.fixture
def say(tmp_path, capsys):
    """Run `central report`; its exit code and its answer."""
    commands.init(tmp_path / "c", sample=False)

    def run(*words):
        code = main(["central", "report", *words, "--data", str(tmp_path / "c"), "--json"])
        return code, json.loads(capsys.readouterr().out or "{}")

    return run


@pytest.mark.parametrize("kind", ["day", "sales", "shifts", "zs"])
def test_each_report_is_a_file_also_where_nothing_was_sold(say, tmp_path, kind):
    book, table = tmp_path / "a.xlsx", tmp_path / "a.csv"
    assert say(kind, "--xlsx", str(book), "--note", "月结")[0] == Exit.OK
    assert say(kind, "--csv", str(table), "--note", "月结", "--lang", "en")[0] == Exit.OK
    first = next(iter(Reopened(book).sheets.values()))
    with table.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file))
    assert len(lines[0]) >= 4
    assert len(first[0]) >= 2
    assert {len(line) for line in lines} == {len(lines[0])}


def test_a_report_needs_a_note_and_a_shift_that_is_closed(say, tmp_path):
    to = ("--xlsx", str(tmp_path / "a.xlsx"))
    assert say("sales", *to, "--note", " ")[0] == Exit.REFUSED
    assert say("z", *to, "--note", "x", "--shift", "nothing")[0] == Exit.REFUSED
    (tmp_path / "file").write_text("")
    assert say("day", "--csv", str(tmp_path / "file" / "a.csv"), "--note", "x")[0] == (
        Exit.UNAVAILABLE
    )
    assert not (tmp_path / "a.xlsx").exists()


def test_of_a_member_only_the_end_of_her_number_leaves():
    assert (masked_number("M00012345"), masked_number("")) == ("****2345", "")
