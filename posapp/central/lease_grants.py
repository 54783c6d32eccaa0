"""Lending: as much as policy and balances allow, once per id, with the key of one day's codes."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from msgspec import structs
from sqlalchemy import select

from posapp.central.coupon_rights import free_rights
from posapp.central.hold_book import reserve
from posapp.central.lease_stops import check_not_stopped
from posapp.central.lease_waits import check_none_awaited
from posapp.central.leases import LeaseRow, find_lease, leases_of, read_policy, store_lease
from posapp.central.ledger import POINTS_DEBT, PTS, Posting
from posapp.central.members import load_members
from posapp.central.tables.members import member
from posapp.domain.ids import is_uuid_text
from posapp.domain.leases import Standing, day_end_ms, grantable, of_points, total
from posapp.domain.points import plan_burn
from posapp.domain.stored_value import plan_spend
from posapp.errors import Refused
from posapp.wire.leases import LeaseReply, LeaseShown, LeasesReply, LeaseState
from posapp.wire.member_code import day_key, step_at, step_day
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.central.view import View
    from posapp.domain.member import Member
    from posapp.domain.points import PointLot
    from posapp.domain.sale import ValueSlice
    from posapp.wire.leases import LeaseGrant

_WITH_KEY: Final = (LeaseState.OPEN, LeaseState.RECALLED)


def grant_lease(
    unit: Unit, view: View, caller: Caller, request: LeaseGrant, request_id: str
) -> LeaseReply:
    """Lend value, points or coupons of a member to this terminal for its day: held by it, not free.

    The same id gets the same grant, whatever became of the answer. Declined, and declined for ever
    under this id: "lease.off", "lease.stopped", "lease.old_incarnation", "lease.no_factor",
    "lease.nothing_to_lend", "member.may_not_pay", "points.debt". Raises Refused("member.unknown",
    "request.id_not_valid", "request.other_body"), and "lease.recovering" while it may be asked
    again.
    """
    if not is_uuid_text(request.lease_id):
        raise Refused("request.id_not_valid")
    member_id = unit.member(request.member_id)
    if member_id is None:
        raise Refused("member.unknown")
    earlier = find_lease(unit, request.lease_id)
    if earlier is not None:
        same = (caller.terminal_id, member_id, request.ledger)
        if (earlier.terminal_id, earlier.member_id, earlier.ledger) != same:
            raise Refused("request.other_body")
        return lease_reply(unit, earlier, request_id)
    check_none_awaited(unit)
    (who,) = load_members(view, [member_id])
    lease = _new(unit, caller, request, member_id)
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
                ledger=lease.ledger,
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
        ledger=lease.ledger,
        state=lease.state,
        slices=lease.slices,
        left=lease.left,
        granted_ms=lease.granted_ms,
        ends_ms=lease.ends_ms,
        reason=lease.reason if lease.state is LeaseState.DECLINED else "",
    )
    is_proved = lease.ledger is HoldLedger.STORED_VALUE
    if is_proved and lease.state in _WITH_KEY and unit.now_ms < lease.ends_ms:
        return _with_key(unit, lease, reply)
    return reply


def _new(unit: Unit, caller: Caller, request: LeaseGrant, member_id: str) -> LeaseRow:
    return LeaseRow(
        id=request.lease_id,
        ledger=request.ledger,
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
    policy = read_policy(unit.connection, unit.tenant.id, caller.shop_id, lease.ledger)
    if not policy.is_on:
        raise Refused("lease.off")
    if caller.incarnation < caller.newest:
        raise Refused("lease.old_incarnation")
    check_not_stopped(unit, caller.terminal_id)
    who.check_may_pay()
    lent = [each for each in leases_of(unit, caller.terminal_id) if each.ledger is lease.ledger]
    standing = Standing(
        available=_available(unit, lease.ledger, who.id),
        of_member=sum(total(each.left) for each in lent if each.member_id == who.id),
        of_terminal=sum(total(each.left) for each in lent),
    )
    amount = grantable(policy, standing)
    if amount == 0:
        raise Refused("lease.nothing_to_lend")
    slices = _planned(unit, lease.ledger, who.id, amount)
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


def _available(unit: Unit, ledger: HoldLedger, member_id: str) -> int:
    """What may be lent of hers. Raises Refused("lease.no_factor", "points.debt")."""
    if ledger is HoldLedger.COUPON:
        return len(free_rights(unit, member_id))
    if ledger is HoldLedger.STORED_VALUE:
        if _seed(unit, member_id) is None:
            raise Refused("lease.no_factor")
        return sum(lot.free + lot.bonus_free for lot in unit.books.lots_of(member_id, "MON"))
    if unit.books.balance(PTS, POINTS_DEBT, member_id) < 0:
        raise Refused("points.debt")
    return sum(lot.points for lot in _point_lots(unit, member_id))


def _planned(unit: Unit, ledger: HoldLedger, member_id: str, amount: int) -> tuple[ValueSlice, ...]:
    if ledger is HoldLedger.COUPON:
        return tuple(free_rights(unit, member_id)[:amount])
    if ledger is HoldLedger.STORED_VALUE:
        lots = [lot.as_value_lot() for lot in unit.books.lots_of(member_id, "MON")]
        return plan_spend(lots, amount)
    return of_points(plan_burn(_point_lots(unit, member_id), amount, unit.now_ms))


def _point_lots(unit: Unit, member_id: str) -> list[PointLot]:
    """Those that stay good for as long as the lease may be spent."""
    ends_ms = day_end_ms(unit.now_ms, unit.tenant.zone)
    lots = [lot.as_point_lot() for lot in unit.books.lots_of(member_id, PTS)]
    return [
        lot
        for lot in lots
        if lot.points > 0
        and lot.available_from_ms <= unit.now_ms
        and (lot.expires_ms is None or lot.expires_ms >= ends_ms)
    ]


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
