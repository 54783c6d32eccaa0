"""How fast one terminal may ask, over all processes of a machine, without a write for a request."""

from __future__ import annotations

import time
import zlib
from array import array
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, MutableSequence

SLOTS: Final = 16_384
_MINUTE_S: Final = 60.0


class Pace:
    """A bucket that holds a minute's worth of requests and fills evenly, one number for each.

    The number is when a terminal will have used up nothing any more. Two that fall into one slot
    share it, and processes write without a lock: a limit against abuse need not be exact.
    """

    def __init__(
        self,
        cells: MutableSequence[float] | None = None,
        now_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._cells = array("d", bytes(8 * SLOTS)) if cells is None else cells
        self._now_s = now_s

    def check(self, terminal_id: str, most_a_minute: int) -> None:
        """Raises Refused("central.busy", seconds) for one who asks too often."""
        slot = zlib.crc32(terminal_id.encode()) % SLOTS
        now = self._now_s()
        paid_until = max(self._cells[slot], now) + _MINUTE_S / max(most_a_minute, 1)
        late = paid_until - now - _MINUTE_S
        if late > 0:
            raise Refused("central.busy", seconds=int(late) + 1)
        self._cells[slot] = paid_until
