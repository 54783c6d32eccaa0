"""Run as a program: replays into a folder while its central is killed again and again.

`python -m tests.flows.replays_in_a_storm FOLDER BASKETS SEED`. Each basket rung is told on a line of its
own; central comes back on another port, as after a restart of its machine.
"""

import random
import sys
import threading
from pathlib import Path

from posapp.replay import runner
from posapp.replay.command import replay_records
from tests.replay.records import MadeRecords
from tests.replay.rings_until_killed import TellingRinging


class Storm:
    """Kills central at random moments and starts it again."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._over = threading.Event()
        self.central: runner.CentralProcess | None = None
        self.link: runner.Link | None = None

    def new_central(self, *arguments):
        self.central = real_central(*arguments)
        return self.central

    def new_link(self, port):
        self.link = real_link(port)
        return self.link

    def new_ringing(self, *arguments):
        """Somebody has signed in: now it may begin."""
        threading.Thread(target=self._rage, daemon=True).start()
        return TellingRinging(*arguments)

    def _rage(self) -> None:
        for _ in range(3):
            if self._over.wait(self._random.uniform(0.0, 0.4)):
                return
            self.central.kill()
            sys.stdout.write("CENTRAL KILLED\n")
            sys.stdout.flush()
            self.link.retarget(self.central.start())


real_central, real_link = runner.CentralProcess, runner.Link

if __name__ == "__main__":
    folder, baskets, seed = sys.argv[1:]
    storm = Storm(int(seed))
    runner.CentralProcess = storm.new_central
    runner.Link = storm.new_link
    runner.Ringing = storm.new_ringing
    replay_records(MadeRecords(int(baskets)), int(baskets), 0, Path(folder))
