"""Two files of one person at a till: who may be one, side by side, made one, and taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused
from posapp.wire.merging import (
    AlikeMember,
    MergeAsked,
    MergeTakenBack,
    MergeWanted,
    PairAnswered,
    PairsAsked,
)
from posapp.workflows.likeness import alike_member

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.offline.service_calls import ServiceCalls
    from posapp.wire.merging import MergeDone, MergeShown, PairsListed
    from posapp.workflows.desk import Desk
    from posapp.workflows.members import Members


class MergeDesk:
    """Lane: online. Every method raises Refused("permission.needs_approval") without the right,
    Refused("service.offline") without a network, and as `CentralApi`.
    """

    def __init__(self, calls: ServiceCalls, members: Members, desk: Desk) -> None:
        self._calls = calls
        self._members = members
        self._desk = desk

    def pairs(self, staff: Staff, member_id: str = "", after: str = "") -> PairsListed:
        """A page of those who may be one; of a member hers, and what was merged into her."""
        self._check(staff)
        return self._calls.pairs(PairsAsked(staff_id=staff.id, member_id=member_id, after=after))

    def other(self, staff: Staff, text: str) -> AlikeMember:
        """The one member with this phone, number or card.

        Raises Refused("merge.other_unknown"), Refused("merge.other_many", count).
        """
        self._check(staff)
        found = self._members.find(text.strip()).members if text.strip() else ()
        if not found:
            raise Refused("merge.other_unknown")
        if len(found) > 1:
            raise Refused("merge.other_many", count=len(found))
        return alike_member(found[0])

    def show(self, staff: Staff, kept_id: str, gone_id: str) -> MergeShown:
        """Both as they are, what would be, and what stands in the way; nothing changes."""
        self._check(staff)
        return self._calls.pair(MergeAsked(staff_id=staff.id, kept_id=kept_id, gone_id=gone_id))

    def merge(
        self, staff: Staff, shown: MergeShown, reason: str, pin: str, merge_id: str
    ) -> MergeDone:
        """Make the two one, once per `merge_id`; `reason` is one of `wire.merging.REASONS`.

        Raises as `check_may_merge` at central, and "sign_in.wrong_pin", "sign_in.locked".
        """
        self._check(staff)
        return self._calls.merge(
            MergeWanted(
                merge_id=merge_id,
                staff_id=staff.id,
                pin=pin,
                kept_id=shown.kept.member_id,
                gone_id=shown.gone.member_id,
                reason=reason,
            )
        )

    def undo(self, staff: Staff, merge_id: str, pin: str) -> MergeDone:
        """Two again, exactly as they were. Raises Refused("merge.moved_since")."""
        self._check(staff)
        return self._calls.unmerge(MergeTakenBack(merge_id=merge_id, staff_id=staff.id, pin=pin))

    def different(self, staff: Staff, first_id: str, second_id: str, pin: str) -> None:
        """They are two persons, and wait no more. The same again does no harm."""
        self._check(staff)
        self._calls.different(
            PairAnswered(staff_id=staff.id, pin=pin, first_id=first_id, second_id=second_id)
        )

    def _check(self, staff: Staff) -> None:
        check_may(staff, Permission.WORK_CASES)
        if not self._desk.is_online():
            raise Refused("service.offline")
