"""The measuring itself: what is put in turn, what a ratio is, and when a run fails."""

import json

import pytest

from benchmarks.harness import Timed, alternate, figure, report


def timed(*samples):
    return Timed(tuple(float(each) for each in samples))


def test_both_sides_take_turns_and_get_running_numbers():
    calls = []
    alternate(
        lambda n: calls.append(("floor", n)),
        lambda n: calls.append(("ours", n)),
        rounds=2,
        batch=2,
        warm_up=0,
    )
    turn = [("floor", 0), ("floor", 1), ("ours", 0), ("ours", 1)]
    assert calls == turn + [(side, n + 2) for side, n in turn]


def test_warming_up_is_run_and_not_counted():
    calls = []
    floor, ours = alternate(calls.append, calls.append, rounds=3, warm_up=2)
    assert (len(calls), len(floor.samples), len(ours.samples)) == (10, 3, 3)


def test_the_ninety_ninth_percentile_lets_one_in_a_hundred_lie_above():
    assert timed(*range(1, 201)).p99 == 199
    assert timed(7).p99 == 7


def test_the_ratio_is_that_of_the_medians():
    found = figure(1, "x", timed(1, 2, 90), timed(3, 5, 6), must=3, goal=2)
    assert (found.floor, found.ours, found.ratio) == (2.0, 5.0, 2.5)
    assert found.holds


@pytest.mark.parametrize(("must", "also"), [(2.4, True), (3, False)])
def test_a_figure_falls_by_its_ratio_or_by_what_else_must_hold(must, also):
    assert not figure(1, "x", timed(2), timed(5), must=must, goal=1, also=also).holds


def test_a_fallen_figure_is_the_exit_code(capsys):
    good = figure(1, "x", timed(2), timed(2), must=1.5, goal=1)
    bad = figure(2, "y", timed(2), timed(9), must=1.5, goal=1)
    assert report([good], []) == 0
    assert report([good, bad], []) == 1
    marks = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert marks == ["ok", "ok", "MISS"]


def test_json_carries_every_field(capsys):
    report([figure(15, "x", timed(2), timed(3), must=98.0392, goal=1, note="why")], ["--json"])
    found = json.loads(capsys.readouterr().out)
    assert (found["ratio"], found["must"], found["note"]) == (1.5, "<= 98x", "why")
