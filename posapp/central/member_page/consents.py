"""What she agreed to, purpose by purpose: read for her page, given and withdrawn from it.

The page knows consents through `consents_of` and `set_consent` alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.registration.consents import Statement, entries_of, in_force, say_now
from posapp.central.registration.guarding import is_guarded
from posapp.central.tables.shops import setting
from posapp.domain.consents import NECESSARY, Purpose, parse_purposes
from posapp.errors import Refused
from posapp.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.unit import Unit

FREE: Final = tuple(each.value for each in Purpose if each not in NECESSARY)
"""Purposes that she may refuse and stay a member."""

CHANNEL: Final = "page"
_ASKED: Final = "consent_purposes"
_NO_CAMERA: Final = (Purpose.FACE,)
"""What nobody can be asked for here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentShown:
    """How one purpose stands, under which version of the policy, since when."""

    purpose: str
    is_given: bool
    policy_version: str
    at_ms: int


def consents_of(connection: Connection, member_id: str) -> tuple[ConsentShown, ...]:
    """Every purpose that she was asked, and advertising also where she never was."""
    said = in_force(entries_of(connection, member_id))
    shown = [
        ConsentShown(
            purpose=each.purpose,
            is_given=each.given,
            policy_version=each.policy_version,
            at_ms=each.at_ms,
        )
        for each in said
    ]
    if all(each.purpose != Purpose.MARKETING.value for each in said):
        shown.append(
            ConsentShown(
                purpose=Purpose.MARKETING.value, is_given=False, policy_version="", at_ms=0
            )
        )
    return tuple(shown)


def asked_here(connection: Connection, tenant_id: str) -> tuple[str, ...]:
    """The purposes that the operator asks for one by one, as the tills ask for them too."""
    value = connection.execute(
        select(setting.c.value).where(setting.c.tenant_id == tenant_id, setting.c.name == _ASKED)
    ).scalar()
    text = Settings().consent_purposes if value is None else str(json.loads(value))
    return tuple(each.value for each in parse_purposes(text) if each not in _NO_CAMERA)


def set_consent(
    unit: Unit, member_id: str, purpose: str, *, is_given: bool, policy_version: str
) -> None:
    """Give or withdraw one purpose. Raises Refused("page.consent_not_free") for the others, and
    "consent.guardian_needed" where a child would agree alone.
    """
    if purpose not in FREE:
        raise Refused("page.consent_not_free")
    if is_given and is_guarded(unit, member_id):
        raise Refused("consent.guardian_needed")
    say_now(
        unit,
        member_id,
        Statement(
            purpose=Purpose(purpose),
            given=is_given,
            policy_version=policy_version,
            channel=CHANNEL,
        ),
    )
