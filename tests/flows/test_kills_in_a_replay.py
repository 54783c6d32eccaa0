"""Till and central killed at random while baskets are rung: nothing is lost, nothing is doubled."""

import json
import random
import subprocess
import sys
from pathlib import Path

from posapp.replay.command import replay_records
from tests.replay.records import MadeRecords, expected

ROOT = Path(__file__).parents[2]
BASKETS = 140
RECORDS = MadeRecords(BASKETS)
KILLS = 2
SEED = 20_261_122


def ring_until(folder, seed, baskets):
    """Start a replay whose central is being killed, and kill it, too, after so many baskets."""
    child = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "tests.flows.replays_in_a_storm",
            str(folder),
            str(BASKETS),
            str(seed),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    said, rung = [], 0
    with child.stdout as lines:
        for line in lines:
            said.append(line.split()[0])
            rung += line.startswith("RUNG")
            if rung >= baskets and "CENTRAL" in said:
                break
    child.kill()
    child.wait()
    return said


def verify(folder):
    words = ["journal", "verify", "--json", "--keys", "sample", "--data", str(folder / "till")]
    ran = subprocess.run(
        [sys.executable, "-m", "posapp", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return json.loads(ran.stdout)


def test_kill_9_of_till_and_central_at_random_during_a_replay(tmp_path):
    chance = random.Random(SEED)
    entries = 0
    for _ in range(KILLS):
        said = ring_until(tmp_path, chance.randrange(1_000), chance.randrange(1, 20))
        assert said.count("RUNG") >= 1
        assert "CENTRAL" in said
        report = verify(tmp_path)
        assert report["holds"]
        assert report["entries"] > entries
        entries = report["entries"]
    answer = replay_records(RECORDS, BASKETS, 0, tmp_path)
    assert answer["till"] == answer["central"] == expected(RECORDS, BASKETS)
    assert not answer["failed"]
    assert verify(tmp_path)["holds"]
