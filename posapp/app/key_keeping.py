"""The device key of an open till: renewed by itself, and used to sign what is exported."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.offline.journal_export import Written, write_waiting
from posapp.offline.key_care import KeyCare, KeyParts

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from posapp.app.stores import Stores
    from posapp.clock import Clock
    from posapp.offline.central_api import CentralApi
    from posapp.offline.key_care import Line
    from posapp.offline.keys import KeyStore, TillKeys
    from posapp.workflows.desk import Desk

EXPORT_FOLDER = "exports"


def key_care(
    store: KeyStore | None,
    keys: TillKeys,
    stores: Stores,
    desk: Desk,
    *,
    clock: Clock,
    announcing: CentralApi,
    lines: Sequence[Line],
    is_refused: Callable[[], bool],
) -> KeyCare | None:
    """Nothing where the start named no place for keys: then a person renews them."""
    if store is None:
        return None
    parts = KeyParts(
        store=store,
        marks=stores.till.marks,
        clock=clock,
        terminal_id=desk.place.terminal_id,
        in_force=keys.device_private,
        announcing=announcing,
        lines=lines,
        days=lambda: desk.settings.device_key_days,
        is_online=desk.is_online,
        is_refused=is_refused,
    )
    return KeyCare(parts)


def exporter(
    stores: Stores, keys: TillKeys, care: KeyCare | None, clock: Clock, folder: Path
) -> Callable[[], Written]:
    """Lane: store. What waits as a sealed file in `folder`, signed with the key in force.

    Raises as `write_waiting`.
    """

    def export() -> Written:
        key = keys.device_private if care is None else care.in_force
        return write_waiting(stores.till, key, folder, clock.wall_ms())

    return export
