"""The sync core under faults: no seed breaks an invariant, every planted bug is caught."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulation.campaign import Totals, one_more
from tests.simulation.faults import CRASH_POINTS
from tests.simulation.killing_seeds import KILLING_SEEDS
from tests.simulation.plants import NO_PLANT, PLANTS
from tests.simulation.run import Found, play, run_seed
from tests.simulation.shrink import shrink

ROOT = Path(__file__).parents[2]
# Seeds that no plant was tried with.
FRESH = 2_000
FIRST_FRESH = 10_000
BY_NAME = {plant.name: plant for plant in PLANTS}


def simulate(*words: str, hash_seed: str = "random") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.simulation", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def fresh_seeds():
    """2,000 seeds, half of them in a second process: what they add up to."""
    half = FRESH // 2
    words = [
        "-m",
        "tests.simulation",
        "--json",
        "--seed",
        str(FIRST_FRESH + half),
        "--runs",
        str(half),
    ]
    with subprocess.Popen(
        [sys.executable, *words], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as other:
        totals = Totals(first=FIRST_FRESH)
        found = [f for f in (one_more(totals) for _ in range(half)) if f is not None]
        told = json.loads(other.communicate()[0])
    totals.faults.update(told["faults"])
    totals.invariants.update(told["invariants"])
    totals.runs += told["runs"]
    violations = [str(each.violation) for each in found]
    if told["violations"]:
        violations.append(f"seed {told['seed']}: {told['found']}")
    return totals, violations


@pytest.mark.timeout(1_200)
def test_no_fresh_seed_breaks_an_invariant(fresh_seeds):
    totals, violations = fresh_seeds
    assert violations == []
    assert totals.runs == FRESH


@pytest.mark.timeout(1_200)
def test_every_fault_fired_and_every_invariant_was_looked_at(fresh_seeds):
    assert fresh_seeds[0].never_seen() == []


def test_there_are_enough_plants_and_each_has_a_seed_that_catches_it():
    assert len(PLANTS) >= 25
    assert set(KILLING_SEEDS) == set(BY_NAME)


@pytest.mark.parametrize("name", sorted(KILLING_SEEDS))
def test_planted_bug_is_caught_by_its_seed(name):
    seed, invariant = KILLING_SEEDS[name]
    totals = Totals(first=seed)
    found = one_more(totals, BY_NAME[name])
    assert found is not None
    assert found.violation.invariant == invariant


@pytest.mark.parametrize("seed", sorted({seed for seed, _ in KILLING_SEEDS.values()}))
def test_seed_that_catches_a_bug_holds_without_it(seed):
    assert run_seed(seed).seed == seed


def test_seed_that_once_stood_above_the_bound_holds():
    """Two restores made central forget one lease: what it was first lent counts for the bound."""
    assert run_seed(316_504).seed == 316_504


def test_seed_that_once_gave_a_number_twice_holds():
    """An entry without a paper was durable, never proved, cut off the log, and came back with an
    old backup after others had taken its place: a start proves it now."""
    assert run_seed(319_102).seed == 319_102


def test_failing_run_shrinks_to_what_it_needs():
    seed, invariant = KILLING_SEEDS["no_dedupe"]
    plant = BY_NAME["no_dedupe"]
    found = play(seed, plant)
    assert isinstance(found, Found)
    small = shrink(seed, plant, found, most_runs=60)
    assert small.found.violation.invariant == invariant
    assert len(small.lines()) < len(found.decisions) / 2
    assert any("sells" in line for line in small.lines())


def test_fault_that_is_not_allowed_does_not_happen():
    assert isinstance(play(7, NO_PLANT, frozenset()), type(run_seed(7)))
    assert play(7, NO_PLANT, frozenset()).sales == 0


def test_same_seed_gives_the_same_trace_and_another_seed_another():
    assert run_seed(7).trace == run_seed(7).trace
    assert run_seed(7).trace != run_seed(8).trace


def test_digest_does_not_depend_on_the_order_of_sets():
    told = {
        simulate("--runs", "6", "--seed", "40", "--json", hash_seed=each).stdout
        for each in ("0", "1", "random")
    }
    assert len(told) == 1
    assert len(json.loads(told.pop())["digest"]) == 64


def test_json_names_every_fault_and_every_invariant():
    ran = simulate("--runs", "2", "--json")
    told = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert (told["runs"], told["violations"]) == (2, 0)
    assert {"sales", "crashes", "digest"} <= told.keys()
    assert {f"crash {point}" for point in CRASH_POINTS} <= told["faults"].keys()
    assert {"I1", "I1b", "I2", "I7", "A10", "A11", "I16"} <= told["invariants"].keys()


def test_violation_is_told_with_its_seed_invariant_and_trace():
    seed, invariant = KILLING_SEEDS["no_dedupe"]
    ran = simulate("--runs", "1", "--seed", str(seed), "--plant", "no_dedupe")
    assert ran.returncode == 1
    assert f"seed {seed}: {invariant}" in ran.stdout
    assert "decisions shrunk to" in ran.stdout


def test_plants_are_listed_one_a_line():
    ran = simulate("--plant", "list")
    assert ran.returncode == 0
    assert ran.stdout.split() == [plant.name for plant in PLANTS]


@pytest.mark.parametrize("words", [["--runs", "x"], ["--plant", "nothing"], ["--bogus"]])
def test_wrong_command_line_is_told_apart_from_a_violation(words):
    assert simulate(*words).returncode == 2


def test_long_series_goes_on_where_it_stopped(tmp_path):
    state = tmp_path / "state.json"
    simulate("--runs", "3", "--state", str(state))
    later = json.loads(simulate("--runs", "5", "--state", str(state), "--json").stdout)
    at_once = json.loads(simulate("--runs", "5", "--json").stdout)
    assert later == at_once
