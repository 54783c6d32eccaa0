"""Run as a program: replays into the folder that it is given, and says so after each basket."""

from __future__ import annotations

import sys
from pathlib import Path

from posapp.replay import ringing
from posapp.replay.command import replay_records
from tests.replay.records import MadeRecords


class TellingRinging(ringing.Ringing):
    """Tells after each commit."""

    def ring(self, basket):
        sale = super().ring(basket)
        sys.stdout.write(f"RUNG {basket.number}\n")
        sys.stdout.flush()
        return sale


if __name__ == "__main__":
    from posapp.replay import runner

    runner.Ringing = TellingRinging
    replay_records(MadeRecords(), 40, 0, Path(sys.argv[1]))
