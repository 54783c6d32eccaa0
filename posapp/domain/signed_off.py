"""An act of an order that a second person allowed: both names, as the receipt prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from posapp.domain.allowances import Act
    from posapp.domain.permissions import Approval


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOff:
    """`act` is the row of the table of limits; the names are those of the moment, because a paper
    is read long after a number means nothing.
    """

    act: str
    asked_by: str
    approved_by: str
    approval_id: str


def signed_off(act: Act, approval: Approval, asked_by: str) -> SignedOff:
    """What an approval leaves on the order that it was used for."""
    return SignedOff(
        act=act.value,
        asked_by=asked_by,
        approved_by=approval.approved_by_name,
        approval_id=approval.id,
    )


def each_once(found: Iterable[SignedOff | None]) -> tuple[SignedOff, ...]:
    """Those that there are, in their order; an approval that served twice stands once."""
    return tuple({each.approval_id: each for each in found if each is not None}.values())
