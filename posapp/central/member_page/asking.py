"""What she asks of the house on her page: a correction or a deletion, as a case for a person."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from sqlalchemy import select, update

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
_ANSWER: Final = "answer"
"""Set behind the id under which words are sealed: an answer can never stand as her words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A request of hers; `words` and `answer` are empty where there are none or her key is gone."""

    id: str
    member_id: str
    case_id: str
    kind: str
    number: str
    words: str
    at_ms: int
    is_waiting: bool
    answer: str = ""

    def __repr__(self) -> str:
        return f"Asking({self.kind}, {self.id})"


def ask(unit: Unit, member_id: str, kind: str, words: str = "") -> None:
    """Write it down and open its case, which names her by her id alone.

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
    case_id = unit.open_case(CASE_OF[kind], None, None, member=member_id)
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
        answer=None,
        answered_ms=None,
    )


def answer(unit: Unit, case_id: str, words: str) -> None:
    """What she reads on her page about what she asked in this case.

    Raises Refused("case.unknown") where nobody asked anything, or her key is gone, and
    "wire.not_understood" for an answer that is none.
    """
    plain = _plain(words)
    if not 0 < len(plain) <= MOST_WORDS:
        raise Refused("wire.not_understood", reason="answer")
    mine = (member_request.c.case_id == case_id, member_request.c.tenant_id == unit.tenant.id)
    asked = unit.connection.execute(select(member_request).where(*mine)).first()
    row = None
    if asked is not None:
        row = unit.connection.execute(_keys(member.c.id == asked.member_id)).first()
    if asked is None or row is None:
        raise Refused("case.unknown")
    sealed = _sealed(unit.keys, row, asked.id + _ANSWER, plain)
    unit.connection.execute(
        update(member_request).where(*mine).values(answer=sealed, answered_ms=unit.now_ms)
    )


def asking_of(
    connection: Connection, keys: CentralKeys, tenant_id: str, case_id: str
) -> Asking | None:
    """What was asked in a case that waits; None where the case is another's."""
    mine = (member_request.c.tenant_id == tenant_id, member_request.c.case_id == case_id)
    return next(iter(_read(connection, keys, *mine)), None)


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
            words=_opened(keys, row, row.words, row.id),
            at_ms=row.at_ms,
            is_waiting=row.closed == 0,
            answer=_opened(keys, row, row.answer, row.id + _ANSWER),
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


def _sealed(keys: CentralKeys, row: Any, owner: str, words: str) -> bytes:
    nonce = os.urandom(_NONCE_BYTES)
    cipher = ChaCha20Poly1305(keys.unwrap(row.wrapped_key, row.subject_id))
    return nonce + cipher.encrypt(nonce, words.encode(), owner.encode())


def _opened(keys: CentralKeys, row: Any, sealed: bytes | None, owner: str) -> str:
    if sealed is None or row.wrapped_key is None:
        return ""
    cipher = ChaCha20Poly1305(keys.unwrap(row.wrapped_key, row.subject_id))
    nonce, body = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    return cipher.decrypt(nonce, body, owner.encode()).decode()
