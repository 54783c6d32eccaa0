"""The amounts a customer is likely to hand over: a little rounding up, then notes."""

from __future__ import annotations

from itertools import chain, count
from typing import Final

NOTES: Final = (100, 500, 1_000, 2_000, 5_000, 10_000)


def quick_cash(due: int, most: int = 4, notes: tuple[int, ...] = NOTES) -> tuple[int, ...]:
    """`most` rising amounts above `due`, minor units; paying exactly has its own key.

    `notes` are the coins and notes of the currency that people carry. With those of the yuan 90.20
    gives 91, 95, 100, 200; 20.20 gives 21, 25, 50, 100; 35 gives 40, 50, 100, 200.
    """
    known = tuple(sorted(set(notes))) or NOTES
    if due <= 0:
        return ()
    small, large = known[: (len(known) + 1) // 2], known[1:] or known
    found = sorted({_up(due, step) for step in small} - {due})[:2]
    rising = chain(large, (_up(due, step) for step in large[-2:]), count(large[-1], large[-1]))
    for amount in rising:
        if len(found) >= most:
            break
        if amount > max([due, *found]):
            found.append(amount)
    return tuple(found[:most])


def _up(amount: int, step: int) -> int:
    return -(-amount // step) * step
