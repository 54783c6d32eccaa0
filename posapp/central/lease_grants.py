"""Lending: as much as policy and balances allow, once per id, with the key of one day's codes."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from msgspec import structs
from sqlalchemy import select

from posapp.central.hold_book import reserve
from posapp.central.lease_stops import check_not_stopped
from posapp.central.leases import LeaseRow, find_lease, leases_of, read_policy, store_lease
from posapp.central.ledger import Posting
from posapp.central.members import load_members
from posapp.central.tables.members import member
from posapp.domain.ids import is_uuid_text
from posapp.domain.leases import Standing, day_end_ms, grantable, total
from posapp.domain.stored_value import plan_spend
from posapp.errors import Refused
from posapp.wire.leases import LeaseReply, LeaseShown, LeasesReply, LeaseState
from posapp.wire.member_code import day_key, step_at, step_day

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.central.view import View
    from posapp.domain.member import Member
    from posapp.wire.leases import LeaseGrant

_WITH_KEY: Final = (LeaseState.OPEN, LeaseState.RECALLED)


def grant_lease(
    unit: Unit, view: View, caller: Caller, request: LeaseGrant, request_id: str
) -> LeaseReply:
    """Move value of a member from available to held by this terminal, until its day ends.

    The same id gets the same grant, whatever became of the answer. Declined, and declined for ever
    under this id: "lease.off", "lease.stopped", "lease.old_incarnation", "lease.no_factor",
    "lease.nothing_to_lend", "member.may_not_pay". Raises Refused("member.unknown",
    "request.id_not_valid", "request.other_body").
    """
    if not is_uuid_text(request.lease_id):
        raise Refused("request.id_not_valid")
    member_id = unit.member(request.member_id)
    if member_id is None:
        raise Refused("member.unknown")
    earlier = find_lease(unit, request.lease_id)
    if earlier is not None:
        if (earlier.terminal_id, earlier.member_id) != (caller.terminal_id, member_id):
            raise Refused("request.other_body")
        return lease_reply(unit, earlier, request_id)
    (who,) = load_members(view, [member_id])
    lease = _new(unit, caller, request.lease_id, member_id)
    try:
        lease = _lent(unit, caller, lease, who)
    except Refused as refusal:
        lease = replace(lease, state=LeaseState.DECLINED, reason=refusal.key, ended_ms=unit.now_ms)
    store_lease(unit, lease)
    return lease_reply(unit, lease, request_id)


def show_leases(unit: Unit, caller: Caller, request_id: str) -> LeasesReply:
    """What is lent to the asking terminal and did not end; it learns here what is recalled."""
    return LeasesReply(
        request_id=request_id,
        leases=tuple(
            LeaseShown(
                lease_id=lease.id,
                member_id=lease.member_id,
                incarnation=lease.incarnation,
                state=lease.state,
                left=lease.left,
                ends_ms=lease.ends_ms,
            )
            for lease in leases_of(unit, caller.terminal_id)
        ),
    )


def lease_reply(unit: Unit, lease: LeaseRow, request_id: str) -> LeaseReply:
    """The lease as it stands, with the key of its day while the terminal may need it."""
    reply = LeaseReply(
        request_id=request_id,
        lease_id=lease.id,
        member_id=lease.member_id,
        state=lease.state,
        slices=lease.slices,
        left=lease.left,
        granted_ms=lease.granted_ms,
        ends_ms=lease.ends_ms,
        reason=lease.reason if lease.state is LeaseState.DECLINED else "",
    )
    if lease.state in _WITH_KEY and unit.now_ms < lease.ends_ms:
        return _with_key(unit, lease, reply)
    return reply


def _new(unit: Unit, caller: Caller, lease_id: str, member_id: str) -> LeaseRow:
    return LeaseRow(
        id=lease_id,
        tenant_id=unit.tenant.id,
        shop_id=caller.shop_id,
        terminal_id=caller.terminal_id,
        incarnation=caller.incarnation,
        member_id=member_id,
        state=LeaseState.OPEN,
        granted_ms=unit.now_ms,
        ends_ms=day_end_ms(unit.now_ms, unit.tenant.zone),
    )


def _lent(unit: Unit, caller: Caller, lease: LeaseRow, who: Member) -> LeaseRow:
    """The lease with its slices, posted. Raises Refused with the reason to decline."""
    policy = read_policy(unit.connection, unit.tenant.id, caller.shop_id)
    if not policy.is_on:
        raise Refused("lease.off")
    if caller.incarnation < caller.newest:
        raise Refused("lease.old_incarnation")
    check_not_stopped(unit, caller.terminal_id)
    who.check_may_pay()
    if _seed(unit, who.id) is None:
        raise Refused("lease.no_factor")
    lots = [lot.as_value_lot() for lot in unit.books.lots_of(who.id, "MON")]
    lent = leases_of(unit, caller.terminal_id)
    standing = Standing(
        available=sum(lot.principal + lot.bonus for lot in lots),
        of_member=sum(total(each.left) for each in lent if each.member_id == who.id),
        of_terminal=sum(total(each.left) for each in lent),
    )
    amount = grantable(policy, standing)
    if amount == 0:
        raise Refused("lease.nothing_to_lend")
    slices = plan_spend(lots, amount)
    lease = replace(lease, slices=slices, left=slices)
    posting = Posting(
        id=lease.id,
        kind="lease",
        source_id=lease.id,
        at_ms=unit.now_ms,
        member_id=who.id,
        shop_id=lease.shop_id,
        terminal_id=lease.terminal_id,
    )
    reserve(unit, lease.as_hold(slices), posting)
    unit.books.post(posting)
    unit.change("member", who.id)
    return lease


def _seed(unit: Unit, member_id: str) -> Any:
    return unit.connection.execute(
        select(member.c.seed, member.c.last_step).where(
            member.c.id == member_id, member.c.seed.is_not(None)
        )
    ).first()


def _with_key(unit: Unit, lease: LeaseRow, reply: LeaseReply) -> LeaseReply:
    """Never the seed: the key of the day in which the lease was granted and ends."""
    row = _seed(unit, lease.member_id)
    if row is None:
        return reply
    day = step_day(step_at(lease.ends_ms) - 1, unit.tenant.zone)
    key = day_key(unit.keys.unwrap(row.seed, lease.member_id), day)
    return structs.replace(
        reply,
        day=day.isoformat(),
        day_key=base64.b64encode(key).decode(),
        last_step=row.last_step or 0,
    )
