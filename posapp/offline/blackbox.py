"""The append-only file beside till.db that knows what was about to be committed, and what was.

A damaged write-ahead log silently drops commits that were already acknowledged; this file tells.
"""

from __future__ import annotations

import errno
import os
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from posapp.errors import Unavailable
from posapp.offline.box_format import (
    FIRST_TAG,
    Record,
    RecordKind,
    Segment,
    new_header,
    read_segment,
    seal,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SEGMENT_BYTES: Final = 4 * 1024 * 1024
_ROOM_BYTES: Final = 1024 * 1024


class BlackBox:
    """Segments NNNNNN.bin in a folder of their own. Safe to share between lanes.

    Room is made in advance with zeros: flushing a record inside the file's length costs less
    than flushing one that makes the file longer.
    """

    def __init__(self, folder: Path, key: bytes, segment_bytes: int = SEGMENT_BYTES) -> None:
        """Raises Unavailable("store.read_only") where the folder cannot be used."""
        self._folder = folder
        self._cipher = ChaCha20Poly1305(key)
        self._segment_bytes = segment_bytes
        self._lock = threading.Lock()
        self._file = -1
        self._header = b""
        self._last_tag = FIRST_TAG
        self._end = 0
        self._room = 0
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Unavailable("store.read_only") from error
        self._start()

    def append(self, record: Record, *, sync: bool) -> None:
        """Add a record; with `sync` it and all before it are on the disk when this returns.

        Raises Unavailable("store.disk_full" | "store.disk_error"); then the record does not count.
        """
        with self._lock:
            try:
                self._make_room()
                sealed = seal(self._cipher, self._header, self._last_tag, record)
                self._fit(len(sealed))
                _write_at(self._file, sealed, self._end)
                if sync:
                    _flush(self._file)
            except OSError as error:
                raise _disk_error(error) from error
            self._end += len(sealed)
            self._last_tag = sealed[-len(FIRST_TAG) :]

    def flush(self) -> None:
        """All that was added is on the disk when this returns. Raises as `append`."""
        with self._lock:
            try:
                _flush(self._file)
            except OSError as error:
                raise _disk_error(error) from error

    def make_room(self) -> None:
        """Make room in advance while nobody waits."""
        with self._lock, suppress(OSError):
            if self._room - self._end < _ROOM_BYTES // 2:
                self._extend(_ROOM_BYTES)

    def segments(self) -> Iterator[Segment]:
        """Oldest first, read one at a time."""
        for path in self._paths():
            yield read_segment(self._cipher, path.read_bytes())

    def since(self, incarnation: int, seq: int) -> list[Record]:
        """The newest records, back to a segment that begins at or before this journal entry."""
        found: list[tuple[Record, ...]] = []
        for path in reversed(self._paths()):
            records = read_segment(self._cipher, path.read_bytes()).records
            found.append(records)
            intents = (each for each in records if each.kind is RecordKind.INTENT)
            first = next(intents, None)
            if first is not None and (first.incarnation, first.seq) <= (incarnation, seq):
                break
        return [record for records in reversed(found) for record in records]

    def oldest(self) -> str:
        """The name of the oldest segment, or nothing while that is the only one."""
        paths = self._paths()
        return paths[0].name if len(paths) > 1 else ""

    def after_oldest(self) -> Segment:
        """What the box begins with once the oldest segment is deleted."""
        return read_segment(self._cipher, self._paths()[1].read_bytes())

    def drop_oldest(self, record: Record) -> None:
        """Delete the oldest segment, once the box says durably where it begins from then on.

        Raises Unavailable("store.disk_full" | "store.disk_error"); then nothing is deleted.
        """
        oldest = self._paths()[0]
        self.append(record, sync=True)
        try:
            oldest.unlink()
        except OSError as error:
            raise _disk_error(error) from error

    def close(self) -> None:
        with self._lock:
            if self._file >= 0:
                with suppress(OSError):
                    os.ftruncate(self._file, self._end)
                    _flush(self._file)
                os.close(self._file)
                self._file = -1

    def _paths(self) -> list[Path]:
        return sorted(self._folder.glob("[0-9]*.bin"))

    def _start(self) -> None:
        """Go on in the newest segment, or in a new one when that ends in half a record."""
        paths = self._paths()
        if not paths:
            self._new_segment(1, FIRST_TAG)
            return
        data = paths[-1].read_bytes()
        segment = read_segment(self._cipher, data)
        if segment.torn or segment.damaged or not segment.end:
            self._new_segment(int(paths[-1].stem) + 1, segment.last_tag)
            return
        self._file = os.open(paths[-1], os.O_RDWR | _BINARY)
        self._header = data[: len(new_header(FIRST_TAG))]
        self._last_tag = segment.last_tag
        self._end, self._room = segment.end, len(data)

    def _new_segment(self, number: int, link: bytes) -> None:
        path = self._folder / f"{number:06d}.bin"
        header = new_header(link)
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
            _write_at(file, header, 0)
            _flush(file)
            _flush_folder(self._folder)
        except OSError as error:
            raise _disk_error(error) from error
        if self._file >= 0:
            os.ftruncate(self._file, self._end)
            _flush(self._file)
            os.close(self._file)
        self._file, self._header, self._last_tag = file, header, link
        self._end = self._room = len(header)

    def _make_room(self) -> None:
        if self._end >= self._segment_bytes:
            self._new_segment(int(self._paths()[-1].stem) + 1, self._last_tag)

    def _fit(self, length: int) -> None:
        if self._end + length > self._room:
            self._extend(length + _ROOM_BYTES)

    def _extend(self, length: int) -> None:
        try:
            _write_at(self._file, bytes(length), self._room)
        except OSError:
            os.ftruncate(self._file, self._room)
            raise
        os.fsync(self._file)
        self._room += length


_BINARY: Final = getattr(os, "O_BINARY", 0)


def _flush(file: int) -> None:
    """The data and the length; macOS and Windows have no fdatasync."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(file)
    else:  # pragma: no cover  # the project's own tests run on Linux
        os.fsync(file)


def _write_at(file: int, data: bytes, place: int) -> None:
    os.lseek(file, place, os.SEEK_SET)
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _flush_folder(folder: Path) -> None:
    """The new name itself has to reach the disk, too; Windows has no such call and no such need."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _disk_error(error: OSError) -> Unavailable:
    full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
    return Unavailable("store.disk_full" if full else "store.disk_error")
