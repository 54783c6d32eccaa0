"""A model of central: one or two processes over one database, epochs, backups and restores."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from posapp.errors import OutcomeUnknown
from posapp.offline.sync_state import SendDeadLetter, SendHello, SendPull, SendPush
from posapp.wire.sync import FeedRow, ItemOutcome
from tests.simulation import loans
from tests.simulation.books import Books, Write
from tests.simulation.desk import Ask, Desk
from tests.simulation.feed import read_page
from tests.simulation.goods import fact_of
from tests.simulation.intake import Intake, mended, read_hello
from tests.simulation.lender import Lender
from tests.simulation.refusal import Refusal
from tests.simulation.world import START_MS

if TYPE_CHECKING:
    from posapp.offline.sync_state import Reply
    from posapp.wire.leases import LeaseReply, LeasesReply
    from tests.simulation.desk import Told
    from tests.simulation.lender import Request
    from tests.simulation.network import Sender
    from tests.simulation.world import World

KEYS = 8

Command = SendHello | SendPush | SendPull | SendDeadLetter | Ask
Tell = Callable[["Reply | Refusal | Told"], None]


@dataclass
class Work:
    """A request inside a process: what it will answer and write, once it commits."""

    process: int
    run: int
    tell: Tell
    writes: list[Write] = field(default_factory=list)


class Central:
    """Reads at the beginning, writes at the commit; one request of a till at a time."""

    def __init__(self, world: World):
        self.world = world
        self.books = Books()
        self.epoch = 1
        self.backup = self.books.copy()
        self.rows_written = 0
        self.hinted_ms = world.between("hint", 2_000, 20_000)
        self.desk = Desk(world, self)
        self.lender = Lender(world, self)
        self.backed_up_ms = self.now_ms()
        self.terminals: set[str] = set()
        self._processes = 2 if world.levels["second_process"] else 1
        self._runs = [0, 0]
        self._busy: set[str] = set()
        self._queues: dict[str, deque[Callable[[], None]]] = {}

    def receive(self, sender: Sender, command: Command, tell: Tell) -> None:
        """Carry a request through; `tell` is not called when the process ends before."""
        terminal = sender.terminal
        process = self._process_for(terminal)
        if isinstance(command, SendPull):
            self._answer(tell, lambda: read_page(self, command))
            return
        begin = lambda: self._begin(process, sender, command, tell)  # noqa: E731
        lock = self._lock_of(terminal, command)
        if lock in self._busy and not self.world.plant.no_lock:
            self.world.fired["lock_waited_for"] += 1
            self._queues.setdefault(lock, deque()).append(begin)
            return
        begin()

    def lend(self, sender: Sender, request: Request) -> LeaseReply | LeasesReply:
        """At once, as nobody waits for it: a till that meets a lock or a crash asks again.

        Raises Refused, and OutcomeUnknown.
        """
        terminal, member = sender.terminal, getattr(request, "member_id", "")
        process = self._process_for(terminal)
        if member in self._busy:
            raise OutcomeUnknown("central.no_answer")
        if self.world.strikes("central_crash_before_commit", terminal):
            self.crash(process)
            raise OutcomeUnknown("central.no_answer")
        reply = self.lender.answer(sender, request)
        if self.world.strikes("central_crash_after_commit", terminal):
            self.crash(process)
            raise OutcomeUnknown("central.no_answer")
        return reply

    def write_row(self) -> None:
        """Somebody at head office changes or deletes a product; the commit takes a moment."""
        self.rows_written += 1
        number = self.rows_written
        key = f"p{self.world.between('row', 1, KEYS)}"
        op = "d" if self.world.between("row", 1, 5) == 1 else "u"
        value = msgspec.Raw(str(number).encode())
        early = None
        if self.world.plant.takes_place_before_commit:
            self.books.head += 1
            early = self.books.head
        epoch = self.epoch

        def commit() -> None:
            if epoch != self.epoch:
                return
            if early is None:
                self.books.head += 1
            place = early or self.books.head
            self.books.feed[key] = FeedRow(t="product", k=key, v=place, op=op, d=value)

        self.world.later(self.world.between("row", 1, 3_000), "central.row", commit)

    def prune_tombstones(self) -> None:
        """Old deletions leave the feed; whoever has not read so far begins anew."""
        books = self.books
        gone = [key for key, row in books.feed.items() if row.op == "d"]
        for key in gone:
            del books.feed[key]
        if gone:
            self.world.fired["tombstones_pruned"] += 1
            if not self.world.plant.prunes_in_silence:
                books.min_pos = books.head

    def back_up(self) -> None:
        self.backup = self.books.copy()
        self.backed_up_ms = self.now_ms()

    def restore(self) -> None:
        """The last backup is all that is left; the epoch says so to everybody."""
        self.world.fired["central_restore"] += 1
        lost = self.books.vault
        self.books = self.backup.copy()
        self.lender.restored(lost, self.backed_up_ms, sorted(self.terminals))
        self.crash(0)
        self.crash(1)
        if not self.world.plant.same_epoch_after_restore:
            self.epoch += 1

    def crash(self, process: int) -> None:
        """What a process had not committed is gone, and its locks are free."""
        self._runs[process] += 1

    def mend(self) -> None:
        """A person looks at the quarantine, puts things right and applies them under the same id;
        and trusts again those terminals that were lent nothing more.
        """
        books = self.books
        books.vault.stopped.clear()
        for event_id, body in list(books.quarantine.items()):
            if not self.world.plant.mends_in_silence:
                books.audit.append(event_id)
            del books.quarantine[event_id]
            books.groups = {g: e for g, e in books.groups.items() if e != event_id}
            if event_id in books.inbox:
                books.inbox[event_id] = mended(books.inbox[event_id])
            for key in [key for key in books.branches if key[0] == event_id]:
                books.branches[key] = ItemOutcome.APPLIED
            if not self.world.plant.mends_by_deleting:
                books.post(body, books.owners[event_id])
                loans.settle_all(books, books.owners[event_id])
                self.world.fired["quarantine_reapplied"] += 1
        self._take_forks()

    def _take_forks(self) -> None:
        """The person's other list: forked facts that no till has sent again since it went on."""
        books = self.books
        for (place, sha), body in books.forks.items():
            event_id = fact_of(body).head.event_id
            # Of two transactions that take one branch the second waits, and finds it taken.
            if place[0] in self._busy:
                continue
            if event_id not in books.inbox and (event_id, sha) not in books.branches:
                books.branches[event_id, sha] = ItemOutcome.APPLIED
                books.audit.append(event_id)
                books.post(body, place[0])
                loans.settle_all(books, place[0])
                self.world.fired["fork_taken_by_hand"] += 1

    def values(self) -> dict[str, bytes]:
        return {key: bytes(row.d) for key, row in self.books.feed.items() if row.op == "u"}

    def epoch_name(self) -> str:
        return f"e{self.epoch}"

    def now_ms(self) -> int:
        return START_MS + self.world.now_ms

    def _process_for(self, terminal: str) -> int:
        return self.world.between(f"process {terminal}", 0, self._processes - 1)

    @staticmethod
    def _lock_of(terminal: str, command: Command) -> str:
        return command.member if isinstance(command, Ask) else terminal

    def _begin(self, process: int, sender: Sender, command: Command, tell: Tell) -> None:
        world, terminal = self.world, sender.terminal
        lock = self._lock_of(terminal, command)
        if world.strikes("central_crash_before_commit", terminal):
            self.crash(process)
            self._next(lock)
            return
        work = Work(process=process, run=self._runs[process], tell=tell)
        if isinstance(command, Ask) and self._processes > 1:
            # Whoever has the member's lock looks at her lots after all who had it before.
            self._busy.add(lock)
            delay_ms = world.between(f"commit {terminal}", 1, 60)
            world.later(
                delay_ms, "central.commit", lambda: self._carry_out(work, lock, sender, command)
            )
            return
        self._carry_out(work, lock, sender, command)

    def _carry_out(self, work: Work, lock: str, sender: Sender, command: Command) -> None:
        world, terminal = self.world, sender.terminal
        self._busy.discard(lock)
        try:
            reply = self._handle(work, sender, command)
        except Refusal as refusal:
            work.tell(refusal)
            self._next(lock)
            return
        if world.plant.answers_before_commit:
            work.tell(reply)
            delay_ms = world.between(f"late {terminal}", 1, 2_000)
            world.later(delay_ms, "central.late_commit", lambda: self._commit(work, lock, None))
        elif self._processes == 1 or isinstance(command, Ask):
            self._commit(work, lock, reply)
        else:
            self._busy.add(lock)
            delay_ms = world.between(f"commit {terminal}", 1, 60)
            world.later(delay_ms, "central.commit", lambda: self._commit(work, lock, reply))

    def _commit(self, work: Work, lock: str, reply: Reply | Told | None) -> None:
        is_alive = work.run == self._runs[work.process]
        if is_alive:
            for write in work.writes:
                write(self.books)
        self._busy.discard(lock)
        if is_alive and self.world.strikes("central_crash_after_commit", lock):
            self.crash(work.process)
        elif is_alive and reply is not None:
            work.tell(reply)
        self._next(lock)

    def _next(self, lock: str) -> None:
        waiting = self._queues.get(lock)
        if waiting and lock not in self._busy:
            waiting.popleft()()

    def _handle(self, work: Work, sender: Sender, command: Command) -> Reply | Told:
        match command:
            case SendHello(request=request):
                return read_hello(self, request, work.writes)
            case SendPush(request=request):
                return Intake(self.world, self, sender.terminal, sender.incarnation).push(
                    request, work.writes
                )
            case SendDeadLetter():
                return Intake(self.world, self, sender.terminal, sender.incarnation).dead_letter(
                    command, work.writes
                )
            case Ask():
                return self.desk.answer(command, work.writes)

    def _answer(self, tell: Tell, make: Callable[[], Reply]) -> None:
        try:
            reply = make()
        except Refusal as refusal:
            tell(refusal)
            return
        tell(reply)
