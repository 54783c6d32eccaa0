"""Fetches the feed before the first sale, page by page; goes on where an earlier try ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.errors import OutcomeUnknown
from posapp.offline.central_reading import NotAnswered, to_pos_error
from posapp.offline.sync_core import ROWS_PER_PULL
from posapp.offline.sync_state import Failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.offline.central_api import SyncCalls
    from posapp.offline.sync_hands import Feed
    from posapp.wire.sync import PullReply


def fill_cache(
    calls: SyncCalls,
    feed: Feed,
    new_request_id: Callable[[], str],
    on_rows: Callable[[int], None] = lambda _rows: None,
) -> int:
    """Pull until central has no more; `on_rows` is told the number of rows so far after each page.

    Each page and its cursor are stored together, so that it can be stopped anywhere. A cursor that
    central no longer knows empties the cache once. Returns the rows that came.
    Raises Unavailable, OutcomeUnknown or Refused as central's client, and the store's errors.
    Runs on lane "sync" while nothing else synchronises.
    """
    rows = 0
    is_fresh = False
    while True:
        cursor, epoch = feed.cursor()
        try:
            page = calls.pull(new_request_id(), cursor, ROWS_PER_PULL).reply
        except NotAnswered as error:
            if error.kind is not Failure.GONE or is_fresh:
                raise to_pos_error(error) from error
            feed.clear()
            is_fresh = True
            continue
        _check_epoch(page, cursor, epoch)
        if page.rows or page.next != cursor:
            feed.apply(page.rows, page.next, page.epoch)
        rows += len(page.rows)
        on_rows(rows)
        if not page.more:
            return rows


def _check_epoch(page: PullReply, cursor: str, epoch: str) -> None:
    """Rows of another epoch must never lie beside ours; central says 410 the next time."""
    if cursor and page.epoch != epoch:
        raise OutcomeUnknown("central.no_answer")
