"""Members at the counter: finding them, fresh balances, and a short registration."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.domain.claims import points_of, why_not
from posapp.domain.codes import check_no_payment_code
from posapp.domain.extra_fields import parse_fields
from posapp.domain.finding_members import FoundMembers
from posapp.domain.ids import MemberId
from posapp.domain.member import Consent, Member, Profile
from posapp.domain.member_numbers import provisional_number
from posapp.domain.permissions import Approval, Permission, Staff, check_may
from posapp.domain.phones import checked_phone
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.wire.attachments import KEY_BYTES, make_attachment
from posapp.wire.facts import AuditData, MemberData
from posapp.wire.requests import FindMember, SendCode, VerifyPhone
from posapp.workflows.pay_outcomes import CodeSent
from posapp.workflows.registering import SOURCES, check_guardian, clean_profile

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.domain.sale import Sale
    from posapp.domain.shift import Shift
    from posapp.offline.cache_store import CacheStore
    from posapp.offline.central_api import CentralApi
    from posapp.offline.outbox import OutboxStore
    from posapp.offline.search import Search
    from posapp.workflows.desk import Desk
    from posapp.workflows.rights import Rights


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedPhone:
    """A phone whose SMS code was right, as central proved it; both texts are empty offline, for a
    phone that a manager `vouched` for, and for a child without one.
    """

    phone: str
    proof: str = ""
    number: str = ""
    vouched: bool = False


NO_PHONE: Final = VerifiedPhone(phone="")
"""A child has none; her guardian's finds her family."""


@dataclass(frozen=True, slots=True)
class AlreadyMember:
    """The phone belongs to somebody already: serve her instead."""

    member: Member


