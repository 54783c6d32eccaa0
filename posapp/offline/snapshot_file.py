"""cache.db.new: the next cache while it is loaded, with its progress inside; nobody reads it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused, Unavailable
from posapp.offline.cache_rows import put_member, put_row
from posapp.offline.cache_schema import CACHE_VERSION, INDEXES, STATEMENTS
from posapp.offline.database import Database
from posapp.offline.engine import key_check_path, open_encrypted
from posapp.offline.snapshot_rows import put_chunk, rows_of, without_collector
from posapp.wire.canonical import decode, encode
from posapp.wire.snapshot import ManifestReply

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from posapp.offline.database import Tx
    from posapp.wire.snapshot import ChunkInfo, Columns
    from posapp.wire.sync import FeedRow

NAME: Final = "cache.db.new"
_PROGRESS: Final = (
    "CREATE TABLE IF NOT EXISTS manifest(body BLOB NOT NULL) STRICT",
    "CREATE TABLE IF NOT EXISTS loaded(number INTEGER PRIMARY KEY) STRICT",
)
_UNREADABLE: Final = ("store.damaged", "store.key_wrong", "store.disk_error")
_PUT_META: Final = "INSERT OR REPLACE INTO meta(name, value) VALUES (?, ?)"
_COUNT: Final = """
    SELECT (SELECT count(*) FROM member) + (SELECT count(*) FROM product)
         + (SELECT count(*) FROM feed_row)
"""


class SnapshotFile:
    """Lane "sync" alone. A kill at any moment loses at most the chunk that was being written.

    Raises Unavailable as `Database`; a file that does not read is begun anew.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self.path = folder / NAME
        self._key = key
        self._database = self._open_or_anew()
        self.manifest = self._read_manifest()

    def begin(self, manifest: ManifestReply) -> None:
        """Load this snapshot from now on; progress in another is thrown away."""
        if self.manifest is not None and self.manifest.snapshot_id != manifest.snapshot_id:
            self.discard()
            self._database = self._open()
        with self._database.write() as tx:
            tx.run("DELETE FROM manifest")
            tx.run("INSERT INTO manifest(body) VALUES (?)", (encode(manifest),))
        self.manifest = manifest

    def missing(self) -> ChunkInfo | None:
        """The next chunk to fetch of those that the manifest names."""
        if self.manifest is None:
            return None
        have = {row[0] for row in self._database.rows("SELECT number FROM loaded")}
        return next((each for each in self.manifest.chunks if each.number not in have), None)

    def take(self, info: ChunkInfo, chunk: Columns) -> None:
        """Write a chunk and that it is there, in one transaction."""
        with without_collector(), self._database.write() as tx:
            put_chunk(tx, chunk)
            tx.run("INSERT INTO loaded(number) VALUES (?)", (info.number,))

    def build_next_index(self) -> bool:
        """One index at a time, so that the lane can be stopped in between. False when all stand."""
        built = self._database.row(
            "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
        )
        done = int(built[0]) if built else 0
        if done >= len(INDEXES):
            return False
        with self._database.write() as tx:
            tx.run(INDEXES[done])
        return True

    def is_right(self) -> bool:
        """Every page reads with its seal, and as many rows are there as the manifest counts."""
        if self.manifest is None:
            return False
        expected = sum(each.rows for each in self.manifest.chunks)
        try:
            broken = self._database.rows("PRAGMA cipher_integrity_check")
            found = self._database.row(_COUNT)
        except Unavailable as error:
            if error.key not in _UNREADABLE:
                raise
            return False
        return not broken and found == (expected,)

    def rows_of(self, kind: str) -> list[FeedRow]:
        """The rows of a small table, for till.db."""
        with self._database.read() as tx:
            return rows_of(tx, kind)

    def finish(self, *, version: int, kept: Sequence[tuple[str, bytes]]) -> Path:
        """Make it a cache like any other and close it: only the name is missing.

        `kept` are members that this till registered and central has not sent yet.
        """
        assert self.manifest is not None
        with self._database.write() as tx:
            self._make_whole(tx, self.manifest, version, kept)
        is_busy, *_ = self._database.row("PRAGMA wal_checkpoint(TRUNCATE)") or (1,)
        if is_busy:
            raise Unavailable("store.busy")
        self.close()
        self._delete_beside()
        return self.path

    def close(self) -> None:
        self._database.close()

    def discard(self) -> None:
        """Delete it."""
        self.close()
        self._delete()
        self.manifest = None

    def _make_whole(
        self, tx: Tx, manifest: ManifestReply, version: int, kept: Sequence[tuple[str, bytes]]
    ) -> None:
        tx.run("DELETE FROM feed_row WHERE t IN ('staff', 'setting')")
        for row in manifest.rows:
            put_row(tx, row)
        for key, body in kept:
            put_member(tx, key, 0, body)
        for name, value in (
            ("cursor", manifest.cursor),
            ("epoch", manifest.epoch),
            ("version", str(version)),
        ):
            tx.run(_PUT_META, (name, value))
        tx.run("DROP TABLE manifest")
        tx.run("DROP TABLE loaded")
        tx.run(f"PRAGMA user_version = {CACHE_VERSION}")

    def _read_manifest(self) -> ManifestReply | None:
        found = self._database.row("SELECT body FROM manifest")
        try:
            return decode(found[0], ManifestReply) if found else None
        except Refused:
            return None

    def _open_or_anew(self) -> Database:
        try:
            return self._open()
        except Unavailable as error:
            if error.key not in _UNREADABLE:
                raise
        self._delete()
        return self._open()

    def _open(self) -> Database:
        file = open_encrypted(self.path, self._key, durable=False)
        database = Database(file, durable=False)
        try:
            _set_up(database)
        except Unavailable:
            database.close()
            raise
        return database

    def _delete(self) -> None:
        self._delete_beside()
        with suppress(OSError):
            self.path.unlink()

    def _delete_beside(self) -> None:
        parts = (self.path.with_name(f"{NAME}{end}") for end in ("-wal", "-shm"))
        for part in (*parts, key_check_path(self.path)):
            with suppress(OSError):
                part.unlink()


def _set_up(database: Database) -> None:
    """Tables without indexes. Raises Unavailable("store.damaged") for one that was finished, or
    begun by a program with other tables.
    """
    found = database.row("PRAGMA user_version")
    if found != (0,):
        raise Unavailable("store.damaged")
    if database.row("SELECT 1 FROM sqlite_master WHERE name = 'loaded'"):
        if database.row("PRAGMA application_id") != (CACHE_VERSION,):
            raise Unavailable("store.damaged")
        return
    with database.write() as tx:
        for statement in (*STATEMENTS, *_PROGRESS):
            if statement not in INDEXES:
                tx.run(statement)
        tx.run(f"PRAGMA application_id = {CACHE_VERSION}")
