"""The other things on a counter without a cable: scanner, customer display and the member's pad."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from posapp.devices.ports import (
    Absent,
    Cancelled,
    DeviceState,
    DisplayView,
    Entered,
    PinAnswer,
    Ready,
    Secret,
    TimedOut,
)
from posapp.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable


class SimulatedScanner:
    """Reads what `scan` is given; unplugged it reads nothing."""

    def __init__(self) -> None:
        self.unplugged = False
        self._on_code: Callable[[str], None] | None = None

    def state(self) -> DeviceState:
        return Absent("scanner.unreachable") if self.unplugged else Ready()

    def listen(self, on_code: Callable[[str], None]) -> None:
        self._on_code = on_code

    def scan(self, code: str) -> bool:
        """Hold a code before it; True when somebody listened."""
        if self.unplugged or self._on_code is None:
            return False
        self._on_code(code)
        return True

    def close(self) -> None:
        self._on_code = None


class SimulatedDisplay:
    """Keeps what the customer sees now and every view before it."""

    def __init__(self) -> None:
        self.unplugged = False
        self.views: list[DisplayView] = []
        self._listeners: list[Callable[[DisplayView], None]] = []

    def state(self) -> DeviceState:
        return Absent("display.unreachable") if self.unplugged else Ready()

    def show(self, view: DisplayView) -> None:
        if self.unplugged:
            raise Unavailable("display.unreachable")
        self.views.append(view)
        for listener in tuple(self._listeners):
            listener(view)

    def watch(self, listener: Callable[[DisplayView], None]) -> None:
        """Call with every new view, on the display's lane."""
        self._listeners.append(listener)

    def close(self) -> None:
        self._listeners.clear()


class SimulatedPinPad:
    """Waits for `enter` or `refuse` from the customer's side; safe from any thread."""

    def __init__(self) -> None:
        self.unplugged = False
        self._changed = threading.Condition()
        self._prompt_key = ""
        self._answer: PinAnswer | None = None
        self._closed = False

    @property
    def prompt_key(self) -> str:
        """What it asks for now, or an empty text."""
        return self._prompt_key

    def state(self) -> DeviceState:
        return Absent("pinpad.unreachable") if self.unplugged else Ready()

    def ask(self, prompt_key: str, most_digits: int, timeout_s: float) -> PinAnswer:
        if self.unplugged:
            raise Unavailable("pinpad.unreachable")
        with self._changed:
            self._prompt_key, self._answer = prompt_key, None
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._answer is not None or self._closed, timeout_s)
            answer = self._taken_answer()
        if isinstance(answer, Entered):
            return Entered(Secret(answer.secret.reveal()[:most_digits]))
        return answer

    def _taken_answer(self) -> PinAnswer:
        answer, self._answer, self._prompt_key = self._answer, None, ""
        if answer is None:
            return Cancelled() if self._closed else TimedOut()
        return answer

    def wait_until_asked(self, timeout_s: float) -> bool:
        """For scripts and tests: True once it asks for something."""
        with self._changed:
            return self._changed.wait_for(lambda: bool(self._prompt_key), timeout_s)

    def enter(self, digits: str) -> None:
        """The customer types and confirms; without a question nothing happens."""
        self._put(Entered(Secret(digits)))

    def refuse(self) -> None:
        """The customer presses cancel."""
        self._put(Cancelled())

    def cancel(self) -> None:
        self._put(Cancelled())

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _put(self, answer: PinAnswer) -> None:
        with self._changed:
            if self._prompt_key:
                self._answer = answer
                self._changed.notify_all()
