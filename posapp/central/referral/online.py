"""Somebody becomes a member on the page: the same steps as at a till, in one transaction."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.central.apply_member import keep_member, owner_of_phone
from posapp.central.member_page.sign_in import Tried, begin_session, owner_by_code, try_code
from posapp.central.numbers import next_member_number
from posapp.central.referral.joining import BROWSER, Joined, refer
from posapp.central.registration.consents import Heard, add_said
from posapp.domain.consents import Purpose
from posapp.domain.member import Consent, Profile, checked_phone
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.member_page.site import Site
    from posapp.central.unit import Unit

BY_FRIEND: Final = "friend"
BY_HERSELF: Final = "online"
CHANNEL: Final = "page"
TIER: Final = "ordinary"
_KEY_BYTES: Final = 32
_DEVICE: Final = "referral device"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What she sends: the code of the message, the invitation if there is one, what she was asked
    and agrees to, purpose by purpose.
    """

    tried: Tried
    invite: str
    agrees: bool
    is_of_age: bool
    asked: tuple[str, ...]
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """A session; `is_new` unless she was a member already."""

    token: str
    is_new: bool

    def __repr__(self) -> str:
        return "Entered(********)"


def join_online(unit: Unit, site: Site, wish: Wish) -> Entered | Refused:
    """A wrong code is returned, not raised, so that the try is committed.

    Raises Refused: "page.join_not_agreed", "page.join_minor", "member.phone_not_valid",
    "page.join_at_counter" for a phone whose member never proved it.
    """
    if not wish.is_of_age:
        raise Refused("page.join_minor")
    if not wish.agrees:
        raise Refused("page.join_not_agreed")
    phone = checked_phone(wish.tried.phone)
    # First of all, as at a till: whoever registers this phone elsewhere comes after this.
    known = owner_of_phone(unit, phone)
    wrong = try_code(unit, site, wish.tried, may_enter=True)
    if wrong is not None:
        return wrong
    if known is None:
        member_id = _register(unit, site, wish, phone)
        return Entered(token=begin_session(unit, site, member_id, phone), is_new=True)
    hers = owner_by_code(unit, site, phone)
    if hers is None:
        raise Refused("page.join_at_counter")
    return Entered(token=begin_session(unit, site, hers, phone), is_new=False)


def _register(unit: Unit, site: Site, wish: Wish, phone: str) -> str:
    member_id = unit.ids.new()
    profile = Profile(phone=phone, referrer=wish.invite)
    consent = Consent(
        policy_version=site.policy_version,
        channel=CHANNEL,
        at_ms=unit.now_ms,
        marketing=Purpose.MARKETING.value in wish.given,
        asked=wish.asked,
        given=wish.given,
    )
    keep_member(
        unit,
        member_id=member_id,
        subject_id=unit.ids.new(),
        number=next_member_number(unit.connection, unit.tenant.id),
        tier=TIER,
        profile=profile,
        key=secrets.token_bytes(_KEY_BYTES),
        consent=consent,
        source=BY_FRIEND if wish.invite else BY_HERSELF,
    )
    add_said(unit, member_id, consent, Heard())
    joined = Joined(
        member_id=member_id,
        profile=profile,
        is_proven=True,
        device=BROWSER + unit.keys.code_hash(_DEVICE, wish.tried.browser).hex()[:40],
        shop_id=site.shop_id,
        terminal_id=None,
        at_ms=unit.now_ms,
    )
    refer(unit, joined)
    return member_id
