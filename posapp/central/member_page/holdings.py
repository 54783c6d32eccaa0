"""What a member has now: her balances, when points begin and end, her coupons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.ledger import POINTS_DEBT, PTS
from posapp.central.members import load_members
from posapp.central.tables.catalogue import offer as offer_table
from posapp.central.tables.ledger import account, lot
from posapp.domain.member import Member
from posapp.domain.offers import Offer
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from posapp.central.view import View

_MOST_DATES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """Points that begin or end at one moment."""

    at_ms: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coupon:
    """A coupon of hers; `offer` is None for one that the shop offers no more."""

    code: str
    offer: Offer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """`pending` and `expiring` are the next dates, soonest first; `debt` is points she owes."""

    member: Member
    pending: tuple[Dated, ...]
    expiring: tuple[Dated, ...]
    debt: int


def holdings_of(view: View, member_id: str) -> Holdings:
    (who,) = load_members(view, [member_id])
    rows = view.connection.execute(
        select(lot.c.remaining, lot.c.available_from_ms, lot.c.expires_ms).where(
            lot.c.member_id == member_id, lot.c.ledger == PTS, lot.c.remaining > 0
        )
    ).all()
    now = view.now_ms
    begins = [(row.available_from_ms, row.remaining) for row in rows]
    ends = [(row.expires_ms, row.remaining) for row in rows if row.expires_ms is not None]
    return Holdings(
        member=who,
        pending=_dated([each for each in begins if each[0] > now]),
        expiring=_dated([each for each in ends if each[0] > now]),
        debt=_debt(view, member_id),
    )


def coupons_of(view: View, codes: tuple[str, ...]) -> tuple[Coupon, ...]:
    """In the order in which she has them."""
    query = select(offer_table.c.code, offer_table.c.body).where(
        offer_table.c.tenant_id == view.tenant.id, offer_table.c.code.in_(codes)
    )
    known = {row.code: decode(row.body, Offer) for row in view.connection.execute(query)}
    return tuple(Coupon(code=code, offer=known.get(code)) for code in codes)


def _dated(found: list[tuple[int, int]]) -> tuple[Dated, ...]:
    sums: dict[int, int] = {}
    for at_ms, points in found:
        sums[at_ms] = sums.get(at_ms, 0) + points
    soonest = sorted(sums.items())[:_MOST_DATES]
    return tuple(Dated(at_ms=at_ms, points=points) for at_ms, points in soonest)


def _debt(view: View, member_id: str) -> int:
    balance: int | None = view.connection.execute(
        select(account.c.balance).where(
            account.c.member_id == member_id, account.c.kind == POINTS_DEBT
        )
    ).scalar()
    return -(balance or 0)
