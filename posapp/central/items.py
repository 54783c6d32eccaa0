"""Entries as they come in: those that no row can hold are refused or spelled so that one can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import structs

if TYPE_CHECKING:
    from posapp.wire.sync import PushItem

_ID_CHARACTERS: Final = 36
_NUL: Final = "\x00"
_SHOWN: Final = "\ufffd"


def is_well_formed(item: PushItem) -> bool:
    """Whether its place, its id and its digests have the shape of such things."""
    shaped = 0 < item.seq < 2**62 and 0 <= item.schema < 2**31
    is_id = len(item.event_id) == _ID_CHARACTERS and item.event_id.isascii()
    if not shaped or not is_id or not item.event_id.isprintable():
        return False
    try:
        return len(bytes.fromhex(item.body_sha256)) == len(bytes.fromhex(item.chain)) == 32
    except ValueError:
        return False


def storable(item: PushItem) -> PushItem:
    """The item with texts that PostgreSQL takes too; its body is bytes and stays as it is."""
    if _NUL not in item.kind and _NUL not in item.aggregate_id:
        return item
    return structs.replace(
        item,
        kind=item.kind.replace(_NUL, _SHOWN),
        aggregate_id=item.aggregate_id.replace(_NUL, _SHOWN),
    )
