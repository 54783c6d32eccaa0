"""A wish to register somebody whose phone nobody has: the code is texted without another key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterNow:
    """Payload of Place.REGISTER."""

    phone: str
