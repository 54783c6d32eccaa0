"""What a compensation names: a coupon of the shop, a complaint or a sale of hers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from posapp.central.members import all_ids_of
from posapp.central.tables.catalogue import offer
from posapp.central.tables.redress import complaint
from posapp.central.tables.sales import sale
from posapp.domain.complaints import ComplaintState
from posapp.domain.offers import Offer
from posapp.errors import Refused
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work
    from posapp.central.unit import Unit


def offer_of(unit: Unit, code: str) -> Offer:
    """Raises Refused("compensation.coupon_unknown")."""
    query = select(offer.c.body).where(offer.c.tenant_id == unit.tenant.id, offer.c.code == code)
    body = unit.connection.execute(query).scalar()
    found = None if body is None else decode(body.encode(), Offer)
    if found is None or not found.coupon:
        raise Refused("compensation.coupon_unknown")
    return found


def complaint_of(work: Work, complaint_id: str) -> str | None:
    """Raises Refused("compensation.complaint_unknown") for one that is closed or not hers."""
    if not complaint_id:
        return None
    query = select(complaint).where(
        complaint.c.id == complaint_id, complaint.c.tenant_id == work.unit.tenant.id
    )
    row = work.unit.connection.execute(query).first()
    hers = all_ids_of(work.view.connection, work.view.tenant.id, work.member_id)
    if row is None or row.member_id not in hers or row.state == ComplaintState.CLOSED:
        raise Refused("compensation.complaint_unknown")
    return str(row.id)


def sale_of(work: Work, receipt: str) -> str | None:
    """A sale of hers. Raises as `sale_by_receipt`, and Refused("compensation.sale_unknown") for
    one of nobody.
    """
    return sale_by_receipt(work.unit, receipt, work.member_id, or_of_nobody=False)


def sale_by_receipt(
    unit: Unit, receipt: str, member_id: str | None, *, or_of_nobody: bool
) -> str | None:
    """None where no number was given; without a member any sale is right.

    Raises Refused: "compensation.sale_unknown", "compensation.sale_of_another".
    """
    if not receipt.strip():
        return None
    query = select(sale.c.id, sale.c.member_id).where(
        sale.c.tenant_id == unit.tenant.id, sale.c.receipt_number == receipt.strip()
    )
    rows = unit.connection.execute(query).all()
    hers: set[str | None] = {None} if or_of_nobody else set()
    if member_id is None:
        hers.update(row.member_id for row in rows)
    else:
        hers.update(all_ids_of(unit.connection, unit.tenant.id, member_id))
    found = [str(row.id) for row in rows if row.member_id in hers]
    if not found and any(row.member_id is not None for row in rows):
        raise Refused("compensation.sale_of_another")
    if not found:
        raise Refused("compensation.sale_unknown")
    return found[0]
