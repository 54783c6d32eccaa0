"""Top-ups: a quote before money is taken; the top-up itself arrives as a fact."""

from __future__ import annotations

from typing import Final

from posapp.central.endpoint import Call, Endpoint
from posapp.central.idempotency import answered
from posapp.central.quotes import quote_top_up
from posapp.wire.requests import TopUpQuote, TopUpQuoteRequest


def _quote(call: Call) -> TopUpQuote:
    request = call.read(TopUpQuoteRequest)
    key = call.key(request.top_up_id)
    with call.central.work(call.caller.tenant) as unit:
        view = call.central.view_on(unit.connection, call.caller)
        return answered(
            unit.connection,
            key,
            call.request_id,
            TopUpQuote,
            lambda: quote_top_up(unit, view, call.caller, request, call.request_id),
        )


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/topups/quote",
        summary="What a payment would give this member",
        handler=_quote,
        takes=TopUpQuoteRequest,
        gives=TopUpQuote,
        refuses=(404, 409),
    ),
)
