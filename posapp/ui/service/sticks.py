"""Where a file for a member may go: what somebody plugged in, never the till's own disk."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QStorageInfo

_UNDER: Final = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_MOST: Final = 3

Stick = tuple[str, str]
"""Its folder and its name."""


def sticks() -> tuple[Stick, ...]:
    """Writable volumes that are not the system's."""
    system = QStorageInfo.root().rootPath()
    found = [
        (each.rootPath(), each.displayName() or each.rootPath())
        for each in QStorageInfo.mountedVolumes()
        if each.isValid() and each.isReady() and not each.isReadOnly()
        if each.rootPath() != system and _is_plugged_in(each.rootPath())
    ]
    return tuple(sorted(found))[:_MOST]


def _is_plugged_in(path: str) -> bool:
    """A letter of its own, or a place where systems put what is plugged in."""
    return path[1:3] == ":/" or path.startswith(_UNDER)
