"""A consent withdrawn where nobody is reached: kept at once, told to central in its turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.consents import NECESSARY, Purpose
from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused
from posapp.wire.facts import WithdrawalData

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.offline.journal import Journal
    from posapp.offline.outbox import OutboxStore
    from posapp.workflows.desk import Desk

_KIND: Final = "consent_withdrawn.v1"
_MOST_READ: Final = 500


class Withdrawing:
    """Lane: store."""

    def __init__(self, outbox: OutboxStore, journal: Journal, desk: Desk) -> None:
        self._outbox = outbox
        self._journal = journal
        self._desk = desk

    def withdraw(
        self, staff: Staff, shift: Shift | None, member: Member, purpose: Purpose
    ) -> tuple[tuple[str, int], ...]:
        """Journal that she withdrew it; what she withdrew at this till, as `said_here`.

        Raises Refused("consent.necessary", "permission.needs_approval").
        """
        check_may(staff, Permission.REGISTER_MEMBER)
        if purpose in NECESSARY:
            raise Refused("consent.necessary")
        data = WithdrawalData(
            member_id=member.id,
            purpose=purpose.value,
            policy_version=self._desk.settings.policy_version,
        )
        self._outbox.append(self._desk.entry(data, staff, shift))
        return self.said_here(member)

    def said_here(self, member: Member) -> tuple[tuple[str, int], ...]:
        """Purposes that she withdrew at this till, each with its moment, the newest first."""
        return tuple(
            (fact.data.purpose, fact.head.at_ms)
            for fact in self._journal.newest(_KIND, _MOST_READ)
            if isinstance(fact.data, WithdrawalData) and fact.data.member_id == member.id
        )
