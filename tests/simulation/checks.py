"""The invariants of the protocol; I at rest after healing, A after every event (docs/rules.md D)."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from posapp.wire.facts import AuditData, SaleData, from_body
from posapp.wire.sync import PushRequest
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.simulation.central import Central
    from tests.simulation.till import SimTill


class Watch:
    """A11 after every event: no cursor beyond a row that was not applied, none that goes back."""

    def __init__(self, central: Central, tills: Sequence[SimTill]):
        self._central = central
        self._tills = tills
        self._seen: dict[str, tuple[str, int]] = {}

    def __call__(self) -> None:
        for till in self._tills:
            place = _place(till.cache.place[0])
            last = self._seen.get(till.terminal, ("", 0))
            if place == last:
                continue
            self._seen[till.terminal] = place
            if place[0] == last[0] and place[1] < last[1]:
                raise Violation("A11", f"{till.terminal} went back to {place}")
            self._check_rows(till, *place)

    def _check_rows(self, till: SimTill, epoch: str, pos: int) -> None:
        if epoch != f"e{self._central.epoch}":
            return
        for row in self._central.books.feed.values():
            mine = till.cache.rows.get(row.k)
            if row.v <= pos and (mine is None or mine.v < row.v):
                raise Violation("A11", f"{till.terminal} at {pos} lacks {row.k} of {row.v}")


def is_at_rest(central: Central, tills: Sequence[SimTill]) -> bool:
    """Everything is up, pushed and pulled."""
    return all(
        till.is_up
        and till.disk.depth()[0] == 0
        and _place(till.cache.place[0]) == (f"e{central.epoch}", central.books.head)
        for till in tills
    )


def check_all(central: Central, tills: Sequence[SimTill]) -> None:
    """Everything that must hold at rest. Raises Violation."""
    for till in tills:
        till.disk.check_chain()
        check_arrived(central, till)
        if till.cache.values() != central.values():
            raise Violation("I6", till.terminal)
    check_once(central, tills)
    check_again_changes_nothing(central, tills)


def check_arrived(central: Central, till: SimTill) -> None:
    """I1: every receipt that was handed over; I1b: every sale that is durable on the till."""
    posted = Counter(sale_id for sale_id, _ in central.books.posted)
    kept = Counter(_sale_in(body) for body in central.books.quarantine.values())
    for invariant, sales in (("I1", till.receipts), ("I1b", till.disk.sales)):
        for sale_id in sales:
            if posted[sale_id] + kept[sale_id] != 1:
                raise Violation(invariant, f"{sale_id} arrived {posted[sale_id]} times")


def check_once(central: Central, tills: Sequence[SimTill]) -> None:
    """I2: no sale twice, no place twice, and the sums agree."""
    posted = Counter(sale_id for sale_id, _ in central.books.posted)
    twice = [sale_id for sale_id, count in posted.items() if count > 1]
    if twice:
        raise Violation("I2", twice)
    at_tills = {sale_id: net for till in tills for sale_id, net in till.disk.sales.items()}
    if any(at_tills.get(sale_id) != net for sale_id, net in central.books.posted):
        raise Violation("I2", "another amount")


def check_again_changes_nothing(central: Central, tills: Sequence[SimTill]) -> None:
    """I16: the whole journal sent once more is a no-op."""
    before = (list(central.books.posted), dict(central.books.quarantine))
    for till in tills:
        letters = central.books.quarantine
        items = tuple(row.to_push() for row in till.disk.rows if row.event_id not in letters)
        request = PushRequest(
            request_id="again", epoch="", terminal_id=till.terminal, incarnation=1, items=items
        )
        central.push(request)
    if before != (central.books.posted, central.books.quarantine):
        raise Violation("I16", "sending everything again changed something")


def _place(cursor: str) -> tuple[str, int]:
    epoch, _, pos = cursor.partition(":")
    return epoch, int(pos or 0)


def _sale_in(body: str) -> str:
    data = from_body(body.encode()).data
    if isinstance(data, AuditData):
        return data.subject
    assert isinstance(data, SaleData)
    return data.sale.id
