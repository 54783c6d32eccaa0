"""The whole feed at once: manifest, chunks, and the sums that tell whether a cache is right."""

from __future__ import annotations

from typing import Final

import msgspec

from posapp.central import snapshot_shelf as shelf
from posapp.central.bucket_sums import bucket_rows, sums
from posapp.central.endpoint import Call, Endpoint
from posapp.central.feed import Cursor, opaque, scope_of
from posapp.central.routes.sync import PullRow
from posapp.central.snapshot_making import own_rows, prepared
from posapp.errors import Refused
from posapp.wire.buckets import BucketRowsReply, BucketsReply
from posapp.wire.snapshot import ChunkInfo, ChunkReply, ManifestReply

_MOST_DIGITS: Final = 9


class ManifestPage(msgspec.Struct, frozen=True, kw_only=True):
    """ManifestReply as OpenAPI can say it."""

    request_id: str
    epoch: str
    snapshot_id: str
    scope: str
    start: int
    cursor: str
    complete: bool
    chunks: tuple[ChunkInfo, ...]
    rows: tuple[PullRow, ...]
    server_time_ms: int


class BucketRowsPage(msgspec.Struct, frozen=True, kw_only=True):
    """BucketRowsReply as OpenAPI can say it."""

    request_id: str
    epoch: str
    t: str
    bucket: int
    rows: tuple[PullRow, ...]
    min_pos: int
    server_time_ms: int


def _manifest(call: Call) -> ManifestReply:
    central, caller = call.central, call.caller
    found = prepared(central, caller, call.query.get("snapshot", ""))
    with central.view(caller) as view:
        scope = scope_of(view)
        chunks = shelf.chunks_of(view.connection, found.id)
    return ManifestReply(
        request_id=call.request_id,
        epoch=found.epoch,
        snapshot_id=found.id,
        scope=scope,
        start=found.start_pos,
        cursor=opaque(Cursor(epoch=found.epoch, pos=found.start_pos, scope=scope)),
        complete=bool(found.complete),
        chunks=tuple(chunks),
        rows=tuple(own_rows(central, caller)),
        server_time_ms=call.now_ms,
    )


def _chunk(call: Call) -> ChunkReply:
    """Raises Refused("sync.rebootstrap") when the snapshot is not there any more."""
    central, number = call.central, _number(call, "number")
    with central.view(call.caller) as view:
        found = shelf.find(view.connection, view.tenant.id, call.query.get("snapshot", ""))
        if found is None:
            raise Refused("sync.rebootstrap")
        body = shelf.body_of(view.connection, central.keys, found.id, number)
    if body is None:
        with central.database.write() as connection:
            shelf.throw_away(connection, found.id)
        raise Refused("sync.rebootstrap")
    return ChunkReply(
        request_id=call.request_id,
        epoch=found.epoch,
        snapshot_id=found.id,
        number=number,
        body=body,
        server_time_ms=call.now_ms,
    )


def _buckets(call: Call) -> BucketsReply:
    with call.central.view(call.caller) as view:
        return sums(
            view,
            table=call.query.get("table", ""),
            cursor=call.query.get("cursor", ""),
            request_id=call.request_id,
        )


def _bucket_rows(call: Call) -> BucketRowsReply:
    bucket = _number(call, "bucket")
    with call.central.view(call.caller) as view:
        return bucket_rows(
            view, table=call.query.get("table", ""), bucket=bucket, request_id=call.request_id
        )


def _number(call: Call, name: str) -> int:
    text = call.query.get(name, "")
    if not text.isascii() or not text.isdigit() or len(text) > _MOST_DIGITS:
        raise Refused("wire.not_understood", reason=name)
    return int(text)


ENDPOINTS: Final = (
    Endpoint(
        method="GET",
        path="/v1/sync/snapshot/manifest",
        summary="What a till loads instead of pulling everything",
        handler=_manifest,
        gives=ManifestReply,
        shows=ManifestPage,
        query=("snapshot",),
    ),
    Endpoint(
        method="GET",
        path="/v1/sync/snapshot/chunk",
        summary="One chunk of a snapshot",
        handler=_chunk,
        gives=ChunkReply,
        query=("snapshot", "number"),
        refuses=(410,),
    ),
    Endpoint(
        method="GET",
        path="/v1/sync/buckets",
        summary="Sums of one table as of a cursor",
        handler=_buckets,
        gives=BucketsReply,
        query=("table", "cursor"),
        refuses=(410,),
    ),
    Endpoint(
        method="GET",
        path="/v1/sync/buckets/rows",
        summary="The rows of one bucket",
        handler=_bucket_rows,
        gives=BucketRowsReply,
        shows=BucketRowsPage,
        query=("table", "bucket"),
    ),
)
