"""A manager's secret opens the till's keys without the keyring, and nothing less does."""

import stat

import pytest

from posapp.errors import Refused, Unavailable
from posapp.offline.keys import new_keys
from posapp.offline.recovery_secret import (
    RECOVERY_FILE,
    RecoverableKeyStore,
    RecoveryFile,
    new_secret,
    plain_secret,
)


class MemoryStore:
    def __init__(self, keys=None):
        self.keys = keys

    def load(self):
        return self.keys

    def save(self, keys):
        self.keys = keys


def test_a_secret_is_understood_however_it_is_typed_and_a_slip_is_told():
    secret = new_secret()
    assert plain_secret(secret.lower().replace("-", " ").replace("0", "o")) == plain_secret(secret)
    other = "7" if secret[0] != "7" else "8"
    for slip in (other + secret[1:], secret[:-1], "", secret + "A"):
        with pytest.raises(Refused, match=r"keys.recovery_mistyped"):
            plain_secret(slip)
    assert len({new_secret() for _ in range(20)}) == 20


def test_the_secret_opens_the_keys_and_another_does_not(tmp_path):
    keys, secret = new_keys(), new_secret()
    RecoveryFile(tmp_path).begin(keys, secret)
    path = tmp_path / RECOVERY_FILE
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert RecoveryFile(tmp_path).open(secret) == keys
    with pytest.raises(Refused, match=r"keys.recovery_wrong"):
        RecoveryFile(tmp_path).open(new_secret())
    data = path.read_bytes()
    assert not any(each in data for each in (keys.till_db, keys.device_private))
    assert plain_secret(secret).encode() not in data


def test_keys_that_change_are_sealed_again_without_the_secret(tmp_path):
    secret, later = new_secret(), new_keys()
    RecoveryFile(tmp_path).begin(new_keys(), secret)
    RecoverableKeyStore(MemoryStore(), RecoveryFile(tmp_path)).save(later)
    assert RecoveryFile(tmp_path).open(secret) == later


def test_without_the_choice_there_is_no_file(tmp_path):
    store = RecoverableKeyStore(MemoryStore(), RecoveryFile(tmp_path))
    store.save(new_keys())
    assert not (tmp_path / RECOVERY_FILE).exists()
    with pytest.raises(Refused, match=r"keys.no_recovery"):
        RecoveryFile(tmp_path).open(new_secret())


def test_a_damaged_file_is_told(tmp_path):
    (tmp_path / RECOVERY_FILE).write_bytes(b"\x00" * 40)
    with pytest.raises(Unavailable, match=r"keys.file_damaged"):
        RecoveryFile(tmp_path).open(new_secret())
