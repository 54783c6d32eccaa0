"""Entries that came as a sealed file instead of by push: taken like pushed ones, by an act."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from itertools import groupby
from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.caller import Caller
from posapp.central.device_keys import keys_of
from posapp.central.inbox import Inbox
from posapp.central.quarantine import write_act
from posapp.central.tables.shops import terminal
from posapp.errors import Refused
from posapp.wire.export import open_export, read_export
from posapp.wire.sync import MOST_ITEMS, PushRequest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from posapp.central.caller import Tenant
    from posapp.central.quarantine import Act
    from posapp.central.service import Central
    from posapp.wire.export import ExportedEntry, SealedExport
    from posapp.wire.sync import PushItem


def take_export(central: Central, tenant: Tenant, data: bytes, act: Act) -> dict[str, int]:
    """Take every entry of a file; how many had which outcome. Taking it twice changes nothing.

    Raises Refused("export.damaged", "terminal.unknown").
    """
    export = read_export(data)
    with central.database.read() as connection:
        row = connection.execute(
            select(terminal).where(
                terminal.c.id == export.terminal_id, terminal.c.tenant_id == tenant.id
            )
        ).first()
        signers = [] if row is None else keys_of(connection, row.id, row.public_key)
    if row is None:
        raise Refused("terminal.unknown")
    entries = _opened(central, export, signers)
    outcomes: Counter[str] = Counter()
    for incarnation, items in _batches(entries):
        caller = Caller(
            tenant=tenant,
            terminal_id=row.id,
            shop_id=row.shop_id,
            incarnation=incarnation,
            newest=row.incarnation,
            has_moved_on=True,
        )
        outcomes.update(_take(central, caller, items))
    with central.database.write() as connection:
        write_act(central, connection, tenant.id, act, "take_export", subject_id=row.id)
    return dict(sorted(outcomes.items()))


def _opened(
    central: Central, export: SealedExport, signers: Sequence[bytes]
) -> tuple[ExportedEntry, ...]:
    """A till may have been replaced before its old folder came back."""
    for key in signers:
        with suppress(Refused):
            return open_export(export, central.keys.seal_private, key)
    raise Refused("export.damaged")


def _take(central: Central, caller: Caller, items: Sequence[PushItem]) -> list[str]:
    with central.database.write() as connection:
        inbox = Inbox(connection, caller, lambda: central.new_unit(connection, caller.tenant))
        request = PushRequest(
            request_id="",
            epoch="",
            terminal_id=caller.terminal_id,
            incarnation=caller.incarnation,
            items=tuple(items),
        )
        return [result.outcome.value for result in inbox.receive(request).items]


def _batches(entries: Sequence[ExportedEntry]) -> Iterator[tuple[int, list[PushItem]]]:
    for incarnation, group in groupby(entries, key=lambda entry: entry.incarnation):
        items = [entry.item for entry in group]
        for start in range(0, len(items), MOST_ITEMS):
            yield incarnation, items[start : start + MOST_ITEMS]
