"""Every statement and every write of the black box, counted: one fails, or the disk is copied."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as driver

from posapp.offline.database import Tx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_STATEMENTS = ("run", "run_many", "row", "rows")
_NOT_COUNTED = ("PRAGMA sync", "ROLLBACK")

FRAME_BYTES = 4_096 + 24
WAL_HEADER_BYTES = 32


class Disk:
    """Calls `before(n)` ahead of the n-th operation of this process on till.db or the box, and
    `after(n)` when it is done.
    """

    def __init__(
        self, before: Callable[[int], None], after: Callable[[int], None] = lambda _count: None
    ) -> None:
        self.count = 0
        self._before = before
        self._after = after

    @contextmanager
    def watched(self) -> Iterator[Disk]:
        """While open; statements that only set a pragma do not count."""
        before = {name: getattr(Tx, name) for name in _STATEMENTS}
        write, flush = os.write, os.fdatasync
        for name, call in before.items():
            setattr(Tx, name, self._counted(call))
        os.write, os.fdatasync = self._counted(write), self._counted(flush)
        try:
            yield self
        finally:
            for name, call in before.items():
                setattr(Tx, name, call)
            os.write, os.fdatasync = write, flush

    def _counted(self, call: Callable[..., object]) -> Callable[..., object]:
        def counted(*given):
            if any(str(each).startswith(_NOT_COUNTED) for each in given[1:2]):
                return call(*given)
            self.count += 1
            count = self.count
            self._before(count)
            result = call(*given)
            self._after(count)
            return result

        return counted


def failing_at(number: int, error: Callable[[], Exception], *, was_done: bool = False) -> Disk:
    """The operation with this number fails, all others work; `was_done`: it only seems to fail."""

    def fail(count: int) -> None:
        if count == number:
            raise error()

    def nothing(_count: int) -> None:
        pass

    return Disk(nothing, fail) if was_done else Disk(fail)


def io_error() -> Exception:
    """What the database and the operating system say, in one: each side sorts its own."""
    return _IoError("disk I/O error")


class _IoError(driver.OperationalError, OSError):
    """An error under a statement, and under a write to a file."""

    errno = 5


def image_of(folder: Path, target: Path) -> Path:
    """The files as a power cut would leave them: no shared memory, nothing that was not written."""
    target.mkdir(parents=True)
    for name in ("till.db", "till.db-wal", "till.db.key-check"):
        if (folder / name).exists():
            shutil.copy(folder / name, target / name)
    if (folder / "blackbox").exists():
        shutil.copytree(folder / "blackbox", target / "blackbox")
    return target
