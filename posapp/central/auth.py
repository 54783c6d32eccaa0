"""Whose request is it: a terminal's signature, or an operator's token for reports."""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from posapp.central.caller import Caller, load_tenant, tenant_of
from posapp.central.device_keys import take_over
from posapp.central.limits import DEFAULTS, REQUESTS_A_MINUTE
from posapp.central.tables.shops import setting, tenant, terminal
from posapp.errors import Refused
from posapp.wire import signing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.central.service import Central

_TERMINAL: Final = (
    select(
        terminal,
        tenant.c.name,
        tenant.c.currency,
        tenant.c.time_zone,
        select(setting.c.value)
        .where(setting.c.tenant_id == terminal.c.tenant_id, setting.c.name == REQUESTS_A_MINUTE)
        .scalar_subquery()
        .label("pace"),
    )
    .join(tenant, tenant.c.id == terminal.c.tenant_id)
    .where(terminal.c.id == bindparam("of_terminal"))
)
_BEARER = "Bearer "
_HELLO = "/v1/sync/hello"


def authenticate(central: Central, request: signing.Request, headers: Mapping[str, str]) -> Caller:
    """The terminal that signed this request.

    Raises Refused: "auth.not_signed", "auth.clock_skew" (with server_time_ms),
    "auth.terminal_unknown", "auth.terminal_revoked", "auth.signature_wrong", "auth.replayed",
    "central.busy" (seconds) for a terminal that asks too often.
    """
    stamp = signing.read_stamp(headers)
    now_ms = central.clock.wall_ms()
    signing.check_time(stamp, now_ms)
    with central.database.look() as connection:
        row = connection.execute(_TERMINAL, {"of_terminal": stamp.terminal_id}).first()
    if row is None:
        raise Refused("auth.terminal_unknown")
    try:
        signing.verify(row.public_key, request, stamp)
    except Refused:
        take_over(central, row, request, stamp)
    if row.status != "active":
        raise Refused("auth.terminal_revoked")
    # Only hello may name one that central does not know: it may have forgotten that it gave it.
    if stamp.incarnation < 1 or (stamp.incarnation > row.incarnation and not _is_hello(request)):
        raise Refused("auth.incarnation_unknown")
    central.pace.check(row.id, int(row.pace or DEFAULTS[REQUESTS_A_MINUTE]))
    if not central.nonces.is_new(stamp.terminal_id, stamp.nonce, now_ms):
        raise Refused("auth.replayed")
    return Caller(
        tenant=tenant_of(row),
        terminal_id=row.id,
        shop_id=row.shop_id,
        incarnation=stamp.incarnation,
        newest=row.incarnation,
    )


def _is_hello(request: signing.Request) -> bool:
    return request.target.partition("?")[0] == _HELLO


def authenticate_reader(
    central: Central, request: signing.Request, headers: Mapping[str, str]
) -> Caller:
    """A terminal, or an operator with the token that `central init` wrote: both read reports.

    Raises as `authenticate`, and Refused("auth.token_wrong").
    """
    if not headers.get("Authorization", "").startswith(_BEARER):
        return authenticate(central, request, headers)
    return authenticate_operator(central, headers)


def authenticate_operator(central: Central, headers: Mapping[str, str]) -> Caller:
    """An operator with the token that `central init` wrote. Raises Refused("auth.token_wrong")."""
    given = headers.get("Authorization", "")
    digest = central.keys.code_hash("operator", given.removeprefix(_BEARER))
    with central.database.read() as connection:
        for row in connection.execute(select(tenant.c.id, tenant.c.operator_token_hash)):
            if hmac.compare_digest(row.operator_token_hash or b"", digest):
                owner = load_tenant(connection, row.id)
                return Caller(tenant=owner, terminal_id="", shop_id="", incarnation=0)
    raise Refused("auth.token_wrong")
