"""Facts that come after a person was forgotten: what is about her goes before anything is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from posapp.central.privacy.destroyed import out_of_service

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.wire.sync import PushItem


def without_the_forgotten(
    connection: Connection, items: tuple[PushItem, ...]
) -> tuple[PushItem, ...]:
    """The same items; of who was forgotten without the profile beside it. One look where any item
    has a profile, none where there is none.
    """
    named = sorted({each.subject_id for item in items for each in item.attachments})
    gone = out_of_service(connection, named)
    if not gone:
        return items
    return tuple(_without(item, gone) for item in items)


def _without(item: PushItem, gone: frozenset[str]) -> PushItem:
    left = tuple(each for each in item.attachments if each.subject_id not in gone)
    return item if left == item.attachments else structs.replace(item, attachments=left)
