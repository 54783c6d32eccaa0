"""What she asks of the house on her page: a correction or a deletion, as a case for a person."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlalchemy import select

from posapp.central.members import all_ids_of
from posapp.central.privacy.requests import ask_erasure
from posapp.central.tables.inbox import case
from posapp.central.tables.member_page import member_request
from posapp.central.tables.members import member, subject_key
from posapp.errors import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.keys import CentralKeys
    from posapp.central.unit import Unit

CORRECTION: Final = "correction"
DELETION: Final = "deletion"
CASE_OF: Final = {
    CORRECTION: "member.asks_correction",
    DELETION: "member.asks_deletion",
}
MOST_WORDS: Final = 500
MOST_WAITING: Final = 5
_NONCE_BYTES: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A request of hers; `words` are empty where none were given or her key is gone."""

    id: str
    member_id: str
    case_id: str
    kind: str
    number: str
    words: str
    at_ms: int
    is_waiting: bool

    def __repr__(self) -> str:
        return f"Asking({self.kind}, {self.id})"


def ask(unit: Unit, member_id: str, kind: str, words: str = "") -> None:
    """Write it down and open its case, which names her by number alone.

    Raises Refused: "page.words_missing", "page.words_too_long" (most), "page.asked_already" for a
    second deletion, or more corrections than a person can mean, while they wait.
    """
    plain = _plain(words)
    if kind == CORRECTION and not plain:
        raise Refused("page.words_missing")
    if len(plain) > MOST_WORDS:
        raise Refused("page.words_too_long", most=MOST_WORDS)
    # On a server she stays locked until the end: two of her windows ask one after the other.
    unit.know_members({member_id})
    asked = askings_of(unit.connection, unit.keys, unit.tenant.id, member_id)
    waiting = sum(each.is_waiting and each.kind == kind for each in asked)
    if waiting >= (1 if kind == DELETION else MOST_WAITING):
        raise Refused("page.asked_already")
    row = unit.connection.execute(_keys(member.c.id == member_id)).one()
    request_id = unit.ids.new()
    case_id = unit.open_case(CASE_OF[kind], None, None, member=row.number)
    if kind == DELETION:
        ask_erasure(unit, member_id, "page")
    unit.insert(
        member_request,
        id=request_id,
        tenant_id=unit.tenant.id,
        member_id=member_id,
        case_id=case_id,
        kind=kind,
        words=_sealed(unit.keys, row, request_id, plain) if plain else None,
        at_ms=unit.now_ms,
    )


def askings_of(
    connection: Connection, keys: CentralKeys, tenant_id: str, member_id: str
) -> tuple[Asking, ...]:
    """Hers, newest first, also of a file that became hers: its words are under that one's key."""
    ids = all_ids_of(connection, tenant_id, member_id)
    return _read(connection, keys, member_request.c.member_id.in_(ids))


def askings_waiting(
    connection: Connection, keys: CentralKeys, tenant_id: str
) -> tuple[Asking, ...]:
    """Those of all members whose case nobody has closed, newest first."""
    found = _read(connection, keys, member_request.c.tenant_id == tenant_id, case.c.closed == 0)
    return tuple(each for each in found if each.is_waiting)


def _read(connection: Connection, keys: CentralKeys, *which: Any) -> tuple[Asking, ...]:
    rows = connection.execute(
        select(
            member_request,
            member.c.number,
            member.c.subject_id,
            subject_key.c.wrapped_key,
            case.c.closed,
        )
        .join(member, member.c.id == member_request.c.member_id)
        .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .outerjoin(case, case.c.id == member_request.c.case_id)
        .where(*which)
        .order_by(member_request.c.at_ms.desc(), member_request.c.id.desc())
    )
    return tuple(
        Asking(
            id=row.id,
            member_id=row.member_id,
            case_id=row.case_id,
            kind=row.kind,
            number=row.number,
            words=_opened(keys, row),
            at_ms=row.at_ms,
            is_waiting=row.closed == 0,
        )
        for row in rows
    )


def _plain(words: str) -> str:
    """Without what would steer a terminal or hide a part; lines stay lines."""
    lines = words.replace("\r\n", "\n")
    kept = (mark for mark in lines if mark == "\n" or unicodedata.category(mark)[0] != "C")
    return "".join(kept).strip()


def _keys(which: Any) -> Any:
    return (
        select(member.c.number, member.c.subject_id, subject_key.c.wrapped_key)
        .join(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(which)
    )


def _sealed(keys: CentralKeys, row: Any, request_id: str, words: str) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    cipher = ChaCha20Poly1305(keys.unwrap(row.wrapped_key, row.subject_id))
    return nonce + cipher.encrypt(nonce, words.encode(), request_id.encode())


def _opened(keys: CentralKeys, row: Any) -> str:
    if row.words is None or row.wrapped_key is None:
        return ""
    cipher = ChaCha20Poly1305(keys.unwrap(row.wrapped_key, row.subject_id))
    nonce, body = row.words[:_NONCE_BYTES], row.words[_NONCE_BYTES:]
    return cipher.decrypt(nonce, body, row.id.encode()).decode()
