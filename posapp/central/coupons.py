"""Coupons of a member that are good once: gone with the first sale that central takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select, update

from posapp.central.coupon_rights import once_among, was_lent
from posapp.central.lease_ends import settle
from posapp.central.lease_spends import distrust
from posapp.central.leases import change_lease, leases_of
from posapp.central.portable import insert_new
from posapp.central.tables.members import coupon_use, member
from posapp.domain.leases import less, right_to, rights
from posapp.domain.offers import codes_laid
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from posapp.central.apply_tender import SaleWork

_USED: Final = select(coupon_use.c.sale_id).where(
    coupon_use.c.tenant_id == bindparam("of_tenant"),
    coupon_use.c.member_id == bindparam("of_member"),
    coupon_use.c.code == bindparam("of_code"),
)
_HERS: Final = select(member.c.coupons).where(member.c.id == bindparam("of_member"))


def use_coupons(work: SaleWork, member_id: str, *, offline: bool) -> None:
    """Take the coupons of a sale off its member, and their rights off this till's lease; one that
    is used already is a case. Both sales stand: their papers are handed out.
    """
    for code in once_among(work.unit, codes_laid(work.sale.lines)):
        was_held = _take_right(work, member_id, code)
        is_first = _use(work, member_id, code)
        if offline and not (is_first or was_held):
            _suspect(work, member_id, code)


def _take_right(work: SaleWork, member_id: str, code: str) -> bool:
    """Whether this till held the right; it is spent then."""
    unit = work.unit
    for lease in leases_of(unit, work.arrival.head.terminal_id):
        is_hers = (lease.ledger, lease.member_id) == (HoldLedger.COUPON, member_id)
        if is_hers and code in rights(lease.left):
            left = less(lease.left, [right_to(code)])
            settle(unit, change_lease(unit, lease, lease.state, left=left), work.posting)
            return True
    return False


def _suspect(work: SaleWork, member_id: str, code: str) -> None:
    """An honest till spends a right once with its sale: two copies of this one are at work."""
    unit, arrival = work.unit, work.arrival
    if was_lent(unit, arrival.head.terminal_id, member_id, code):
        distrust(unit, arrival, "lease.overspent")


def _use(work: SaleWork, member_id: str, code: str) -> bool:
    """False, and a case, when another sale has used it."""
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
        return True
    asked = {"of_tenant": unit.tenant.id, "of_member": member_id, "of_code": code}
    first = unit.connection.execute(_USED, asked).scalar_one()
    if first == work.sale.id:
        return True
    work.arrival.open_case(
        unit, "coupon.used_twice", coupon=code, sale=work.sale.id, first_sale=first
    )
    return False


def _take_off(work: SaleWork, member_id: str, code: str) -> None:
    connection = work.unit.connection
    has: str = connection.execute(_HERS, {"of_member": member_id}).scalar_one()
    left = " ".join(each for each in has.split() if each != code)
    connection.execute(update(member).where(member.c.id == member_id).values(coupons=left))
