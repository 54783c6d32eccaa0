"""What a till hears when what it asks for is lent elsewhere, and a recall to those tills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import structs

from posapp.central.coupon_rights import lent_elsewhere
from posapp.central.lease_ends import recall
from posapp.central.leases import reserved_for
from posapp.wire.requests import HoldLedger, HoldState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.domain.member import Member
    from posapp.wire.requests import CouponLent, HoldBegin, HoldReply

SHORT: Final = frozenset({"stored_value.short", "points.short"})


def say_where_it_is(unit: Unit, caller: Caller, request: HoldBegin, reply: HoldReply) -> HoldReply:
    """A hold declined for want of value names the terminals that hold the rest, and recalls it."""
    if reply.state is not HoldState.DECLINED or reply.reason not in SHORT:
        return reply
    member_id = unit.member(request.member_id)
    if member_id is None:
        return reply
    recall(unit, member_id, request.ledger, but_not=caller.terminal_id)
    reserved = reserved_for(unit.connection, unit.tenant.id, [member_id], request.ledger)
    return structs.replace(reply, reserved=reserved)


def say_where_coupons_are(
    unit: Unit, caller: Caller, found: Sequence[Member]
) -> tuple[CouponLent, ...]:
    """Coupons of those who were looked up that other terminals hold; of one who stands here they
    are recalled.
    """
    ids = [each.id for each in found if each.coupons]
    lent = lent_elsewhere(unit, ids, caller.terminal_id)
    if lent and len(found) == 1:
        unit.member(lent[0].member_id)
        recall(unit, lent[0].member_id, HoldLedger.COUPON, but_not=caller.terminal_id)
    return lent
