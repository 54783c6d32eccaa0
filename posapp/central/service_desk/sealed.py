"""Words about a person, under her key: whoever destroys the key forgets them too."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlalchemy import select

from posapp.central.tables.members import subject_key
from posapp.errors import Refused
from posapp.wire.canonical import decode, encode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from posapp.central.keys import CentralKeys

_NONCE_BYTES: Final = 12


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """`note` is what a person wrote; `before` and `after` are what an act replaced, by field."""

    note: str = ""
    before: dict[str, str] = {}
    after: dict[str, str] = {}

    def __repr__(self) -> str:
        return "Words()"


def keys_of(
    connection: Connection, keys: CentralKeys, subject_ids: Iterable[str]
) -> dict[str, bytes]:
    """The keys of these subjects that are still there."""
    rows = connection.execute(
        select(subject_key).where(subject_key.c.subject_id.in_(sorted(set(subject_ids))))
    )
    return {row.subject_id: keys.unwrap(row.wrapped_key, row.subject_id) for row in rows}


def seal(words: Words, key: bytes, owner: str) -> bytes:
    """Bound to `owner`: the row that they stand in."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(key).encrypt(nonce, encode(words), owner.encode())


def unseal(sealed: bytes | None, key: bytes | None, owner: str) -> Words:
    """Empty where there are none, or nobody can read them any more."""
    if sealed is None or key is None:
        return Words()
    try:
        plain = ChaCha20Poly1305(key).decrypt(
            sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], owner.encode()
        )
    except (InvalidTag, ValueError) as error:
        raise Refused("attachment.damaged") from error
    return decode(plain, Words)
