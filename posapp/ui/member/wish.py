"""A wish to register somebody whose phone nobody has: the code is texted without another key."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.domain.sale import Sale


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterNow:
    """Payload of Place.REGISTER."""

    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterWith:
    """Payload of Place.REGISTER: somebody joins with the sale that she paid at `at_ms`."""

    sale: Sale
    at_ms: int
