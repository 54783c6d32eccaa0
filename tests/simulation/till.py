"""A simulated till: it runs the product's own sync core and store hands over its two disks."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from posapp.clock import Ids
from posapp.errors import PosError, Unavailable
from posapp.offline.sync_core import step
from posapp.offline.sync_hands import StoreHands
from posapp.offline.sync_state import (
    AdoptEpoch,
    AdoptIncarnation,
    Conversation,
    Event,
    Failed,
    Failure,
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
from tests.simulation.clocks import TillClock
from tests.simulation.counter import Counter
from tests.simulation.disks import CacheDisk, Crash, TillDisk
from tests.simulation.faults import CRASH_POINTS
from tests.simulation.network import Sender, id_of
from tests.simulation.purse import Purse

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.offline.sync_hands import StoreCommand
    from posapp.offline.sync_state import Command, Now
    from tests.simulation.lender import Request
    from tests.simulation.network import Network
    from tests.simulation.world import World

BALLAST_BACK_MS = 30_000
CARE_EVERY_MS = 4_000
# Where the disk is written to next, and may refuse it.
WRITES = frozenset(
    point
    for point in CRASH_POINTS
    if ".before" in point and not point.startswith(("send.", "reply."))
)


class SimTill:
    """What is on its disks survives a crash; the conversation does not.

    `machine` is the computer, `terminal` who it says it is: a clone is another machine.
    """

    def __init__(self, world: World, network: Network, machine: str, terminal: str):
        self.world = world
        self.network = network
        self.machine = machine
        self.terminal = terminal
        self.clock = TillClock(world)
        self.disk = TillDisk(self.strike, world.plant)
        self.cache = CacheDisk(self.strike, world.plant)
        self.crashes = 0
        self.life = 0
        self.forgot = False
        self.rollbacks = 0
        self.is_online = False
        self.knows_time = False
        self.is_up = False
        self.run = 0
        self.ids = Ids(self.clock, lambda count: world.chance.octets(f"ids {machine}", count))
        self.counter = Counter(self)
        self.purse: Purse | None = None
        self._timer = 0
        self._has_ballast = True

    def sender(self) -> Sender:
        return Sender(self.machine, self.terminal, self.disk.incarnation)

    def now(self) -> Now:
        return self.clock.now()

    def start(self) -> None:
        """The program begins: what only the box knows is put back, then the conversation starts."""
        if self.is_up:
            return
        self.run += 1
        self.is_up = True
        self.is_online = self.knows_time = False
        if self.world.plant.receipt_in_memory:
            self.disk.receipts.clear()
        self.hands = StoreHands(self.disk, self.disk, self.disk, self.cache)
        run_id = f"{self.machine}.{self.run}"
        self.talk = Conversation(
            till=Till(terminal_id=self.terminal, app_version="1", run_id=run_id)
        )

        def begin() -> None:
            found = self.disk.recover()
            self.world.fired["box_restored"] += len(found.restore)
            self.world.fired["box_aborted"] += len(found.abort)
            self.forgot = self.forgot or self.disk.forgets(found)
            self.purse = Purse(self) if self.network.lends else None
            self.counter.begin()
            self._feed(self.run, Tick(self.now()))
            self._care(self.run)

        def begin_or_end() -> None:
            try:
                begin()
            except Unavailable:
                # A program whose stores do not open says so and ends; somebody starts it again.
                self.is_up = False
                self._start_later()
                raise

        self.guarded(begin_or_end)

    def outbox_changed(self) -> None:
        self._feed(self.run, OutboxChanged())

    def ask_now(self, request: Request) -> Any:
        """What central answers at once. Raises PosError where it does not."""
        self.strike("send.before")
        self.world.note(f"{self.machine} asks {type(request).__name__}")
        reply = self.network.ask_now(self.sender(), request)
        self.strike("reply.before")
        return reply

    def guarded(self, action: Callable[[], None]) -> None:
        """Do something that a crash can end; a store that does not work only refuses it."""
        self.world.touched.append(self)
        try:
            action()
        except Crash:
            self.go_down()
        except Unavailable:
            self.world.note(f"{self.machine} refused")

    def strike(self, point: str) -> None:
        """A named point: the program can end here, and before a write the disk can fail."""
        world = self.world
        if world.levels["till_crash"] and world.strikes(
            "till_crash", f"{self.machine} {point}", of=f"crash {point}"
        ):
            raise Crash(point)
        if point not in WRITES:
            return
        if world.strikes("io_error", f"{self.machine} {point}"):
            raise Unavailable("store.disk_error")
        if world.strikes("disk_full", f"{self.machine} {point}"):
            self._give_ballast_back()

    def go_down(self) -> None:
        """The program ends; with the power, what was not flushed; a damaged log loses more."""
        world, machine = self.world, self.machine
        self.crashes += 1
        self.is_up = False
        world.touched.append(self)
        if world.strikes("power_loss", machine):
            kept = world.between(f"lost {machine}", 0, self.disk.box.unflushed())
            self.disk.box.lose_unflushed(kept)
            self.disk.log.lose(world.between(f"lost {machine}", 0, self.disk.log.unsynced()))
            self.cache.lose(world.between(f"lost {machine}", 0, self.cache.log.unsynced()))
        if world.strikes("torn_tail", machine):
            lost = self.disk.log.lose(world.between(f"torn {machine}", 1, 6))
            self.rollbacks += bool(lost)
        self._start_later()

    def _start_later(self) -> None:
        pause_ms = self.world.between(f"pause {self.machine}", 500, 20_000)
        self.world.later(pause_ms, f"{self.machine} starts", self.start)

    def _give_ballast_back(self) -> None:
        """The first time the ballast makes room and it is tried again; then new sales are refused."""
        if not self._has_ballast:
            raise Unavailable("store.disk_full")
        self._has_ballast = False
        self.world.fired["ballast_given_back"] += 1

        def room() -> None:
            self._has_ballast = True

        self.world.later(BALLAST_BACK_MS, f"{self.machine} room", room)

    def _feed(self, run: int, first: Event) -> None:
        """An event of this run of the program, and everything that follows from it."""
        if run != self.run or not self.is_up:
            return
        self.world.touched.append(self)
        events = deque((first,))
        try:
            while events:
                event = self.world.plant.event(self.talk, events.popleft())
                before = self.talk
                self.talk, commands = step(before, event)
                commands = self.world.plant.commands(before, event, commands)
                events.extend(self._carry_out(commands))
        except Crash:
            self.go_down()

    def _carry_out(self, commands: tuple[Command, ...]) -> list[Event]:
        """In order; the first that a store cannot do ends the list, as on a real till."""
        follow: list[Event] = []
        for command in commands:
            try:
                event = self._do(command)
            except PosError as error:
                return [Failed(now=self.now(), kind=Failure.STORE, key=error.key)]
            if event is not None:
                follow.append(event)
        return follow

    def _do(self, command: Command) -> Event | None:
        match command:
            case SendHello() | SendPush() | SendPull() | SendDeadLetter():
                self._send(command)
            case Wait(least_ms=least_ms, most_ms=most_ms):
                self._wait(self.world.between(f"wait {self.machine}", least_ms, most_ms))
            case Report():
                self._report()
            case AdoptEpoch(epoch=epoch) if self.world.plant.adopts_epoch_first:
                self.disk.save_sync_state(type(self.disk.kept)(epoch=epoch))
                return self.hands.carry_out(command, self.now())
            case _:
                return self._keep(command)
        return None

    def _keep(self, command: StoreCommand) -> Event | None:
        follow = self.hands.carry_out(command, self.now())
        if isinstance(command, AdoptIncarnation):
            self.world.fired["new_incarnation"] += 1
            if self.purse is not None:
                self.purse.desk.use_incarnation(command.incarnation)
        return follow

    def _report(self) -> None:
        status = status_of(self.talk, self.now(), *self.hands.waiting())
        self.hands.keep_durable(self.talk.durable_seq)
        self.is_online, self.knows_time = status.is_online, status.offset is not None
        if self.purse is not None and status.offset is not None:
            self.purse.clock.correct(status.offset.ms)

    def _care(self, run: int) -> None:
        """The lane that asks for leases, heeds recalls and gives back, now and then."""
        if run != self.run or not self.is_up or self.purse is None:
            return
        self.world.later(CARE_EVERY_MS, f"{self.machine} care", lambda: self._care(run))
        if not self.world.is_healed:
            self.purse.lending.want(self.counter.somebody())
        self.guarded(self.purse.lending.round)

    def _send(self, command: SendHello | SendPush | SendPull | SendDeadLetter) -> None:
        run = self.run
        self.strike("send.before")
        if isinstance(command, SendHello) and self.purse is not None:
            command = SendHello(replace(command.request, leases=self.purse.held()))
        self.world.note(f"{self.machine} {type(command).__name__} {id_of(command)}")
        self.network.send(self.sender(), command, self.now, lambda event: self._reply(run, event))
        self.strike("send.after")

    def _reply(self, run: int, event: Event) -> None:
        if run != self.run or not self.is_up:
            return
        try:
            if not isinstance(event, Failed):
                self.strike("reply.before")
        except Crash:
            self.go_down()
            return
        self._feed(run, event)

    def _wait(self, pause_ms: int) -> None:
        self._timer += 1
        run, timer = self.run, self._timer

        def tick() -> None:
            if timer == self._timer:
                self._feed(run, Tick(self.now()))

        self.world.later(pause_ms, f"{self.machine} tick", tick)
