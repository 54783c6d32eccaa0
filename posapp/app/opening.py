"""Which keys open a till's folder: a person's choice, never a guess, never in the clear."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from posapp.errors import Refused, Unavailable
from posapp.offline.anchor import KeyringAnchor
from posapp.offline.keys import KeyringKeyStore, PassphraseKeyFile, load_or_make
from posapp.offline.recovery_secret import RecoverableKeyStore, RecoveryFile
from posapp.offline.rekey import settled
from posapp.offline.till_store import DATABASE

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.offline.keys import KeyStore, TillKeys

KEY_FILE = "till-keys"


def keys_for(folder: Path, choice: str, *, may_make: bool = True) -> TillKeys:
    """The keys of the till in `folder`, made on its first start unless only known ones will do.

    `choice` is "keyring", "file" or "recovery"; the file asks for its passphrase at the terminal
    (twice for a new one), recovery for the manager's secret; both read one line from standard
    input where that is no terminal. Raises as the key stores do,
    Refused("keys.passphrase_needed" | "keys.passphrases_differ"), and Unavailable("keys.lost")
    where a till stands whose keys are gone: new ones would not open it.
    """
    return keys_in(store_for(folder, choice), folder, may_make=may_make)


def keys_in(store: KeyStore, folder: Path, *, may_make: bool = True) -> TillKeys:
    """As `keys_for`, from a place that is open already."""
    known = store.load()
    if known is not None:
        return settled(folder / DATABASE, store, known)
    if not may_make or (folder / DATABASE).exists():
        raise Unavailable("keys.lost")
    return load_or_make(store)


def keys_by_secret(folder: Path, typed: str) -> tuple[KeyStore, TillKeys]:
    """The keys that a manager's recovery secret opens, and where they are from now on.

    Raises as `RecoveryFile.open`.
    """
    store = _SecretStore(RecoveryFile(folder), typed)
    return store, settled(folder / DATABASE, store, store.load())


class _SecretStore:
    """Keys as the recovery secret opens them: they are changed where they are kept, not here."""

    def __init__(self, file: RecoveryFile, typed: str) -> None:
        self._file = file
        self._typed = typed

    def load(self) -> TillKeys:
        return self._file.open(self._typed)

    def save(self, _keys: TillKeys) -> None:
        raise Refused("keys.recovery_only_opens")


def anchor_for(folder: Path, choice: str) -> KeyringAnchor | None:
    """Where the high-water mark is kept; a key file would be copied along with the folder."""
    return KeyringAnchor(str(folder.resolve())) if choice == "keyring" else None


def store_for(folder: Path, choice: str) -> KeyStore:
    """Where the keys of the till in `folder` lie; asks for the passphrase of a file."""
    if choice == "recovery":
        return _SecretStore(RecoveryFile(folder), _asked("恢复密语 / Recovery secret: "))
    return RecoverableKeyStore(_plain_store(folder, choice), RecoveryFile(folder))


def _plain_store(folder: Path, choice: str) -> KeyStore:
    if choice == "keyring":
        return KeyringKeyStore(str(folder.resolve()))
    key_file = folder / KEY_FILE
    return PassphraseKeyFile(key_file, _passphrase(is_new=not key_file.exists()))


def _passphrase(*, is_new: bool) -> str:
    """Typed twice where it is chosen: a slip would lock the till's data for ever."""
    if sys.stdin.isatty():
        typed = getpass.getpass("口令 / Passphrase: ")
        if is_new and getpass.getpass("再输一次 / Once more: ") != typed:
            raise Refused("keys.passphrases_differ")
        return typed
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise Refused("keys.passphrase_needed")
    return line


def one_time_code() -> str:
    """The code that central gave out, asked at the terminal or read as one line; no argument."""
    return _asked("一次性代码 / One-time code: ")


def _asked(words: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(words)
    return sys.stdin.readline().strip()
