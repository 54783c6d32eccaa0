"""A small secret in a 0600 file, sealed under a passphrase: argon2id, then ChaCha20-Poly1305."""

from __future__ import annotations

import os
from base64 import b64decode, b64encode
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from posapp.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

_MEMORY_KIB: Final = 64 * 1024
_PASSES: Final = 3
_LANES: Final = 4
_AAD: Final = b"posapp sealed file 1"


class _Sealed(msgspec.Struct, frozen=True, kw_only=True):
    version: int = 1
    memory_kib: int = _MEMORY_KIB
    passes: int = _PASSES
    lanes: int = _LANES
    salt: str
    nonce: str
    sealed: str


def write_sealed(path: Path, passphrase: bytes, plain: bytes) -> None:
    """Replace the file in one step. Raises Unavailable("store.read_only")."""
    write_whole(path, seal_text(passphrase, plain).encode())


def open_sealed(path: Path, passphrase: bytes) -> bytes | None:
    """What is sealed there, or None when there is no file.

    Raises Refused("keys.wrong_passphrase"), Unavailable("keys.file_damaged").
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    return unseal_text(data, passphrase)


def seal_text(passphrase: bytes, plain: bytes) -> str:
    """JSON that says how it was sealed."""
    salt, nonce = os.urandom(16), os.urandom(12)
    key = _derive(passphrase, salt, _MEMORY_KIB, _PASSES, _LANES)
    kept = _Sealed(
        salt=b64encode(salt).decode(),
        nonce=b64encode(nonce).decode(),
        sealed=b64encode(ChaCha20Poly1305(key).encrypt(nonce, plain, _AAD)).decode(),
    )
    return msgspec.json.encode(kept).decode()


def unseal_text(data: bytes | str, passphrase: bytes) -> bytes:
    """Raises Refused("keys.wrong_passphrase"), Unavailable("keys.file_damaged")."""
    try:
        kept = msgspec.json.decode(data, type=_Sealed)
        salt, nonce, sealed = (
            b64decode(part, validate=True) for part in (kept.salt, kept.nonce, kept.sealed)
        )
        key = _derive(passphrase, salt, kept.memory_kib, kept.passes, kept.lanes)
        return ChaCha20Poly1305(key).decrypt(nonce, sealed, _AAD)
    except InvalidTag as error:
        raise Refused("keys.wrong_passphrase") from error
    except ValueError as error:
        raise Unavailable("keys.file_damaged") from error


def write_whole(path: Path, data: bytes) -> None:
    """A file that only its owner reads, replaced in one step.

    Raises Unavailable("store.read_only").
    """
    half = path.with_name(path.name + ".half")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            half.unlink()
        file = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(file, data)
            os.fsync(file)
        finally:
            os.close(file)
        half.replace(path)
    except OSError as error:
        raise Unavailable("store.read_only") from error


def _derive(passphrase: bytes, salt: bytes, memory_kib: int, passes: int, lanes: int) -> bytes:
    return hash_secret_raw(
        secret=passphrase,
        salt=salt,
        time_cost=passes,
        memory_cost=memory_kib,
        parallelism=lanes,
        hash_len=32,
        type=Type.ID,
    )
