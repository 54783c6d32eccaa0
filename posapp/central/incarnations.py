"""Which incarnation a till goes on under: a restored or copied till gets a new one, remembered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from posapp.central.feed import read_epoch
from posapp.central.inbox_state import read_head
from posapp.central.tables.inbox import fork
from posapp.central.tables.recovery import incarnation
from posapp.central.tables.shops import terminal
from posapp.errors import Refused
from posapp.wire.sync import NewIncarnation

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.caller import Caller
    from posapp.central.service import Central
    from posapp.wire.sync import HelloRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The incarnation to go on under, and why when it is a new one."""

    incarnation: int
    because: str = ""


def settle_incarnation(central: Central, caller: Caller, asked: HelloRequest) -> Standing:
    """Compare where the till says that it stands with what central holds of it.

    What a till already had under an old incarnation is still taken when it is pushed; only its new
    entries go under the new one.
    Raises Refused("sync.of_another_till", "auth.incarnation_unknown").
    """
    if (asked.terminal_id, asked.incarnation) != (caller.terminal_id, caller.incarnation):
        raise Refused("sync.of_another_till")
    with central.database.read() as connection:
        reason = _reason(connection, caller, asked)
    if reason is None and asked.incarnation <= caller.newest:
        return Standing(incarnation=asked.incarnation)
    with central.database.write() as connection:
        if reason is None:
            return _recognised(connection, caller, asked)
        return _renewed(central, connection, caller, asked)


def _reason(connection: Connection, caller: Caller, asked: HelloRequest) -> NewIncarnation | None:
    """Why this journal cannot go on as it is; None where it can."""
    seq, chain, _ = read_head(connection, caller)
    if asked.max_seq < seq:
        return NewIncarnation.RESTORED
    if 0 < seq == asked.max_seq and asked.chain_head != chain.hex():
        return NewIncarnation.COPIED
    if asked.forked and _has_fork(connection, caller):
        return NewIncarnation.COPIED
    return None


def _has_fork(connection: Connection, caller: Caller) -> bool:
    found = select(fork.c.id).where(
        fork.c.terminal_id == caller.terminal_id, fork.c.incarnation == caller.incarnation
    )
    return connection.execute(found.limit(1)).first() is not None


def _recognised(connection: Connection, caller: Caller, asked: HelloRequest) -> Standing:
    """An incarnation that central gave and forgot when it was restored itself."""
    if asked.epoch == read_epoch(connection):
        raise Refused("auth.incarnation_unknown")
    connection.execute(
        update(terminal)
        .where(terminal.c.id == caller.terminal_id, terminal.c.incarnation < asked.incarnation)
        .values(incarnation=asked.incarnation)
    )
    return Standing(incarnation=asked.incarnation)


def _renewed(
    central: Central, connection: Connection, caller: Caller, asked: HelloRequest
) -> Standing:
    """Give the next one; whoever asks again from the same place, before using it, gets it again."""
    known = connection.execute(
        select(terminal.c.incarnation).where(terminal.c.id == caller.terminal_id).with_for_update()
    ).scalar_one()
    reason = _reason(connection, caller, asked)
    if reason is None:
        return Standing(incarnation=asked.incarnation)
    again = _given_before(connection, caller, asked)
    if again is not None:
        return again
    given = max(known, asked.incarnation) + 1
    now_ms = central.clock.wall_ms()
    connection.execute(
        insert(incarnation).values(
            terminal_id=caller.terminal_id,
            incarnation=given,
            from_incarnation=asked.incarnation,
            max_seq=asked.max_seq,
            chain_head=_link(asked.chain_head),
            reason=reason.value,
            at_ms=now_ms,
        )
    )
    connection.execute(
        update(terminal).where(terminal.c.id == caller.terminal_id).values(incarnation=given)
    )
    unit = central.new_unit(connection, caller.tenant)
    unit.open_case(
        f"till.{reason.value}",
        caller.terminal_id,
        None,
        incarnation=given,
        from_incarnation=asked.incarnation,
        max_seq=asked.max_seq,
    )
    unit.flush()
    return Standing(incarnation=given, because=reason.value)


def _given_before(connection: Connection, caller: Caller, asked: HelloRequest) -> Standing | None:
    """The answer to the same question was lost: the newest, as long as nobody journalled in it."""
    row = connection.execute(
        select(incarnation)
        .where(incarnation.c.terminal_id == caller.terminal_id)
        .order_by(incarnation.c.incarnation.desc())
        .limit(1)
    ).first()
    if row is None or (row.from_incarnation, row.max_seq, row.chain_head) != (
        asked.incarnation,
        asked.max_seq,
        _link(asked.chain_head),
    ):
        return None
    seq, _, _ = read_head(connection, replace(caller, incarnation=row.incarnation))
    return None if seq else Standing(incarnation=row.incarnation, because=row.reason)


def _link(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise Refused("wire.not_understood", reason="chain_head") from error
