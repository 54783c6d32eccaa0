"""The entries of one transaction as the black box keeps them: enough to do it all again."""

from __future__ import annotations

import msgspec

from posapp.wire.sync import Attachment


class BoxedEntry(msgspec.Struct, frozen=True, array_like=True):
    """One row of the journal; ids as text, `chain` after it."""

    incarnation: int
    seq: int
    event_id: str
    kind: str
    schema: int
    aggregate_id: str
    body: bytes
    body_sha256: bytes
    chain: bytes
    wall_ms: int
    mono_ms: int
    boot_id: str
    server_offset_ms: int | None
    offset_error_ms: int | None
    attachments: tuple[Attachment, ...] = ()


class BoxedPrint(msgspec.Struct, frozen=True, array_like=True):
    """A paper that the transaction queued."""

    id: str
    kind: str
    receipt_number: str
    document: bytes
    open_drawer: bool
    copy_of: str | None


class Batch(msgspec.Struct, frozen=True, array_like=True):
    """One transaction: it follows on `previous`; `receipts` is the number it used, or 0."""

    previous: bytes
    receipts: int
    entries: tuple[BoxedEntry, ...]
    prints: tuple[BoxedPrint, ...] = ()

    @property
    def place(self) -> tuple[int, int]:
        """Incarnation and seq of its last entry."""
        last = self.entries[-1]
        return last.incarnation, last.seq

    @property
    def chain(self) -> bytes:
        return self.entries[-1].chain


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Batch)


def batch_to_bytes(batch: Batch) -> bytes:
    return _ENCODER.encode(batch)


def batch_from_bytes(data: bytes) -> Batch:
    """Raises msgspec.DecodeError."""
    return _DECODER.decode(data)
