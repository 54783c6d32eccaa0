"""What can be done while central is away, as far as this till can do it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.app.presenters import surroundings_of
from posapp.ui.sell.offline_sheet import OfflineSheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.app.till import Till
    from posapp.ui.frame import Frame
    from posapp.ui.shell import Status


def offline_sheet(
    frame: Frame, till: Till, status: Status, retry: Callable[[], None]
) -> OfflineSheet:
    """A sheet of its own each time: what this till was lent changes."""
    sheet = OfflineSheet(frame, status, surroundings_of(till))
    sheet.retry_asked.connect(retry)
    sheet.left.connect(sheet.deleteLater)
    return sheet
