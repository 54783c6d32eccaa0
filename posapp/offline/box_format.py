"""The bytes of a black-box segment: sealed records, each bound to the one before; no files here."""

from __future__ import annotations

import os
from enum import IntEnum
from typing import TYPE_CHECKING, Final

import msgspec
from cryptography.exceptions import InvalidTag

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

_MAGIC: Final = b"POSBOX1\n"
_ID_BYTES: Final = 16
TAG_BYTES: Final = 16
_NONCE_BYTES: Final = 12
_MARK: Final = b"\xb0\x0e\xc0\xdd"
_LENGTH_BYTES: Final = 4
_PREFIX_BYTES: Final = len(_MARK) + _LENGTH_BYTES + _NONCE_BYTES + TAG_BYTES
HEADER_BYTES: Final = len(_MAGIC) + _ID_BYTES + TAG_BYTES
FIRST_TAG: Final = bytes(TAG_BYTES)


class RecordKind(IntEnum):
    """INTENT before the commit, COMMIT after it, ABORT by recovery; PRINTING before a paper's first
    byte leaves, then PRINTED, or UNPRINTED when nothing came out. PRUNED before older segments are
    deleted: the box begins behind that place.
    """

    INTENT = 1
    COMMIT = 2
    PRINTED = 3
    ABORT = 4
    PRINTING = 5
    UNPRINTED = 6
    PRUNED = 7


class Record(msgspec.Struct, frozen=True, array_like=True):
    """One record: the place in the journal, the chain there, and what is needed to do it again."""

    kind: RecordKind
    incarnation: int
    seq: int
    chain: bytes
    body: bytes = b""


class Segment(msgspec.Struct, frozen=True):
    """What a segment holds: `end` is where whole records stop, `torn` half a record after them.

    `damaged` counts places in the middle that no longer open or no longer follow on each other.
    """

    records: tuple[Record, ...]
    end: int
    last_tag: bytes
    first_link: bytes
    damaged: int = 0
    torn: bool = False


_ENCODER: Final = msgspec.msgpack.Encoder()
_DECODER: Final = msgspec.msgpack.Decoder(Record)


def new_header(link: bytes) -> bytes:
    """The head of a segment; `link` is the last tag of the segment before."""
    return _MAGIC + os.urandom(_ID_BYTES) + link


def seal(cipher: ChaCha20Poly1305, header: bytes, last_tag: bytes, record: Record) -> bytes:
    """The record as written after the one whose tag is `last_tag`; it ends in its own tag."""
    plain = _ENCODER.encode(record)
    nonce = os.urandom(_NONCE_BYTES)
    length = (len(plain) + TAG_BYTES).to_bytes(_LENGTH_BYTES, "big")
    prefix = b"".join((_MARK, length, nonce, last_tag))
    return prefix + cipher.encrypt(nonce, plain, header + prefix)


def read_segment(cipher: ChaCha20Poly1305, data: bytes) -> Segment:
    """Everything that opens, past damaged places too."""
    header = data[:HEADER_BYTES]
    if len(header) < HEADER_BYTES or not header.startswith(_MAGIC):
        whole = data.strip(b"\x00") == b""
        return Segment((), 0, FIRST_TAG, FIRST_TAG, damaged=0 if whole else 1)
    records: list[Record] = []
    place, end, damaged = HEADER_BYTES, HEADER_BYTES, 0
    first_link = last_tag = header[-TAG_BYTES:]
    while (place := data.find(_MARK, place)) >= 0:
        found = _open(cipher, header, data, place)
        if found is None:
            place += 1
            continue
        record, link, stop = found
        if link != last_tag or place != end:
            damaged += 1
        records.append(record)
        last_tag = data[stop - TAG_BYTES : stop]
        place = end = stop
    torn = data[end:].strip(b"\x00") != b""
    return Segment(tuple(records), end, last_tag, first_link, damaged, torn)


def _open(
    cipher: ChaCha20Poly1305, header: bytes, data: bytes, place: int
) -> tuple[Record, bytes, int] | None:
    prefix = data[place : place + _PREFIX_BYTES]
    if len(prefix) < _PREFIX_BYTES:
        return None
    start = place + _PREFIX_BYTES
    length = int.from_bytes(prefix[len(_MARK) : len(_MARK) + _LENGTH_BYTES], "big")
    if start + length > len(data):
        return None
    nonce = prefix[len(_MARK) + _LENGTH_BYTES : -TAG_BYTES]
    try:
        plain = cipher.decrypt(nonce, data[start : start + length], header + prefix)
        return _DECODER.decode(plain), prefix[-TAG_BYTES:], start + length
    except (InvalidTag, msgspec.DecodeError):
        return None
