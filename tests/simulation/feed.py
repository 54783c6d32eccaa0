"""A page of the feed, in the order of its counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.wire.sync import PullReply
from tests.simulation.refusal import Refusal

if TYPE_CHECKING:
    from posapp.offline.sync_state import SendPull
    from tests.simulation.central import Central

ROWS_PER_PAGE = 4


def read_page(central: Central, command: SendPull) -> PullReply:
    """Raises Refusal("gone") for a cursor of another epoch, or one that is too old."""
    books = central.books
    epoch, after, start = cursor_of(command.cursor)
    if not command.cursor:
        epoch, start = central.epoch_name(), books.head
    # A till that began anew after the deletions does not miss them, however far it has come.
    is_too_old = 0 < after < books.min_pos and start < books.min_pos
    if epoch != central.epoch_name() or is_too_old:
        raise Refusal("gone")
    rows = sorted((row for row in books.feed.values() if row.v > after), key=lambda row: row.v)
    page = rows[: min(command.limit, ROWS_PER_PAGE)]
    more = len(rows) > len(page)
    reached = page[-1].v if more else max(after, books.head)
    return PullReply(
        request_id=command.request_id,
        epoch=epoch,
        rows=tuple(page),
        next=f"{epoch}:{reached}:{start}",
        more=more,
        head=books.head,
        min_pos=books.min_pos,
        server_time_ms=central.now_ms(),
    )


def cursor_of(text: str) -> tuple[str, int, int]:
    """Epoch, place, and where the feed stood when this cursor began from nothing."""
    epoch, _, rest = text.partition(":")
    pos, _, start = rest.partition(":")
    return epoch, int(pos or 0), int(start or 0)
