"""What a member's file shows of making up: coupons that may be given, complaints that wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.members import all_ids_of
from posapp.central.tables.catalogue import offer
from posapp.central.tables.redress import complaint
from posapp.domain.offers import Offer
from posapp.wire.canonical import decode
from posapp.wire.redress import ComplaintWaiting, CouponOffered

if TYPE_CHECKING:
    from posapp.central.view import View


def coupons_offered(view: View, has: tuple[str, ...]) -> tuple[CouponOffered, ...]:
    """The shop's coupons that she does not have."""
    query = select(offer.c.body).where(offer.c.tenant_id == view.tenant.id).order_by(offer.c.code)
    offers = (decode(body.encode(), Offer) for body in view.connection.execute(query).scalars())
    return tuple(
        CouponOffered(
            code=each.code, label=each.label, worth=0 if each.basis_points else each.amount
        )
        for each in offers
        if each.coupon and each.code not in has
    )


def complaints_of(view: View, member_id: str) -> tuple[ComplaintWaiting, ...]:
    """Those that are not closed, newest first."""
    query = (
        select(complaint)
        .where(
            complaint.c.member_id.in_(all_ids_of(view.connection, view.tenant.id, member_id)),
            complaint.c.closed_ms.is_(None),
        )
        .order_by(complaint.c.opened_ms.desc())
    )
    return tuple(
        ComplaintWaiting(
            id=row.id,
            about=row.about,
            state=row.state,
            opened_ms=row.opened_ms,
            due_ms=row.due_ms,
        )
        for row in view.connection.execute(query)
    )
