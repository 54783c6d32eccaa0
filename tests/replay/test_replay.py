"""Made-up records through a real till and a real central: both agree with plain arithmetic."""

from __future__ import annotations

import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from posapp.app.stores import open_stores
from posapp.clock import SystemClock
from posapp.demo.central_process import CentralProcess
from posapp.demo.sample import SAMPLE_PASSPHRASE, Folders
from posapp.errors import Refused, Unavailable
from posapp.offline.keys import PassphraseKeyFile, load_or_make
from posapp.replay import command
from posapp.replay.command import replay, replay_records
from posapp.replay.ringing import Ringing
from tests.replay.records import MadeRecords, expected

ROOT = Path(__file__).parents[2]
RECORDS = MadeRecords()


def offline_sales(root: Path) -> list[bool]:
    with ExitStack() as closing:
        keys = load_or_make(PassphraseKeyFile(Folders(root).keys, SAMPLE_PASSPHRASE))
        stores = open_stores(Folders(root).till, keys, SystemClock(), closing)
        assert stores.till.journal.verify().holds
        return [stored.offline for stored in stores.till.sales.each()]


def test_both_sides_agree_with_the_records_and_a_resumed_replay_adds_the_rest(tmp_path):
    answer = replay_records(RECORDS, 10, 0, tmp_path)
    assert answer["till"] == answer["central"] == expected(RECORDS, 10)
    assert answer["failed"] is False
    again = replay_records(RECORDS, 25, 4, tmp_path)
    assert again["till"] == again["central"] == expected(RECORDS, 25)
    assert list(again) == ["till", "central", "baskets_per_second", "failed"]
    rung_offline = offline_sales(tmp_path)
    assert len(rung_offline) == expected(RECORDS, 25)["baskets"]
    assert not any(rung_offline[:8])
    assert any(rung_offline)


def test_replay_killed_in_the_middle_goes_on_to_the_same_totals(tmp_path):
    # What a replay leaves that was killed while it made its central.
    (tmp_path / "central.new").mkdir()
    (tmp_path / "central.new" / "central.key").write_bytes(b"half")
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.replay.rings_until_killed", str(tmp_path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    with child.stdout as said:
        rung = [next(said) for _ in range(6)]
    child.kill()
    child.wait()
    assert all(line.startswith("RUNG ") for line in rung)
    answer = replay_records(RECORDS, 40, 0, tmp_path)
    assert answer["till"] == answer["central"] == expected(RECORDS, 40)


def test_central_killed_in_the_middle_comes_back_and_agrees(tmp_path, monkeypatch):
    centrals: list[CentralProcess] = []
    begin, ring = CentralProcess.start, Ringing.ring

    def start(self):
        centrals.append(self)
        return begin(self)

    def kill_after_some(self, basket):
        if basket.number % 10 == 4:
            centrals[-1]._child.kill()
        return ring(self, basket)

    monkeypatch.setattr(CentralProcess, "start", start)
    monkeypatch.setattr(Ringing, "ring", kill_after_some)
    answer = replay_records(RECORDS, 30, 0, tmp_path)
    assert answer["till"] == answer["central"] == expected(RECORDS, 30)
    assert len(centrals) > 2


@pytest.mark.parametrize(
    "wrong", [{"baskets": 0}, {"offline_every": -1}, {"source": "another-year"}]
)
def test_absurd_numbers_are_refused(wrong):
    words = {"source": "complete-journey", "baskets": 1, "offline_every": 0}
    with pytest.raises(Refused, match=r"replay\.count_not_valid"):
        replay(**(words | wrong), data=None, resume=False)


def test_folder_of_an_earlier_replay_needs_resume_and_resume_needs_one(tmp_path):
    words = {"source": "complete-journey", "baskets": 1, "offline_every": 0}
    with pytest.raises(Refused, match=r"replay\.nothing_to_resume"):
        replay(**words, data=None, resume=True)
    (tmp_path / "central").mkdir()
    with pytest.raises(Refused, match=r"replay\.folder_in_use"):
        replay(**words, data=tmp_path, resume=False)


def test_missing_records_are_told_before_anything_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr("posapp.replay.complete_journey.find_spec", lambda name: None)
    with pytest.raises(Unavailable, match=r"replay\.records_missing"):
        command.replay(
            source="complete-journey",
            baskets=1,
            offline_every=0,
            data=tmp_path / "new",
            resume=False,
        )
    assert not (tmp_path / "new").exists()