class Members:
    """Lane: online for what asks central, store for `register`."""

    def __init__(
        self,
        cache: CacheStore,
        search: Search,
        api: CentralApi,
        outbox: OutboxStore,
        desk: Desk,
        *,
        rights: Rights | None = None,
        random_bytes: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self._cache = cache
        self._search = search
        self._api = api
        self._outbox = outbox
        self._desk = desk
        self._rights = rights
        self._random_bytes = random_bytes
        self._numbered_ms = 0

    def look_up(self, text: str) -> tuple[Member, ...]:
        """As `find`, without the word whether there are more."""
        return self.find(text).members

    def find(self, text: str) -> FoundMembers:
        """At most 20 members by phone, its end, card, number, dynamic code or name, in the order of
        `domain.finding_members`.

        Central answers first while it is there, because its balances are fresh; else the cache.
        Raises Refused("scan.payment_not_here").
        """
        check_no_payment_code(text)
        if self._desk.is_online():
            try:
                reply = self._api.find_members(FindMember(text=text, staff_id=self._desk.serving))
            except (Unavailable, OutcomeUnknown):
                return self._search.find_members(text)
            if self._rights is not None:
                self._rights.heard(reply.members, reply.coupons)
            return FoundMembers(members=reply.members, more=reply.more)
        return self._search.find_members(text)

    def preview(self, text: str) -> FoundMembers:
        """Whom this till knows by what is being typed. Lane: store; asks nobody."""
        try:
            check_no_payment_code(text)
            return self._search.find_members(text) if text.strip() else FoundMembers()
        except Refused:
            return FoundMembers()

    def known(self, member_id: str) -> Member | None:
        """The member as this till knows her, without asking anybody. Any lane."""
        return self._cache.member_by_id(member_id)

    def refresh(self, member_id: str) -> Member | None:
        """The member with balances as fresh as can be had; None when nobody knows her."""
        known = self.known(member_id)
        if known is None:
            return None
        found = (each for each in self.look_up(known.number) if each.id == member_id)
        return next(found, known)

    def send_code(self, phone: str) -> CodeSent:
        """Text a code to a phone that registers.

        Raises as `checked_phone` and what central refuses, Unavailable.
        """
        request = SendCode(
            send_id=self._desk.new_id(),
            purpose="register",
            phone=checked_phone(phone),
            language=self._desk.guest_language,
        )
        reply = self._api.send_code(request)
        return CodeSent(
            send_id=reply.send_id,
            masked_phone=reply.masked_phone,
            resend_after_ms=reply.resend_after_ms,
            expires_ms=reply.expires_ms,
        )

    def verify_code(self, sent: CodeSent, phone: str, code: str) -> VerifiedPhone | AlreadyMember:
        """Check the code. Raises Refused("code.wrong", ...) as central words it, Unavailable."""
        checked = checked_phone(phone)
        reply = self._api.verify_phone(VerifyPhone(send_id=sent.send_id, phone=checked, code=code))
        if reply.member is not None:
            return AlreadyMember(reply.member)
        return VerifiedPhone(phone=checked, proof=reply.proof, number=reply.number)

    def without_code(self, phone: str) -> VerifiedPhone | AlreadyMember:
        """Register while central is away: nothing is proved, central checks when the fact arrives.

        Raises as `checked_phone`, Refused("member.code_needed") while online.
        """
        checked = checked_phone(phone)
        known = self._cache.member_by_phone(checked)
        if known is not None:
            return AlreadyMember(known)
        if self._desk.is_online():
            raise Refused("member.code_needed")
        return VerifiedPhone(phone=checked)

    def vouch(
        self,
        phone: str,
        reason: str,
        staff: Staff,
        shift: Shift | None,
        approval: Approval | None = None,
    ) -> VerifiedPhone | AlreadyMember:
        """A manager saw the phone ring in the customer's hand, because no code arrives.

        Lane: store. Journals who and why, never the phone. Raises as `checked_phone`,
        Refused("permission.needs_approval").
        """
        checked = checked_phone(phone)
        check_may(staff, Permission.APPROVE, approval)
        known = self._cache.member_by_phone(checked)
        if known is not None:
            return AlreadyMember(known)
        seen = AuditData(
            action="member.phone_vouched",
            reason=reason,
            approval_id=None if approval is None else approval.id,
        )
        self._outbox.append(self._desk.entry(seen, staff, shift))
        return VerifiedPhone(phone=checked, vouched=True)

    def points_with(self, sale: Sale, at_ms: int) -> tuple[int, str]:
        """What a sale of nobody, made at `at_ms`, brings to who joins with it, or 0 and the key of
        the reason why it brings nothing. Any lane.
        """
        points, _ = points_of(self._cache.point_rules(), sale)
        reason = why_not(sale, age_ms=self._desk.now_ms() - at_ms, points=points)
        return (0 if reason else points), reason

    def register(
        self,
        verified: VerifiedPhone,
        profile: Profile,
        consent: Consent,
        staff: Staff,
        shift: Shift | None,
        *,
        source: str = "",
        guardian_id: str = "",
        sale_id: str = "",
    ) -> Member:
        """Journal a registration; personal data travels beside the fact, under a key of its own.
        `guardian_id` is the member whose child is registered: it joins her family. `sale_id` is a
        sale that `points_with` allows.

        Raises as `clean_profile` and `check_guardian`, Refused("permission.needs_approval",
        "member.consent_needed").
        """
        check_may(staff, Permission.REGISTER_MEMBER)
        if not consent.policy_version:
            raise Refused("member.consent_needed")
        fields = parse_fields(self._desk.settings.member_fields)
        clean = clean_profile(profile, verified.phone, fields)
        check_guardian(clean, consent, self._desk.local_date(), guardian_id)
        subject_id, member_id = self._desk.new_id(), MemberId(self._desk.new_id())
        attachment = make_attachment(
            clean,
            subject_id,
            self._random_bytes(KEY_BYTES),
            self._desk.place.seal_key,
            self._random_bytes,
        )
        number = verified.number or self._next_number()
        data = MemberData(
            member_id=member_id,
            subject_id=subject_id,
            number=number,
            attachment_sha256=attachment.sha256,
            consent=consent,
            proof=verified.proof,
            offline=not self._desk.is_online(),
            vouched=verified.vouched,
            guardian_id=guardian_id,
            source=source if source in SOURCES else "",
            sale_id=sale_id,
        )
        self._outbox.append(self._desk.entry(data, staff, shift, (attachment,)))
        member = Member(
            id=member_id,
            number=number,
            name=clean.name,
            phone=clean.phone,
            card=clean.card,
            birthday=clean.birthday,
            as_of_ms=self._desk.now_ms(),
        )
        self._cache.remember_member(member)
        return member

    def _next_number(self) -> str:
        """Unique at this till, also for two registrations in one millisecond."""
        self._numbered_ms = max(self._desk.now_ms(), self._numbered_ms + 1)
        return provisional_number(self._desk.place.terminal_code, self._numbered_ms)
