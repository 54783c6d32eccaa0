"""Signing in by phone and SMS code; nobody learns from an answer whether a phone is a member's."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, delete, func, insert, select, update

from posapp.central.codes import CODE_DIGITS, DAY_MS, VALID_MS, check_pace
from posapp.central.factors import TRIES_A_CODE
from posapp.central.limits import PAGE_JOIN_MESSAGES_A_DAY, limit
from posapp.central.member_page import sessions
from posapp.central.phone_turns import take_turn
from posapp.central.proved_phones import provable, prove_by_code
from posapp.central.sms_texts import code_text
from posapp.central.tables.members import member, member_alias, member_token, subject_key
from posapp.central.tables.requests import one_time_code
from posapp.central.view import View
from posapp.domain.ids import is_uuid_text
from posapp.domain.member import checked_phone
from posapp.domain.phones import Region, typed_phone
from posapp.errors import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.keys import CentralKeys
    from posapp.central.member_page.site import Site
    from posapp.central.unit import Unit

PAGE: Final = "page"
"""The purpose of its codes. They are counted apart from those of the tills: whoever asks here for
codes to somebody's phone takes none of hers at the counter."""
JOIN: Final = "page_join"
"""That of codes to whoever joins without an invitation."""

_MEANT: Final = func.coalesce(member_alias.c.member_id, member.c.id)
_OWNER: Final = (
    select(_MEANT)
    .select_from(member)
    .join(member_token, member_token.c.member_id == member.c.id)
    .outerjoin(member_alias, member_alias.c.id == member.c.id)
    .join(subject_key, subject_key.c.subject_id == member.c.subject_id)
    .where(
        member_token.c.tenant_id == bindparam("of_tenant"),
        member_token.c.digest == bindparam("of_phone"),
        member.c.tenant_id == bindparam("of_tenant"),
        member.c.phone_verified == 1,
    )
    .order_by(member.c.id)
    .limit(1)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A code that was asked for: `text` is empty where the phone is nobody's."""

    send_id: str
    phone: str
    text: str

    def __repr__(self) -> str:
        return f"Asked({self.send_id})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A phone as somebody typed it, the region that she chose, her browser and her language."""

    phone: str
    region: Region
    browser: str
    language: str

    def __repr__(self) -> str:
        return f"Wanted({self.region})"


def ask_code(
    unit: Unit, site: Site, wanted: Wanted, *, anybody: bool = False, purpose: str = PAGE
) -> Asked:
    """Store a code for this phone and this browser; the caller commits, then sends its text: to
    members alone, or with `anybody` to whoever wants to become one.

    Raises Refused: as `typed_phone`, "codes.too_soon" (seconds), "codes.too_many_today", for every
    phone alike.
    """
    phone = typed_phone(wanted.phone, wanted.region)
    digest = _paced(unit, phone)
    take_turn(unit, digest)
    check_pace(unit, digest)
    send_id = unit.ids.new()
    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}d}"
    unit.connection.execute(
        insert(one_time_code).values(
            id=send_id,
            tenant_id=unit.tenant.id,
            shop_id=site.shop_id,
            purpose=purpose,
            phone_digest=digest,
            code_hash=unit.keys.code_hash(f"{send_id}/{wanted.browser}", code),
            sent_ms=unit.now_ms,
            expires_ms=unit.now_ms + VALID_MS,
        )
    )
    is_hers = anybody or _who_may_enter(unit, site, phone) is not None
    minutes = VALID_MS // 60_000
    text = code_text(PAGE, wanted.language, brand=site.brand, code=code, minutes=minutes)
    return Asked(send_id=send_id, phone=phone, text=text if is_hers else "")


def check_budget(unit: Unit, site: Site) -> None:
    """What joining without an invitation may cost the shop in a day.

    Raises Refused("page.join_full").
    """
    sent = unit.connection.execute(
        select(func.count()).where(
            one_time_code.c.tenant_id == unit.tenant.id,
            one_time_code.c.shop_id == site.shop_id,
            one_time_code.c.purpose == JOIN,
            one_time_code.c.sent_ms > unit.now_ms - DAY_MS,
        )
    ).scalar_one()
    if sent >= limit(unit.connection, unit.tenant.id, PAGE_JOIN_MESSAGES_A_DAY):
        raise Refused("page.join_full")


