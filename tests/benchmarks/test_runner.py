"""`python -m benchmarks`: which rows run, what makes it fail, and what it keeps and writes."""

from importlib.util import find_spec

import pytest

from benchmarks import __main__ as runner
from benchmarks.harness import Timed, figure
from benchmarks.page import (
    MARKS,
    between_marks,
    measured,
    read_rows,
    short_table,
    whole_table,
)


def figures_of(row, ours):
    floor, taken = Timed((2_000.0,)), Timed((ours,))
    return [figure(row, f"row {row}", floor, taken, must=3, goal=1, note=f"note {row}")]


@pytest.fixture
def page(tmp_path, monkeypatch):
    """Both pages, with words by hand around their figures, and nothing measured yet."""
    place = "old\n".join(MARKS)
    for name, file in (("README", "README.md"), ("TABLE", "benchmarks.md")):
        (tmp_path / file).write_text(f"before\n{place}after\n", "utf-8")
        monkeypatch.setattr(runner, name, tmp_path / file)
    monkeypatch.setattr(runner, "KEPT", tmp_path / "benchmarks.json")
    return tmp_path / "benchmarks.md"


@pytest.fixture
def results(page, monkeypatch):
    """What each row finds instead of being measured."""
    results = {row: figures_of(row, 2_500.0) for row in runner.ROWS}
    monkeypatch.setattr(runner, "run", lambda row, *, quick: results[row])
    return results


@pytest.mark.parametrize("module", runner.ROWS.values())
def test_each_row_has_its_script(module):
    assert find_spec(f"benchmarks.{module}") is not None


def test_a_whole_run_writes_both_pages_with_every_figure(results, page):
    assert runner.main([]) == 0
    text = page.read_text("utf-8")
    assert "| 5 | row 5 | 2.00 ms, p99 2.00 ms | 2.50 ms, p99 2.50 ms | **1.25x** |" in text
    assert all(f"- row {row}: note {row}" in text for row in runner.ROWS)
    assert "| row 5 | 2.50 ms | 1.25x | <= 3x |" in runner.README.read_text("utf-8")


def test_what_a_hand_wrote_stays(results, page):
    runner.main(["--only", "1"])
    for each in (page, runner.README):
        text = each.read_text("utf-8")
        assert "old" not in text
        assert text.startswith("before\n")
        assert text.endswith("after\n")
    with pytest.raises(ValueError, match="no place for figures"):
        between_marks("nothing", "")


def test_a_part_takes_the_place_of_its_own_rows_alone(results, page, monkeypatch):
    runner.main(["--only", "1,4"])
    before = read_rows(runner.KEPT)
    monkeypatch.setattr(runner, "measured", lambda figures, load: measured(figures, 7.0))
    results[4] = figures_of(4, 3_000.0)
    assert runner.main(["--only", "4"]) == 0
    rows = read_rows(runner.KEPT)
    assert list(rows) == [1, 4]
    assert rows[1] == before[1]
    assert (rows[4]["load"], rows[4]["figures"][0]["ours"]) == (7.0, 3_000.0)
    text = page.read_text("utf-8")
    assert f"**1.5x** | <= 3x | <= 1x | {rows[4]['when']}, load 7.0 |" in text
    assert "**1.25x**" in text


def test_a_missed_must_is_written_and_fails_the_run(results, page):
    results[4] = figures_of(4, 9_000.0)
    assert runner.main([]) == 1
    assert "**4.5x, missed**" in page.read_text("utf-8")


def test_a_trial_leaves_everything_alone(results, page):
    assert runner.main(["--quick"]) == 0
    assert not runner.KEPT.exists()
    assert "old" in page.read_text("utf-8")


def test_a_row_that_does_not_run_fails_the_run_and_keeps_what_it_was(results, page, capsys):
    runner.main(["--only", "14"])
    results[14] = []
    assert runner.main(["--only", "14,15"]) == 1
    assert "row 14 did not run" in capsys.readouterr().err
    assert list(read_rows(runner.KEPT)) == [14, 15]


@pytest.mark.parametrize("words", ["99", "1,x"])
def test_a_row_that_is_none_is_refused(results, words):
    with pytest.raises(SystemExit):
        runner.main(["--only", words])


def test_a_broken_script_gives_no_figure(monkeypatch):
    monkeypatch.setitem(runner.ROWS, 99, "no_such_row")
    assert runner.run(99, quick=True) == []


def test_the_kept_figures_are_those_that_both_pages_show():
    rows = read_rows(runner.KEPT)
    assert rows.keys() <= runner.ROWS.keys()
    assert whole_table(rows) in runner.TABLE.read_text("utf-8")
    assert short_table(rows) in runner.README.read_text("utf-8")
