"""The invariants of the protocol; A after every event, I at rest after healing (docs/rules.md D)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from posapp.domain.sale import check_tenders
from posapp.errors import Refused
from posapp.wire.sync import PushRequest
from tests.simulation.feed import cursor_of
from tests.simulation.goods import cash_of, read, sale_of
from tests.simulation.intake import Intake
from tests.simulation.money import check_money
from tests.simulation.refusal import Refusal
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from tests.simulation.central import Central
    from tests.simulation.fleet import Fleet
    from tests.simulation.till import SimTill
    from tests.simulation.world import World

INVARIANTS = (
    "I1", "I1b", "I2", "I3", "A4", "A5", "I6", "I7", "A10", "A11", "A12", "A13", "I14", "I16",
    "A17", "clock",
)  # fmt: skip
# A till's idea of central's time may be off by its own error and by what its crystal drifts.
MOST_DRIFT_MS = 3_000


def is_at_rest(central: Central, fleet: Fleet) -> bool:
    """Everything is up, pushed and pulled, has heard central's time in time, and gave up every
    hold whose sale could not be written.
    """
    return all(
        till.is_up
        and place_of(till.cache.place[0]) == (central.epoch_name(), central.books.head)
        and not till.disk.depth()[0]
        and not till.disk.attempts
        and till.talk.clock.samples
        for till in fleet.tills
    )


def check_all(world: World, central: Central, fleet: Fleet) -> None:
    """Everything that must hold at rest. Raises Violation."""
    world.checked["I7"] += 1
    _check_arrived(world, central, fleet)
    _check_once(world, central, fleet)
    _check_sums(world, central, fleet)
    check_money(world, central, fleet)
    for till in fleet.tills:
        _check_cache(world, central, till)
        _check_clock(world, central, till)
    _check_again(world, central, fleet)


def _check_arrived(world: World, central: Central, fleet: Fleet) -> None:
    """I1: every receipt that was handed over; I1b: every sale that is durable on a till."""
    posted = Counter(sale_id for sale_id, _ in central.books.posted)
    posted.update(_sales_in(central.books.quarantine.values()))
    for till in fleet.tills:
        for invariant, sales in (("I1", till.counter.receipts), ("I1b", till.disk.sales)):
            world.checked[invariant] += len(sales)
            for sale_id in sales:
                if sale_id in fleet.excused and posted[sale_id] == 0:
                    continue
                if posted[sale_id] != 1:
                    raise Violation(invariant, f"{sale_id} arrived {posted[sale_id]} times")


def _check_once(world: World, central: Central, fleet: Fleet) -> None:
    """I2: no sale twice, no place twice, and the amounts agree."""
    at_tills = {sale_id: net for till in fleet.tills for sale_id, net in till.disk.sales.items()}
    seen: set[str] = set()
    for sale_id, net in central.books.posted:
        world.checked["I2"] += 1
        if sale_id in seen:
            raise Violation("I2", f"{sale_id} is posted twice")
        seen.add(sale_id)
        if at_tills.get(sale_id, net) != net:
            raise Violation("I2", f"{sale_id} has another amount")
    places = Counter(entry.place for entry in central.books.inbox.values())
    if places and max(places.values()) > 1:
        raise Violation("I2", "two entries at one place")


def _check_sums(world: World, central: Central, fleet: Fleet) -> None:
    """I3: sale = lines = tenders; the drawer at the till is the drawer at central."""
    books = central.books
    for entry in books.inbox.values():
        sale = sale_of(read(entry.body))
        if sale is None:
            continue
        world.checked["I3"] += 1
        try:
            check_tenders(sale.net, sale.tenders)
        except Refused as refused:
            raise Violation("I3", sale.id) from refused
        if sum(line.net for line in sale.lines) != sale.net:
            raise Violation("I3", sale.id)
    kept: Counter[str] = Counter()
    for event_id, body in books.quarantine.items():
        kept[books.owners[event_id]] += cash_of(read(body))
    for till in fleet.tills:
        if till.terminal in fleet.parted or till.forgot:
            continue
        world.checked["I3"] += 1
        if books.drawers[till.terminal] + kept[till.terminal] != till.disk.drawer:
            raise Violation("I3", f"drawer of {till.terminal}")


def _check_cache(world: World, central: Central, till: SimTill) -> None:
    """I6: a cache at rest is what central has, in the same versions."""
    world.checked["I6"] += 1
    if till.cache.values() != central.values():
        raise Violation("I6", till.machine)
    if any(till.cache.rows[key].v != row.v for key, row in central.books.feed.items()):
        raise Violation("I6", f"{till.machine}: another version")


def _check_clock(world: World, central: Central, till: SimTill) -> None:
    """A till at rest knows central's time, whatever was done to its own clock."""
    now = till.now()
    offset = till.talk.clock.at(now.wall_ms, now.mono_ms)
    world.checked["clock"] += 1
    if offset is None:
        raise Violation("clock", f"{till.machine} knows no time")
    off_ms = abs(now.wall_ms + offset.ms - central.now_ms())
    if off_ms > offset.error_ms + MOST_DRIFT_MS:
        raise Violation("clock", f"{till.machine} is {off_ms} ms off")


def _check_again(world: World, central: Central, fleet: Fleet) -> None:
    """I16: every journal sent once more, entry by entry, is a no-op."""
    books = central.books
    before = (list(books.posted), dict(books.quarantine), len(books.inbox), len(books.forks))
    for till in fleet.tills:
        for row in till.disk.rows:
            world.checked["I16"] += 1
            request = PushRequest(
                request_id="again",
                epoch="",
                terminal_id=till.terminal,
                incarnation=row.incarnation,
                items=(row.to_push(),),
            )
            _push_again(world, central, till, request)
    after = (list(books.posted), dict(books.quarantine), len(books.inbox), len(books.forks))
    if before != after:
        raise Violation("I16", "sending everything again changed something")


def _push_again(world: World, central: Central, till: SimTill, request: PushRequest) -> None:
    writes: list = []
    try:
        Intake(world, central, till.terminal, till.disk.incarnation).push(request, writes)
    except Refusal:
        return
    for write in writes:
        write(central.books)


def place_of(cursor: str) -> tuple[str, int]:
    return cursor_of(cursor)[:2]


def _sales_in(bodies) -> list[str]:
    sales = (sale_of(read(body)) for body in bodies)
    return [sale.id for sale in sales if sale is not None]
