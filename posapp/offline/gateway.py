"""Payment codes over central, the customer's and the shop's: whose keys are central's alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.charges import (
    ENDED,
    ChargeOutcome,
    Declined,
    Offered,
    OfferOutcome,
    Paid,
    Reversed,
    ReverseOutcome,
    Stage,
    Unknown,
    Waiting,
)
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.offline.central_api import CentralApi
from posapp.wire.gateway import PayCharge, PayOffer, PayRef, PayRefund, PayReply

if TYPE_CHECKING:
    from posapp.domain.codes import PaymentCode

BUDGET_MS: Final = 15_000
"""Central asks the acquirer for at most ten seconds, and then still has to answer."""

_NOTHING_LEFT: Final = ("central.unreachable", "central.certificate")
"""The only troubles after which central cannot have asked the acquirer."""


class CentralGateway(CentralApi):
    """See `workflows.gateway.PaymentGateway`, which this fits. Lane: device:terminal, on a line of
    its own."""

    def charge(
        self, attempt_id: str, amount: int, currency: str, code: PaymentCode | None
    ) -> ChargeOutcome:
        """The code travels once, to central. Raises as the port."""
        if code is None:
            raise Refused("gateway.not_set_up", channel="card")
        message = PayCharge(
            attempt_id=attempt_id,
            amount=amount,
            currency=currency,
            channel=code.channel,
            code=code.reveal(),
        )
        return _charged(self._sent("/v1/pay/charge", message))

    def offer(self, attempt_id: str, amount: int, currency: str) -> OfferOutcome:
        """A code for `amount` (> 0) that the customer scans; again: the same code, or its end.

        Raises as `PaymentGateway.charge`.
        """
        message = PayOffer(attempt_id=attempt_id, amount=amount, currency=currency)
        reply = self._sent("/v1/pay/offer", message)
        if reply.state is Stage.USERPAYING and reply.content:
            return Offered(reply.content, reply.left_ms)
        return _charged(reply)

    def query(self, attempt_id: str) -> ChargeOutcome:
        return _charged(self._post("/v1/pay/query", PayRef(attempt_id=attempt_id), PayReply))

    def reverse(self, attempt_id: str) -> ReverseOutcome:
        reply = self._post("/v1/pay/reverse", PayRef(attempt_id=attempt_id), PayReply)
        if reply.state in ENDED:
            return Reversed()
        if reply.state in (Stage.PAID, Stage.MANUAL):
            return Declined(reply.reason)
        return Unknown()

    def refund(
        self, refund_attempt_id: str, original_attempt_id: str, amount: int
    ) -> ChargeOutcome:
        message = PayRefund(
            attempt_id=refund_attempt_id, original_id=original_attempt_id, amount=amount
        )
        return _charged(self._post("/v1/pay/refund", message, PayReply))

    def _sent(self, path: str, message: PayCharge | PayOffer) -> PayReply:
        """The answer to what makes an attempt. Unavailable only where nothing can have left."""
        try:
            return self._post(path, message, PayReply)
        except Unavailable as error:
            if error.key in _NOTHING_LEFT:
                raise
            raise OutcomeUnknown("central.no_answer") from error


def _charged(reply: PayReply) -> ChargeOutcome:
    match reply.state:
        case Stage.PAID:
            return Paid(reply.reference, reply.masked)
        case Stage.FAILED | Stage.REVERSED:
            return Declined(reply.reason or "gateway.closed")
        case Stage.USERPAYING:
            return Waiting()
        case _:
            return Unknown()
