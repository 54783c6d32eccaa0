"""What a member agreed to: entries that are only added, of which the last of a purpose holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from posapp.central.tables.registration import consent_entry
from posapp.central.tagging.consent import forget_profile
from posapp.domain.consents import NECESSARY, Purpose
from posapp.errors import Refused
from posapp.wire.consents import ConsentShown

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit
    from posapp.domain.member import Consent

_OF_MEMBER: Final = (
    select(consent_entry)
    .where(consent_entry.c.member_id == bindparam("of_member"))
    .order_by(consent_entry.c.at_ms, consent_entry.c.id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said of one purpose, when, how, and before whom; `event_id` where a fact
    brought it, `terminal_id` where it was said at a till.
    """

    purpose: Purpose
    given: bool
    policy_version: str
    channel: str
    at_ms: int
    by_guardian: bool = False
    staff_id: str = ""
    staff_name: str = ""
    terminal_id: str | None = None
    event_id: str | None = None


def add_statement(unit: Unit, member_id: str, said: Statement) -> None:
    """Raises Refused("consent.necessary") for withdrawing what membership stands on: who wants
    that leaves, and her account is closed.
    """
    if said.purpose in NECESSARY and not said.given:
        raise Refused("consent.necessary")
    unit.insert(
        consent_entry,
        id=unit.ids.new(),
        tenant_id=unit.tenant.id,
        member_id=member_id,
        purpose=said.purpose.value,
        given=int(said.given),
        by_guardian=int(said.by_guardian),
        policy_version=said.policy_version,
        channel=said.channel,
        at_ms=said.at_ms,
        staff_id=said.staff_id,
        staff_name=said.staff_name,
        terminal_id=said.terminal_id,
        event_id=said.event_id,
    )
    if said.purpose is Purpose.PROFILING and not said.given:
        forget_profile(unit, member_id)


def add_registered(unit: Unit, arrival: Arrival, member_id: str, consent: Consent) -> None:
    """Everything that she was asked when she registered, also what she did not agree to."""
    head = arrival.head
    for purpose, given in _said(consent).items():
        add_statement(
            unit,
            member_id,
            Statement(
                purpose=purpose,
                given=given,
                policy_version=consent.policy_version,
                channel=consent.channel,
                at_ms=consent.at_ms,
                by_guardian=consent.by_guardian,
                staff_id=head.actor.id,
                staff_name=head.actor.name,
                terminal_id=head.terminal_id,
                event_id=head.event_id,
            ),
        )


def entries_of(connection: Connection, member_id: str) -> tuple[ConsentShown, ...]:
    """Everything that she ever said, oldest first."""
    rows = connection.execute(_OF_MEMBER, {"of_member": member_id})
    return tuple(
        ConsentShown(
            purpose=row.purpose,
            given=bool(row.given),
            by_guardian=bool(row.by_guardian),
            policy_version=row.policy_version,
            channel=row.channel,
            at_ms=row.at_ms,
            by=row.staff_name,
        )
        for row in rows
    )


def in_force(entries: tuple[ConsentShown, ...]) -> tuple[ConsentShown, ...]:
    """The last entry of each purpose, in the order in which the purposes are listed."""
    last = {each.purpose: each for each in entries}
    return tuple(last[purpose] for purpose in Purpose if purpose.value in last)


def agrees(connection: Connection, member_id: str, purpose: Purpose) -> bool:
    """Whether her data may be used for this now; what she was never asked she did not agree to."""
    states = in_force(entries_of(connection, member_id))
    return any(each.given for each in states if each.purpose == purpose)


def _said(consent: Consent) -> dict[Purpose, bool]:
    known = {each.value for each in Purpose}
    said = {
        Purpose(each): each in consent.given
        for each in (*consent.asked, *consent.given)
        if each in known
    }
    if consent.marketing:
        said[Purpose.MARKETING] = True
    return said | dict.fromkeys(NECESSARY, True)
