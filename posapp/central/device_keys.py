"""A till's next device key: announced under the old one, in force from its first use."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from posapp.central.portable import upsert
from posapp.central.tables.escrow import former_key
from posapp.central.tables.recovery import next_key
from posapp.central.tables.shops import terminal
from posapp.errors import Refused
from posapp.wire import signing

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.caller import Caller
    from posapp.central.service import Central
    from posapp.wire.sync import AnnounceKey


def announce_key(central: Central, caller: Caller, asked: AnnounceKey) -> None:
    """Remember a key that its holder proved to have; a later one takes its place.

    Raises Refused("auth.signature_wrong").
    """
    if not signing.is_proof_of(asked.public_key, caller.terminal_id, asked.proof):
        raise Refused("auth.signature_wrong")
    row = {
        "terminal_id": caller.terminal_id,
        "public_key": base64.b64decode(asked.public_key),
        "at_ms": central.clock.wall_ms(),
    }
    with central.database.write() as connection:
        upsert(connection, next_key, [row])


def take_over(central: Central, row: Any, request: signing.Request, stamp: signing.Stamp) -> None:
    """A request that the terminal's key did not sign: by the announced one it counts, and from now
    on that is the terminal's key. Raises Refused("auth.signature_wrong").
    """
    with central.database.read() as connection:
        announced = connection.execute(
            select(next_key.c.public_key).where(next_key.c.terminal_id == row.id)
        ).scalar()
        present = connection.execute(
            select(terminal.c.public_key).where(terminal.c.id == row.id)
        ).scalar_one()
    if announced is None or present != row.public_key:
        # Another call of the same till was first, since its row was read for this one.
        if present == row.public_key:
            raise Refused("auth.signature_wrong")
        signing.verify(present, request, stamp)
        return
    signing.verify(announced, request, stamp)
    with central.database.write() as connection:
        keep_former(central, connection, row)
        connection.execute(
            update(terminal).where(terminal.c.id == row.id).values(public_key=announced)
        )
        forget_next_key(connection, row.id)


def forget_next_key(connection: Connection, terminal_id: str) -> None:
    """Used, or the terminal was enrolled anew: whoever announced it before has no say any more."""
    connection.execute(delete(next_key).where(next_key.c.terminal_id == terminal_id))


def keep_former(central: Central, connection: Connection, row: Any) -> None:
    """Before another key takes the place of this terminal's."""
    kept = {
        "terminal_id": row.id,
        "public_key": row.public_key,
        "until_ms": central.clock.wall_ms(),
    }
    upsert(connection, former_key, [kept])


def keys_of(connection: Connection, terminal_id: str, present: bytes) -> list[bytes]:
    """Every key that may have signed a file of this terminal: present, announced and former."""
    announced = connection.execute(
        select(next_key.c.public_key).where(next_key.c.terminal_id == terminal_id)
    ).scalars()
    former = connection.execute(
        select(former_key.c.public_key).where(former_key.c.terminal_id == terminal_id)
    ).scalars()
    return [present, *announced, *former]
