"""The dynamic member code: RFC 6238, 60 s step, 8 digits, under a key that changes every day."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo
from typing import Final

STEP_MS: Final = 60_000
DIGITS: Final = 8
SEED_BYTES: Final = 32

_INFO: Final = b"posapp member code 1 "

DayKeys = Callable[[date], bytes | None]
"""The key of a day, or None where this verifier was given none for it."""


def day_key(seed: bytes, day: date) -> bytes:
    """HKDF-SHA256 of the member's seed for one day: all that a verifier of that day needs."""
    extracted = hmac.digest(bytes(32), seed, "sha256")
    return hmac.digest(extracted, _INFO + day.isoformat().encode() + b"\x01", "sha256")


def step_at(wall_ms: int) -> int:
    return wall_ms // STEP_MS


def step_day(step: int, zone: tzinfo) -> date:
    """The local date on which a step begins; it says which day's key makes the code."""
    return datetime.fromtimestamp(step * STEP_MS // 1000, UTC).astimezone(zone).date()


def digits_of(key: bytes, step: int) -> str:
    """The 8 digits of one step (RFC 4226 truncation over HMAC-SHA256)."""
    mac = hmac.digest(key, step.to_bytes(8, "big"), hashlib.sha256)
    offset = mac[-1] & 0x0F
    number = int.from_bytes(mac[offset : offset + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def digits_at(seed: bytes, wall_ms: int, zone: tzinfo) -> str:
    """What the member's own device shows at this moment."""
    step = step_at(wall_ms)
    return digits_of(day_key(seed, step_day(step, zone)), step)


def verify(keys: DayKeys, digits: str, wall_ms: int, zone: tzinfo, last_step: int) -> int | None:
    """The step of the digits: the current or the one before, later than `last_step`; else None.

    The caller stores the step durably before it approves anything, so that no code counts twice.
    """
    now = step_at(wall_ms)
    found: int | None = None
    for step in (now, now - 1):
        key = keys(step_day(step, zone))
        if key is None:
            continue
        matches = hmac.compare_digest(digits_of(key, step).encode(), digits.encode())
        if matches and step > last_step:
            found = step
    return found
