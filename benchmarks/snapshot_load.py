"""Row 7: a new till fetches 1,000,000 members over loopback; central has packed them before.

The floor has the finished rows in a plain file without indexes, compressed with zlib: it unpacks
that, copies the rows into an encrypted file and builds the same indexes. Nothing is sent there.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zlib
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.feed_park import Tiller, build_central, enrolled, serving
from benchmarks.harness import Figure, Timed, figure, parser, report
from benchmarks.memory import resident_mib
from posapp.clock import Ids, SystemClock
from posapp.offline.bootstrap import fill_cache
from posapp.offline.cache_schema import INDEXES, STATEMENTS
from posapp.offline.engine import open_encrypted

FILLED = ("member", "member_alias")
PIECE = 1 << 20
MOST_BYTES = 1.5


class Plain:
    """The cache's members in a compressed file without encryption and without indexes."""

    def __init__(self, tiller: Tiller, folder: Path) -> None:
        self.path, self.packed = folder / "plain.db", folder / "plain.z"
        (cache,) = tiller.stores.folder.glob("cache*.db")
        source = open_encrypted(cache, tiller.keys.cache_db, durable=False).connect()
        source.execute("ATTACH DATABASE ? AS plain KEY ''", (str(self.path),))
        for table in FILLED:
            source.execute(f"CREATE TABLE plain.{table} AS SELECT * FROM main.{table}")  # noqa: S608
        source.execute("DETACH DATABASE plain")
        source.close()
        pack = zlib.compressobj(6)
        with self.path.open("rb") as plain, self.packed.open("wb") as packed:
            while piece := plain.read(PIECE):
                packed.write(pack.compress(piece))
            packed.write(pack.flush())
        self.path.unlink()

    def load(self, target: Path) -> None:
        """Unpack, copy, index, and let it reach the disk."""
        self._unpack()
        connection: Any = open_encrypted(target, b"1" * 32, durable=False).connect()
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (str(self.path),))
        connection.execute("BEGIN")
        for statement in STATEMENTS:
            if statement not in INDEXES:
                connection.execute(statement)
        for table in FILLED:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM plain.{table}")  # noqa: S608
        for statement in INDEXES:
            connection.execute(statement)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()

    def _unpack(self) -> None:
        unpack = zlib.decompressobj()
        with self.packed.open("rb") as packed, self.path.open("wb") as plain:
            while piece := packed.read(PIECE):
                plain.write(unpack.decompress(piece))


def measured(members: int, folder: Path) -> Figure:
    build_central(folder / "central", members)
    with serving(folder / "central") as url, ExitStack() as closing:
        tiller = enrolled(folder / "central", url, folder / "till", closing)
        packed_s = _let_central_pack(tiller)
        sent = _count_bytes(tiller)
        before, most = resident_mib(), [0.0]
        begun = time.perf_counter_ns()
        ids = Ids(SystemClock())
        fill_cache(
            tiller.calls, tiller.intake, ids.new, lambda _: most.append(resident_mib() - before)
        )
        ours = Timed(((time.perf_counter_ns() - begun) / 1_000,))
        assert tiller.stores.cache.counts().members == members
        plain = Plain(_latest(tiller), folder)
    begun = time.perf_counter_ns()
    plain.load(folder / "floor.db")
    floor = Timed(((time.perf_counter_ns() - begun) / 1_000,))
    share = sum(sent) / plain.packed.stat().st_size
    note = (
        f"{sum(sent) / 1e6:.1f} MB sent, {share:.2f}x the floor's file (must <= {MOST_BYTES}x); "
        f"memory grew by at most {max(most):.0f} MiB; central packed once in {packed_s:.0f} s"
    )
    metric = f"first feed of {members:,} members"
    made = figure(7, metric, floor, ours, must=3, goal=1.3, also=share <= MOST_BYTES, note=note)
    return replace(made, unit="us")


def _let_central_pack(tiller: Tiller) -> float:
    begun = time.monotonic()
    reply = tiller.calls.manifest("").reply
    while not reply.complete:
        reply = tiller.calls.manifest(reply.snapshot_id).reply
    return time.monotonic() - begun


def _count_bytes(tiller: Tiller) -> list[int]:
    """Lengths of the answers as they come over the wire."""
    sent: list[int] = []
    link = tiller.calls._link
    real = link.exchange

    def exchange(call: Any, budget: Any) -> Any:
        answer = real(call, budget)
        sent.append(len(answer.body))
        return answer

    link.exchange = exchange  # type: ignore[method-assign]  # a meter between the two
    return sent


def _latest(tiller: Tiller) -> Tiller:
    """Its folder with nothing but the cache in use."""
    tiller.calls.close()
    tiller.stores.cache.close()
    return tiller


def main(arguments: list[str] | None = None) -> int:
    options = parser()
    options.add_argument("--members", type=int, default=0, help="1,000,000 unless --quick")
    chosen = options.parse_known_args(arguments)[0]
    members = chosen.members or (5_000 if chosen.quick else 1_000_000)
    with tempfile.TemporaryDirectory() as name:
        return report([measured(members, Path(name))], arguments)


if __name__ == "__main__":
    sys.exit(main())