def check_code(
    unit: Unit, site: Site, *, phone_text: str, send_id: str, code: str, browser: str
) -> str | Refused:
    """The token of a new session. A wrong code is returned as Refused("codes.wrong", left) or
    Refused("codes.expired"), not raised, so that the try is committed.

    Raises Refused("member.phone_not_valid").
    """
    phone = checked_phone(phone_text)
    may_enter = _who_may_enter(unit, site, phone) is not None
    tried = Tried(phone=phone, send_id=send_id, code=code, browser=browser)
    wrong = try_code(unit, site, tried, may_enter=may_enter)
    owner = owner_by_code(unit, site, phone) if wrong is None else None
    if owner is None:
        return wrong or Refused("codes.expired")
    return begin_session(unit, site, owner, phone)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """A code as somebody typed it, for the phone and in the browser that asked for it."""

    phone: str
    send_id: str
    code: str
    browser: str

    def __repr__(self) -> str:
        return f"Tried({self.send_id})"


def try_code(unit: Unit, site: Site, tried: Tried, *, may_enter: bool) -> Refused | None:
    """None for the right code, which is used then. Without `may_enter` none is right."""
    if not is_uuid_text(tried.send_id):
        return Refused("codes.expired")
    row = unit.connection.execute(
        select(one_time_code)
        .where(
            one_time_code.c.id == tried.send_id,
            one_time_code.c.tenant_id == unit.tenant.id,
            one_time_code.c.shop_id == site.shop_id,
            one_time_code.c.purpose.in_((PAGE, JOIN)),
            one_time_code.c.phone_digest == _paced(unit, tried.phone),
        )
        .with_for_update()
    ).first()
    if row is None or row.used or row.expires_ms <= unit.now_ms or row.tries >= TRIES_A_CODE:
        return Refused("codes.expired")
    given = unit.keys.code_hash(f"{row.id}/{tried.browser}", tried.code.strip())
    is_right = hmac.compare_digest(row.code_hash, given) and may_enter
    unit.connection.execute(
        update(one_time_code)
        .where(one_time_code.c.id == row.id)
        .values(tries=row.tries + (0 if is_right else 1), used=int(is_right))
    )
    return None if is_right else Refused("codes.wrong", left=TRIES_A_CODE - row.tries - 1)


def begin_session(unit: Unit, site: Site, member_id: str, phone: str) -> str:
    """The token of a session of whoever answered with this phone."""
    return sessions.begin(unit, site, member_id, unit.keys.blind(unit.tenant.id, "phone", phone))


def forget_old_codes(connection: Connection, tenant_id: str, now_ms: int) -> None:
    """Those that count for no pace any more."""
    connection.execute(
        delete(one_time_code).where(
            one_time_code.c.tenant_id == tenant_id,
            one_time_code.c.purpose.in_((PAGE, JOIN)),
            one_time_code.c.sent_ms <= now_ms - DAY_MS,
        )
    )


def paced_digest(keys: CentralKeys, tenant_id: str, phone: str) -> bytes:
    """Under what codes for the page are counted and kept."""
    return keys.blind(tenant_id, "page phone", phone)


def _paced(unit: Unit, phone: str) -> bytes:
    return paced_digest(unit.keys, unit.tenant.id, phone)


def owner_by_code(unit: Unit, site: Site, phone: str) -> str | None:
    """Whose page a code to this phone opens once it was right; what it proves is kept."""
    verified = owner_of(unit, phone)
    return verified or prove_by_code(unit, _view(unit, site), phone, by=PAGE)


def _who_may_enter(unit: Unit, site: Site, phone: str) -> str | None:
    return owner_of(unit, phone) or provable(unit, _view(unit, site), phone)


def _view(unit: Unit, site: Site) -> View:
    return View(
        connection=unit.connection,
        tenant=unit.tenant,
        keys=unit.keys,
        now_ms=unit.now_ms,
        shop_id=site.shop_id,
    )


def owner_of(unit: Unit, phone: str) -> str | None:
    """The member whose verified phone this is, or whom she became one with. One that nobody
    verified opens no account: a slip of the clerk's finger would show a stranger somebody else's
    money.
    """
    asked = {
        "of_tenant": unit.tenant.id,
        "of_phone": unit.keys.blind(unit.tenant.id, "phone", phone),
    }
    found: str | None = unit.connection.execute(_OWNER, asked).scalar()
    return found
