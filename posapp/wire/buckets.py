"""Anti-entropy: rows fall into 1,024 buckets, and equal sums mean equal rows on both sides."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, Final
from zlib import crc32

import msgspec

from posapp.wire.sync import FeedRow

if TYPE_CHECKING:
    from collections.abc import Iterable

BUCKETS: Final = 1_024
MOST_CHANGED: Final = 2_000
COMPARED: Final = ("member", "product", "category", "offer", "point_rules", "shop")
"""The tables that a till's cache holds; people and settings stand in till.db."""
_MASK: Final = 2**64 - 1


class BucketsReply(msgspec.Struct, frozen=True, kw_only=True):
    """The sums of one table as of the asked cursor, without the rows that changed after it.

    `changed` names those rows. A deletion counts while its version is above `min_pos`. `behind`
    means that too much has changed: pull first; then there are no sums.
    """

    request_id: str
    epoch: str
    t: str
    behind: bool
    sums: tuple[int, ...]
    changed: tuple[str, ...]
    min_pos: int
    server_time_ms: int


class BucketRowsReply(msgspec.Struct, frozen=True, kw_only=True):
    """Every row of one bucket as central has it now, deletions above `min_pos` too."""

    request_id: str
    epoch: str
    t: str
    bucket: int
    rows: tuple[FeedRow, ...]
    min_pos: int
    server_time_ms: int


def bucket_of(key: str) -> int:
    """Where a key belongs, whatever its version."""
    return crc32(key.encode()) & (BUCKETS - 1)


def row_hash(key: str, version: int, deleted: bool) -> int:
    """64 bits of what both sides must agree upon."""
    text = f"{key}\n{version}\n{'d' if deleted else 'u'}"
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def add_up(rows: Iterable[tuple[str, int, bool]]) -> tuple[int, ...]:
    """The sums mod 2^64 over (key, version, deleted)."""
    sums = [0] * BUCKETS
    for key, version, deleted in rows:
        sums[bucket_of(key)] += row_hash(key, version, deleted)
    return tuple(each & _MASK for each in sums)
