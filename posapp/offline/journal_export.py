"""What waits in the journal as one sealed file, for a till that central no longer answers."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from posapp.wire.export import ExportedEntry, seal_export

if TYPE_CHECKING:
    from posapp.offline.till_store import TillStore

_PAGE: Final = 500
_NO_LIMIT: Final = 2**62


def export_waiting(store: TillStore, device_key: bytes) -> tuple[bytes, int]:
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
