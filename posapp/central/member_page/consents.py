"""What she agreed to, purpose by purpose: read for her page, given and withdrawn from it.

The page knows consents through `consents_of` and `set_consent` alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, update

from posapp.central.tables.members import member
from posapp.domain.member import Consent
from posapp.errors import Refused
from posapp.wire.canonical import decode, encode

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.unit import Unit

MEMBERSHIP: Final = "membership"
MARKETING: Final = "marketing"
FREE: Final = (MARKETING,)
"""Purposes that she may refuse and stay a member."""

CHANNEL: Final = "member_page"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentShown:
    """How one purpose stands, under which version of the policy, since when."""

    purpose: str
    is_given: bool
    policy_version: str
    at_ms: int


def consents_of(connection: Connection, member_id: str) -> tuple[ConsentShown, ...]:
    """Every purpose, the one that membership rests on first."""
    kept = _kept(connection, member_id)
    return tuple(
        ConsentShown(
            purpose=purpose,
            is_given=is_given,
            policy_version=kept.policy_version,
            at_ms=kept.at_ms,
        )
        for purpose, is_given in ((MEMBERSHIP, True), (MARKETING, kept.marketing))
    )


def set_consent(
    unit: Unit, member_id: str, purpose: str, *, is_given: bool, policy_version: str
) -> None:
    """Give or withdraw one purpose. Raises Refused("page.consent_not_free") for the others."""
    if purpose not in FREE:
        raise Refused("page.consent_not_free")
    locked = select(member.c.id).where(member.c.id == member_id).with_for_update(key_share=True)
    unit.connection.execute(locked)
    kept = replace(
        _kept(unit.connection, member_id),
        marketing=is_given,
        policy_version=policy_version,
        channel=CHANNEL,
        at_ms=unit.now_ms,
    )
    unit.connection.execute(
        update(member).where(member.c.id == member_id).values(consent=encode(kept).decode())
    )


def _kept(connection: Connection, member_id: str) -> Consent:
    body: str = connection.execute(
        select(member.c.consent).where(member.c.id == member_id)
    ).scalar_one()
    return decode(body, Consent) if body else Consent(policy_version="", channel="", at_ms=0)
