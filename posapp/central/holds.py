"""Holds as requests: reserve, confirm by a second factor, show, release."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec import structs

from posapp.central.factors import check_factor, paused_until
from posapp.central.hold_book import (
    Hold,
    end_hold,
    find_hold,
    lock_owner,
    release,
    reserve,
    store_hold,
)
from posapp.central.lease_waits import check_none_awaited
from posapp.central.ledger import POINTS_DEBT, PTS, Posting
from posapp.central.members import load_members
from posapp.domain.ids import is_uuid_text
from posapp.domain.money import LARGEST_AMOUNT
from posapp.domain.points import plan_burn
from posapp.domain.stored_value import plan_spend
from posapp.errors import Refused
from posapp.wire.requests import (
    Factor,
    HoldBegin,
    HoldConfirm,
    HoldLedger,
    HoldReply,
    HoldState,
)

if TYPE_CHECKING:
    from posapp.central.caller import Caller
    from posapp.central.unit import Unit
    from posapp.central.view import View
    from posapp.domain.member import Member


def begin_hold(
    unit: Unit, view: View, caller: Caller, request: HoldBegin, request_id: str
) -> HoldReply:
    """Reserve value (pending) or points (usable at once); no money leaves.

    Declined, and declined for ever under this id: "member.may_not_pay", "stored_value.short",
    "points.short", "points.debt", "hold.ended". Raises Refused("hold.amount_not_valid",
    "member.unknown", "request.id_not_valid"), and "lease.recovering" while it may be asked again.
    """
    if request.ledger is HoldLedger.COUPON or not 0 < request.amount <= LARGEST_AMOUNT:
        raise Refused("hold.amount_not_valid")
    if not is_uuid_text(request.sale_id):
        raise Refused("request.id_not_valid")
    member_id = unit.member(request.member_id)
    if member_id is None:
        raise Refused("member.unknown")
    (who,) = load_members(view, [member_id])
    earlier = find_hold(unit, request.hold_id)
    if earlier is not None:
        if earlier.is_open or earlier.state is HoldState.DECLINED:
            return _reply(unit, earlier, who, request_id)
        over = _reply(unit, earlier, who, request_id, reason="hold.ended")
        return structs.replace(over, state=HoldState.DECLINED)
    check_none_awaited(unit, who.id if request.ledger is HoldLedger.STORED_VALUE else None)
    hold = _new(unit, caller, request, who)
    try:
        hold = _reserved(unit, hold, who)
    except Refused as refusal:
        hold = replace(hold, state=HoldState.DECLINED, reason=refusal.key, ended_ms=unit.now_ms)
    store_hold(unit, hold)
    return _reply(unit, hold, who, request_id, reason=hold.reason)


def confirm_hold(
    unit: Unit, view: View, caller: Caller, request: HoldConfirm, request_id: str
) -> HoldReply:
    """Make a pending hold usable. A wrong code leaves it pending with `reason` and `tries_left`.

    Raises Refused("hold.unknown", "hold.of_another_till").
    """
    hold, who = _mine(unit, view, caller, request.hold_id)
    if hold.state is not HoldState.PENDING or who is None:
        return _reply(unit, hold, who, request_id)
    verdict = check_factor(unit, hold, request.factor, request.code, member_number=who.number)
    if not verdict.is_right:
        return structs.replace(
            _reply(unit, hold, who, request_id, reason=verdict.reason),
            tries_left=verdict.tries_left,
            locked_until_ms=verdict.paused_until_ms,
        )
    hold = end_hold(unit, replace(hold, factor=request.factor.value), HoldState.USABLE)
    return _reply(unit, hold, who, request_id)


def show_hold(unit: Unit, view: View, caller: Caller, hold_id: str, request_id: str) -> HoldReply:
    """The hold as it stands. Raises Refused("hold.unknown", "hold.of_another_till")."""
    hold, who = _mine(unit, view, caller, hold_id)
    return _reply(unit, hold, who, request_id)


def release_hold(
    unit: Unit, view: View, caller: Caller, hold_id: str, request_id: str
) -> HoldReply:
    """Free what the hold reserves; an ended one stays as it ended.

    Raises Refused("hold.unknown", "hold.of_another_till").
    """
    hold, who = _mine(unit, view, caller, hold_id)
    if hold.is_open and who is not None:
        posting = _posting(unit, hold, "hold_release", unit.ids.new())
        release(unit, hold, posting)
        unit.books.post(posting)
        hold = end_hold(unit, hold, HoldState.RELEASED)
        unit.change("member", who.id)
    return _reply(unit, hold, who, request_id)


def _new(unit: Unit, caller: Caller, request: HoldBegin, who: Member) -> Hold:
    return Hold(
        id=request.hold_id,
        tenant_id=unit.tenant.id,
        shop_id=caller.shop_id,
        terminal_id=caller.terminal_id,
        sale_id=request.sale_id,
        member_id=who.id,
        ledger=request.ledger,
        amount=request.amount,
        state=HoldState.PENDING,
        begun_ms=unit.now_ms,
        before_principal=who.principal,
        before_bonus=who.bonus,
        before_points=who.points,
    )


def _reserved(unit: Unit, hold: Hold, who: Member) -> Hold:
    """The hold with its slices, posted. Raises Refused with the reason to decline."""
    who.check_may_pay()
    match hold.ledger:
        case HoldLedger.STORED_VALUE:
            lots = [lot.as_value_lot() for lot in unit.books.lots_of(who.id, "MON")]
            hold = replace(hold, value_slices=plan_spend(lots, hold.amount))
        case HoldLedger.POINTS:
            if unit.books.balance(PTS, POINTS_DEBT, who.id) < 0:
                raise Refused("points.debt")
            points = [lot.as_point_lot() for lot in unit.books.lots_of(who.id, PTS)]
            slices = plan_burn(points, hold.amount, unit.now_ms)
            hold = replace(hold, point_slices=slices, state=HoldState.USABLE)
    posting = _posting(unit, hold, "hold", hold.id)
    reserve(unit, hold, posting)
    unit.books.post(posting)
    unit.change("member", who.id)
    return hold


def _posting(unit: Unit, hold: Hold, kind: str, posting_id: str) -> Posting:
    return Posting(
        id=posting_id,
        kind=kind,
        source_id=hold.id,
        at_ms=unit.now_ms,
        member_id=hold.member_id,
        shop_id=hold.shop_id,
        terminal_id=hold.terminal_id,
    )


def _mine(unit: Unit, view: View, caller: Caller, hold_id: str) -> tuple[Hold, Member | None]:
    lock_owner(unit, hold_id)
    hold = find_hold(unit, hold_id)
    if hold is None:
        raise Refused("hold.unknown")
    if hold.terminal_id != caller.terminal_id:
        raise Refused("hold.of_another_till")
    members = [] if hold.member_id is None else load_members(view, [hold.member_id])
    return hold, members[0] if members else None


def _reply(
    unit: Unit, hold: Hold, who: Member | None, request_id: str, *, reason: str = ""
) -> HoldReply:
    is_pending = hold.state is HoldState.PENDING and who is not None
    return HoldReply(
        request_id=request_id,
        hold_id=hold.id,
        state=hold.state,
        ledger=hold.ledger,
        amount=hold.amount,
        value_slices=hold.value_slices,
        point_slices=hold.point_slices,
        factors=_factors(who) if is_pending and who is not None else (),
        available_principal=hold.before_principal,
        available_bonus=hold.before_bonus,
        available_points=hold.before_points,
        locked_until_ms=paused_until(unit, hold) if is_pending else 0,
        reason=reason or (hold.reason if hold.state is HoldState.DECLINED else ""),
    )


def _factors(who: Member) -> tuple[Factor, ...]:
    return (Factor.DYNAMIC_CODE, Factor.SMS) if who.phone else (Factor.DYNAMIC_CODE,)
