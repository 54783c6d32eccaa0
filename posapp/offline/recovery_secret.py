"""A manager's way to a till's keys without the keyring: a long secret on paper, chosen, never kept.

The file beside the data holds the keys sealed to a key pair whose private half only the secret
opens, so that keys which change later are sealed again without it.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from typing import TYPE_CHECKING, Final

import msgspec

from posapp.errors import Refused, Unavailable
from posapp.offline.keys import keys_from_text, keys_to_text
from posapp.offline.sealed_file import seal_text, unseal_text, write_whole
from posapp.wire.attachments import open_subject_key, seal_public_key_of, seal_subject_key

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.offline.keys import KeyStore, TillKeys

RECOVERY_FILE: Final = "till-keys.recovery"

_LETTERS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: none that look like another."""

_LENGTH: Final = 28
_GROUP: Final = 4
_CHECKS: Final = 2
_ALIKE: Final = str.maketrans("OIL", "011")
_BOUND: Final = "till keys recovery 1"


class _File(msgspec.Struct, frozen=True, kw_only=True):
    version: int = 1
    public_key: bytes
    private_key: str
    keys: bytes


def new_secret() -> str:
    """130 bits and two check letters in groups of four: to be printed and locked away."""
    body = "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH - _CHECKS))
    whole = body + _check(body)
    return "-".join(whole[n : n + _GROUP] for n in range(0, _LENGTH, _GROUP))


def plain_secret(typed: str) -> str:
    """The secret as it is used, however it was typed. Raises Refused("keys.recovery_mistyped")."""
    letters = "".join(each for each in typed.upper() if each.isalnum()).translate(_ALIKE)
    body, check = letters[:-_CHECKS], letters[-_CHECKS:]
    if len(letters) != _LENGTH or not set(letters) <= set(_LETTERS) or check != _check(body):
        raise Refused("keys.recovery_mistyped")
    return letters


class RecoveryFile:
    """`till-keys.recovery` in the data folder; there is none unless a person asked for it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / RECOVERY_FILE

    def exists(self) -> bool:
        return self._path.exists()

    def begin(self, keys: TillKeys, typed: str) -> None:
        """Seal the keys under a new secret; an older one is good no more.

        Raises Unavailable("store.read_only").
        """
        private = os.urandom(32)
        sealed = seal_text(plain_secret(typed).encode(), private)
        self._write(seal_public_key_of(private), sealed, keys)

    def renew(self, keys: TillKeys) -> None:
        """The keys have changed: seal them anew, without the secret."""
        kept = self._read()
        self._write(kept.public_key, kept.private_key, keys)

    def open(self, typed: str) -> TillKeys:
        """Raises Refused("keys.recovery_mistyped" | "keys.recovery_wrong" | "keys.no_recovery"),
        Unavailable("keys.file_damaged").
        """
        secret = plain_secret(typed).encode()
        kept = self._read()
        try:
            private = unseal_text(kept.private_key, secret)
        except Refused as error:
            raise Refused("keys.recovery_wrong") from error
        try:
            plain = open_subject_key(kept.keys, _BOUND, private)
        except Refused as error:
            raise Unavailable("keys.file_damaged") from error
        return keys_from_text(plain.decode("ascii"))

    def _read(self) -> _File:
        try:
            return msgspec.msgpack.decode(self._path.read_bytes(), type=_File)
        except FileNotFoundError as error:
            raise Refused("keys.no_recovery") from error
        except (OSError, msgspec.DecodeError) as error:
            raise Unavailable("keys.file_damaged") from error

    def _write(self, public_key: bytes, private_key: str, keys: TillKeys) -> None:
        sealed = seal_subject_key(keys_to_text(keys).encode("ascii"), _BOUND, public_key)
        made = _File(public_key=public_key, private_key=private_key, keys=sealed)
        write_whole(self._path, msgspec.msgpack.encode(made))


class RecoverableKeyStore:
    """A key store whose keys the recovery file knows, too, where there is one."""

    def __init__(self, store: KeyStore, file: RecoveryFile) -> None:
        self._store = store
        self._file = file

    def load(self) -> TillKeys | None:
        return self._store.load()

    def save(self, keys: TillKeys) -> None:
        self._store.save(keys)
        if self._file.exists():
            self._file.renew(keys)


def _check(body: str) -> str:
    digest = hashlib.sha256(f"posapp recovery {body}".encode()).digest()
    return _LETTERS[digest[0] % 32] + _LETTERS[digest[1] % 32]
