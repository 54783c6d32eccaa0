"""Closing the window ends the till within seconds, whatever it is waiting for."""

import subprocess
import sys
import time
from pathlib import Path

from tests.flows.shop import copy_of

ROOT = Path(__file__).parents[2]
WITHIN_S = 6.0


def test_the_till_ends_within_seconds_while_central_and_the_printer_hang(seed, tmp_path):
    root = copy_of(seed, tmp_path / "park")
    words = ["-m", "tests.flows.closes_in_trouble", str(root)]
    child = subprocess.Popen(
        [sys.executable, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with child:
        at = {}
        for line in child.stdout:
            at[line.strip()] = time.monotonic()
        assert child.wait(20) == 0, child.stderr.read()
    assert list(at) == ["CLOSING", "CLOSED"]
    assert at["CLOSED"] - at["CLOSING"] < WITHIN_S
