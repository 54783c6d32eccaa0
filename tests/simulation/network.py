"""The line between tills and central: loses, doubles, delays and reorders; answers that are none."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from posapp.errors import OutcomeUnknown, PosError, Unavailable
from posapp.offline.sync_state import (
    Answered,
    Failed,
    Failure,
    Now,
    Reply,
    SendDeadLetter,
    SendHello,
    SendPull,
    SendPush,
)
from posapp.wire.sync import ItemOutcome, ItemResult, PushReply, PushRequest
from tests.simulation.central import Command
from tests.simulation.desk import Ask, Told
from tests.simulation.refusal import Refusal

if TYPE_CHECKING:
    from posapp.wire.leases import LeaseReply, LeasesReply
    from tests.simulation.central import Central
    from tests.simulation.lender import Request
    from tests.simulation.world import World

TIMEOUT_MS = 10_000
HURRIED_MS = 1_500
_NO_ANSWERS = ("reply_lost", "html_with_200", "reply_for_another_till")


class Sender(NamedTuple):
    """A machine, the terminal that it says it is, and the incarnation that it signs with."""

    line: str
    terminal: str
    incarnation: int


Tell = Callable[["Answered | Failed | Told | None"], None]


@dataclass(slots=True)
class _Call:
    """A request under way. Once something has come back the till waits no longer, but a doubled
    or late answer still reaches it.
    """

    sender: Sender
    command: Command
    now: Callable[[], Now]
    tell: Tell
    number: int
    sent_mono_ms: int
    waits: bool = True

    def answered(self, reply: Reply) -> Answered:
        return Answered(now=self.now(), sent_mono_ms=self.sent_mono_ms, reply=reply)

    def end(self, outcome: Answered | Failed | Told) -> None:
        self.waits = False
        self.tell(outcome)

    def fail(self, kind: Failure, retry_after_ms: int = 0) -> None:
        request_id = id_of(self.command)
        self.end(
            Failed(now=self.now(), kind=kind, request_id=request_id, retry_after_ms=retry_after_ms)
        )

    def time_out(self) -> None:
        if self.waits:
            self.fail(Failure.NO_ANSWER)

    def hurry(self) -> None:
        if self.waits:
            self.tell(None)


class Network:
    """A line for each till; one that is cut loses both legs, a half cut one only the answers."""

    def __init__(self, world: World, central: Central):
        self._world = world
        self._central = central
        self.lends = central.lender.is_on
        self._cut: dict[str, int] = {}
        self._half_cut: dict[str, int] = {}
        self._sent: dict[str, int] = {}
        self._arrived: dict[str, int] = {}

    def cut(self, line: str, for_ms: int) -> None:
        self._cut[line] = self._world.now_ms + for_ms

    def cut_answers(self, line: str, for_ms: int) -> None:
        self._half_cut[line] = self._world.now_ms + for_ms

    def heal(self) -> None:
        self._cut, self._half_cut = {}, {}

    def send(self, sender: Sender, command: Command, now: Callable[[], Now], tell: Tell) -> None:
        """Carry a request; `tell` gets what comes back, maybe twice, maybe late, maybe a time-out."""
        line = sender.line
        self._sent[line] = number = self._sent.get(line, 0) + 1
        call = _Call(sender, command, now, tell, number, now().mono_ms)
        is_cut = self._is_in(self._cut, line)
        self._leg(line, "request", lambda: self._arrive(call), is_cut=is_cut)
        if isinstance(command, Ask):
            self._world.later(HURRIED_MS, "no hold", call.hurry)
        else:
            self._world.later(TIMEOUT_MS, "timeout", call.time_out)

    def ask_now(self, sender: Sender, request: Request) -> LeaseReply | LeasesReply:
        """A request that its till waits for, carried there and back at once.

        Raises Unavailable when it was never sent, Refused, and OutcomeUnknown: then it may have
        arrived, may arrive later, or both.
        """
        world, line = self._world, sender.line
        if self._is_in(self._cut, line):
            raise Unavailable("central.unreachable")
        if world.strikes("busy_429", line):
            raise Unavailable("central.busy")
        if world.strikes("request_doubled", line):
            self._later(sender, request)
        if world.strikes("request_lost", line) or world.strikes("error_500", line):
            raise OutcomeUnknown("central.no_answer")
        if world.strikes("leg_delayed", f"{line} request"):
            self._later(sender, request)
            raise OutcomeUnknown("central.no_answer")
        reply = self._central.lend(sender, request)
        is_cut = self._is_in(self._half_cut, line)
        if is_cut or any(world.strikes(fault, line) for fault in _NO_ANSWERS):
            raise OutcomeUnknown("central.no_answer")
        return reply

    def _later(self, sender: Sender, request: Request) -> None:
        def arrive() -> None:
            with contextlib.suppress(PosError):
                self._central.lend(sender, request)

        line = sender.line
        self._world.later(self._world.between(f"delay {line} lease", 20, 9_000), "late", arrive)

    def _arrive(self, call: _Call) -> None:
        world, line = self._world, call.sender.line
        newest = self._arrived.get(line, 0)
        if call.number < newest:
            world.fired["reordered"] += 1
        else:
            self._arrived[line] = call.number
        if world.strikes("busy_429", line):
            later_ms = world.between(f"busy {line}", 0, 5_000)
            self._back(line, lambda: call.fail(Failure.BUSY, later_ms))
        elif world.strikes("error_500", line):
            self._back(line, lambda: call.fail(Failure.SERVER_ERROR))
        elif isinstance(call.command, SendPush) and world.strikes("reply_forged", line):
            self._forge(call, call.command.request)
        else:
            self._central.receive(call.sender, call.command, lambda reply: self._reply(call, reply))

    def _forge(self, call: _Call, request: PushRequest) -> None:
        """Somebody on the line answers in central's place; what is not signed by it is no answer."""
        items = tuple(
            ItemResult(seq=item.seq, event_id=item.event_id, outcome=ItemOutcome.APPLIED)
            for item in request.items
        )
        forged = PushReply(
            request_id=request.request_id,
            epoch=request.epoch,
            incarnation=request.incarnation,
            server_time_ms=self._central.now_ms(),
            durable_seq=0,
            items=items,
        )
        if self._world.plant.believes_unsigned:
            self._back(call.sender.line, lambda: call.end(call.answered(forged)))
        else:
            self._back(call.sender.line, lambda: call.fail(Failure.BAD_REPLY))

    def _reply(self, call: _Call, reply: Reply | Refusal | Told) -> None:
        line = call.sender.line
        if isinstance(reply, Told):
            self._back(line, lambda: call.end(reply))
        elif isinstance(reply, Refusal):
            kind = Failure.GONE if str(reply) == "gone" else Failure.REFUSED
            self._back(line, lambda: call.fail(kind))
        elif self._world.strikes("html_with_200", line):
            self._back(line, lambda: call.fail(Failure.BAD_REPLY))
        elif self._world.strikes("reply_for_another_till", line):
            other = replace(reply, request_id=f"other-{reply.request_id}")
            self._back(line, lambda: call.tell(call.answered(other)))
        else:
            self._back(line, lambda: call.end(call.answered(reply)))

    def _back(self, line: str, action: Callable[[], None]) -> None:
        is_cut = self._is_in(self._cut, line) or self._is_in(self._half_cut, line)
        self._leg(line, "reply", action, is_cut=is_cut)

    def _leg(self, line: str, leg: str, action: Callable[[], None], *, is_cut: bool) -> None:
        world = self._world
        where = f"{line} {leg}"
        for copy in range(2 if world.strikes(f"{leg}_doubled", line) else 1):
            if is_cut or world.strikes(f"{leg}_lost", line):
                continue
            delay_ms = world.between(f"delay {where}", 1, 20)
            if world.strikes("leg_delayed", where):
                delay_ms += world.between(f"delay {where}", 100, 3_000)
            if leg == "reply" and world.strikes("reply_too_late", where):
                delay_ms += TIMEOUT_MS
            world.later(delay_ms, f"{where} {copy}", action)

    def _is_in(self, cut: dict[str, int], line: str) -> bool:
        return cut.get(line, 0) > self._world.now_ms


def id_of(command: Command) -> str:
    match command:
        case SendHello(request=request) | SendPush(request=request):
            return request.request_id
        case SendPull(request_id=request_id) | SendDeadLetter(request_id=request_id):
            return request_id
        case Ask(request_id=request_id):
            return request_id
