"""The machines of a shop: their backups, a restore with or without the black box, a clone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.wire.sync import FeedRow
from tests.simulation.box import Box
from tests.simulation.disks import TillDisk
from tests.simulation.till import SimTill

if TYPE_CHECKING:
    from tests.simulation.central import Central
    from tests.simulation.network import Network
    from tests.simulation.world import World


@dataclass(frozen=True, slots=True)
class Image:
    """A copy of a till's folder."""

    disk: TillDisk
    box: Box
    cache: tuple[dict[str, FeedRow], tuple[str, str]]


class Fleet:
    """`excused` are sales that are on no disk any more: the machine that had them lost them before
    anybody else knew. `parted` are terminals whose journal was copied or lost its newest part.
    """

    def __init__(self, world: World, central: Central, network: Network, count: int):
        self._world = world
        self._central = central
        self._network = network
        self.tills = [
            self._new(f"till-{number}", f"till-{number}") for number in range(1, count + 1)
        ]
        self.excused: set[str] = set()
        self.parted: set[str] = set()
        self._images: dict[str, Image] = {}

    def start(self) -> None:
        for till in self.tills:
            till.start()

    def back_up(self, till: SimTill) -> None:
        till.disk.box.flush()
        self._images[till.machine] = _image(till)

    def restore_database(self, till: SimTill) -> None:
        """An old till.db is put back; the black box beside it knows the rest."""
        image = self._images.get(till.machine)
        if image is None:
            return
        self._world.fired["till_restore"] += 1
        self._put_back(till, image, till.disk.box)

    def restore_machine(self, till: SimTill) -> None:
        """The whole disk was lost; what the image does not have is nowhere on this machine."""
        image = self._images.get(till.machine)
        if image is None:
            return
        self._world.fired["till_restore_bare"] += 1
        self._world.fired["restored_both"] += self._central.epoch > 1
        till.cache.rows, till.cache.place = dict(image.cache[0]), image.cache[1]
        till.cache.losses += 1
        till.life += 1
        self.parted.add(till.terminal)
        self._put_back(till, image, image.box.copy())
        self.count_losses()

    def clone(self, till: SimTill) -> None:
        """Somebody copies the folder to another computer, and both run."""
        self._world.fired["till_clone"] += 1
        image = _image(till)
        twin = self._new(f"{till.machine}+", till.terminal)
        self.parted.add(till.terminal)
        twin.life = till.life + 100
        twin.cache.rows, twin.cache.place = image.cache
        self._put_back(twin, image, image.box)
        self.tills.append(twin)

    def restore_central(self) -> None:
        self._central.restore()
        self.count_losses()

    def copies(self) -> Counter[str]:
        """By terminal: how often a state of it lived a second time, as a copy or as an older one."""
        found: Counter[str] = Counter()
        for till in self.tills:
            found[till.terminal] += till.rollbacks
        return found

    def count_losses(self) -> None:
        """After a disk is gone: which receipts are on none that is left."""
        there = self._central.books.saved_sales()
        for till in self.tills:
            there |= till.disk.sales.keys()
        handed_out = {sale_id for till in self.tills for sale_id in till.counter.receipts}
        self.excused |= handed_out - there

    def _new(self, machine: str, terminal: str) -> SimTill:
        till = SimTill(self._world, self._network, machine, terminal)
        till.counter.desk = self._central.desk
        self._central.terminals.add(terminal)
        return till

    def _put_back(self, till: SimTill, image: Image, box: Box) -> None:
        self._world.touched.append(till)
        till.rollbacks += 1
        was_up = till.is_up
        till.is_up = False
        kept = till.disk.kept
        till.disk = image.disk.copy_of_database()
        till.disk.strike, till.disk.box = till.strike, box
        if self._world.plant.epoch_outside:
            till.disk.kept = kept
        if was_up or not till.run:
            self._world.later(2_000, f"{till.machine} starts", till.start)


def _image(till: SimTill) -> Image:
    cache = (dict(till.cache.rows), till.cache.place)
    return Image(till.disk.copy_of_database(), till.disk.box.copy(), cache)
