"""The till's secrets: in the system's keyring, or in a file that only a passphrase opens; never in the clear."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class TillKeys:
    """32 bytes each: till.db, cache.db, black box, and the device's Ed25519 private key (raw)."""

    till_db: bytes = field(repr=False)
    cache_db: bytes = field(repr=False)
    black_box: bytes = field(repr=False)
    device_private: bytes = field(repr=False)


def new_keys() -> TillKeys:
    """Fresh keys from the operating system's randomness."""
    raise NotImplementedError


class KeyStore(Protocol):
    """Where the keys of one till live."""

    def load(self) -> TillKeys | None:
        """The keys, or None when this till has none yet."""
        ...

    def save(self, keys: TillKeys) -> None: ...


class KeyringKeyStore:
    """The system's keyring; one item per data folder. Raises Unavailable("keys.no_keyring" | "keys.keyring_locked")."""

    def __init__(self, account: str) -> None:
        raise NotImplementedError

    def load(self) -> TillKeys | None:
        raise NotImplementedError

    def save(self, keys: TillKeys) -> None:
        raise NotImplementedError


class PassphraseKeyFile:
    """A 0600 file sealed under a passphrase (argon2id). Raises Refused("keys.wrong_passphrase")."""

    def __init__(self, path: Path, passphrase: str) -> None:
        raise NotImplementedError

    def load(self) -> TillKeys | None:
        raise NotImplementedError

    def save(self, keys: TillKeys) -> None:
        raise NotImplementedError
