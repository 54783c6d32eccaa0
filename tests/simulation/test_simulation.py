"""The sync core under faults: no seed breaks an invariant, every planted bug is caught."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.simulation.plants import NO_PLANT, PLANTS
from tests.simulation.run import run_seed
from tests.simulation.world import Violation

ROOT = Path(__file__).parents[2]
SEEDS = 300
# A seed that catches the bug, and the invariant that breaks; a plant without one is a gap in the net.
CAUGHT = {
    "batch_ack_all": (11, "I1"),
    "drop_on_4xx": (0, "I1"),
    "forget_acked": (11, "I1"),
    "stray_reply_counts": (1_409, "A11"),
    "cursor_before_rows": (22, "A11"),
    "outbox_separate_tx": (2, "I1b"),
    "ack_before_commit": (0, "I1"),
    "no_dedupe": (0, "I1"),
    "cursor_gap": (4, "A11"),
}


def test_no_seed_breaks_an_invariant_and_the_faults_were_really_played():
    outcomes = [run_seed(seed) for seed in range(SEEDS)]
    assert sum(outcome.sales for outcome in outcomes) > 20 * SEEDS
    assert sum(outcome.crashes for outcome in outcomes) > SEEDS
    assert sum(outcome.epochs > 1 for outcome in outcomes) > SEEDS // 10


def test_every_plant_has_a_seed_that_catches_it():
    assert set(CAUGHT) == {plant.name for plant in PLANTS}


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.name)
def test_planted_bug_is_caught(plant):
    seed, invariant = CAUGHT[plant.name]
    with pytest.raises(Violation) as violation:
        run_seed(seed, plant)
    assert violation.value.invariant == invariant


@pytest.mark.parametrize("seed", sorted({seed for seed, _ in CAUGHT.values()}))
def test_seed_that_catches_a_bug_holds_without_it(seed):
    assert run_seed(seed, NO_PLANT).seed == seed


def test_same_seed_gives_the_same_trace():
    assert run_seed(7).trace == run_seed(7).trace
    assert run_seed(7).trace != run_seed(8).trace


@pytest.mark.parametrize("hash_seed", ["0", "1"])
def test_trace_does_not_depend_on_the_order_of_sets(hash_seed):
    program = "from tests.simulation.run import run_seed; print(run_seed(7).trace)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == run_seed(7).trace


def test_command_line_tells_the_outcome_by_its_exit_code():
    quick = ["--seeds", "3"]
    assert _simulate(*quick).returncode == 0
    caught = _simulate(*quick, "--plant", "no_dedupe")
    assert caught.returncode == 0
    assert "seed 0: I1" in caught.stdout
    assert _simulate(*quick, "--first", "100", "--plant", "stray_reply_counts").returncode == 1


def _simulate(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tests.simulation", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
