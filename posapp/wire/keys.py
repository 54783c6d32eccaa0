"""A till's store keys on their way to central's keeping and back; never readable on the way."""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING

import msgspec

from posapp.errors import Refused
from posapp.wire.attachments import open_subject_key, seal_subject_key
from posapp.wire.canonical import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable


class StoreKeys(msgspec.Struct, frozen=True, kw_only=True):
    """The keys of till.db, cache.db and the black box, base64. The device key is never among them:
    whoever has these can read the till's files, and cannot speak in its name.
    """

    till_db: str
    cache_db: str
    black_box: str

    def __repr__(self) -> str:
        return "StoreKeys(********)"


class DepositKeys(msgspec.Struct, frozen=True, kw_only=True):
    """Store keys sealed to central's public key (base64)."""

    sealed: str


class KeysDeposited(msgspec.Struct, frozen=True, kw_only=True):
    """Central can open what it was given, and keeps it."""

    request_id: str


class TakeKeys(msgspec.Struct, frozen=True, kw_only=True):
    """Swap an operator's one-time code for a till's store keys. `public_key` (Ed25519) is the
    device's new key, `box_key` (X25519) the one that the answer is sealed to; both base64.
    """

    code: str
    public_key: str
    box_key: str


class KeysTaken(msgspec.Struct, frozen=True, kw_only=True):
    """What this terminal ever deposited and central still has, the newest first."""

    request_id: str
    terminal_id: str
    terminal_code: str
    sealed: tuple[str, ...]


def seal_keys(
    keys: StoreKeys,
    terminal_id: str,
    public_key: bytes,
    random_bytes: Callable[[int], bytes] = os.urandom,
) -> str:
    """Only the holder of the X25519 private key of `public_key` opens it, for this terminal."""
    sealed = seal_subject_key(encode(keys), _bound(terminal_id), public_key, random_bytes)
    return base64.b64encode(sealed).decode("ascii")


def open_keys(sealed: str, terminal_id: str, private_key: bytes) -> StoreKeys:
    """Raises Refused("escrow.damaged")."""
    try:
        data = base64.b64decode(sealed, validate=True)
        return decode(open_subject_key(data, _bound(terminal_id), private_key), StoreKeys)
    except (ValueError, Refused) as error:
        raise Refused("escrow.damaged") from error


def _bound(terminal_id: str) -> str:
    return f"store keys\n{terminal_id}"
