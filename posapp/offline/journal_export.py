"""What waits in the journal as one sealed file, for a till that central no longer answers."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from posapp.errors import Unavailable
from posapp.offline.copies import flush_file
from posapp.wire.export import ExportedEntry, seal_export

if TYPE_CHECKING:
    from posapp.offline.newer_data import NewerData
    from posapp.offline.till_store import TillStore

_PAGE: Final = 500
_NO_LIMIT: Final = 2**62
_LONGEST_CODE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A sealed file, and how many entries it holds."""

    path: Path
    entries: int


def export_waiting(store: TillStore | NewerData, device_key: bytes) -> tuple[bytes, int]:
    """The file's bytes and how many entries it holds; they stay pending here.

    Raises Refused("till.not_enrolled").
    """
    known = store.identity.required()
    entries: list[ExportedEntry] = []
    after = (0, 0)
    while items := store.outbox.pending(_PAGE, _NO_LIMIT, after):
        entries += [
            ExportedEntry(incarnation=item.incarnation, item=item.to_push()) for item in items
        ]
        after = (items[-1].incarnation, items[-1].seq)
    seal_key = base64.b64decode(known.seal_key)
    return seal_export(known.terminal_id, tuple(entries), seal_key, device_key), len(entries)


def write_waiting(store: TillStore, device_key: bytes, folder: Path, now_ms: int) -> Written:
    """The same into a new file of `folder`, on the disk when this returns. Lane: store.

    Raises as `export_waiting`, and Unavailable("store.read_only").
    """
    data, entries = export_waiting(store, device_key)
    path = folder / f"posapp-{_plain(store.identity.required().terminal_code)}-{now_ms}.sealed"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(data)
        flush_file(path)
    except OSError as error:
        raise Unavailable("store.read_only") from error
    return Written(path=path, entries=entries)


def _plain(code: str) -> str:
    """What of a till's code can stand in a file's name, wherever it leads to otherwise."""
    return "".join(each for each in code if each.isascii() and each.isalnum())[:_LONGEST_CODE]
