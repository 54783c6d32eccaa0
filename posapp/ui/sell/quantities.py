"""A quantity as typed, in thousandths."""

from __future__ import annotations

import re
from typing import Final

from posapp.domain.money import QUANTITY_ONE
from posapp.errors import Refused
from posapp.ui.scan_text import normalise

_QUANTITY: Final = re.compile(r"([0-9]{1,5})(?:\.([0-9]{1,3}))?")

_TIMES: Final = re.compile(r"([0-9]{1,4}(?:\.[0-9]{1,3})?)[*×]")


def times_alone(text: str) -> str:
    """The count in `3*` with nothing behind it; empty for everything else."""
    match = _TIMES.fullmatch(normalise(text))
    return "" if match is None else match[1]


def parse_quantity(text: str) -> int:
    """`3` or `0.125` as thousandths. Raises Refused("cart.quantity_not_valid")."""
    match = _QUANTITY.fullmatch(normalise(text))
    if match is None:
        raise Refused("cart.quantity_not_valid")
    return int(match[1]) * QUANTITY_ONE + int((match[2] or "0").ljust(3, "0"))
