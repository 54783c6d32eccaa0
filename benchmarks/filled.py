"""A cache with very many rows, loaded as a till loads a snapshot, and folders kept between runs."""

from __future__ import annotations

import shutil
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from posapp.offline.cache_schema import CACHE_VERSION
from posapp.wire.canonical import encode
from posapp.wire.snapshot import ROWS_PER_CHUNK, ChunkInfo, Columns, ManifestReply

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from posapp.domain.catalog import Product
    from posapp.domain.member import Member
    from posapp.offline.cache_store import CacheStore
    from posapp.wire.sync import FeedRow

KEPT: Final = Path(tempfile.gettempdir()) / "posapp-benchmarks"
_OBJECT: Final = msgspec.json.Decoder(dict[str, msgspec.Raw])


def fill(
    cache: CacheStore,
    rows: Iterable[FeedRow],
    products: Iterable[Product],
    members: Iterable[Member],
) -> None:
    """Load all of it beside the cache in use, build the indexes, change over."""
    shadow = cache.shadow()
    shadow.discard()
    shadow = cache.shadow()
    shadow.begin(_manifest((), tuple(rows)))
    infos: list[ChunkInfo] = []
    for chunk in chain(_chunks("product", products), _chunks("member", members)):
        infos.append(_info(len(infos), chunk))
        shadow.take(infos[-1], chunk)
    shadow.begin(_manifest(tuple(infos), tuple(rows)))
    while shadow.build_next_index():
        pass
    cache.take_over(shadow)


def newest_cache(folder: Path) -> Path:
    """The file in use: each that was taken over has the next name."""
    return max(folder.glob("cache*.db"), key=lambda path: path.stat().st_mtime_ns)


def kept(name: str, make: Callable[[Path], None], into: Path) -> Path:
    """A copy at `into` of a folder that `make` fills, at the first run alone.

    `name` says everything that its content depends on; the cache's version is added.
    """
    place = KEPT / f"{name}-{CACHE_VERSION}"
    if not place.exists():
        KEPT.mkdir(parents=True, exist_ok=True)
        half = Path(tempfile.mkdtemp(dir=KEPT))
        make(half)
        half.rename(place)
    shutil.copytree(place, into, dirs_exist_ok=True)
    return into


def _chunks(table: str, things: Iterable[Product] | Iterable[Member]) -> Iterator[Columns]:
    batch: list[Product | Member] = []
    for each in things:
        batch.append(each)
        if len(batch) == ROWS_PER_CHUNK:
            yield _columns(table, batch)
            batch = []
    if batch:
        yield _columns(table, batch)


def _columns(table: str, batch: list[Product | Member]) -> Columns:
    objects = [_OBJECT.decode(encode(each)) for each in batch]
    return Columns(
        t=table,
        keys=tuple(str(each.id) for each in batch),
        versions=(1,) * len(batch),
        fields=tuple(objects[0]),
        columns=tuple(zip(*(tuple(each.values()) for each in objects), strict=True)),
    )


def _info(number: int, chunk: Columns) -> ChunkInfo:
    first, last = chunk.keys[0], chunk.keys[-1]
    count = len(chunk.keys)
    return ChunkInfo(
        number=number, t=chunk.t, first=first, last=last, rows=count, size=0, sha256=""
    )


def _manifest(chunks: tuple[ChunkInfo, ...], rows: tuple[FeedRow, ...]) -> ManifestReply:
    return ManifestReply(
        request_id="",
        epoch="epoch-1",
        snapshot_id="filled",
        scope="",
        start=1,
        cursor="1",
        complete=True,
        chunks=chunks,
        rows=rows,
        server_time_ms=0,
    )
