"""What a till hears when what it asks for is lent elsewhere, and a recall to those tills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import structs

from posapp.central.lease_ends import recall
from posapp.central.leases import reserved_for
from posapp.wire.requests import HoldState

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.wire.requests import HoldBegin, HoldReply

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
