"""A face reader without a camera: whoever is held before it, and who agreed."""

from __future__ import annotations

from posapp.devices.ports import (
    Absent,
    DeviceState,
    FaceAnswer,
    FaceKnown,
    FaceUnknown,
    Ready,
    TimedOut,
)
from posapp.errors import Unavailable


class SimulatedFaceReader:
    """`before` are the member numbers of those who stand there; `agreed` of those it may know."""

    def __init__(self) -> None:
        self.unplugged = False
        self.agreed: set[str] = set()
        self.before: tuple[str, ...] = ()

    def state(self) -> DeviceState:
        return Absent("face.unreachable") if self.unplugged else Ready()

    def recognise(self, timeout_s: float) -> FaceAnswer:
        self._reach()
        if not self.before or timeout_s <= 0:
            return TimedOut()
        known = [each for each in self.before if each in self.agreed]
        if len(self.before) != 1 or not known:
            return FaceUnknown()
        return FaceKnown(known[0])

    def forget(self, member_number: str) -> None:
        self._reach()
        self.agreed.discard(member_number)

    def close(self) -> None:
        self.before = ()

    def _reach(self) -> None:
        if self.unplugged:
            raise Unavailable("face.unreachable")
