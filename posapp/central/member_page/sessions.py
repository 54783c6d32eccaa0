"""Who is signed in: a row for each browser with digests alone, for a short time."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, func, select, update

from posapp.central.tables.member_page import page_session
from posapp.central.tables.members import member, member_alias, member_token, subject_key

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.keys import CentralKeys
    from posapp.central.member_page.site import Site
    from posapp.central.unit import Unit

IDLE_MS: Final = 30 * 60_000
LONGEST_MS: Final = 12 * 3_600_000
_NOTED_EVERY_MS: Final = 60_000
_PURPOSE: Final = "member page session"

_MEANT: Final = func.coalesce(member_alias.c.member_id, member_token.c.member_id)
_SESSION: Final = (
    select(page_session.c.member_id, page_session.c.seen_ms)
    .join(member, member.c.id == page_session.c.member_id)
    .join(subject_key, subject_key.c.subject_id == member.c.subject_id)
    .join(
        member_token,
        (member_token.c.tenant_id == member.c.tenant_id)
        & (member_token.c.digest == page_session.c.phone_digest),
    )
    .outerjoin(member_alias, member_alias.c.id == member_token.c.member_id)
    .where(
        page_session.c.digest == bindparam("of_digest"),
        page_session.c.shop_id == bindparam("of_shop"),
        page_session.c.seen_ms > bindparam("idle_since"),
        page_session.c.begun_ms > bindparam("oldest"),
        page_session.c.member_id == _MEANT,
    )
)
"""Only while the phone that was given the code is still hers, and she is not forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A browser in which a member signed in."""

    member_id: str
    digest: bytes
    seen_ms: int


def new_token() -> str:
    """What a browser is given; central keeps its digest."""
    return secrets.token_urlsafe(32)


def begin(unit: Unit, site: Site, member_id: str, phone_digest: bytes) -> str:
    """A new session, under a token that nobody had before. Returns the token."""
    token = new_token()
    unit.insert(
        page_session,
        digest=digest_of(unit.keys, token),
        tenant_id=unit.tenant.id,
        shop_id=site.shop_id,
        member_id=member_id,
        phone_digest=phone_digest,
        begun_ms=unit.now_ms,
        seen_ms=unit.now_ms,
    )
    return token


def find(
    connection: Connection, keys: CentralKeys, site: Site, token: str, now_ms: int
) -> Session | None:
    """The session of a token, or None once it is over."""
    if not token:
        return None
    digest = digest_of(keys, token)
    asked = {
        "of_digest": digest,
        "of_shop": site.shop_id,
        "idle_since": now_ms - IDLE_MS,
        "oldest": now_ms - LONGEST_MS,
    }
    row = connection.execute(_SESSION, asked).first()
    if row is None:
        return None
    return Session(member_id=row.member_id, digest=digest, seen_ms=row.seen_ms)


def is_to_note(session: Session, now_ms: int) -> bool:
    """Whether its use is worth a write: once a minute is enough."""
    return now_ms - session.seen_ms > _NOTED_EVERY_MS


def note(connection: Connection, session: Session, now_ms: int) -> None:
    connection.execute(
        update(page_session).where(page_session.c.digest == session.digest).values(seen_ms=now_ms)
    )


def end(connection: Connection, session: Session, *, everywhere: bool) -> None:
    """Sign out this browser, or every one that she signed in with."""
    mine = page_session.c.digest == session.digest
    all_hers = page_session.c.member_id == session.member_id
    connection.execute(delete(page_session).where(all_hers if everywhere else mine))


def end_all(connection: Connection, member_id: str) -> None:
    """Whoever signed in as this member signs in anew, as whom she is then."""
    connection.execute(delete(page_session).where(page_session.c.member_id == member_id))


def forget_ended(connection: Connection, tenant_id: str, now_ms: int) -> None:
    connection.execute(
        delete(page_session).where(
            page_session.c.tenant_id == tenant_id, page_session.c.begun_ms <= now_ms - LONGEST_MS
        )
    )


def digest_of(keys: CentralKeys, token: str) -> bytes:
    return keys.code_hash(_PURPOSE, token)
