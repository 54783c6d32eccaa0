"""A file that is there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)
_REFUSED: Final = (errno.EACCES, errno.EPERM, errno.EROFS)
_NOT_IN_NAMES: Final = re.compile(r"[^\w.-]+")


@contextmanager
def saving(path: Path) -> Iterator[Path]:
    """A path to write to, in a folder of its own that goes whatever happens; what was written takes
    the place of `path` when the block ends well.

    Any lane. Raises Unavailable("report.disk_full" | "report.folder_refused" | "report.not_saved").
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(
            prefix=".saving-", dir=path.parent, ignore_cleanup_errors=True
        ) as folder:
            half = path.__class__(folder) / path.name
            yield half
            with half.open("rb+") as file:
                os.fsync(file.fileno())
            half.replace(path)
    except OSError as error:
        raise _trouble(error, path) from error


def file_name(*parts: str, suffix: str) -> str:
    """Parts joined by `-`, each without what a file's name must not hold."""
    kept = (_NOT_IN_NAMES.sub("_", part).strip("._") for part in parts)
    return "-".join(part for part in kept if part) + suffix


def _trouble(error: OSError, path: Path) -> Unavailable:
    if error.errno in _FULL:
        return Unavailable("report.disk_full")
    if error.errno in _REFUSED:
        return Unavailable("report.folder_refused", folder=str(path.parent))
    return Unavailable("report.not_saved")
