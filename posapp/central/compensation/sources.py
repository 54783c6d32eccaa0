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
    """Raises Refused("compensation.sale_unknown") for a receipt that is not hers."""
    if not receipt.strip():
        return None
    query = select(sale.c.id, sale.c.member_id).where(
        sale.c.tenant_id == work.unit.tenant.id, sale.c.receipt_number == receipt.strip()
    )
    hers = all_ids_of(work.view.connection, work.view.tenant.id, work.member_id)
    found = [row.id for row in work.unit.connection.execute(query) if row.member_id in hers]
    if not found:
        raise Refused("compensation.sale_unknown")
    return str(found[0])
