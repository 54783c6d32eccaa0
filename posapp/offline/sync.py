"""The lane that nobody waits for: runs the sync core against the stores and central."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from posapp.clock import Clock
from posapp.errors import PosError
from posapp.offline.central_api import SyncCalls
from posapp.offline.central_reading import NotAnswered
from posapp.offline.sync_core import step
from posapp.offline.sync_hands import StoreHands
from posapp.offline.sync_state import (
    AdoptEpoch,
    AdoptIncarnation,
    Answered,
    Apply,
    ClearFeed,
    Command,
    Conversation,
    Event,
    Failed,
    Failure,
    Now,
    Nudged,
    OutboxChanged,
    Phase,
    ReadOutbox,
    ReadPlace,
    Report,
    SendDeadLetter,
    SendHello,
    SendPull,
    SendPush,
    Settle,
    Tick,
    Till,
    Wait,
)
from posapp.offline.sync_status import SyncStatus, status_of

if TYPE_CHECKING:
    from posapp.offline.central_api import Timed
    from posapp.offline.sync_state import Reply

Send = SendHello | SendPush | SendPull | SendDeadLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncParts:
    """What synchronising works with. `jitter(least, most)` draws a whole number of ms between them.

    `on_status` is called on the sync lane with each new snapshot, `on_incarnation` once a new one
    is durable in till.db, `on_server_key` with what hello says (base64); they must not wait.
    """

    till: Till
    hands: StoreHands
    calls: SyncCalls
    clock: Clock
    jitter: Callable[[int, int], int]
    on_status: Callable[[SyncStatus], None]
    on_offset: Callable[[int, int], None]
    on_incarnation: Callable[[int], None] = lambda _incarnation: None
    on_server_key: Callable[[str], None] = lambda _key: None


class Sync:
    """`run` belongs to lane "sync" and returns after `stop`; the other methods are for any lane.

    Nothing here blocks a sale: facts wait in the journal whatever happens to central or this lane.
    """

    def __init__(self, parts: SyncParts) -> None:
        self._parts = parts
        self._talk = Conversation(till=parts.till)
        self._wake = threading.Condition()
        self._inbox: deque[Event] = deque()
        self._due_ms: int | None = None
        self._is_stopping = False
        self._status = SyncStatus()

    @property
    def status(self) -> SyncStatus:
        """The last snapshot."""
        return self._status

    def outbox_changed(self) -> None:
        """The journal has grown: push soon. Returns at once."""
        self._put(OutboxChanged())

    def nudge(self) -> None:
        """A person asked to try now, whatever pause was meant. Returns at once."""
        self._put(Nudged(self._now()))

    def stop(self) -> None:
        """Make `run` return within moments: a call that waits is cut, no store is touched again."""
        with self._wake:
            self._is_stopping = True
            self._wake.notify_all()
        self._parts.calls.cut()

    def run(self) -> None:
        """Synchronise until `stop`. Errors of network and stores become pauses; bugs are raised."""
        self._work_off(Tick(self._now()))
        while not self._is_stopping:
            event = self._next_event()
            if event is not None:
                self._work_off(event)
        self._parts.calls.close()

    def run_until_idle(self) -> SyncStatus:
        """Synchronise once on the calling thread: until nothing is left to do, or the first pause.

        For start-up, replay and tests; not while `run` is running.
        """
        self._work_off(Nudged(self._now()))
        return self._status

    def _put(self, event: Event) -> None:
        with self._wake:
            if event not in self._inbox:
                self._inbox.append(event)
            self._wake.notify_all()

    def _next_event(self) -> Event | None:
        with self._wake:
            while not self._is_stopping:
                if self._inbox:
                    return self._inbox.popleft()
                left_ms = self._left_ms()
                if left_ms is not None and left_ms <= 0:
                    self._due_ms = None
                    return Tick(self._now())
                self._wake.wait(None if left_ms is None else left_ms / 1000)
        return None

    def _left_ms(self) -> int | None:
        return None if self._due_ms is None else self._due_ms - self._parts.clock.mono_ms()

    def _work_off(self, first: Event) -> None:
        """One event and everything that follows from it; news from other lanes joins in between."""
        events: deque[Event] = deque((first,))
        while events and not self._is_stopping:
            event = events.popleft()
            self._talk, commands = step(self._talk, event)
            events.extend(self._carry_out_all(commands))
            with self._wake:
                events.extend(self._inbox)
                self._inbox.clear()
            if isinstance(event, OutboxChanged) and self._talk.phase is Phase.BACKING_OFF:
                self._report()

    def _carry_out_all(self, commands: tuple[Command, ...]) -> list[Event]:
        """In order; the first that a store cannot do ends the list."""
        follow: list[Event] = []
        for command in commands:
            if self._is_stopping:
                break
            try:
                event = self._carry_out(command)
            except PosError as error:
                return [Failed(now=self._now(), kind=Failure.STORE, key=error.key)]
            if event is not None:
                follow.append(event)
        return follow

    def _carry_out(self, command: Command) -> Event | None:
        match command:
            case SendHello() | SendPush() | SendPull() | SendDeadLetter():
                return self._send(command)
            case Wait(least_ms=least_ms, most_ms=most_ms):
                pause_ms = self._parts.jitter(least_ms, most_ms)
                self._due_ms = self._parts.clock.mono_ms() + pause_ms
            case Report():
                self._report()
            case ReadPlace() | ReadOutbox() | Settle() | AdoptEpoch() | ClearFeed() | Apply():
                return self._parts.hands.carry_out(command, self._now())
            case AdoptIncarnation(incarnation=incarnation):
                self._parts.hands.carry_out(command, self._now())
                self._parts.on_incarnation(incarnation)
            case _:
                assert_never(command)
        return None

    def _send(self, command: Send) -> Answered | Failed:
        request_id = _request_id(command)
        try:
            timed = self._ask(command)
        except NotAnswered as error:
            return Failed(
                now=self._now(),
                kind=error.kind,
                request_id=request_id,
                retry_after_ms=error.retry_after_ms,
                key=error.key,
            )
        return Answered(now=self._now(), sent_mono_ms=timed.sent_mono_ms, reply=timed.reply)

    def _ask(self, command: Send) -> Timed[Reply]:
        calls = self._parts.calls
        match command:
            case SendHello(request=request):
                timed = calls.hello(request)
                if timed.reply.sign_key:
                    self._parts.on_server_key(timed.reply.sign_key)
                return timed
            case SendPush(request=request):
                return calls.push(request)
            case SendPull(request_id=request_id, cursor=cursor, limit=limit):
                return calls.pull(request_id, cursor, limit)
            case SendDeadLetter(request_id=request_id, item=item, incarnation=incarnation):
                return calls.dead_letter(request_id, item, incarnation)
            case _:
                assert_never(command)

    def _report(self) -> None:
        waiting, oldest_ms = self._parts.hands.waiting()
        self._status = status_of(self._talk, self._now(), waiting, oldest_ms)
        self._parts.hands.keep_durable(self._talk.durable_seq)
        if self._status.offset is not None:
            self._parts.on_offset(self._status.offset.ms, self._status.offset.error_ms)
        self._parts.on_status(self._status)

    def _now(self) -> Now:
        return Now(self._parts.clock.wall_ms(), self._parts.clock.mono_ms())


def _request_id(command: Send) -> str:
    match command:
        case SendHello(request=request):
            return request.request_id
        case SendPush(request=request):
            return request.request_id
        case SendPull(request_id=request_id) | SendDeadLetter(request_id=request_id):
            return request_id
        case _:
            assert_never(command)
