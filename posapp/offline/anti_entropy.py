"""Compares the cache with central when nothing else is to do, and puts right what is wrong."""

from __future__ import annotations

import logging
from collections import deque
from typing import TYPE_CHECKING, Final, Protocol

from posapp.wire.buckets import BUCKETS, COMPARED, bucket_of

if TYPE_CHECKING:
    from posapp.offline.cache_store import CacheStore
    from posapp.offline.cache_sums import Held
    from posapp.offline.feed_intake import FeedIntake
    from posapp.wire.buckets import BucketRowsReply, BucketsReply

_LOG: Final = logging.getLogger(__name__)

EVERY_MS: Final = 24 * 3_600_000
MOST_WRONG: Final = 64
"""More wrong buckets of a table than these: a whole snapshot is less work."""


class BucketSource(Protocol):
    """Central's sums: over the wire, and a test's."""

    def buckets(self, table: str, cursor: str) -> BucketsReply: ...

    def bucket_rows(self, table: str, bucket: int) -> BucketRowsReply: ...


class AntiEntropy:
    """Lane "sync", one table a step. A file that never was compared comes first: a new cache, also
    after a recovery, is compared as soon as it has caught up; every other one once a day.

    Raises as the source, and the cache's errors; the next step then tries the same table again.
    """

    def __init__(self, source: BucketSource, intake: FeedIntake) -> None:
        self._source = source
        self._intake = intake
        self._left: deque[str] = deque()

    def is_due(self, now_ms: int) -> bool:
        """Whether there is something to compare now."""
        compared_ms = self._cache.compared_ms()
        # A clock that was set back does not put it off for ever.
        return bool(self._left) or not compared_ms <= now_ms < compared_ms + EVERY_MS

    def step(self, now_ms: int) -> int:
        """Compare one table as of the cache's own cursor. Returns how many rows were put right."""
        if not self._left:
            self._left.extend(COMPARED)
        cursor, epoch = self._cache.cursor()
        reply = self._source.buckets(self._left[0], cursor)
        if reply.behind or reply.epoch != epoch or len(reply.sums) != BUCKETS:
            self._left.clear()
            return 0
        repaired = self._compare(reply)
        if self._left:
            self._left.popleft()
            if not self._left:
                self._cache.note_compared(now_ms)
        return repaired

    @property
    def _cache(self) -> CacheStore:
        return self._intake.cache

    def _compare(self, reply: BucketsReply) -> int:
        mine = self._cache.sums(reply.t, frozenset(reply.changed), reply.min_pos)
        wrong = [place for place in range(BUCKETS) if mine[place] != reply.sums[place]]
        if not wrong:
            return 0
        if len(wrong) > MOST_WRONG:
            _LOG.warning("%d buckets of %s are wrong: fetching all anew", len(wrong), reply.t)
            self._left.clear()
            self._intake.clear()
            return 0
        held = self._cache.held_in(reply.t, frozenset(wrong), reply.min_pos)
        repaired = sum(self._repair(reply, bucket, held) for bucket in wrong)
        _LOG.warning("%d rows of %s were wrong and were put right", repaired, reply.t)
        return repaired

    def _repair(self, reply: BucketsReply, bucket: int, held: dict[str, Held]) -> int:
        answer = self._source.bucket_rows(reply.t, bucket)
        if (answer.epoch, answer.t, answer.bucket) != (reply.epoch, reply.t, bucket):
            return 0
        inside = {key: row for key, row in held.items() if bucket_of(key) == bucket}
        rows = [row for row in answer.rows if row.t == reply.t and bucket_of(row.k) == bucket]
        return self._cache.repair(reply.t, inside, rows)
