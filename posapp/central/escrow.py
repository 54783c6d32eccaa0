"""A till's store keys in central's keeping: deposited sealed, given back once, for a code."""

from __future__ import annotations

import base64
import secrets
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, delete, insert, select, update

from posapp.central.portable import upsert
from posapp.central.quarantine import Act, write_act
from posapp.central.tables.escrow import key_escrow, key_release
from posapp.central.tables.recovery import next_key
from posapp.central.tables.shops import terminal
from posapp.errors import Refused
from posapp.wire.keys import KeysTaken, open_keys, seal_keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.caller import Caller, Tenant
    from posapp.central.service import Central
    from posapp.wire.keys import DepositKeys, StoreKeys, TakeKeys

VALID_MS: Final = 600_000
MOST_TRIES: Final = 5
KEPT: Final = 5
"""Backups of a till are opened by older keys, too."""

_DIGITS: Final = 8
_KEY_BYTES: Final = 32
_ACTIVE: Final = "active"


def deposit(central: Central, caller: Caller, asked: DepositKeys) -> None:
    """Keep what the till sealed, beside what it deposited before. Raises Refused("escrow.damaged")
    for what central could not open one day.
    """
    given = open_keys(asked.sealed, caller.terminal_id, central.keys.seal_private)
    with central.database.write() as connection:
        kept = _deposits(connection, caller.terminal_id)
        if kept and _opened(central, kept[0]) == given:
            return
        row = {
            "id": central.ids.new(),
            "tenant_id": caller.tenant.id,
            "terminal_id": caller.terminal_id,
            "sealed": asked.sealed,
            "at_ms": central.clock.wall_ms(),
        }
        connection.execute(insert(key_escrow).values(**row))
        old = [each.id for each in kept[KEPT - 1 :]]
        connection.execute(delete(key_escrow).where(key_escrow.c.id.in_(old)))


def release(central: Central, tenant: Tenant, terminal_code: str, act: Act) -> str:
    """An operator's act: a code that gives the keys to one machine once, within ten minutes.

    Raises Refused("terminal.unknown", "escrow.none").
    """
    code = f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}d}"
    with central.database.write() as connection:
        row = connection.execute(
            select(terminal).where(
                terminal.c.tenant_id == tenant.id, terminal.c.code == terminal_code
            )
        ).first()
        if row is None or row.status != _ACTIVE:
            raise Refused("terminal.unknown")
        if not _deposits(connection, row.id):
            raise Refused("escrow.none")
        connection.execute(
            insert(key_release).values(
                id=central.ids.new(),
                tenant_id=tenant.id,
                terminal_id=row.id,
                code_hash=central.keys.code_hash("release", code),
                expires_ms=central.clock.wall_ms() + VALID_MS,
            )
        )
        write_act(central, connection, tenant.id, act, "release_keys", subject_id=row.id)
    return code


def take(central: Central, asked: TakeKeys, request_id: str) -> KeysTaken:
    """The keys, sealed to the asking machine. Its device key becomes the terminal's with its first
    use: a machine that only brings a file with old entries leaves the till's own key in force.

    Raises Refused("escrow.code_not_valid") alike for wrong, used, expired and exhausted codes, and
    Refused("enrol.key_not_valid").
    """
    public_key, box_key = _key(asked.public_key), _key(asked.box_key)
    digest = central.keys.code_hash("release", asked.code.strip())
    with central.database.write() as connection:
        is_live = and_(
            key_release.c.used == 0,
            key_release.c.expires_ms > central.clock.wall_ms(),
            key_release.c.tries < MOST_TRIES,
        )
        code = connection.execute(
            select(key_release).where(is_live, key_release.c.code_hash == digest).with_for_update()
        ).first()
        if code is not None:
            connection.execute(
                update(key_release).where(key_release.c.id == code.id).values(used=1)
            )
            return _given(central, connection, code, (public_key, box_key), request_id)
        # A wrong guess names no code: it counts against every one that could be guessed.
        connection.execute(update(key_release).where(is_live).values(tries=key_release.c.tries + 1))
    raise Refused("escrow.code_not_valid")


def _given(
    central: Central, connection: Connection, code: Any, keys: tuple[bytes, bytes], request_id: str
) -> KeysTaken:
    public_key, box_key = keys
    row = connection.execute(select(terminal).where(terminal.c.id == code.terminal_id)).one()
    if row.status != _ACTIVE:
        raise Refused("escrow.code_not_valid")
    announced = {
        "terminal_id": row.id,
        "public_key": public_key,
        "at_ms": central.clock.wall_ms(),
    }
    upsert(connection, next_key, [announced])
    act = Act(who="till", note="keys taken with the code", terminal=row.code)
    write_act(central, connection, code.tenant_id, act, "keys_taken", subject_id=row.id)
    sealed = tuple(
        seal_keys(_opened(central, each), row.id, box_key) for each in _deposits(connection, row.id)
    )
    return KeysTaken(
        request_id=request_id, terminal_id=row.id, terminal_code=row.code, sealed=sealed
    )


def _opened(central: Central, row: Any) -> StoreKeys:
    return open_keys(row.sealed, row.terminal_id, central.keys.seal_private)


def _deposits(connection: Connection, terminal_id: str) -> Sequence[Any]:
    """The newest first."""
    return connection.execute(
        select(key_escrow)
        .where(key_escrow.c.terminal_id == terminal_id)
        .order_by(key_escrow.c.at_ms.desc(), key_escrow.c.id.desc())
    ).all()


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except ValueError as error:
        raise Refused("enrol.key_not_valid") from error
    if len(key) != _KEY_BYTES:
        raise Refused("enrol.key_not_valid")
    return key
