"""The till's secrets: in the system's keyring or in a file that a passphrase opens, never readable.

Which of the two is chosen by a person, not guessed (docs/decisions/0004-keys.md).
"""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, Protocol

import msgspec

from posapp.errors import Refused, Unavailable
from posapp.offline.sealed_file import open_sealed, write_sealed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRET_BYTES: Final = 32
SHORTEST_PASSPHRASE: Final = 8
_SERVICE: Final = "posapp till"
_UNSAFE_BACKENDS: Final = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")


@dataclass(frozen=True, slots=True, kw_only=True)
class TillKeys:
    """32 bytes each: till.db, cache.db, black box, and the device's Ed25519 private key (raw).

    `device_next` is the key that comes after it, while central may not know it yet; `till_db_next`
    and `cache_db_next` while the files may be under them already. `till_db_before` opens backups
    that were made before the last change, `device_before` is the key that a central knows which
    was itself put back from a backup.
    """

    till_db: bytes = field(repr=False)
    cache_db: bytes = field(repr=False)
    black_box: bytes = field(repr=False)
    device_private: bytes = field(repr=False)
    device_next: bytes = field(default=b"", repr=False)
    device_before: bytes = field(default=b"", repr=False)
    till_db_next: bytes = field(default=b"", repr=False)
    cache_db_next: bytes = field(default=b"", repr=False)
    till_db_before: bytes = field(default=b"", repr=False)


class KeyStore(Protocol):
    """Where the keys of one till live."""

    def load(self) -> TillKeys | None:
        """The keys, or None when this till has none yet."""
        ...

    def save(self, keys: TillKeys) -> None:
        """Keep them; they are read back before this returns."""
        ...


def new_keys(random_bytes: Callable[[int], bytes] = os.urandom) -> TillKeys:
    """Fresh keys from the operating system's randomness."""
    return TillKeys(
        till_db=random_bytes(SECRET_BYTES),
        cache_db=random_bytes(SECRET_BYTES),
        black_box=random_bytes(SECRET_BYTES),
        device_private=random_bytes(SECRET_BYTES),
    )


def load_or_make(store: KeyStore) -> TillKeys:
    """The keys of this till, made on its first start. Raises as the store does."""
    known = store.load()
    if known is not None:
        return known
    fresh = new_keys()
    store.save(fresh)
    return fresh


class KeyringKeyStore:
    """The system's keyring: one item for each data folder, named by `account`.

    Raises Unavailable("keys.no_keyring") where there is none, or one that keeps secrets readable
    or not at all, and Unavailable("keys.keyring_locked") where it does not open.
    """

    def __init__(self, account: str) -> None:
        self._account = account

    def load(self) -> TillKeys | None:
        text = keyring_text(self._account)
        return None if text is None else keys_from_text(text)

    def save(self, keys: TillKeys) -> None:
        keep_keyring_text(self._account, keys_to_text(keys))


def keyring_text(account: str) -> str | None:
    """One item of the keyring. Raises as `KeyringKeyStore`."""
    return _call_keyring(lambda ring: ring.get_password(_SERVICE, account))


def keep_keyring_text(account: str, text: str) -> None:
    """Write an item and read it back. Raises as `KeyringKeyStore`."""
    _call_keyring(lambda ring: ring.set_password(_SERVICE, account, text))
    if keyring_text(account) != text:
        raise Unavailable("keys.no_keyring")


def _call_keyring(ask: Callable[[Any], str | None]) -> str | None:
    import keyring
    from keyring.errors import InitError, KeyringError, NoKeyringError

    try:
        ring = keyring.get_keyring()
        if type(ring).__module__.startswith(_UNSAFE_BACKENDS):
            raise Unavailable("keys.no_keyring")
        return ask(ring)
    except (NoKeyringError, InitError) as error:
        raise Unavailable("keys.no_keyring") from error
    except KeyringError as error:
        raise Unavailable("keys.keyring_locked") from error


class PassphraseKeyFile:
    """A 0600 file sealed under a passphrase that a person types, or that is piped in.

    Raises Refused("keys.wrong_passphrase" | "keys.passphrase_short"),
    Unavailable("keys.file_damaged").
    """

    def __init__(self, path: Path, passphrase: str) -> None:
        if len(passphrase) < SHORTEST_PASSPHRASE:
            raise Refused("keys.passphrase_short", least=SHORTEST_PASSPHRASE)
        self._path = path
        self._passphrase = passphrase.encode()

    def load(self) -> TillKeys | None:
        plain = open_sealed(self._path, self._passphrase)
        return None if plain is None else keys_from_text(plain.decode("ascii"))

    def save(self, keys: TillKeys) -> None:
        write_sealed(self._path, self._passphrase, keys_to_text(keys).encode("ascii"))
        if self.load() != keys:
            raise Unavailable("keys.file_damaged")


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    version: int = 1
    till_db: str
    cache_db: str
    black_box: str
    device_private: str
    device_next: str = ""
    device_before: str = ""
    till_db_next: str = ""
    cache_db_next: str = ""
    till_db_before: str = ""


_NEEDED: Final = ("till_db", "cache_db", "black_box", "device_private")


def keys_to_text(keys: TillKeys) -> str:
    """The keys as text that is only ever written sealed."""
    parts: dict[str, str | int] = {"version": 1}
    for name in _names():
        if secret := getattr(keys, name):
            parts[name] = b64encode(secret).decode()
    return msgspec.json.encode(parts).decode()


def keys_from_text(text: str) -> TillKeys:
    """Raises Unavailable("keys.file_damaged")."""
    try:
        kept = msgspec.json.decode(text, type=_Kept)
        parts = {name: b64decode(getattr(kept, name), validate=True) for name in _names()}
    except ValueError as error:
        raise Unavailable("keys.file_damaged") from error
    if any(len(parts[name]) != SECRET_BYTES for name in _NEEDED):
        raise Unavailable("keys.file_damaged")
    return TillKeys(**parts)


def _names() -> tuple[str, ...]:
    return tuple(each.name for each in fields(TillKeys))
