"""Buying on account (挂账): a company or agency that pays later, within a limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from posapp.errors import Refused

LONGEST_SIGNER: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditAccount:
    """A row of the feed. `owed` is what central had booked then; `offline_most` is what one till
    may put on it while nobody answers, 0 for nothing. Amounts in minor units.
    """

    id: str
    code: str
    name: str
    limit: int
    owed: int = 0
    offline_most: int = 0
    active: bool = True

    @property
    def room(self) -> int:
        """What may still be put on it, as far as central knew."""
        return max(0, self.limit - self.owed)


def room_offline(account: CreditAccount, waiting: int) -> int:
    """What this till may still put on an account with nobody to ask, after `waiting` that central
    has not heard of.
    """
    return max(0, min(account.offline_most, account.room) - waiting)


def check_room(account: CreditAccount, amount: int, room: int) -> None:
    """Raises Refused("account.stopped", "account.over_limit")."""
    if not account.active:
        raise Refused("account.stopped", name=account.name)
    if amount > room:
        raise Refused("account.over_limit", name=account.name, room_amount=room)


def check_signer(text: str) -> str:
    """The name as it was written. Raises Refused("account.needs_signer")."""
    name = " ".join(text.split())
    if not name or len(name) > LONGEST_SIGNER or not name.isprintable():
        raise Refused("account.needs_signer", most=LONGEST_SIGNER)
    return name
