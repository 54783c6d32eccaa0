"""The amounts a customer is likely to hand over: a little rounding up, then notes."""

from __future__ import annotations

from itertools import chain, count
from typing import Final

_ROUNDING: Final = (100, 500, 1_000)
_NOTES: Final = (500, 1_000, 2_000, 5_000, 10_000)


def quick_cash(due: int, most: int = 4) -> tuple[int, ...]:
    """`most` rising amounts above `due`, minor units; paying exactly has its own key.

    90.20 gives 91, 95, 100, 200; 20.20 gives 21, 25, 50, 100; 35 gives 40, 50, 100, 200.
    """
    if due <= 0:
        return ()
    found = sorted({_up(due, step) for step in _ROUNDING} - {due})[:2]
    rising = chain(_NOTES, (_up(due, step) for step in _NOTES[-2:]), count(_NOTES[-1], _NOTES[-1]))
    for amount in rising:
        if len(found) >= most:
            break
        if amount > max([due, *found]):
            found.append(amount)
    return tuple(found[:most])


def _up(amount: int, step: int) -> int:
    return -(-amount // step) * step
