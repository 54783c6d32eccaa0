"""The counter of a simulated till: sales, cash in and out, and members who pay with stored value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.shift import CashMoveKind
from tests.simulation import goods
from tests.simulation.desk import MEMBERS, Ask, Told, member_name
from tests.simulation.intake import NEWER_SCHEMA, POISON_QUARANTINED, POISON_REFUSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.sale import Tender
    from posapp.wire.facts import Fact, FactData
    from tests.simulation.desk import Desk
    from tests.simulation.till import SimTill

MOST_TRIES = 3
GIVEN_UP_AFTER_MS = 5_000
_MARKS = {
    "poison_refused": POISON_REFUSED,
    "poison_quarantined": POISON_QUARANTINED,
    "newer_schema": NEWER_SCHEMA,
}


@dataclass(slots=True, kw_only=True)
class Basket:
    """Goods on the counter while central is asked for the member's money."""

    sale_id: str
    amounts: tuple[int, ...]
    ask: Ask
    run: int
    tries: int = 0
    is_done: bool = False


class Counter:
    """`receipts` are the papers that customers hold: sale id -> (life of the machine, number)."""

    desk: Desk

    def __init__(self, till: SimTill):
        self._till = till
        self.receipts: dict[str, tuple[int, str]] = {}
        self._asked = 0

    def begin(self) -> None:
        """After a start: holds whose sale was never committed are given up, by a fact."""
        till = self._till
        for hold_id in list(till.disk.attempts):
            till.world.fired["hold_given_up"] += 1
            self._give_up(hold_id, till.run)
            if not till.is_up:
                return

    def sell(self) -> None:
        """A sale for cash, by card, or with stored value."""
        till = self._till
        if not till.is_up:
            return
        where = f"sale {till.machine}"
        sale_id = till.ids.new()
        count = till.world.between(where, 1, 3)
        amounts = tuple(till.world.between(where, 1, 20_000) for _ in range(count))
        if till.world.between(where, 1, 3) == 1:
            till.guarded(lambda: self._ask_first(sale_id, amounts))
            return
        till.guarded(lambda: self._commit(sale_id, amounts, (), ()))

    def move_cash(self) -> None:
        """Cash goes into or out of the drawer without a sale."""
        till = self._till
        if not till.is_up:
            return
        kind = (CashMoveKind.CASH_IN, CashMoveKind.CASH_OUT)[till.world.between("cash", 0, 1)]
        amount = till.world.between("cash", 1, 50_000)
        data = goods.cash_move(till.ids.new(), kind, amount)

        def commit() -> None:
            till.disk.commit((self._fact(data),), till.clock.wall_ms())
            till.outbox_changed()

        till.guarded(commit)

    # Stored value

    def _ask_first(self, sale_id: str, amounts: tuple[int, ...]) -> None:
        till = self._till
        member = member_name(till.world.between(f"member {till.machine}", 1, MEMBERS))
        self._asked += 1
        ask = Ask(
            request_id=f"{till.machine}.{till.run}-hold-{self._asked}",
            hold_id=till.ids.new(),
            member=member,
            amount=sum(amounts),
            digits=self.desk.digits(member),
        )
        till.disk.put_attempt(ask.hold_id, member)
        self._ask(Basket(sale_id=sale_id, amounts=amounts, ask=ask, run=till.run))

    def _ask(self, basket: Basket) -> None:
        till = self._till
        basket.tries += 1
        tries = basket.tries

        def tell(told: Told | None) -> None:
            is_gone = basket.is_done or basket.run != till.run or not till.is_up
            if is_gone or (not isinstance(told, Told) and tries != basket.tries):
                return
            till.guarded(lambda: self._told(basket, told if isinstance(told, Told) else None))

        till.network.send(till.sender(), basket.ask, till.now, tell)

    def _told(self, basket: Basket, told: Told | None) -> None:
        if told is None and basket.tries < MOST_TRIES:
            self._ask(basket)
            return
        basket.is_done = True
        ask, till = basket.ask, self._till
        if told is None:
            till.world.fired["hold_given_up"] += 1
        till.world.later(
            GIVEN_UP_AFTER_MS, "give up", lambda: self._give_up(ask.hold_id, basket.run)
        )
        if told is not None and told.is_held:
            tender = goods.stored_value(till.ids.new(), told, ask)
            self._commit(basket.sale_id, basket.amounts, (tender,), ())
            return
        give_up = (goods.release(ask.hold_id, basket.sale_id),)
        self._commit(basket.sale_id, basket.amounts, (), give_up)

    def _give_up(self, hold_id: str, run: int) -> None:
        """The sale could not be written: the hold is let go as soon as the disk works again."""
        till = self._till
        if run != till.run or not till.is_up or hold_id not in till.disk.attempts:
            return
        till.world.later(GIVEN_UP_AFTER_MS, "give up", lambda: self._give_up(hold_id, run))
        till.guarded(lambda: self._release(hold_id))

    def _release(self, hold_id: str) -> None:
        data = goods.release(hold_id, self._till.ids.new())
        self._till.disk.commit((self._fact(data),), self._till.clock.wall_ms())
        self._till.outbox_changed()

    def _commit(
        self,
        sale_id: str,
        amounts: Sequence[int],
        tenders: tuple[Tender, ...],
        also: tuple[FactData, ...],
    ) -> None:
        till, disk = self._till, self._till.disk
        number = disk.next_receipt()
        paper = f"{till.terminal}-{disk.head()[0]}-{number:06}"
        tenders = tenders or self._paid(amounts)
        if till.world.plant.loses_a_tender and len(tenders) > 1:
            tenders = tenders[:1]
        data = goods.sale(sale_id, paper, amounts, tenders, self._mark())
        facts = [self._fact(each) for each in (data, *also)]
        batch = disk.commit(facts, till.clock.wall_ms(), number)
        disk.print_paper(batch)
        self.receipts[sale_id] = (till.life, paper)
        till.strike("print.after")
        till.outbox_changed()

    def _paid(self, amounts: Sequence[int]) -> tuple[Tender, ...]:
        till, net = self._till, sum(amounts)
        by_card = min(net, till.world.between(f"card {till.machine}", 0, 9_000))
        if by_card in (0, net):
            return (goods.cash(till.ids.new(), net),)
        return goods.card(till.ids.new(), by_card), goods.cash(till.ids.new(), net - by_card)

    def _mark(self) -> str:
        world = self._till.world
        marks = (text for name, text in _MARKS.items() if world.strikes(name, self._till.machine))
        return next(marks, "")

    def _fact(self, data: FactData) -> Fact:
        till = self._till
        return goods.fact(
            data,
            event_id=till.ids.new(),
            terminal=till.terminal,
            incarnation=till.disk.head()[0],
            at_ms=till.clock.wall_ms(),
        )
