"""Stored value: lots of principal and bonus, and how a payment leaves them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from posapp.domain.ids import LotId
from posapp.domain.money import allocate
from posapp.domain.sale import ValueSlice
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLot:
    """What is left and not held of one top-up, minor units; `opened_ms` orders the lots."""

    lot_id: LotId
    principal: int
    bonus: int
    opened_ms: int


def plan_spend(lots: Sequence[ValueLot], amount: int) -> tuple[ValueSlice, ...]:
    """Oldest top-up first; within one, principal and bonus in the ratio in which they lie there
    (docs/rules.md B4).

    Raises Refused("stored_value.short", available, wanted).
    """
    have = sum(lot.principal + lot.bonus for lot in lots)
    if not 0 < amount <= have:
        raise Refused("stored_value.short", available=have, wanted=amount)
    slices: list[ValueSlice] = []
    for lot in sorted(lots, key=lambda each: (each.opened_ms, each.lot_id)):
        part = min(amount, lot.principal + lot.bonus)
        if part == 0:
            continue
        principal, bonus = allocate(part, (lot.principal, lot.bonus))
        slices.append(ValueSlice(lot_id=lot.lot_id, principal=principal, bonus=bonus))
        amount -= part
    return tuple(slices)
