"""A till's store keys: deposited by the till, taken back by the machine that has the code."""

from __future__ import annotations

from typing import Final

from posapp.central.endpoint import Access, Call, Endpoint
from posapp.central.escrow import deposit, take
from posapp.wire.keys import DepositKeys, KeysDeposited, KeysTaken, TakeKeys


def _deposit(call: Call) -> KeysDeposited:
    deposit(call.central, call.caller, call.read(DepositKeys))
    return KeysDeposited(request_id=call.request_id)


def _take(call: Call) -> KeysTaken:
    return take(call.central, call.read(TakeKeys), call.request_id)


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/keys/deposit",
        summary="A till's store keys, sealed to central",
        handler=_deposit,
        takes=DepositKeys,
        gives=KeysDeposited,
    ),
    Endpoint(
        method="POST",
        path="/v1/keys/take",
        summary="Swap an operator's one-time code for a till's store keys",
        handler=_take,
        takes=TakeKeys,
        gives=KeysTaken,
        access=Access.OPEN,
    ),
)
