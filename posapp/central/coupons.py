"""Coupons of a member that are good once: gone with the first sale that central takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, update

from posapp.central.portable import insert_new
from posapp.central.tables.catalogue import offer
from posapp.central.tables.members import coupon_use, member
from posapp.domain.offers import Offer
from posapp.domain.pricing import Stage
from posapp.wire.canonical import decode

if TYPE_CHECKING:
    from posapp.central.apply_tender import SaleWork

_OFFERS: Final = select(offer.c.body).where(
    offer.c.tenant_id == bindparam("of_tenant"),
    offer.c.code.in_(bindparam("codes", expanding=True)),
)
_USED: Final = select(coupon_use.c.sale_id).where(
    coupon_use.c.tenant_id == bindparam("of_tenant"),
    coupon_use.c.member_id == bindparam("of_member"),
    coupon_use.c.code == bindparam("of_code"),
)
_HERS: Final = select(member.c.coupons).where(member.c.id == bindparam("of_member"))


def use_coupons(work: SaleWork, member_id: str) -> None:
    """Take the coupons of a sale off its member; one that is used already is a case.

    Both sales stand: their papers are handed out.
    """
    for code in _once(work):
        _use(work, member_id, code)


def _once(work: SaleWork) -> list[str]:
    """The codes on this sale that are good once; nothing is read for a sale without coupons."""
    codes = {
        reduction.rule.partition("@")[0]
        for line in work.sale.lines
        for reduction in line.reductions
        if reduction.stage is Stage.COUPON
    }
    if not codes:
        return []
    asked = {"of_tenant": work.unit.tenant.id, "codes": sorted(codes)}
    bodies = work.unit.connection.execute(_OFFERS, asked).scalars()
    offers = (decode(body, Offer) for body in bodies)
    return sorted({each.code for each in offers if each.coupon and each.once})


def _use(work: SaleWork, member_id: str, code: str) -> None:
    unit, head = work.unit, work.arrival.head
    row = {
        "tenant_id": unit.tenant.id,
        "member_id": member_id,
        "code": code,
        "sale_id": work.sale.id,
        "event_id": head.event_id,
        "at_ms": head.at_ms,
    }
    if insert_new(unit.connection, coupon_use, row):
        _take_off(work, member_id, code)
        return
    asked = {"of_tenant": unit.tenant.id, "of_member": member_id, "of_code": code}
    first = unit.connection.execute(_USED, asked).scalar_one()
    if first != work.sale.id:
        work.arrival.open_case(
            unit, "coupon.used_twice", coupon=code, sale=work.sale.id, first_sale=first
        )


def _take_off(work: SaleWork, member_id: str, code: str) -> None:
    connection = work.unit.connection
    has: str = connection.execute(_HERS, {"of_member": member_id}).scalar_one()
    left = " ".join(each for each in has.split() if each != code)
    connection.execute(update(member).where(member.c.id == member_id).values(coupons=left))
