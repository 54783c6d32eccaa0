"""One seed: a while with faults, then healing, then rest, then every invariant."""

from __future__ import annotations

from dataclasses import dataclass

from tests.simulation.central import Central
from tests.simulation.checks import Watch, check_all, is_at_rest
from tests.simulation.network import Network
from tests.simulation.plants import NO_PLANT, Plant
from tests.simulation.till import SimTill
from tests.simulation.world import Violation, World

FAULTY_MS = 120_000
SALES_PER_TILL = 14
ROWS = 25
# I7: the longest pause that a till may make is a quarter of an hour; everything drains well within two.
DRAINED_MS = 7_200_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one run was made of."""

    seed: int
    trace: str
    sales: int
    events: int
    crashes: int
    epochs: int


def run_seed(seed: int, plant: Plant = NO_PLANT) -> Outcome:
    """Raises Violation."""
    world = World(seed, plant)
    central = Central(world)
    network = Network(world, central)
    tills = [SimTill(world, network, number) for number in range(1, world.between(1, 4) + 1)]
    _plan(world, central, network, tills)
    watch = Watch(central, tills)
    _watched(world, FAULTY_MS, watch)
    _heal(world, network)
    world.run_until(world.now_ms + DRAINED_MS, lambda: (watch(), is_at_rest(central, tills))[1])
    if not is_at_rest(central, tills):
        waiting = {till.terminal: till.disk.depth()[0] for till in tills}
        raise Violation("I7", f"not at rest: {waiting}")
    check_all(central, tills)
    return Outcome(
        seed=seed,
        trace=world.trace(),
        sales=sum(len(till.disk.sales) for till in tills),
        events=world.events,
        crashes=sum(till.crashes for till in tills),
        epochs=central.epoch,
    )


def _watched(world: World, end_ms: int, watch: Watch) -> None:
    world.run_until(end_ms, lambda: watch() is not None)


def _plan(world: World, central: Central, network: Network, tills: list[SimTill]) -> None:
    """When things happen from outside."""
    for till in tills:
        for _ in range(SALES_PER_TILL):
            world.later(world.between(0, FAULTY_MS), f"{till.terminal} sells", till.sell)
    for _ in range(ROWS):
        world.later(world.between(0, FAULTY_MS), "central writes", central.write_row)
    for _ in range(world.faults.restores):
        backed_up = world.between(0, FAULTY_MS)
        world.later(backed_up, "central backs up", central.back_up)
        lost_ms = world.between(0, FAULTY_MS - backed_up)
        world.later(backed_up + lost_ms, "central is restored", central.restore)
    for _ in range(world.faults.partition):
        begins = world.between(0, FAULTY_MS)
        world.later(begins, "partition", lambda: _cut(network, is_cut=True))
        ends = begins + world.between(1_000, 60_000)
        world.later(ends, "partition ends", lambda: _cut(network, is_cut=False))


def _cut(network: Network, *, is_cut: bool) -> None:
    network.is_cut = is_cut


def _heal(world: World, network: Network) -> None:
    world.heal()
    network.is_cut = False
