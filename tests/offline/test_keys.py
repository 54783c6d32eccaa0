"""Where the keys live; the keyring is replaced at the process edge by small back-ends."""

import stat

import keyring
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringLocked

from posapp.errors import Refused, Unavailable
from posapp.offline.keys import (
    KeyringKeyStore,
    PassphraseKeyFile,
    load_or_make,
    new_keys,
)

PHRASE = "correct horse battery"


class MemoryRing(KeyringBackend):
    priority = 1

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password


class ForgetfulRing(MemoryRing):
    def set_password(self, service, username, password):
        pass


class LockedRing(MemoryRing):
    def get_password(self, service, username):
        raise KeyringLocked


class DeadRing(MemoryRing):
    def get_password(self, service, username):
        raise InitError


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_keys_are_made_once_and_kept_in_the_keyring(ring):
    backend = MemoryRing()
    ring(backend)
    store = KeyringKeyStore("till at /data")
    assert store.load() is None
    made = load_or_make(store)
    assert load_or_make(store) == made
    assert KeyringKeyStore("another till").load() is None
    assert len(next(iter(backend.kept.values()))) < 1_280


@pytest.mark.parametrize(
    ("backend", "key"),
    [
        (keyring.backends.fail.Keyring, "keys.no_keyring"),
        (keyring.backends.null.Keyring, "keys.no_keyring"),
        (ForgetfulRing, "keys.no_keyring"),
        (LockedRing, "keys.keyring_locked"),
        (DeadRing, "keys.no_keyring"),
    ],
)
def test_a_keyring_that_keeps_nothing_is_never_used(ring, backend, key):
    ring(backend())
    with pytest.raises(Unavailable) as refusal:
        load_or_make(KeyringKeyStore("till"))
    assert refusal.value.key == key


def test_a_keyring_item_of_something_else_is_told(ring):
    backend = MemoryRing()
    backend.kept["posapp till", "till"] = '{"till_db": "AAA"}'
    ring(backend)
    with pytest.raises(Unavailable, match=r"keys.file_damaged"):
        KeyringKeyStore("till").load()


def test_the_file_opens_with_its_passphrase_only(tmp_path):
    path = tmp_path / "keys" / "till.keys"
    keys = load_or_make(PassphraseKeyFile(path, PHRASE))
    assert PassphraseKeyFile(path, PHRASE).load() == keys
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(Refused, match=r"keys.wrong_passphrase"):
        PassphraseKeyFile(path, "wrong horse battery").load()


def test_the_file_holds_no_key_in_the_clear(tmp_path):
    from base64 import b64encode

    path = tmp_path / "till.keys"
    keys = new_keys()
    PassphraseKeyFile(path, PHRASE).save(keys)
    data = path.read_bytes()
    for secret in (keys.till_db, keys.cache_db, keys.black_box, keys.device_private):
        for form in (secret, secret.hex().encode(), b64encode(secret)):
            assert form not in data
    assert "secret" not in repr(keys)
    assert keys.till_db.hex() not in repr(keys)
    assert str(keys.till_db) not in repr(keys)


@pytest.mark.parametrize("text", ["", "{}", "not json", '{"salt":"*","nonce":"","sealed":""}'])
def test_a_damaged_key_file_is_told(tmp_path, text):
    path = tmp_path / "till.keys"
    path.write_text(text)
    with pytest.raises(Unavailable, match=r"keys.file_damaged"):
        PassphraseKeyFile(path, PHRASE).load()


def test_a_short_passphrase_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"keys.passphrase_short"):
        PassphraseKeyFile(tmp_path / "till.keys", "1234567")


def test_a_place_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(Unavailable, match=r"store.read_only"):
        PassphraseKeyFile(tmp_path / "file" / "till.keys", PHRASE).save(new_keys())
