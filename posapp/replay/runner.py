"""One replay from its folder to its sums: central in a process of its own, one till, one line."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from posapp.app.devices import simulated_specs
from posapp.app.enrolling import enrol_till
from posapp.app.stores import open_stores
from posapp.app.till import TillConfig, open_till
from posapp.clock import SystemClock
from posapp.demo.central_process import CentralProcess
from posapp.demo.sample import SAMPLE_PASSPHRASE, Folders
from posapp.devices.simulated_line import Link, LinkFault
from posapp.errors import Unavailable
from posapp.lanes import STORE
from posapp.offline.keys import PassphraseKeyFile, load_or_make
from posapp.replay import shop
from posapp.replay.ringing import Ringing
from posapp.replay.sums import Skipped, Sums, sums_of_central, sums_of_till

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.app.till import Till
    from posapp.offline.keys import TillKeys
    from posapp.replay.baskets import RecordedBasket, Records

T = TypeVar("T")
Tell = Callable[[str], None]

_LONGEST_OUTAGE_S: Final = 30
_LONGEST_STILL_S: Final = 120
_TELL_EVERY: Final = 500
_LOOK_EVERY_S: Final = 0.002
_NUDGE_EVERY_S: Final = 0.02
_COUNT_EVERY_S: Final = 0.25
# The paper of thousands of receipts is nobody's; everything before the printer is the normal path.
_SETTINGS: Final = {"print_receipts": "never"}


class Replay:
    """A till and its central over one folder, opened; `closing` closes them in reverse.

    Whatever an earlier, killed replay left in the folder is taken up where it stood. `new_link`
    lays the wire to central's port.
    """

    def __init__(
        self,
        root: Path,
        records: Records,
        closing: ExitStack,
        new_link: Callable[[int], Link] = Link,
    ) -> None:
        self._folders = Folders(root)
        shop.make_central(self._folders.central, records)
        self._central = CentralProcess(self._folders.central, self._folders.sms_spool)
        closing.callback(self._central.stop)
        self._link = new_link(self._central.start())
        closing.callback(self._link.close)
        keys = load_or_make(PassphraseKeyFile(self._folders.keys, SAMPLE_PASSPHRASE))
        self._till = self._opened(keys, closing)
        if not self._till.sync.run_until_idle().is_online:
            raise Unavailable("central.unreachable")
        self._till.start()
        self._till.synchronise()
        self._ringing = self._on_lane(self._sign_in)

    def ring_all(
        self, baskets: list[RecordedBasket], offline_every: int, tell: Tell
    ) -> tuple[int, Skipped]:
        """Ring what this till has not rung yet, then wait until central has all of it.

        `offline_every` cuts the line for every so many-th basket. Returns how many were rung now.
        """
        known = {stored.sale.id for stored in self._till.stores.till.sales.each()}
        rung = 0
        for place, basket in enumerate(baskets, start=1):
            if not basket.lines or basket.sale_id in known:
                continue
            if offline_every and place % offline_every == 0:
                self._ring_offline(basket)
            else:
                self._ring(basket)
            rung += 1
            if rung % _TELL_EVERY == 0:
                # The window does this between customers; without it the log grows by every sale.
                self._on_lane(self._till.stores.till.checkpoint_if_idle)
                tell(f"{rung} baskets rung")
        tell(f"{rung} baskets rung, waiting for central")
        self._drain()
        return rung, _skipped(baskets)

    def sums(self, skipped: Skipped) -> tuple[Sums, Sums]:
        """The till's from its own journal, central's as it answers over HTTP."""
        sales = (stored.sale for stored in self._till.stores.till.sales.each())
        at_till = sums_of_till(sales, skipped)
        return at_till, sums_of_central(self._till.api.sums(), skipped)

    def _opened(self, keys: TillKeys, closing: ExitStack) -> Till:
        folder, clock = self._folders.till, SystemClock()
        url = f"http://127.0.0.1:{self._link.port}"
        if not _is_enrolled(folder, keys):
            code = shop.new_enrol_code(self._folders.central)
            enrol_till(folder, keys, clock, url=url, code=code)
        config = TillConfig(
            folder=folder,
            keys=keys,
            clock=clock,
            chosen=_SETTINGS,
            central_url=url,
            specs=lambda _: simulated_specs(folder),
        )
        return open_till(config, closing)

    def _sign_in(self) -> Ringing:
        """The cashier, and the shift that an earlier replay left open, or a new one."""
        workflows = self._till.workflows
        staff = workflows.signing_in.sign_in(shop.CASHIER, shop.CASHIER_PIN)
        shift = workflows.shifts.current() or workflows.shifts.open(0, staff)
        return Ringing(self._till, staff, shift)

    def _ring(self, basket: RecordedBasket) -> None:
        self._keep_central_up()
        self._on_lane(lambda: self._ringing.ring(basket))

    def _ring_offline(self, basket: RecordedBasket) -> None:
        """Cut the line, ring when the till has noticed, and let it find its way back alone."""
        board = self._till.board
        self._link.set_fault(LinkFault.GONE)
        self._until(lambda: not board.is_online(), _LONGEST_OUTAGE_S)
        self._ring(basket)
        self._link.set_fault(LinkFault.NONE)
        self._till.sync.nudge()

    def _drain(self) -> None:
        """As long as it takes: after a year offline every seventh time, half of it is waiting."""
        while waiting := self._waiting():
            self._until(partial(self._is_below, waiting), _LONGEST_STILL_S, _COUNT_EVERY_S)

    def _is_below(self, waiting: int) -> bool:
        return self._waiting() < waiting

    def _waiting(self) -> int:
        return self._till.stores.till.outbox.depth()[0]

    def _until(
        self, is_so: Callable[[], bool], longest_s: int, look_every_s: float = _LOOK_EVERY_S
    ) -> None:
        """Raises Unavailable("replay.not_synced")."""
        deadline = time.monotonic() + longest_s
        nudged = 0.0
        while not is_so():
            now = time.monotonic()
            if now > deadline:
                raise Unavailable("replay.not_synced")
            if now - nudged >= _NUDGE_EVERY_S:
                self._keep_central_up()
                self._till.sync.nudge()
                nudged = now
            time.sleep(look_every_s)

    def _keep_central_up(self) -> None:
        """A central that was killed comes back on another port, as after a power cut."""
        if not self._central.is_running:
            self._central.stop()
            self._link.retarget(self._central.start())

    def _on_lane(self, work: Callable[[], T]) -> T:
        return self._till.lanes.submit(STORE, work).result()


def say_nothing(_words: str) -> None:
    """For those who do not want to hear how far it is."""


def _is_enrolled(folder: Path, keys: TillKeys) -> bool:
    with ExitStack() as closing:
        stores = open_stores(folder, keys, SystemClock(), closing)
        return stores.till.identity.enrolment() is not None


def _skipped(baskets: list[RecordedBasket]) -> Skipped:
    return Skipped(
        lines=sum(basket.skipped_lines for basket in baskets),
        baskets=sum(1 for basket in baskets if not basket.lines),
    )
