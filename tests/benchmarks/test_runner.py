"""`python -m benchmarks`: which rows run, what makes it fail, and when it writes its page."""

from importlib.util import find_spec

import pytest

from benchmarks import __main__ as runner
from benchmarks.harness import Timed, figure


def measured(row, ours):
    floor, taken = Timed((2_000.0,)), Timed((ours,))
    return [figure(row, f"row {row}", floor, taken, must=3, goal=1, note=f"note {row}")]


@pytest.fixture
def page(tmp_path, monkeypatch):
    readme = tmp_path / "README.md"
    readme.write_text("before\n" + "old\n".join(runner.MARKS) + "after\n", "utf-8")
    monkeypatch.setattr(runner, "README", readme)
    monkeypatch.setattr(runner, "TABLE", tmp_path / "benchmarks.md")
    return tmp_path / "benchmarks.md"


@pytest.fixture
def results(page, monkeypatch):
    """What each row finds instead of being measured."""
    results = {row: measured(row, 2_500.0) for row in runner.ROWS}
    monkeypatch.setattr(runner, "run", lambda row, *, quick: results[row])
    return results


@pytest.mark.parametrize("module", runner.ROWS.values())
def test_each_row_has_its_script(module):
    assert find_spec(f"benchmarks.{module}") is not None


def test_a_whole_run_writes_the_page_with_every_figure(results, page):
    assert runner.main([]) == 0
    text = page.read_text("utf-8")
    assert "| 5 | row 5 | 2.00 ms, p99 2.00 ms | 2.50 ms, p99 2.50 ms | **1.25x** |" in text
    assert all(f"- row {row}: note {row}" in text for row in runner.ROWS)


def test_a_whole_run_puts_the_figures_into_the_readme(results, page):
    assert runner.main([]) == 0
    text = runner.README.read_text("utf-8")
    assert "| row 5 | 2.50 ms | 1.25x | <= 3x |" in text
    assert "old" not in text
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    with pytest.raises(ValueError, match="no place for figures"):
        runner.with_figures("nothing", [])


def test_a_missed_must_is_written_and_fails_the_run(results, page):
    results[4] = measured(4, 9_000.0)
    assert runner.main([]) == 1
    assert "**4.5x, missed**" in page.read_text("utf-8")


@pytest.mark.parametrize("words", [["--only", "1,4"], ["--quick"]])
def test_a_part_or_a_trial_leaves_the_page_alone(results, page, words):
    assert runner.main(words) == 0
    assert not page.exists()


def test_a_row_that_does_not_run_fails_the_run_and_leaves_the_page_alone(results, page, capsys):
    results[14] = []
    assert runner.main([]) == 1
    assert "row 14 did not run" in capsys.readouterr().err
    assert not page.exists()


@pytest.mark.parametrize("words", ["3", "1,x"])
def test_a_row_that_is_none_is_refused(results, words):
    with pytest.raises(SystemExit):
        runner.main(["--only", words])


def test_a_broken_script_gives_no_figure(monkeypatch):
    monkeypatch.setitem(runner.ROWS, 99, "no_such_row")
    assert runner.run(99, quick=True) == []
