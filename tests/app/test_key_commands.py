"""The commands about keys, as an operator gives them: secrets come in by standard input alone."""

import io
import json

import pytest

from posapp.app.opening import KEY_FILE
from posapp.cli import Exit, main
from posapp.offline.keys import PassphraseKeyFile
from tests.app.test_drill_broken_till import enrol
from tests.offline.tills import KEYS, Till

PASSPHRASE = "a passphrase of the test"


@pytest.fixture
def run(monkeypatch, capsys):
    def command(*words, typed=(PASSPHRASE,)):
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = main([*map(str, words), "--json"])
        return code, json.loads(capsys.readouterr().out)

    return command


@pytest.fixture
def till(tmp_path):
    folder = tmp_path / "till"
    PassphraseKeyFile(folder / KEY_FILE, PASSPHRASE).save(KEYS)
    made = Till(folder)
    made.sell(100)
    made.store.close()
    return made


def test_keys_are_renewed_and_the_secret_opens_them_too(till, run):
    here = ("--data", till.folder)
    code, made = run("till-recovery", *here, "--keys", "file")
    assert code == Exit.OK
    code, answer = run("till-new-store-key", *here, "--keys", "file")
    assert (code, answer["deposited"]) == (Exit.OK, False)
    secret = made["recovery_secret"]
    code, answer = run("journal", "verify", *here, "--keys", "recovery", typed=(secret,))
    assert (code, answer["entries"]) == (Exit.OK, 1)
    code, answer = run("journal", "verify", *here, "--keys", "recovery", typed=(secret[:-1],))
    assert (code, answer["error"]["key"]) == (Exit.REFUSED, "keys.recovery_mistyped")
    code, answer = run("till-new-key", *here, "--keys", "recovery", typed=(secret,))
    assert code == Exit.REFUSED


def test_a_forgotten_passphrase_is_replaced_by_a_code_of_central(shared_site, tmp_path, run):
    site, folder = shared_site, tmp_path / "till"
    enrol(site, folder, KEYS, "K01")
    PassphraseKeyFile(folder / KEY_FILE, PASSPHRASE).save(KEYS)
    release = ("central", "release-keys", "K01", "--data", site.folder, "--note")
    code, answer = run(*release, " ")
    assert (code, answer["error"]["key"]) == (Exit.REFUSED, "case.note_needed")
    _, answer = run(*release, "she left")
    take = ("till-take-keys", "--data", folder, "--keys", "file", "--central", site.url)
    code, refused = run(*take, typed=("another passphrase", "x"))
    assert (code, refused["error"]["key"]) == (Exit.REFUSED, "escrow.code_not_valid")
    assert (folder / KEY_FILE).exists()
    code, taken = run(*take, typed=("another passphrase", answer["code"]))
    assert (code, taken["has_data"]) == (Exit.OK, True)
    found = PassphraseKeyFile(folder / KEY_FILE, "another passphrase").load()
    assert found.till_db == KEYS.till_db
