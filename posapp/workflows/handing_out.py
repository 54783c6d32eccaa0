"""A file for a member, written to a stick of hers: whole, or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from posapp.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, content: bytes) -> Path:
    """On the stick when this returns. Nothing of it is ever on a disk of the till's.

    Raises Refused("privacy.stick_gone").
    """
    try:
        with path.open("xb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
    except OSError as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise Refused("privacy.stick_gone") from error
    return path
