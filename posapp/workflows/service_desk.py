"""The service desk at a till: a member's file, and what is done about her in a person's name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.domain.member import checked_phone
from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused
from posapp.wire.requests import SendCode
from posapp.wire.service_desk import (
    MemberAct,
    MemberFileAsked,
    RevealAsked,
    Shelf,
    TimelineAsked,
)
from posapp.workflows.pay_outcomes import CodeSent

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.offline.service_calls import ServiceCalls
    from posapp.wire.redress import Compensation, CompensationBack
    from posapp.wire.service_desk import (
        CardChange,
        Correction,
        HolderChange,
        MemberFile,
        PhoneChange,
        ProfileEdit,
        Shown,
        StatusChange,
        TimelinePage,
    )
    from posapp.wire.tags import TagChange
    from posapp.workflows.desk import Desk

    What = (
        ProfileEdit
        | StatusChange
        | CardChange
        | PhoneChange
        | HolderChange
        | Correction
        | TagChange
        | Compensation
        | CompensationBack
    )

PAGE_ROWS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Why, and the PINs of whoever answers for it; they are kept nowhere."""

    note: str
    pin: str
    second_number: str = ""
    second_pin: str = ""

    def __repr__(self) -> str:
        return "Signature()"


class ServiceDesk:
    """Lane: online. Every method raises Refused("permission.needs_approval") without the right,
    Refused("service.offline") without a network, and as `CentralApi`.
    """

    def __init__(self, calls: ServiceCalls, desk: Desk) -> None:
        self._calls = calls
        self._desk = desk

    def open(self, staff: Staff, member_id: str, shelf: Shelf = Shelf.ALL) -> MemberFile:
        """Her file with the newest of what happened; that it was opened is kept at central."""
        self._check(staff)
        asked = MemberFileAsked(
            staff_id=staff.id, member_id=member_id, shelf=shelf, limit=PAGE_ROWS
        )
        return self._calls.member_file(asked)

    def page(self, staff: Staff, member_id: str, shelf: Shelf, after: str) -> TimelinePage:
        """More of what happened; `after` is the `next` of what is known, empty for the newest."""
        self._check(staff)
        asked = TimelineAsked(
            staff_id=staff.id, member_id=member_id, shelf=shelf, after=after, limit=PAGE_ROWS
        )
        return self._calls.timeline(asked)

    def reveal(self, staff: Staff, member_id: str, what: Shown) -> str:
        """One thing in full, for a moment; central keeps who asked, with the answer."""
        self._check(staff)
        return self._calls.reveal(
            RevealAsked(staff_id=staff.id, member_id=member_id, what=what)
        ).text

    def send_to_new(self, staff: Staff, member_id: str, phone: str) -> CodeSent:
        """Text a code to the phone that shall be hers.

        Raises Refused("member.phone_not_valid", "member.phone_taken") and as central refuses.
        """
        self._check(staff)
        return self._send(
            SendCode(
                send_id=self._desk.new_id(),
                purpose="new_phone",
                phone=checked_phone(phone),
                member_id=member_id,
            )
        )

    def send_to_old(self, staff: Staff, member_id: str) -> CodeSent:
        """Text a code to the phone that is hers."""
        self._check(staff)
        return self._send(
            SendCode(send_id=self._desk.new_id(), purpose="old_phone", member_id=member_id)
        )

    def act(
        self, staff: Staff, file: MemberFile, what: What, signed: Signature, act_id: str
    ) -> int:
        """Do it once per `act_id` on the file as it was seen. Returns the file's new version."""
        self._check(staff)
        return self._calls.member_act(
            MemberAct(
                staff_id=staff.id,
                pin=signed.pin,
                act_id=act_id,
                member_id=file.id,
                version=file.version,
                note=signed.note.strip(),
                what=what,
                approver_number=signed.second_number,
                approver_pin=signed.second_pin,
            )
        ).version

    def _send(self, request: SendCode) -> CodeSent:
        reply = self._calls.send_code(request)
        return CodeSent(
            send_id=reply.send_id,
            masked_phone=reply.masked_phone,
            resend_after_ms=reply.resend_after_ms,
            expires_ms=reply.expires_ms,
        )

    def _check(self, staff: Staff) -> None:
        check_may(staff, Permission.REGISTER_MEMBER)
        if not self._desk.is_online():
            raise Refused("service.offline")
