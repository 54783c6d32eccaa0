"""Requests by id: the same id and body get the same answer, another body is refused."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec
from sqlalchemy import delete, insert, select, update

from posapp.central.tables.requests import idem
from posapp.errors import Refused
from posapp.wire.canonical import decode, encode

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

R = TypeVar("R", bound=msgspec.Struct)

RUNNING: Final = "running"
DONE: Final = "done"
_STUCK_MS: Final = 30_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestKey:
    """Who asked what under which id, with the digest of the body. `now_ms` dates the row."""

    terminal_id: str
    request: str
    body_sha256: bytes
    now_ms: int

    @classmethod
    def of(
        cls, terminal_id: str, path: str, chosen_id: str, body: bytes, now_ms: int
    ) -> RequestKey:
        return cls(
            terminal_id=terminal_id,
            request=f"{path}#{chosen_id}"[:200],
            body_sha256=hashlib.sha256(body).digest(),
            now_ms=now_ms,
        )


def answered(
    connection: Connection, key: RequestKey, request_id: str, kind: type[R], make: Callable[[], R]
) -> R:
    """The stored answer, or a new one, stored in the same transaction as what it did.

    Raises Refused("request.other_body", "request.running").
    """
    stored = _read(connection, key)
    if stored is not None:
        return _again(stored, request_id, kind)
    reply = make()
    connection.execute(insert(idem).values(**_row(key, DONE, encode(reply))))
    return reply


def start(connection: Connection, key: RequestKey, request_id: str, kind: type[R]) -> R | None:
    """For work outside a transaction: mark it as running, or give the answer that stands.

    Raises Refused("request.other_body", "request.running").
    """
    stored = _read(connection, key)
    if stored is not None and not _is_stuck(stored, key.now_ms):
        return _again(stored, request_id, kind)
    connection.execute(delete(idem).where(*_is(key)))
    connection.execute(insert(idem).values(**_row(key, RUNNING, None)))
    return None


def finish(connection: Connection, key: RequestKey, reply: msgspec.Struct) -> None:
    connection.execute(
        update(idem).where(*_is(key)).values(state=DONE, status=200, body=encode(reply))
    )


def give_up(connection: Connection, key: RequestKey) -> None:
    """Nothing happened: the same id may try again."""
    connection.execute(delete(idem).where(*_is(key), idem.c.state == RUNNING))


def _read(connection: Connection, key: RequestKey) -> Any:
    row = connection.execute(select(idem).where(*_is(key))).first()
    if row is not None and row.request_hash != key.body_sha256:
        raise Refused("request.other_body")
    return row


def _again(stored: Any, request_id: str, kind: type[R]) -> R:
    if stored.state == RUNNING:
        raise Refused("request.running")
    return msgspec.structs.replace(decode(stored.body, kind), request_id=request_id)


def _is_stuck(stored: Any, now_ms: int) -> bool:
    """The process that ran it is gone: its transaction never finished, so nothing happened."""
    return bool(stored.state == RUNNING and now_ms - stored.at_ms > _STUCK_MS)


def _is(key: RequestKey) -> tuple[Any, Any]:
    return idem.c.terminal_id == key.terminal_id, idem.c.request == key.request


def _row(key: RequestKey, state: str, body: bytes | None) -> dict[str, Any]:
    return {
        "terminal_id": key.terminal_id,
        "request": key.request,
        "request_hash": key.body_sha256,
        "state": state,
        "status": 200 if state == DONE else 0,
        "body": body,
        "at_ms": key.now_ms,
    }
