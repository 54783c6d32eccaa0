"""Answers of central, as short as the tests need them."""

from posapp.domain.ids import LotId
from posapp.domain.money import allocate
from posapp.domain.sale import PointSlice, ValueSlice
from posapp.wire.requests import (
    Factor,
    HoldBegin,
    HoldLedger,
    HoldReply,
    HoldState,
    SendCodeReply,
)

BEFORE = {"available_principal": 100_000, "available_bonus": 15_000, "available_points": 2_000}


def pending(request: HoldBegin) -> HoldReply:
    """It waits for the member; 1000 + 150 in one lot."""
    return hold(request, HoldState.PENDING, factors=(Factor.DYNAMIC_CODE, Factor.SMS), tries_left=5)


def usable(request: HoldBegin) -> HoldReply:
    return hold(request, HoldState.USABLE)


def declined(request: HoldBegin, reason: str = "stored_value.short") -> HoldReply:
    return hold(request, HoldState.DECLINED, reason=reason)


def hold(request: HoldBegin, state: HoldState, **changes) -> HoldReply:
    if request.ledger is HoldLedger.POINTS:
        slices = {"point_slices": (PointSlice(lot_id=LotId("pl-1"), points=request.amount),)}
    else:
        principal, bonus = allocate(request.amount, (100_000, 15_000))
        piece = ValueSlice(lot_id=LotId("vl-1"), principal=principal, bonus=bonus)
        slices = {"value_slices": (piece,)}
    return HoldReply(
        request_id="r",
        hold_id=request.hold_id,
        state=state,
        ledger=request.ledger,
        amount=request.amount,
        **{**slices, **BEFORE, **changes},
    )


def confirmed(begin: HoldBegin, state: HoldState = HoldState.USABLE, **changes):
    """An answer to a confirmation of the hold that `begin` asked for."""
    return lambda _request: hold(begin, state, **changes)


def sms_sent(request) -> SendCodeReply:
    return SendCodeReply(
        request_id="r",
        send_id=request.send_id,
        masked_phone="138****5678",
        resend_after_ms=60_000,
        expires_ms=300_000,
    )
