"""Accounts that pay later: how one stands, before a till sells on it."""

from __future__ import annotations

from typing import Final

from posapp.central import accounts
from posapp.central.endpoint import Call, Endpoint
from posapp.wire.accounts import AccountAsked, AccountReply


def _show(call: Call) -> AccountReply:
    asked = call.read(AccountAsked)
    with call.central.database.read() as connection:
        return accounts.told(connection, call.caller.tenant.id, asked, call.request_id)


ENDPOINTS: Final = (
    Endpoint(
        method="POST",
        path="/v1/accounts/show",
        summary="An account that pays later: its limit and what it owes now",
        handler=_show,
        takes=AccountAsked,
        gives=AccountReply,
        refuses=(404,),
    ),
)
