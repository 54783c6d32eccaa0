"""A model of central behind the calls of the sync lane, without a network; faults on request."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from posapp.offline.central_api import Timed
from posapp.offline.central_reading import NotAnswered
from posapp.offline.sync_state import Failure
from tests.offline.model_central import ModelCentral, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable


class ModelCalls:
    """`fail` lists what the next calls do instead; `before` runs before each call."""

    def __init__(self, terminal: str):
        self.central = ModelCentral()
        self.terminal = terminal
        self.fail: deque[Failure] = deque()
        self.before: Callable[[str], None] = lambda name: None
        self.asked: list[str] = []
        self.is_cut = False

    def hello(self, request):
        return self._ask("hello", lambda: self.central.hello(request))

    def push(self, request):
        return self._ask("push", lambda: self.central.push(request))

    def pull(self, request_id, cursor, limit):
        return self._ask("pull", lambda: self.central.pull(request_id, cursor, limit))

    def dead_letter(self, request_id, item, incarnation=0):
        return self._ask("dead_letter", lambda: self.central.dead_letter(request_id, incarnation))

    def cut(self):
        self.is_cut = True

    def close(self):
        self.cut()

    def _ask(self, name: str, answer):
        self.asked.append(name)
        self.before(name)
        if self.is_cut:
            raise NotAnswered(Failure.UNREACHABLE)
        if self.fail:
            raise NotAnswered(self.fail.popleft(), retry_after_ms=7)
        try:
            return Timed(answer(), 0)
        except Refusal as refusal:
            kind = Failure.GONE if str(refusal) == "gone" else Failure.REFUSED
            raise NotAnswered(kind, key="wire.not_understood") from refusal
