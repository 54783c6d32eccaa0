"""The line between tills and central: loses, doubles, delays and reorders; answers that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.offline.sync_state import (
    Answered,
    Failed,
    Failure,
    Reply,
    SendDeadLetter,
    SendHello,
    SendPull,
    SendPush,
)
from tests.simulation.central import Central, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.offline.sync_state import Now
    from tests.simulation.world import World

TIMEOUT_MS = 10_000

Send = SendHello | SendPush | SendPull | SendDeadLetter


class Network:
    """One line for all tills; `is_cut` stands for a partition."""

    def __init__(self, world: World, central: Central):
        self._world = world
        self._central = central
        self.is_cut = False

    def send(
        self, terminal: str, command: Send, now: Callable[[], Now], tell: Callable[..., None]
    ) -> None:
        """Carry a request; `tell` gets what comes back, maybe twice, maybe late, maybe only a time-out."""
        world, sent = self._world, now()
        request_id = id_of(command)

        def failed(kind: Failure, retry_after_ms: int = 0) -> Failed:
            return Failed(
                now=now(), kind=kind, request_id=request_id, retry_after_ms=retry_after_ms
            )

        def back(reply: Reply | Refusal) -> None:
            faults = world.faults
            if isinstance(reply, Refusal):
                kind = Failure.GONE if str(reply) == "gone" else Failure.REFUSED
                self._leg("refused", lambda: tell(failed(kind)))
            elif world.happens(faults.html):
                self._leg("html", lambda: tell(failed(Failure.BAD_REPLY)))
            else:
                answer = lambda: tell(  # noqa: E731
                    Answered(now=now(), sent_mono_ms=sent.mono_ms, reply=reply)
                )
                self._leg("reply", answer)

        def arrived() -> None:
            faults = world.faults
            if world.happens(faults.busy):
                self._leg("busy", lambda: tell(failed(Failure.BUSY, world.between(0, 5_000))))
            elif world.happens(faults.server_error):
                self._leg("500", lambda: tell(failed(Failure.SERVER_ERROR)))
            elif world.happens(faults.central_crash):
                self._crashed(terminal, command)
            else:
                back(self._handle(terminal, command))

        self._leg("request", arrived)
        world.later(TIMEOUT_MS, "timeout", lambda: tell(failed(Failure.NO_ANSWER)))

    def _leg(self, label: str, action: Callable[[], None]) -> None:
        faults = self._world.faults
        for _ in range(2 if self._world.happens(faults.duplicate) else 1):
            if not self.is_cut and not self._world.happens(faults.drop):
                self._world.later(self._world.between(1, faults.slowest_ms), label, action)

    def _handle(self, terminal: str, command: Send) -> Reply | Refusal:
        try:
            match command:
                case SendHello(request=request):
                    return self._central.hello(request)
                case SendPush(request=request):
                    return self._central.push(request)
                case SendPull(request_id=request_id, cursor=cursor, limit=limit):
                    return self._central.pull(request_id, cursor, limit)
                case SendDeadLetter(request_id=request_id, item=item):
                    return self._central.dead_letter(request_id, terminal, item)
        except Refusal as refusal:
            return refusal

    def _crashed(self, terminal: str, command: Send) -> None:
        """Central goes down before its commit, or after it and before the answer."""
        if self._world.happens(500):
            self._handle(terminal, command)
        self._central.crash()


def id_of(command: Send) -> str:
    match command:
        case SendHello(request=request) | SendPush(request=request):
            return request.request_id
        case SendPull(request_id=request_id) | SendDeadLetter(request_id=request_id):
            return request_id
