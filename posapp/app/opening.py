"""Which keys open a till's folder: a person's choice, never a guess, never in the clear."""

from __future__ import annotations

import getpass
import sys
from typing import TYPE_CHECKING

from posapp.errors import Refused
from posapp.offline.keys import KeyringKeyStore, PassphraseKeyFile, load_or_make

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.offline.keys import KeyStore, TillKeys

KEY_FILE = "till-keys"


def keys_for(folder: Path, choice: str) -> TillKeys:
    """The keys of the till in `folder`, made on its first start.

    `choice` is "keyring" or "file"; the file asks for its passphrase at the terminal, or reads one
    line from standard input where that is no terminal. Raises as the key stores do.
    """
    return load_or_make(_store(folder, choice))


def _store(folder: Path, choice: str) -> KeyStore:
    if choice == "keyring":
        return KeyringKeyStore(str(folder.resolve()))
    return PassphraseKeyFile(folder / KEY_FILE, _passphrase())


def _passphrase() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Passphrase: ")
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise Refused("keys.passphrase_needed")
    return line


def one_time_code() -> str:
    """The enrolment code, asked at the terminal or read as one line. Never an argument."""
    if sys.stdin.isatty():
        return getpass.getpass("Enrolment code: ")
    return sys.stdin.readline().strip()
