"""A till's folder in an operator's hands: nothing leaves while a sale is nowhere else."""

import io
import json

import pytest

from posapp.app import keeping
from posapp.app.enrolling import enrol_till
from posapp.app.opening import KEY_FILE, keys_for
from posapp.cli import Exit, main
from posapp.errors import Refused, Unavailable
from posapp.offline.keys import PassphraseKeyFile, TillKeys
from posapp.wire.sync import ItemOutcome, ItemResult
from tests.offline.tills import KEYS, Till

PASSPHRASE = "a passphrase of the test"


@pytest.fixture
def till(tmp_path):
    made = Till(tmp_path / "till")
    made.open_shift()
    made.sell(100)
    return made


def all_sent(till):
    items = till.store.outbox.pending(100, 1 << 20)
    done = [
        ItemResult(seq=item.seq, event_id=item.event_id, outcome=ItemOutcome.APPLIED, pos=n)
        for n, item in enumerate(items, 1)
    ]
    till.store.outbox.settle(done, "epoch-1")


def test_nothing_leaves_while_entries_wait_and_the_number_is_told(till):
    till.store.close()
    for leaving in (keeping.may_leave, keeping.wipe):
        with pytest.raises(Refused, match=r"till.entries_wait") as refusal:
            leaving(till.folder, KEYS, till.clock)
        assert refusal.value.params == {"n": 2}
    assert till.open().sales.totals().baskets == 1
    till.store.close()


def test_an_enrolled_till_is_not_enrolled_anew_while_entries_wait(till):
    till.store.close()
    with pytest.raises(Refused, match=r"till.entries_wait"):
        enrol_till(till.folder, KEYS, till.clock, url="http://127.0.0.1:9", code="12345678")


def test_a_till_that_lost_its_enrolment_may_enrol_with_sales_in_it(till):
    till.store.close()
    for part in till.folder.glob("till.db*"):
        part.unlink()
    with pytest.raises(Unavailable):
        enrol_till(till.folder, KEYS, till.clock, url="http://127.0.0.1:9", code="12345678")


def test_a_till_that_sent_everything_may_leave_and_leaves_no_file(till):
    all_sent(till)
    till.store.close()
    (till.folder / KEY_FILE).write_text("sealed")
    assert keeping.may_leave(till.folder, KEYS, till.clock) == {"waiting": 0, "seq": 2}
    keeping.wipe(till.folder, KEYS, till.clock)
    assert [path.name for path in till.folder.iterdir()] == ["till.lock"]


def test_a_till_that_is_open_is_neither_wiped_nor_restored(till, tmp_path):
    all_sent(till)
    for ask in (
        lambda: keeping.wipe(till.folder, KEYS, till.clock),
        lambda: keeping.restore(till.folder, KEYS, till.clock, tmp_path / "x.db"),
        lambda: keeping.back_up(till.folder, KEYS, till.clock, None),
    ):
        with pytest.raises(Unavailable, match=r"store.in_use"):
            ask()
    till.store.close()


def test_a_backup_on_a_stick_brings_a_lost_machine_back(till, tmp_path):
    """The box is gone with the old machine: the till goes on from where the backup reaches."""
    till.store.close()
    made = keeping.back_up(till.folder, KEYS, till.clock, tmp_path / "stick")
    copy = next((tmp_path / "stick").glob("till-*.db"))
    assert made == {"backup": str(copy), "incarnation": 1, "seq": 2}
    answer = keeping.restore(tmp_path / "new machine", KEYS, till.clock, copy)
    assert (answer["holds"], answer["seq"], answer["waiting"]) == (True, 2, 2)
    assert answer["put_back"] == 0
    fresh = Till(tmp_path / "new machine", clock=till.clock)
    assert fresh.store.sales.totals().baskets == 1
    fresh.store.close()


def test_what_came_after_the_backup_is_added_from_the_box(till, tmp_path):
    till.store.close()
    keeping.back_up(till.folder, KEYS, till.clock, tmp_path / "stick")
    till.open()
    till.sell(200)
    till.store.close()
    copy = next((tmp_path / "stick").glob("till-*.db"))
    answer = keeping.restore(till.folder, KEYS, till.clock, copy)
    assert (answer["backup_seq"], answer["put_back"], answer["seq"]) == (2, 1, 3)


def test_with_lost_keys_everything_is_moved_aside_and_the_folder_is_free(till):
    till.store.close()

    def other() -> TillKeys:
        return TillKeys(till_db=b"\x09" * 32, cache_db=b"", black_box=b"", device_private=b"")

    def gone() -> TillKeys:
        raise Unavailable("keys.lost")

    with pytest.raises(Refused, match=r"keys.not_lost"):
        keeping.clear_lost(till.folder, till.clock, lambda: KEYS)
    keeping.clear_lost(till.folder, till.clock, gone)
    (aside,) = (till.folder / "aside").iterdir()
    assert {"till.db", "blackbox", "till.db.key-check"} <= {p.name for p in aside.iterdir()}
    with pytest.raises(Refused, match=r"till.not_here"):
        keeping.clear_lost(till.folder, till.clock, other)
    fresh = Till(till.folder, clock=till.clock)
    assert fresh.store.journal.head()[1] == 0
    fresh.store.close()


def test_keys_that_are_gone_are_not_made_anew_over_data_that_they_would_not_open(
    tmp_path, monkeypatch
):
    (tmp_path / "till.db").write_bytes(b"\x8f" * 4_096)
    monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
    with pytest.raises(Unavailable, match=r"keys.lost"):
        keys_for(tmp_path, "file")
    assert not (tmp_path / KEY_FILE).exists()


def test_the_commands_answer_as_scripts_need_it(tmp_path, monkeypatch, capsys):
    folder = tmp_path / "till"
    PassphraseKeyFile(folder / KEY_FILE, PASSPHRASE).save(KEYS)
    till = Till(folder)
    till.sell(100)
    till.store.close()

    def run(*words):
        monkeypatch.setattr("sys.stdin", io.StringIO(PASSPHRASE + "\n"))
        code = main([*map(str, words), "--data", str(folder), "--keys", "file", "--json"])
        return code, json.loads(capsys.readouterr().out)

    code, answer = run("till-backup", "--to", tmp_path / "stick")
    assert (code, answer["seq"]) == (Exit.OK, 1)
    code, answer = run("till-restore", answer["backup"])
    assert (code, answer["put_back"], answer["holds"]) == (Exit.OK, 0, True)
    code, answer = run("till-may-leave")
    assert (code, answer["error"]["key"]) == (Exit.REFUSED, "till.entries_wait")
    code, answer = run("till-wipe")
    assert (code, answer["error"]["params"]) == (Exit.REFUSED, {"n": 1})
    code, answer = run("till-wipe", "--keys-lost")
    assert (code, answer["error"]["key"]) == (Exit.REFUSED, "keys.not_lost")
    code, answer = run("till-restore", tmp_path / "nowhere.db")
    assert (code, answer["error"]["key"]) == (Exit.REFUSED, "backup.not_found")
