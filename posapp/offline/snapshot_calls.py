"""The sync lane's calls of a till: an empty place is filled by a snapshot, idle ones compare."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import urlencode

from posapp.errors import Unavailable
from posapp.offline.anti_entropy import AntiEntropy
from posapp.offline.central_api import SyncCalls, Timed
from posapp.offline.central_link import Call
from posapp.offline.central_reading import NotAnswered
from posapp.offline.snapshot_load import SnapshotLoad, Step
from posapp.wire.buckets import BucketRowsReply, BucketsReply
from posapp.wire.snapshot import ChunkReply, ManifestReply
from posapp.wire.sync import PullReply

if TYPE_CHECKING:
    from posapp.offline.central_link import CentralLink
    from posapp.offline.feed_intake import FeedIntake
    from posapp.wire.sync import HelloReply, HelloRequest

_LOG: Final = logging.getLogger(__name__)
_NO_SUCH_PATH: Final = "request.no_such_path"
T = TypeVar("T")


class SnapshotCalls(SyncCalls):
    """As SyncCalls. While the cache has no place in the feed, `pull` loads one piece of a snapshot
    and answers with an empty page that says more is to come; facts go up in between.

    A central without snapshots is pulled page by page.
    """

    def __init__(self, link: CentralLink, intake: FeedIntake) -> None:
        super().__init__(link)
        self._intake = intake
        self._load = SnapshotLoad(self, intake)
        self._comparing = AntiEntropy(self, intake)
        self._is_offered = True
        self._idle_pulls = 0

    def hello(self, request: HelloRequest) -> Timed[HelloReply]:
        timed = super().hello(request)
        self._load.expect_epoch(timed.reply.epoch)
        return timed

    def pull(self, request_id: str, cursor: str, limit: int) -> Timed[PullReply]:
        place = self._intake.cursor()[0]
        if self._is_offered and not place:
            try:
                return self._loaded(request_id, cursor)
            except NotAnswered as error:
                self._check_offered(error)
        timed = super().pull(request_id, cursor, limit)
        page = timed.reply
        is_idle = not page.rows and not page.more and page.next == place
        self._idle_pulls = self._idle_pulls + 1 if is_idle else 0
        if self._is_offered and self._idle_pulls > 1:
            self._compare()
        return timed

    def manifest(self, snapshot_id: str) -> Timed[ManifestReply]:
        return self._get("/v1/sync/snapshot/manifest", ManifestReply, snapshot=snapshot_id)

    def chunk(self, snapshot_id: str, number: int) -> Timed[ChunkReply]:
        target = "/v1/sync/snapshot/chunk"
        return self._get(target, ChunkReply, snapshot=snapshot_id, number=number)

    def buckets(self, table: str, cursor: str) -> BucketsReply:
        return self._get("/v1/sync/buckets", BucketsReply, table=table, cursor=cursor).reply

    def bucket_rows(self, table: str, bucket: int) -> BucketRowsReply:
        target = "/v1/sync/buckets/rows"
        return self._get(target, BucketRowsReply, table=table, bucket=bucket).reply

    def close(self) -> None:
        super().close()
        self._load.close()

    def _get(self, target: str, kind: type[T], **words: str | int) -> Timed[T]:
        call = Call(
            method="GET",
            target=f"{target}?{urlencode(words)}",
            request_id=self._link.new_request_id(),
        )
        return self.asked(call, kind)

    def _loaded(self, request_id: str, cursor: str) -> Timed[PullReply]:
        """One piece, told as a page. Central's time is that of its last answer, and so is when it
        was asked: a longer way there and back, but no wrong one.
        """
        outcome, manifest = self._load.step()
        heard = self._load.heard
        page = PullReply(
            request_id=request_id,
            epoch=manifest.epoch,
            rows=(),
            next=manifest.cursor if outcome is Step.DONE else cursor,
            more=True,
            head=manifest.start,
            min_pos=0,
            server_time_ms=heard.server_time_ms,
        )
        return Timed(page, heard.sent_mono_ms)

    def _check_offered(self, error: NotAnswered) -> None:
        if error.key != _NO_SUCH_PATH:
            raise error
        self._is_offered = False

    def _compare(self) -> None:
        """Nothing of this may spoil the pull that it follows; it is due until it is done."""
        now_ms = self._link.wall_ms()
        try:
            if self._comparing.is_due(now_ms):
                self._comparing.step(now_ms)
        except NotAnswered as error:
            self._is_offered = error.key != _NO_SUCH_PATH
        except Unavailable as error:
            _LOG.warning("the cache was not compared: %s", error.key)
