"""Payments by a code, the customer's or the shop's; declined is an ordinary answer. The customer's
is read from the message and goes no further than to the acquirer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from posapp.central.endpoint import Call, Endpoint
from posapp.central.gateway import offering, work
from posapp.wire.gateway import PayCharge, PayOffer, PayRef, PayRefund, PayReply

if TYPE_CHECKING:
    from posapp.central.gateway.attempts import Attempt


def _charge(call: Call) -> PayReply:
    return _told(call, work.charge(call.central, call.caller, call.read(PayCharge)))


def _offer(call: Call) -> PayReply:
    offer = offering.offer(call.central, call.caller, call.read(PayOffer))
    told = _told(call, offer.attempt)
    return msgspec.structs.replace(told, content=offer.content, left_ms=offer.left_ms)


def _query(call: Call) -> PayReply:
    return _told(call, work.query(call.central, call.caller, call.read(PayRef).attempt_id))


def _reverse(call: Call) -> PayReply:
    return _told(call, work.reverse(call.central, call.caller, call.read(PayRef).attempt_id))


def _refund(call: Call) -> PayReply:
    return _told(call, work.refund(call.central, call.caller, call.read(PayRefund)))


def _told(call: Call, attempt: Attempt) -> PayReply:
    return PayReply(
        request_id=call.request_id,
        attempt_id=attempt.id,
        state=attempt.state,
        reference=attempt.reference,
        masked=attempt.masked,
        reason=attempt.reason,
    )


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/pay/charge",
        summary="Take money by the code that a customer shows",
        handler=_charge,
        takes=PayCharge,
        gives=PayReply,
        refuses=(403,),
    ),
    Endpoint(
        method="POST",
        path="/v1/pay/offer",
        summary="Have a code made that the customer scans",
        handler=_offer,
        takes=PayOffer,
        gives=PayReply,
        refuses=(403,),
    ),
    Endpoint(
        method="POST",
        path="/v1/pay/query",
        summary="What became of a payment; one that never arrived is closed",
        handler=_query,
        takes=PayRef,
        gives=PayReply,
        refuses=(403,),
    ),
    Endpoint(
        method="POST",
        path="/v1/pay/reverse",
        summary="Undo a whole payment, not within 15 s of sending while it is unknown",
        handler=_reverse,
        takes=PayRef,
        gives=PayReply,
        refuses=(403,),
    ),
    Endpoint(
        method="POST",
        path="/v1/pay/refund",
        summary="Give back a part or all of a payment",
        handler=_refund,
        takes=PayRefund,
        gives=PayReply,
    ),
)
