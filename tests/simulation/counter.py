"""The counter of a simulated till: sales, cash in and out, and members who pay with stored value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.ids import MemberId
from posapp.domain.shift import CashMoveKind
from tests.simulation import goods
from tests.simulation.desk import MEMBERS, Ask, Told, member_name
from tests.simulation.intake import NEWER_SCHEMA, POISON_QUARANTINED, POISON_REFUSED
from tests.simulation.world import Violation

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
        self._seen: dict[str, str] = {}
        self._proved: set[tuple[int, str, str]] = set()

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
        if till.world.between(where, 1, 2) == 1:
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

    def _regular(self) -> MemberId | None:
        """Often it is a member of whose value a part was lent here."""
        world, here = (
            self._till.world,
            [each for _, each in sorted(self._till.disk.lent.open.items())],
        )
        if not here or world.between(f"regular {self._till.machine}", 1, 4) == 1:
            return None
        number = world.between(f"regular {self._till.machine}", 0, len(here) - 1)
        return here[number].lease.member_id

    def somebody(self) -> MemberId:
        """A member who comes to the counter."""
        world = self._till.world
        return MemberId(member_name(world.between(f"member {self._till.machine}", 1, MEMBERS)))

    def _ask_first(self, sale_id: str, amounts: tuple[int, ...]) -> None:
        till = self._till
        member = self._regular() or self.somebody()
        if till.world.strikes("cut_at_the_counter", till.machine):
            till.network.cut(till.machine, till.world.between(f"cut {till.machine}", 500, 20_000))
        if till.purse is not None:
            till.purse.lending.want(member)
            if not till.is_online or not till.purse.lending.give_back(member):
                self._pay_from_lease(sale_id, amounts, member, ())
                return
        self._asked += 1
        ask = Ask(
            request_id=f"{till.machine}.{till.run}-hold-{self._asked}",
            terminal=till.terminal,
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
        self._pay_from_lease(basket.sale_id, basket.amounts, ask.member, give_up)

    def _pay_from_lease(
        self, sale_id: str, amounts: Sequence[int], member: str, also: tuple[FactData, ...]
    ) -> None:
        """What was lent here before pays while nobody answers; the rest is cash."""
        till, net = self._till, sum(amounts)
        if till.purse is None:
            self._commit(sale_id, amounts, (), also)
            return
        digits = self._digits(member)
        tender = till.purse.pay(sale_id, member, net, digits)
        if tender is None:
            self._commit(sale_id, amounts, (), also)
            return
        self._check_code(member, digits)
        rest = net - tender.amount
        tenders = (tender, goods.cash(till.ids.new(), rest)) if rest else (tender,)
        self._commit(sale_id, amounts, tenders, also, member)
        till.purse.spending.forget_order(sale_id)
        till.world.fired["lease_spent"] += 1

    def _digits(self, member: str) -> str:
        """What she shows; now and then a code that somebody saw before."""
        seen = self._seen.get(member)
        if seen is not None and self._till.world.between(f"seen {self._till.machine}", 1, 3) == 1:
            self._till.world.fired["old_code_shown"] += 1
            return seen
        self._seen[member] = digits = self.desk.digits(member)
        return digits

    def _check_code(self, member: str, digits: str) -> None:
        """A13: a code counts once at a till, as long as its disk forgets nothing."""
        till = self._till
        till.world.checked["A13"] += 1
        shown = (till.rollbacks, member, digits)
        if shown in self._proved:
            raise Violation("A13", f"{member} paid twice with one code at {till.machine}")
        self._proved.add(shown)

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
        member: str = "",
    ) -> None:
        till, disk = self._till, self._till.disk
        number = disk.next_receipt()
        paper = f"{till.terminal}-{disk.head()[0]}-{number:06}"
        tenders = tenders or self._paid(amounts)
        if till.world.plant.loses_a_tender and len(tenders) > 1:
            tenders = tenders[:1]
        data = goods.sale(sale_id, paper, amounts, tenders, mark=self._mark(), member=member)
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
            at_ms=(till.purse or till).clock.wall_ms(),
        )
