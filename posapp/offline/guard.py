"""Guards of a data folder: one program at a time, and some disk kept back for the last sale."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from pathlib import Path

BALLAST_BYTES: Final = 16 * 1024 * 1024


class FolderLock:
    """Held from opening to closing; the system lets it go when the program dies."""

    def __init__(self, path: Path) -> None:
        """Raises Unavailable: "store.in_use" when another program holds it, "store.read_only"."""
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise Unavailable("store.read_only") from error
        try:
            _lock(self._file)
        except OSError as error:
            os.close(self._file)
            raise Unavailable("store.in_use") from error

    def release(self) -> None:
        os.close(self._file)


class Ballast:
    """A file that only takes room: given back once on a full disk, so that a sale can end."""

    def __init__(self, path: Path, size: int = BALLAST_BYTES) -> None:
        self._path = path
        self._size = size

    def fill(self) -> None:
        """Make it when it is missing and there is room; call it when nobody waits."""
        if self._path.exists():
            return
        try:
            with self._path.open("wb") as target:
                for _ in range(0, self._size, 1 << 20):
                    target.write(bytes(min(self._size, 1 << 20)))
        except OSError:
            self._path.unlink(missing_ok=True)

    def has_room(self) -> bool:
        """True while the next sale can end: the ballast lies there, or as much is free."""
        if self._path.exists():
            return True
        with suppress(OSError):
            return shutil.disk_usage(self._path.parent).free > self._size
        return False

    def free(self) -> bool:
        """True when there was something to give back."""
        try:
            self._path.unlink()
        except OSError:
            return False
        return True


if sys.platform == "win32":  # pragma: no cover  # the project's own tests run on Linux
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
