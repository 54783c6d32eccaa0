"""How far a badge alone is a superior's yes: nowhere, unless the shop names the act and a limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.allowances import DECLARED, Act, read_row
from posapp.domain.permissions import Role
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping


def read_badge_limits(text: str) -> Mapping[Act, int | None]:
    """`discount 1000; refund 5000; open_drawer all`: an act of the table and a limit in what its
    row counts; None is no limit. An act that is not named needs a PIN.

    Raises Refused("allowance.no_such_act", name) and Refused("allowance.not_valid", name, part).
    """
    limits: dict[Act, int | None] = {}
    for part in filter(None, (each.strip() for each in text.split(";"))):
        name, _, limit = part.partition(" ")
        if name not in list(Act):
            raise Refused("allowance.no_such_act", name=name)
        row = read_row(DECLARED[Act(name)], f"{Role.MANAGER.value} {limit.strip()}")
        limits[row.act] = row.limits[Role.MANAGER]
    return limits


def badge_suffices(limits: Mapping[Act, int | None], act: Act, size: int) -> bool:
    """Whether a badge alone approves so much; a limit of nought is none at all, but for what is
    only asked whether.
    """
    if act not in limits:
        return False
    limit = limits[act]
    return limit is None or 0 < size <= limit
