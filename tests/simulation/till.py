"""A simulated till: it sells, and runs the product's own sync core and store hands over its two disks."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from posapp.clock import Ids
from posapp.domain.ids import SaleId
from posapp.domain.sale import Sale
from posapp.offline.sync_core import step
from posapp.offline.sync_hands import StoreHands
from posapp.offline.sync_state import (
    Conversation,
    Event,
    Now,
    OutboxChanged,
    Report,
    SendDeadLetter,
    SendHello,
    SendPull,
    SendPush,
    Tick,
    Till,
    Wait,
)
from posapp.offline.sync_status import status_of
from posapp.wire.facts import Actor, AuditData, Fact, FactHead, SaleData
from tests.simulation.central import POISON_QUARANTINED, POISON_REFUSED
from tests.simulation.disks import CacheDisk, Crash, TillDisk
from tests.simulation.network import id_of
from tests.simulation.world import START_MS

if TYPE_CHECKING:
    from posapp.offline.sync_state import Command
    from tests.simulation.network import Network
    from tests.simulation.world import World


class SimTill:
    """What is on its disks survives a crash; the conversation does not."""

    def __init__(self, world: World, network: Network, number: int):
        self._world = world
        self._network = network
        self.terminal = f"till-{number}"
        self.disk = TillDisk(self._crash_point, world.plant)
        self.cache = CacheDisk(self._crash_point, world.plant)
        self.hands = StoreHands(self.disk, self.disk, self.disk, self.cache)
        self.receipts: set[str] = set()
        self.crashes = 0
        self.is_up = False
        self._ids = Ids(self, lambda count: world.random.randbytes(count))
        self._run = 0
        self._timer = 0
        self.start()

    # A clock, for Ids.
    def wall_ms(self) -> int:
        return START_MS + self._world.now_ms

    def mono_ms(self) -> int:
        return self._world.now_ms

    def boot_id(self) -> str:
        return "boot"

    def now(self) -> Now:
        return Now(self.wall_ms(), self.mono_ms())

    def start(self) -> None:
        self._run += 1
        self.is_up = True
        till = Till(
            terminal_id=self.terminal, app_version="1", run_id=f"{self.terminal}.{self._run}"
        )
        self.talk = Conversation(till=till)
        self._feed(self._run, Tick(self.now()))

    def sell(self) -> None:
        """A sale, its receipt handed over after the commit, and the sync lane told."""
        if not self.is_up:
            return
        try:
            fact, sale_id, net = self._fact()
            self.disk.commit(fact, sale_id, net, self.wall_ms())
            self.receipts.add(sale_id)
        except Crash:
            self._go_down()
            return
        self._feed(self._run, OutboxChanged())

    def _feed(self, run: int, first: Event) -> None:
        """An event of this run of the program, and everything that follows from it."""
        if run != self._run or not self.is_up:
            return
        events = deque((first,))
        try:
            while events:
                event = self._world.plant.event(self.talk, events.popleft())
                before = self.talk
                self.talk, commands = step(before, event)
                commands = self._world.plant.commands(before, event, commands)
                events.extend(self._carry_out(commands))
        except Crash:
            self._go_down()

    def _carry_out(self, commands: tuple[Command, ...]) -> list[Event]:
        follow: list[Event] = []
        for command in commands:
            match command:
                case SendHello() | SendPush() | SendPull() | SendDeadLetter():
                    self._send(command)
                case Wait(least_ms=least_ms, most_ms=most_ms):
                    self._wait(self._world.between(least_ms, most_ms))
                case Report():
                    status_of(self.talk, self.now(), *self.hands.waiting())
                case _:
                    event = self.hands.carry_out(command, self.now())
                    follow.extend([event] if event is not None else [])
        return follow

    def _send(self, command: SendHello | SendPush | SendPull | SendDeadLetter) -> None:
        run = self._run
        self._crash_point("send.before")
        self._world.note(f"{self.terminal} {type(command).__name__} {id_of(command)}")
        self._network.send(self.terminal, command, self.now, lambda event: self._reply(run, event))
        self._crash_point("send.after")

    def _reply(self, run: int, event: Event) -> None:
        if run == self._run and self.is_up and self._world.happens(self._world.faults.till_crash):
            self._go_down()
            return
        self._feed(run, event)

    def _wait(self, pause_ms: int) -> None:
        self._timer += 1
        run, timer = self._run, self._timer

        def tick() -> None:
            if timer == self._timer:
                self._feed(run, Tick(self.now()))

        self._world.later(pause_ms, f"{self.terminal} tick", tick)

    def _crash_point(self, name: str) -> None:
        if self._world.happens(self._world.faults.till_crash):
            self._world.note(f"{self.terminal} crash at {name}")
            raise Crash(name)

    def _go_down(self) -> None:
        self.crashes += 1
        self.is_up = False
        self._world.later(self._world.between(500, 20_000), f"{self.terminal} starts", self.start)

    def _fact(self) -> tuple[Fact, str, int]:
        poison = self._poison()
        sale_id, net = self._ids.new(), self._world.between(1, 50_000)
        sale = Sale(
            id=SaleId(sale_id),
            receipt_number=f"{self.terminal}-{len(self.disk.rows) + 1}",
            currency="CNY",
            lines=(),
            tenders=(),
            matrix=(),
            list_total=net,
            net=net,
            taxes=(),
        )
        data = AuditData(action="sale", subject=sale_id, reason=poison) if poison else None
        head = FactHead(
            event_id=self._ids.new(),
            tenant_id="tenant",
            shop_id="shop",
            terminal_id=self.terminal,
            incarnation=self.disk.incarnation,
            at_ms=self.wall_ms(),
            business_date="2026-11-21",
            shift_id=None,
            actor=Actor(kind="staff", id="s1"),
            currency="CNY",
        )
        return Fact(head=head, data=data or SaleData(sale=sale)), sale_id, net

    def _poison(self) -> str:
        if not self._world.happens(self._world.faults.poison):
            return ""
        return self._world.random.choice((POISON_REFUSED, POISON_QUARANTINED))
