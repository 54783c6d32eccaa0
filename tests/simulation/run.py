"""One seed: a while with faults, then healing, then rest, then every invariant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.simulation.central import Central
from tests.simulation.checks import check_all, is_at_rest
from tests.simulation.desk import MEMBERS, member_name
from tests.simulation.fleet import Fleet
from tests.simulation.network import Network
from tests.simulation.plants import NO_PLANT, Plant
from tests.simulation.watch import Watch
from tests.simulation.world import Decision, Violation, World

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.simulation.till import SimTill

FAULTY_MS = 90_000
SALES_PER_TILL = 12
ROWS = 20
# I7: the longest pause that a till may make is a quarter of an hour; everything drains well within two.
DRAINED_MS = 7_200_000
LOOKED_EVERY_MS = 2_000
# A person looks at the quarantine: what hangs on an entry in it waits for that.
MENDED_EVERY_MS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one run was made of."""

    seed: int
    trace: str
    sales: int
    crashes: int
    events: int
    lost_with_machine: int
    faults: Counter[str]
    invariants: Counter[str]


@dataclass(frozen=True, slots=True)
class Found:
    """A violation, and the decisions that were taken on the way to it, with their times."""

    violation: Violation
    decisions: tuple[tuple[Decision, int], ...]


def run_seed(seed: int, plant: Plant = NO_PLANT) -> Outcome:
    """Raises Violation."""
    found = play(seed, plant)
    if isinstance(found, Found):
        raise found.violation
    return found


def play(
    seed: int, plant: Plant = NO_PLANT, allowed: frozenset[Decision] | None = None
) -> Outcome | Found:
    """One run; with `allowed`, only these decisions come true."""
    world = World(seed, plant, allowed)
    central = Central(world)
    network = Network(world, central)
    central.desk.open()
    fleet = Fleet(world, central, network, world.between("fleet", 1, 5))
    try:
        _run(world, central, network, fleet)
    except Violation as violation:
        return Found(violation, tuple(world.decisions))
    return Outcome(
        seed=seed,
        trace=world.trace(),
        sales=sum(len(till.disk.sales) for till in fleet.tills),
        crashes=sum(till.crashes for till in fleet.tills),
        events=world.events,
        lost_with_machine=len(fleet.excused),
        faults=world.fired,
        invariants=world.checked,
    )


def _run(world: World, central: Central, network: Network, fleet: Fleet) -> None:
    _plan(world, central, network, fleet)
    fleet.start()
    watch = Watch(world, central)
    world.run_until(FAULTY_MS, watch)
    world.heal()
    network.heal()
    _drain(world, central, fleet, watch)
    check_all(world, central, fleet)


def _drain(world: World, central: Central, fleet: Fleet, watch: Watch) -> None:
    end_ms = world.now_ms + DRAINED_MS
    while not is_at_rest(central, fleet):
        if world.now_ms >= end_ms:
            left = {till.machine: till.disk.depth()[0] for till in fleet.tills}
            raise Violation("I7", f"not at rest after two hours: {left}")
        if (world.now_ms - FAULTY_MS) % MENDED_EVERY_MS == 0:
            central.mend()
        world.run_until(world.now_ms + LOOKED_EVERY_MS, watch)
    central.mend()


def _plan(world: World, central: Central, network: Network, fleet: Fleet) -> None:
    """When things happen from outside."""
    if world.levels["second_process"]:
        world.fired["second_process"] += 1
    for till in fleet.tills:
        for number in range(SALES_PER_TILL):
            _at(world, f"{till.machine} sells {number}", till.counter.sell)
        for number in range(2):
            _at(world, f"{till.machine} moves cash {number}", till.counter.move_cash)
    for number in range(ROWS):
        _at(world, f"head office writes {number}", central.write_row)
    _plan_operators(world, central)
    _plan_restores(world, central, fleet)
    for till in fleet.tills:
        _plan_line(world, network, till)
        _plan_clock(world, till)


def _plan_operators(world: World, central: Central) -> None:
    for number in range(world.levels["member_blocked"]):
        member = member_name(world.between("operator", 1, MEMBERS))
        _at(world, f"operator blocks {number}", lambda member=member: central.desk.block(member))
    for number in range(world.levels["quarantine_reapplied"]):
        _at(world, f"operator mends {number}", central.mend)
    if world.levels["leases"]:
        world.fired["leases"] += 1
        for number in range(world.levels["terminal_lost"]):
            terminal = f"till-{world.between('terminal lost', 1, 5)}"
            lose = lambda terminal=terminal: central.lender.lose(terminal)  # noqa: E731
            _at(world, f"{terminal} is lost {number}", lose)
    for number in range(world.levels["tombstones_pruned"]):
        _at(world, f"tombstones go {number}", central.prune_tombstones)


def _plan_restores(world: World, central: Central, fleet: Fleet) -> None:
    for number in range(world.levels["central_restore"]):
        _pair(world, f"central {number}", central.back_up, fleet.restore_central)
    ways = {"till_restore": fleet.restore_database, "till_restore_bare": fleet.restore_machine}
    tills = list(fleet.tills)
    for name, restore in ways.items():
        for number in range(world.levels[name]):
            till = tills[world.between("restored", 0, len(tills) - 1)]
            _pair(
                world,
                f"{name} {till.machine} {number}",
                lambda till=till: fleet.back_up(till),
                lambda till=till, restore=restore: restore(till),
            )
    for number in range(world.levels["till_clone"]):
        till = tills[world.between("cloned", 0, len(tills) - 1)]
        _at(world, f"clone of {till.machine} {number}", lambda till=till: fleet.clone(till))


def _plan_line(world: World, network: Network, till: SimTill) -> None:
    for name, cut in (("partition", network.cut), ("partition_one_way", network.cut_answers)):
        for number in range(world.levels[name]):
            for_ms = world.between(f"cut {till.machine}", 1_000, 60_000)
            _at(
                world,
                f"{name} of {till.machine} {number} for {for_ms} ms",
                lambda name=name, cut=cut, for_ms=for_ms: _cut(world, name, cut, till, for_ms),
            )


def _cut(
    world: World, name: str, cut: Callable[[str, int], None], till: SimTill, for_ms: int
) -> None:
    world.fired[name] += 1
    cut(till.machine, for_ms)


def _plan_clock(world: World, till: SimTill) -> None:
    stream = f"clock {till.machine}"
    for name, sign in (("clock_jump", 1), ("clock_back", -1)):
        for number in range(world.levels[name]):
            days = (0, 1, 400, 20_000)[world.between(stream, 0, 3)]
            by_ms = sign * (days * 86_400_000 + world.between(stream, 1, 7_200_000))
            _at(
                world,
                f"{name} of {till.machine} {number} by {by_ms} ms",
                lambda by_ms=by_ms: till.clock.jump(by_ms),
            )
    if world.levels["clock_drift"]:
        ppm = world.between(stream, -300, 300)
        _at(world, f"drift of {till.machine}", lambda: till.clock.drift(ppm))


def _at(world: World, what: str, action: Callable[[], None]) -> None:
    world.plan(world.between("when", 0, FAULTY_MS - 1_000), what, action)


def _pair(world: World, what: str, first: Callable[[], None], then: Callable[[], None]) -> None:
    """A backup, and later its restore."""
    begins = world.between("when", 0, FAULTY_MS - 2_000)
    world.plan(begins, f"backup: {what}", first)
    world.plan(world.between("when", begins, FAULTY_MS - 1_000), f"restore: {what}", then)
