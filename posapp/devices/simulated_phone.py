"""The member's phone: the messages she received and her code of the minute."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.domain.own_codes import member_code
from posapp.wire.member_code import STEP_MS, digits_at

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

    from posapp.clock import Clock

_DIGITS: Final = re.compile(r"验证码 ([0-9]{4,8})")


@dataclass(frozen=True, slots=True)
class Message:
    """One short message as it would stand on the phone."""

    phone: str
    text: str
    code: str


class Phone:
    """Belongs to one member of the sample park. The spool is the file that central's gateway
    writes.
    """

    def __init__(
        self, *, number: str, phone: str, seed: bytes, zone: tzinfo, clock: Clock, spool: Path
    ) -> None:
        self.number = number
        self.phone = phone
        self._seed = seed
        self._zone = zone
        self._clock = clock
        self._spool = spool

    def code(self) -> str:
        """What her phone shows now, as the scanner would read it."""
        return member_code(self.number, digits_at(self._seed, self._clock.wall_ms(), self._zone))

    def seconds_left(self) -> int:
        """Until the next code."""
        return (STEP_MS - self._clock.wall_ms() % STEP_MS) // 1000

    def messages(self) -> tuple[Message, ...]:
        """Everything that was sent to any phone of the park, oldest first."""
        if not self._spool.exists():
            return ()
        lines = self._spool.read_text("utf-8").splitlines()
        rows = (json.loads(line) for line in lines if line.strip())
        return tuple(
            Message(phone=row["phone"], text=row["text"], code=_code_in(row["text"]))
            for row in rows
        )


def _code_in(text: str) -> str:
    found = _DIGITS.search(text)
    return "" if found is None else found[1]
