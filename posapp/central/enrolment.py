"""Enrolment: a one-time code of eight digits becomes a terminal with its own key."""

from __future__ import annotations

import base64
import binascii
import secrets
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, insert, select, update

from posapp.central.caller import load_tenant
from posapp.central.device_keys import forget_next_key, keep_former
from posapp.central.feed import read_epoch
from posapp.central.tables.shops import enrol_code, shop, terminal
from posapp.errors import Refused
from posapp.wire.attachments import seal_public_key_of
from posapp.wire.sync import EnrolReply, EnrolRequest

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.service import Central

VALID_MS: Final = 600_000
MOST_TRIES: Final = 5
_DIGITS: Final = 8
_KEY_BYTES: Final = 32


def make_enrol_code(
    central: Central, *, tenant_id: str, shop_code: str, terminal_code: str, label: str
) -> str:
    """A code for one terminal, valid for ten minutes. Raises Refused("enrol.no_such_shop")."""
    code = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
    now_ms = central.clock.wall_ms()
    with central.database.write() as connection:
        shop_id = connection.execute(
            select(shop.c.id).where(shop.c.tenant_id == tenant_id, shop.c.code == shop_code)
        ).scalar()
        if shop_id is None:
            raise Refused("enrol.no_such_shop", shop=shop_code)
        connection.execute(
            insert(enrol_code).values(
                id=central.ids.new(),
                tenant_id=tenant_id,
                shop_id=shop_id,
                terminal_code=terminal_code,
                terminal_label=label,
                code_hash=central.keys.code_hash("enrol", code),
                expires_ms=now_ms + VALID_MS,
            )
        )
    return code


def enrol(central: Central, request: EnrolRequest, request_id: str) -> EnrolReply:
    """Raises Refused("enrol.code_not_valid") alike for wrong, used, expired and exhausted codes."""
    public_key = _public_key(request.public_key)
    now_ms = central.clock.wall_ms()
    digest = central.keys.code_hash("enrol", request.code)
    with central.database.write() as connection:
        is_live = and_(
            enrol_code.c.used == 0,
            enrol_code.c.expires_ms > now_ms,
            enrol_code.c.tries < MOST_TRIES,
        )
        code = connection.execute(
            select(enrol_code).where(is_live, enrol_code.c.code_hash == digest).with_for_update()
        ).first()
        if code is None:
            # A wrong guess names no code: it counts against every one that could be guessed.
            connection.execute(
                update(enrol_code).where(is_live).values(tries=enrol_code.c.tries + 1)
            )
        else:
            connection.execute(update(enrol_code).where(enrol_code.c.id == code.id).values(used=1))
            place = _place(connection, central, code, public_key, request.app_version)
            return _reply(connection, central, code, place, request_id)
    raise Refused("enrol.code_not_valid")


def _place(
    connection: Connection, central: Central, code: Any, public_key: bytes, app_version: str
) -> tuple[str, int]:
    """The terminal's id and incarnation: a till that enrols again is the next incarnation."""
    known = connection.execute(
        select(terminal).where(
            terminal.c.tenant_id == code.tenant_id, terminal.c.code == code.terminal_code
        )
    ).first()
    values = {
        "shop_id": code.shop_id,
        "label": code.terminal_label,
        "public_key": public_key,
        "status": "active",
        "app_version": app_version[:40],
    }
    if known is None:
        terminal_id = central.ids.new()
        connection.execute(
            insert(terminal).values(
                id=terminal_id,
                tenant_id=code.tenant_id,
                code=code.terminal_code,
                incarnation=1,
                **values,
            )
        )
        return terminal_id, 1
    incarnation = known.incarnation + 1
    forget_next_key(connection, known.id)
    keep_former(central, connection, known)
    connection.execute(
        update(terminal).where(terminal.c.id == known.id).values(incarnation=incarnation, **values)
    )
    return known.id, incarnation


def _reply(
    connection: Connection, central: Central, code: Any, place: tuple[str, int], request_id: str
) -> EnrolReply:
    tenant = load_tenant(connection, code.tenant_id)
    name = connection.execute(select(shop.c.name).where(shop.c.id == code.shop_id)).scalar_one()
    seal_key = seal_public_key_of(central.keys.seal_private)
    terminal_id, incarnation = place
    return EnrolReply(
        request_id=request_id,
        epoch=read_epoch(connection),
        server_time_ms=central.clock.wall_ms(),
        tenant_id=tenant.id,
        tenant_name=tenant.name,
        shop_id=code.shop_id,
        shop_name=name,
        terminal_id=terminal_id,
        terminal_code=code.terminal_code,
        terminal_label=code.terminal_label,
        incarnation=incarnation,
        currency=tenant.currency,
        time_zone=tenant.zone.key,
        seal_key=base64.b64encode(seal_key).decode("ascii"),
        sign_key=central.keys.sign_key,
    )


def _public_key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as error:
        raise Refused("enrol.key_not_valid") from error
    if len(key) != _KEY_BYTES:
        raise Refused("enrol.key_not_valid")
    return key
