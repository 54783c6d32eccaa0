"""What a till asks before it keeps a registration: is the card free, does the guardian exist."""

from __future__ import annotations

import msgspec


class RegistrationChecked(msgspec.Struct, frozen=True, kw_only=True):
    """A card that she brings and the number of her guardian; empty for what is not there."""

    card: str = ""
    guardian_number: str = ""

    def __repr__(self) -> str:
        return "RegistrationChecked()"


class RegistrationFits(msgspec.Struct, frozen=True, kw_only=True):
    """Both fit; what does not is refused instead."""

    request_id: str
