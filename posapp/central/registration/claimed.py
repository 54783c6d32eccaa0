"""A sale whose points went to somebody who joined with it: what a return takes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.tables.registration import sale_claim
from posapp.domain.refund import quote
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from posapp.domain.sale import Sale


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """Points, and the minor units that earned them."""

    member_id: str
    points: int
    base: int


def claim_of(connection: Connection, sale_id: str) -> Claimed | None:
    query = select(sale_claim).where(sale_claim.c.sale_id == sale_id)
    row = connection.execute(query).first()
    if row is None:
        return None
    return Claimed(member_id=row.member_id, points=row.points, base=row.base)


def claw_of(
    claim: Claimed, sale: Sale, before: Mapping[int, int], wanted: Mapping[int, int]
) -> int:
    """As if she had been named when it was sold; nothing for a return that does not fit."""
    earned = replace(sale, points_earned=claim.points, earn_base=claim.base)
    try:
        return quote(earned, before, wanted).claw
    except Refused:
        return 0
