"""What a member agreed to: entries that are only added, of which the last of a purpose holds."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
    from posapp.wire.facts import WithdrawalData

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
    at_ms: int = 0
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


def say_now(unit: Unit, member_id: str, said: Statement) -> None:
    """What is said to central itself counts from now on, also where the clock of the till that
    wrote down the last entry runs ahead. Raises as `add_statement`.
    """
    before = entries_of(unit.connection, member_id)
    latest = max((each.at_ms for each in before if each.purpose == said.purpose), default=0)
    add_statement(unit, member_id, replace(said, at_ms=max(unit.now_ms, latest + 1)))


def apply_withdrawal(unit: Unit, arrival: Arrival, data: WithdrawalData) -> None:
    """What she withdrew where nobody was reached. It holds from when she said it: what she gave
    again after that stands, and who did not know better gave it before.

    Raises Refused: "member.unknown", "consent.necessary", "wire.not_understood".
    """
    member_id = unit.member(data.member_id)
    if member_id is None:
        raise Refused("member.unknown")
    if data.purpose not in set(Purpose):
        raise Refused("wire.not_understood", reason="purpose")
    head = arrival.head
    said = Statement(
        purpose=Purpose(data.purpose),
        given=False,
        policy_version=data.policy_version,
        channel=data.channel,
        at_ms=head.at_ms,
        staff_id=head.actor.id,
        staff_name=head.actor.name,
        terminal_id=head.terminal_id,
        event_id=head.event_id,
    )
    add_statement(unit, member_id, said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Before whom something was said; nobody where central's own work brings it."""

    staff_id: str = ""
    staff_name: str = ""
    terminal_id: str | None = None
    event_id: str | None = None


def add_registered(unit: Unit, arrival: Arrival, member_id: str, consent: Consent) -> None:
    """Everything that she was asked when she registered, also what she did not agree to."""
    head = arrival.head
    heard = Heard(
        staff_id=head.actor.id,
        staff_name=head.actor.name,
        terminal_id=head.terminal_id,
        event_id=head.event_id,
    )
    add_said(unit, member_id, consent, heard)


def add_said(unit: Unit, member_id: str, consent: Consent, heard: Heard) -> None:
    """A statement for each purpose that she was asked."""
    for purpose, given in _said(consent).items():
        add_statement(unit, member_id, _statement(consent, heard, purpose, given=given))


def begin_anew(unit: Unit, member_id: str, consent: Consent, heard: Heard) -> None:
    """Somebody else has the file from now on: what the one before agreed to counts no more,
    whatever the clock said by which it was written down.
    """
    before, said = entries_of(unit.connection, member_id), _said(consent)
    latest = max((each.at_ms for each in before), default=0)
    now = replace(consent, at_ms=max(unit.now_ms, latest + 1))
    for each in in_force(before):
        if each.given and each.purpose not in said:
            no_more = _statement(now, heard, Purpose(each.purpose), given=False)
            add_statement(unit, member_id, no_more)
    add_said(unit, member_id, now, heard)


def _statement(consent: Consent, heard: Heard, purpose: Purpose, *, given: bool) -> Statement:
    return Statement(
        purpose=purpose,
        given=given,
        policy_version=consent.policy_version,
        channel=consent.channel,
        at_ms=consent.at_ms,
        by_guardian=consent.by_guardian,
        staff_id=heard.staff_id,
        staff_name=heard.staff_name,
        terminal_id=heard.terminal_id,
        event_id=heard.event_id,
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
    return purpose in agreed(connection, member_id)


def agreed(connection: Connection, member_id: str) -> dict[Purpose, ConsentShown]:
    """The purposes that she agrees to now, each with the entry that says so."""
    states = in_force(entries_of(connection, member_id))
    return {Purpose(each.purpose): each for each in states if each.given}


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
