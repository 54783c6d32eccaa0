"""Rights to coupons that are good once, as they are lent: which are free, and where the others are.

A right is in the hands of one terminal or free. Its member is locked by whoever asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, select

from posapp.central.leases import LIVE
from posapp.central.tables.catalogue import offer
from posapp.central.tables.leases import lease
from posapp.central.tables.members import coupon_use, member
from posapp.central.tables.shops import shop, terminal
from posapp.domain.leases import right_to, rights
from posapp.domain.offers import Offer
from posapp.domain.sale import ValueSlice
from posapp.wire.canonical import decode
from posapp.wire.requests import CouponLent, HoldLedger

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from posapp.central.unit import Unit

_OFFERS: Final = select(offer.c.body).where(
    offer.c.tenant_id == bindparam("of_tenant"),
    offer.c.code.in_(bindparam("codes", expanding=True)),
)
_HERS: Final = select(member.c.coupons).where(member.c.id == bindparam("of_member"))
_USED: Final = select(coupon_use.c.code).where(
    coupon_use.c.tenant_id == bindparam("of_tenant"),
    coupon_use.c.member_id == bindparam("of_member"),
)
_LENT: Final = (
    select(
        lease.c.member_id,
        lease.c.terminal_id,
        lease.c.left_slices,
        terminal.c.code,
        shop.c.name,
    )
    .join(terminal, terminal.c.id == lease.c.terminal_id)
    .join(shop, shop.c.id == lease.c.shop_id)
    .where(
        lease.c.tenant_id == bindparam("of_tenant"),
        lease.c.member_id.in_(bindparam("ids", expanding=True)),
        lease.c.state.in_([state.value for state in LIVE]),
        lease.c.ledger == HoldLedger.COUPON.value,
        lease.c.left_amount > 0,
    )
    .order_by(lease.c.member_id, terminal.c.code)
)
_WERE_LENT: Final = select(lease.c.slices).where(
    lease.c.tenant_id == bindparam("of_tenant"),
    lease.c.member_id == bindparam("of_member"),
    lease.c.terminal_id == bindparam("of_terminal"),
    lease.c.ledger == HoldLedger.COUPON.value,
)


def once_among(unit: Unit, codes: Collection[str]) -> list[str]:
    """Those of the codes whose coupon is good once, sorted."""
    if not codes:
        return []
    asked = {"of_tenant": unit.tenant.id, "codes": sorted(codes)}
    offers = (decode(body, Offer) for body in unit.connection.execute(_OFFERS, asked).scalars())
    return sorted({each.code for each in offers if each.coupon and each.once})


def free_rights(unit: Unit, member_id: str) -> list[ValueSlice]:
    """Her coupons that are good once, not used, and lent to nobody."""
    asked = {"of_tenant": unit.tenant.id, "of_member": member_id}
    hers: str = unit.connection.execute(_HERS, {"of_member": member_id}).scalar_one()
    gone = set(unit.connection.execute(_USED, asked).scalars())
    for row in _lent(unit, [member_id]):
        gone.update(_codes(row.left_slices))
    return [right_to(code) for code in once_among(unit, set(hers.split()) - gone)]


def lent_elsewhere(
    unit: Unit, member_ids: Sequence[str], terminal_id: str
) -> tuple[CouponLent, ...]:
    """What other terminals than this one hold of these members."""
    if not member_ids:
        return ()
    return tuple(
        CouponLent(member_id=row.member_id, code=code, terminal_code=row.code, shop_name=row.name)
        for row in _lent(unit, member_ids)
        if row.terminal_id != terminal_id
        for code in _codes(row.left_slices)
    )


def was_lent(unit: Unit, terminal_id: str, member_id: str, code: str) -> bool:
    """Whether this terminal ever held the right."""
    asked = {"of_tenant": unit.tenant.id, "of_member": member_id, "of_terminal": terminal_id}
    found = unit.connection.execute(_WERE_LENT, asked).scalars()
    return any(code in _codes(slices) for slices in found)


def _lent(unit: Unit, member_ids: Sequence[str]) -> Sequence[Any]:
    asked = {"of_tenant": unit.tenant.id, "ids": list(member_ids)}
    return unit.connection.execute(_LENT, asked).all()


def _codes(slices: str) -> tuple[str, ...]:
    return rights(decode(slices, tuple[ValueSlice, ...]))
