"""The service desk at a till: a member's file, and what is done about her in a person's name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import structs

from posapp.domain.member import checked_phone
from posapp.domain.permissions import Permission, check_may
from posapp.errors import Refused
from posapp.wire.privacy import ErasureAsked, ExportAsked
from posapp.wire.requests import SendCode
from posapp.wire.service_desk import (
    MemberAct,
    MemberFileAsked,
    RevealAsked,
    Shelf,
    TimelineAsked,
)
from posapp.workflows.handing_out import write_whole
from posapp.workflows.pay_outcomes import CodeSent

if TYPE_CHECKING:
    from posapp.domain.permissions import Staff
    from posapp.offline.service_calls import ServiceCalls
    from posapp.wire.privacy import ErasureShown, Language
    from posapp.wire.redress import Compensation, CompensationBack
    from posapp.wire.service_desk import (
        CardChange,
        Correction,
        Erasure,
        HolderChange,
        MemberFile,
        PhoneChange,
        PhoneProof,
        ProfileEdit,
        Shown,
        StatusChange,
        TierChange,
        TimelinePage,
    )
    from posapp.wire.tags import TagChange
    from posapp.workflows.desk import Desk

    What = (
        ProfileEdit
        | StatusChange
        | CardChange
        | PhoneChange
        | PhoneProof
        | HolderChange
        | Correction
        | TagChange
        | Compensation
        | CompensationBack
        | Erasure
        | TierChange
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A code that her phone received; empty where a second person has seen her papers."""

    send_id: str = ""
    code: str = ""

    def __repr__(self) -> str:
        return "Proof()"


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

    def send_to_prove(self, staff: Staff, member_id: str) -> CodeSent:
        """Text a code to her own phone: who reads it out is she."""
        self._check(staff)
        return self._send(
            SendCode(send_id=self._desk.new_id(), purpose="identity", member_id=member_id)
        )

    def erasure(self, staff: Staff, member_id: str) -> ErasureShown:
        """What stands in the way of forgetting her, and until when the law has her kept."""
        self._check(staff)
        return self._calls.erasure(ErasureAsked(staff_id=staff.id, member_id=member_id))

    def hand_out(
        self, staff: Staff, file: MemberFile, proof: Proof, signed: Signature, folder: Path
    ) -> Path:
        """Everything that is kept about her, as one file on a stick of hers. Returns where.

        Raises Refused("privacy.stick_gone") where it could not be written whole; no part stays.
        """
        self._check(staff)
        exported = self._calls.export_data(
            ExportAsked(
                staff_id=staff.id,
                pin=signed.pin,
                member_id=file.id,
                note=signed.note.strip(),
                language=_language(self._desk.settings.language),
                send_id=proof.send_id,
                code=proof.code,
                approver_number=signed.second_number,
                approver_pin=signed.second_pin,
            )
        )
        return write_whole(folder / Path(exported.file_name).name, exported.archive)

    def _send(self, request: SendCode) -> CodeSent:
        spoken = self._desk.guest_language
        reply = self._calls.send_code(structs.replace(request, language=spoken))
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


def _language(name: str) -> Language:
    match name:
        case "zh_TW" | "en":
            return name
        case _:
            return "zh_CN"
