"""She joins with the sale that she has just paid: its points are hers, once, within the rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import insert

from posapp.central.apply_refund import returned_of, stored_sale
from posapp.central.apply_sale import earn
from posapp.central.apply_tender import SaleWork
from posapp.central.registration.claimed import claim_of
from posapp.central.tables.registration import sale_claim
from posapp.central.tagging.heard import Heard
from posapp.domain.claims import points_of, why_not

if TYPE_CHECKING:
    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit
    from posapp.domain.sale import Sale


def claim_sale(unit: Unit, arrival: Arrival, member_id: str, sale_id: str) -> None:
    """What cannot be given is a case with its reason; the registration stays."""
    if not sale_id:
        return
    unit.flush()
    stored = stored_sale(unit.connection, unit.tenant.id, sale_id)
    if stored is None:
        arrival.open_case(unit, "member.sale_refused", reason="claim.sale_unknown")
        return
    sale, row = stored
    points, base = points_of(unit.rules(sale.earn_rule), sale)
    reason = why_not(sale, age_ms=arrival.head.at_ms - row.at_ms, points=points)
    if not reason and claim_of(unit.connection, sale_id) is not None:
        reason = "claim.has_member"
    if not reason and returned_of(unit.connection, sale_id):
        reason = "claim.returned"
    if reason:
        arrival.open_case(unit, "member.sale_refused", reason=reason)
        return
    _give(unit, arrival, member_id, replace(sale, points_earned=points, earn_base=base))


def _give(unit: Unit, arrival: Arrival, member_id: str, sale: Sale) -> None:
    """One posting of the registration's own id; the points wait as those of any sale."""
    unit.connection.execute(
        insert(sale_claim).values(
            sale_id=sale.id,
            tenant_id=unit.tenant.id,
            member_id=member_id,
            points=sale.points_earned,
            base=sale.earn_base,
            event_id=arrival.head.event_id,
            at_ms=arrival.head.at_ms,
        )
    )
    unit.know_members({member_id})
    posting = arrival.posting("claim", sale.id, member_id=member_id)
    earn(SaleWork(unit=unit, arrival=arrival, posting=posting, sale=sale), member_id)
    unit.books.post(posting)
    unit.heard.append(Heard(member_id=member_id, sale=sale, at_ms=arrival.head.at_ms))
    unit.change("member", member_id)
