"""The whole feed in chunks: what a manifest says, and rows packed as compressed columns."""

from __future__ import annotations

import zlib
from collections import Counter
from typing import TYPE_CHECKING, Final

import msgspec

from posapp.errors import Refused
from posapp.wire.canonical import decode, encode, sha256
from posapp.wire.sync import FeedRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROWS_PER_CHUNK: Final = 5_000
MOST_PLAIN_BYTES: Final = 32 * 1024 * 1024
MOST_PACKED_BYTES: Final = 5 * 1024 * 1024
_LEVEL: Final = 6
_READ_OBJECT: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])


class ChunkInfo(msgspec.Struct, frozen=True, kw_only=True):
    """One range of keys of one table: how many rows it has and the SHA-256 (hex) of its bytes."""

    number: int
    t: str
    first: str
    last: str
    rows: int
    size: int
    sha256: str


class ManifestReply(msgspec.Struct, frozen=True, kw_only=True):
    """What there is to load. `cursor` is where pulling goes on: the head before the first chunk.

    `complete` is false while central still makes chunks: ask again after loading these.
    `rows` are the few rows that only this till's shop sees.
    """

    request_id: str
    epoch: str
    snapshot_id: str
    scope: str
    start: int
    cursor: str
    complete: bool
    chunks: tuple[ChunkInfo, ...]
    rows: tuple[FeedRow, ...]
    server_time_ms: int


class ChunkReply(msgspec.Struct, frozen=True, kw_only=True):
    """The packed rows of one chunk; `body` is base64 on the wire."""

    request_id: str
    epoch: str
    snapshot_id: str
    number: int
    body: bytes
    server_time_ms: int


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """Rows of one table: keys, versions, and the fields of their JSON objects column by column.

    `others` are the rows that do not fit: deletions, and objects with other fields.
    """

    t: str
    keys: tuple[str, ...]
    versions: tuple[int, ...]
    fields: tuple[str, ...]
    columns: tuple[tuple[msgspec.Raw, ...], ...]
    others: tuple[FeedRow, ...] = ()


def pack(table: str, rows: Sequence[FeedRow]) -> bytes:
    """Rows as compressed columns; every value keeps its exact bytes."""
    seen: dict[tuple[str, ...], bytes] = {}
    objects = [_object(row, seen) for row in rows]
    shapes = Counter(each[0] for each in objects if each is not None)
    fields = shapes.most_common(1)[0][0] if shapes else ()
    alike: list[FeedRow] = []
    values: list[tuple[msgspec.Raw, ...]] = []
    others: list[FeedRow] = []
    for row, each in zip(rows, objects, strict=True):
        if each is not None and fields and each[0] == fields:
            alike.append(row)
            values.append(each[1])
        else:
            others.append(row)
    columns = Columns(
        t=table,
        keys=tuple(row.k for row in alike),
        versions=tuple(row.v for row in alike),
        fields=fields,
        columns=tuple(zip(*values, strict=True)),
        others=tuple(others),
    )
    return zlib.compress(encode(columns), _LEVEL)


def unpack(body: bytes, info: ChunkInfo) -> Columns:
    """The columns of a chunk whose digest is the manifest's.

    Raises Refused("wire.not_understood") for wrong bytes, too many of them, or a wrong count.
    """
    if sha256(body).hex() != info.sha256:
        raise Refused("wire.not_understood", reason="digest")
    chunk = decode(_inflated(body), Columns)
    count = len(chunk.keys)
    is_whole = (
        chunk.t == info.t
        and count + len(chunk.others) == info.rows
        and len(chunk.versions) == count
        and len(chunk.columns) == (len(chunk.fields) if count else 0)
        and all(len(column) == count for column in chunk.columns)
        and all(row.t == info.t for row in chunk.others)
    )
    if not is_whole:
        raise Refused("wire.not_understood", reason="columns")
    return chunk


def bodies(chunk: Columns) -> Iterator[bytes]:
    """The JSON of each row, byte for byte as it was packed."""
    shape = _shape(chunk.fields)
    return (shape % row for row in zip(*chunk.columns, strict=True))


def _shape(fields: tuple[str, ...]) -> bytes:
    """An object of these fields as a format for its values."""
    names = [encode(name).replace(b"%", b"%%") for name in fields]
    return b"{" + b",".join(name + b":%b" for name in names) + b"}"


def _object(
    row: FeedRow, shapes: dict[tuple[str, ...], bytes]
) -> tuple[tuple[str, ...], tuple[msgspec.Raw, ...]] | None:
    """Fields and values of a row that is a plain object; `shapes` keeps what was seen."""
    if row.op != "u":
        return None
    try:
        found = _READ_OBJECT.decode(row.d)
    except msgspec.DecodeError:
        return None
    fields, values = tuple(found), tuple(found.values())
    shape = shapes.get(fields)
    if shape is None:
        shape = shapes[fields] = _shape(fields)
    # A key that appears twice, or white space, would not come back byte for byte.
    return (fields, values) if shape % values == bytes(row.d) else None


def _inflated(body: bytes) -> bytes:
    """Raises Refused("wire.not_understood") for what is no whole stream or unpacks to too much."""
    stream = zlib.decompressobj()
    try:
        plain = stream.decompress(body, MOST_PLAIN_BYTES)
    except zlib.error as error:
        raise Refused("wire.not_understood", reason="compression") from error
    if not stream.eof or stream.unused_data:
        raise Refused("wire.not_understood", reason="compression")
    return plain
