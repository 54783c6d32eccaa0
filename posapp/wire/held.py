"""Held sales (挂单) between tills and central: put aside at one till, taken back at one."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

RECALLED_HERE: Final = "hold.recalled_here"
"""The audit of a till that took its own order back without central: `subject` is the order."""


class Whereabouts(StrEnum):
    """`waiting`: any till of the shop may take it. `taken`: one till has it, and `till` names it.

    `sold`: a sale of that order is in the books. `unknown`: central has not heard of it.
    """

    WAITING = "waiting"
    TAKEN = "taken"
    SOLD = "sold"
    UNKNOWN = "unknown"


class HeldOrder(msgspec.Struct, frozen=True, kw_only=True):
    """An order that waits. `body` is the till's own text of it, which central does not look into;
    `label` never carries a full name or phone. Amount in minor units.
    """

    id: str
    sale_id: str
    label: str
    amount: int
    staff_name: str
    at_ms: int
    body: str


class HeldRow(msgspec.Struct, frozen=True, kw_only=True):
    """A waiting order as a list shows it; `till` is the label of the terminal that held it."""

    id: str
    sale_id: str
    label: str
    amount: int
    staff_name: str
    at_ms: int
    terminal_id: str
    till: str


class HeldStanding(msgspec.Struct, frozen=True, kw_only=True):
    """Where an order is; `terminal_id` and `till` are whose it is when it is taken or sold."""

    id: str
    where: Whereabouts
    terminal_id: str = ""
    till: str = ""


class HeldKept(msgspec.Struct, frozen=True, kw_only=True):
    """Central has the order; where it stands now, should it have been put before."""

    request_id: str
    standing: HeldStanding


class HeldClaim(msgspec.Struct, frozen=True, kw_only=True):
    """Take an order back. `has_own`: this till has the order itself, and takes it although central
    may not have heard of it; a copy that arrives later then finds it taken.
    """

    id: str
    has_own: bool = False


class HeldClaimed(msgspec.Struct, frozen=True, kw_only=True):
    """With `is_yours` the order is this till's, however often it asks; `order` as it was put."""

    request_id: str
    is_yours: bool
    standing: HeldStanding
    order: HeldOrder | None = None


class HeldAsked(msgspec.Struct, frozen=True, kw_only=True):
    """What waits in this shop, and how the asker's own orders stand."""

    mine: tuple[str, ...] = ()


class HeldListed(msgspec.Struct, frozen=True, kw_only=True):
    """`rows` wait, oldest first; `mine` answers for each that was asked for."""

    request_id: str
    rows: tuple[HeldRow, ...]
    mine: tuple[HeldStanding, ...] = ()
