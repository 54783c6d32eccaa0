"""A member's consents, her family, her company's pack: changed at central, one act at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.domain.pack_codes import checked_pack_code
from posapp.domain.permissions import Permission, check_may
from posapp.errors import OutcomeUnknown, Unavailable
from posapp.wire.consents import ConsentChange, ConsentsAsked
from posapp.wire.families import FamilyAct, FamilyAsked, FamilyChange
from posapp.wire.packs import PackAsked, PackUse
from posapp.wire.registering import RegistrationChecked

if TYPE_CHECKING:
    from posapp.domain.consents import Purpose
    from posapp.domain.member import Member
    from posapp.domain.permissions import Staff
    from posapp.offline.registration_calls import RegistrationCalls
    from posapp.wire.consents import ConsentsTold
    from posapp.wire.families import FamilyTold
    from posapp.wire.packs import PackTold
    from posapp.workflows.desk import Desk


class Families:
    """Lane: online. Every method raises Refused("permission.needs_approval") without the right,
    Unavailable("member.needs_connection") offline, and what `CentralApi` raises.
    """

    def __init__(self, calls: RegistrationCalls, desk: Desk) -> None:
        self._calls = calls
        self._desk = desk

    def consents(self, staff: Staff, member: Member) -> ConsentsTold:
        """What she agreed to, and everything that she said."""
        self._check(staff)
        return self._calls.consents(ConsentsAsked(staff_id=staff.id, member_id=member.id))

    def say(
        self, staff: Staff, member: Member, purpose: Purpose, *, given: bool, by_guardian: bool
    ) -> ConsentsTold:
        """She gives or withdraws one purpose. Raises Refused("consent.necessary",
        "consent.guardian_needed").
        """
        self._check(staff)
        return self._calls.change_consent(
            ConsentChange(
                change_id=self._desk.new_id(),
                staff_id=staff.id,
                member_id=member.id,
                purpose=purpose.value,
                given=given,
                policy_version=self._desk.settings.policy_version,
                by_guardian=by_guardian,
            )
        )

    def family(self, staff: Staff, member: Member) -> FamilyTold:
        """Everybody around her card; nobody where she has no family."""
        self._check(staff)
        return self._calls.family(FamilyAsked(staff_id=staff.id, member_id=member.id))

    def change(
        self,
        staff: Staff,
        pin: str,
        act: FamilyAct,
        member: Member,
        *,
        reason: str,
        of_id: str = "",
    ) -> None:
        """One act, by PIN. Raises Refused("family.*", "sign_in.wrong_pin", "sign_in.locked")."""
        self._check(staff)
        self._calls.change_family(
            FamilyChange(
                change_id=self._desk.new_id(),
                staff_id=staff.id,
                pin=pin,
                act=act,
                member_id=member.id,
                reason=reason,
                of_id=of_id,
            )
        )

    def pack(self, code: str) -> PackTold | None:
        """What a code would bring; None offline, where central decides when the registration
        arrives. Raises Refused: "pack.code_not_valid", "pack.unknown", "pack.used".
        """
        checked = checked_pack_code(code)
        if not self._desk.is_online():
            return None
        return self._calls.pack(PackAsked(code=checked))

    def check_registration(self, card: str, guardian_number: str) -> None:
        """Before it is kept; offline, or where central does not answer in time, central looks when
        the registration arrives. Raises Refused: "card.taken", "card.reported_lost",
        "member.guardian_unknown".
        """
        if not (card or guardian_number) or not self._desk.is_online():
            return
        asked = RegistrationChecked(card=card, guardian_number=guardian_number)
        try:
            self._calls.check_registration(asked)
        except (Unavailable, OutcomeUnknown):
            return

    def use_pack(self, staff: Staff, member: Member, code: str) -> PackTold:
        """A member brings a code. Raises as `pack`."""
        self._check(staff)
        use = PackUse(
            use_id=self._desk.new_id(),
            staff_id=staff.id,
            member_id=member.id,
            code=checked_pack_code(code),
        )
        return self._calls.use_pack(use)

    def _check(self, staff: Staff) -> None:
        check_may(staff, Permission.REGISTER_MEMBER)
        if not self._desk.is_online():
            raise Unavailable("member.needs_connection")
