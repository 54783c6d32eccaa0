"""Loads a snapshot step by step: a manifest, a chunk or an index each; then changes over."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final, Protocol

from posapp.errors import Refused, Unavailable
from posapp.offline.central_reading import NotAnswered
from posapp.offline.snapshot_rows import without_collector
from posapp.offline.sync_state import Failure
from posapp.wire.snapshot import unpack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posapp.offline.central_api import Timed
    from posapp.offline.snapshot_file import SnapshotFile
    from posapp.wire.snapshot import ChunkInfo, ChunkReply, ManifestReply

MOST_IDLE: Final = 30
"""Manifests in a row that bring nothing new: another till's request may be packing."""


class SnapshotSource(Protocol):
    """Central's snapshots: over the wire, and a test's."""

    def manifest(self, snapshot_id: str) -> Timed[ManifestReply]: ...

    def chunk(self, snapshot_id: str, number: int) -> Timed[ChunkReply]: ...


class SnapshotTarget(Protocol):
    """Where it goes: the till's stores."""

    def shadow(self) -> SnapshotFile: ...

    def take_over(self, shadow: SnapshotFile) -> None: ...


class Step(Enum):
    """What a step came to."""

    GOES_ON = "goes_on"
    DONE = "done"


@dataclass(slots=True)
class Heard:
    """Central's time in its last answer, and when that was asked for."""

    server_time_ms: int = 0
    sent_mono_ms: int = 0


class SnapshotLoad:
    """Lane "sync". After any error the next step goes on where the last one stood, also after a
    kill: what is loaded is in the shadow file.

    Raises NotAnswered as the source, and the stores' errors.
    """

    def __init__(self, source: SnapshotSource, target: SnapshotTarget) -> None:
        self._source = source
        self._target = target
        self._shadow: SnapshotFile | None = None
        self._is_confirmed = False
        self._idle = 0
        self.heard = Heard()

    def expect_epoch(self, epoch: str) -> None:
        """Central says that it is another one than that whose snapshot is being loaded."""
        if self._shadow is not None and self._shadow.manifest is not None:
            self._is_confirmed &= self._shadow.manifest.epoch == epoch

    def step(self) -> tuple[Step, ManifestReply]:
        """One piece of work of at most a few seconds."""
        shadow = self._shadow = self._shadow or self._target.shadow()
        missing = shadow.missing()
        manifest = shadow.manifest
        if manifest is None or not self._is_confirmed or (not missing and not manifest.complete):
            return Step.GOES_ON, self._ask_manifest(shadow)
        with self._thrown_away_if_damaged(shadow):
            if missing is not None:
                self._fetch(shadow, manifest, missing)
                return Step.GOES_ON, manifest
            if shadow.build_next_index():
                return Step.GOES_ON, manifest
        self._change_over(shadow)
        return Step.DONE, manifest

    def close(self) -> None:
        if self._shadow is not None:
            self._shadow.close()
            self._shadow = None

    @contextmanager
    def _thrown_away_if_damaged(self, shadow: SnapshotFile) -> Iterator[None]:
        """What does not read now never will: the next step begins another file."""
        try:
            yield
        except Unavailable as error:
            if error.key != "store.damaged":
                raise
            self._shadow, self._is_confirmed = None, False
            shadow.discard()
            raise NotAnswered(Failure.BAD_REPLY) from error

    def _ask_manifest(self, shadow: SnapshotFile) -> ManifestReply:
        """Whether what was begun still stands, or what there is by now."""
        before = shadow.manifest
        timed = self._source.manifest(before.snapshot_id if before else "")
        self._note(timed.reply.server_time_ms, timed.sent_mono_ms)
        is_news = before is None or timed.reply.chunks != before.chunks
        self._idle = 0 if is_news or timed.reply.complete else self._idle + 1
        if self._idle > MOST_IDLE:
            self._idle = 0
            raise NotAnswered(Failure.BUSY, retry_after_ms=1_000)
        shadow.begin(timed.reply)
        self._is_confirmed = True
        return timed.reply

    def _fetch(self, shadow: SnapshotFile, manifest: ManifestReply, info: ChunkInfo) -> None:
        """A chunk that is not what the manifest says is not applied; it is fetched again."""
        try:
            timed = self._source.chunk(manifest.snapshot_id, info.number)
        except NotAnswered as error:
            self._is_confirmed = False
            if error.kind is Failure.GONE:
                # Not ours any more; the cursor of the cache in use has nothing to do with that.
                raise NotAnswered(Failure.BUSY, retry_after_ms=1_000) from error
            raise
        reply = timed.reply
        self._note(reply.server_time_ms, timed.sent_mono_ms)
        if (reply.epoch, reply.snapshot_id, reply.number) != (
            manifest.epoch,
            manifest.snapshot_id,
            info.number,
        ):
            raise NotAnswered(Failure.BAD_REPLY)
        try:
            with without_collector():
                shadow.take(info, unpack(reply.body, info))
        except Refused as error:
            raise NotAnswered(Failure.BAD_REPLY) from error

    def _change_over(self, shadow: SnapshotFile) -> None:
        self._shadow, self._is_confirmed = None, False
        if not shadow.is_right():
            shadow.discard()
            raise NotAnswered(Failure.BAD_REPLY)
        try:
            self._target.take_over(shadow)
        finally:
            shadow.close()

    def _note(self, server_time_ms: int, sent_mono_ms: int) -> None:
        self.heard = Heard(server_time_ms, sent_mono_ms)
