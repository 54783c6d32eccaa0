"""A member's file at the service desk: what is asked of central, what it tells, what is done."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from posapp.domain.member import Consent, MemberStatus
from posapp.wire.redress import Compensation, CompensationBack, ComplaintWaiting, CouponOffered
from posapp.wire.tags import TagChange, TagOffered, TagShown

MOST_HAPPENED = 100
"""Rows of one page of a timeline, at most."""
MOST_COUNTED = 1_000
"""Counts stop here: a number that nobody reads is not worth reading every row for."""

Shown = Literal["phone", "name", "birthday", "card"]


class Shelf(StrEnum):
    """Which part of a timeline: everything, what moved value, what was done, who looked."""

    ALL = "all"
    MONEY = "money"
    CHANGES = "changes"
    ACCESS = "access"


class MemberFileAsked(msgspec.Struct, frozen=True, kw_only=True):
    """Her file with the first page of her timeline, for a person who may serve members."""

    staff_id: str
    member_id: str
    shelf: Shelf = Shelf.ALL
    limit: int = 30


class TimelineAsked(msgspec.Struct, frozen=True, kw_only=True):
    """One more page, newest first; `after` is a `next`."""

    staff_id: str
    member_id: str
    shelf: Shelf = Shelf.ALL
    after: str = ""
    limit: int = 30


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened to her. Amounts are what it moved for her, minor units and points;
    `amount` is what a sale or a return came to.

    `detail` are figures and words of lists, `note` what a person wrote. `cases` are kinds of what
    had to be looked at because of it. `can_reverse`: a correction that nobody took back.
    """

    id: str
    at_ms: int
    kind: str
    who: str = ""
    approved_by: str = ""
    terminal: str = ""
    receipt: str = ""
    amount: int = 0
    principal: int = 0
    bonus: int = 0
    held: int = 0
    points: int = 0
    growth: int = 0
    coupons: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    detail: dict[str, str | int] = {}
    note: str = ""
    can_reverse: bool = False


class TimelinePage(msgspec.Struct, frozen=True, kw_only=True):
    """`next` is empty on the last page."""

    request_id: str
    rows: tuple[Happened, ...]
    next: str = ""


class CardShown(msgspec.Struct, frozen=True, kw_only=True):
    """A card that is or was hers, by its last characters."""

    tail: str
    state: str
    at_ms: int = 0


class ConsentStanding(msgspec.Struct, frozen=True, kw_only=True):
    """What she agreed to, as far as it is known."""

    purpose: str
    given: bool
    policy_version: str = ""
    channel: str = ""
    at_ms: int = 0


class SectionRow(msgspec.Struct, frozen=True, kw_only=True):
    title: str
    text: str = ""
    amount: int = 0
    at_ms: int = 0


class FileSection(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the file with a kind of its own; a till shows those that it has words for."""

    kind: str
    rows: tuple[SectionRow, ...]


class MemberFile(msgspec.Struct, frozen=True, kw_only=True):
    """Everything on one page; name, phone, birthday and card are masked. Minor units and points.

    `version` goes into every act. `sales` counts up to `MOST_COUNTED`. `is_forgotten`: her key
    was destroyed, nobody can read who she was. What is `*_offered` a person may give her. `extra`
    are the operator's own fields, by key.
    """

    request_id: str
    id: str
    number: str
    version: int
    tier: str
    status: MemberStatus
    registered_ms: int
    name: str = ""
    phone: str = ""
    birthday: str = ""
    gender: str = ""
    phone_verified: bool = False
    is_forgotten: bool = False
    principal: int = 0
    bonus: int = 0
    held: int = 0
    points: int = 0
    points_pending: int = 0
    growth: int = 0
    coupons: tuple[str, ...] = ()
    sales: int = 0
    cards: tuple[CardShown, ...] = ()
    consents: tuple[ConsentStanding, ...] = ()
    sections: tuple[FileSection, ...] = ()
    timeline: tuple[Happened, ...] = ()
    next: str = ""
    tags: tuple[TagShown, ...] = ()
    tags_offered: tuple[TagOffered, ...] = ()
    coupons_offered: tuple[CouponOffered, ...] = ()
    complaints: tuple[ComplaintWaiting, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


class RevealAsked(msgspec.Struct, frozen=True, kw_only=True):
    """One thing about her in full, for a moment; written down before it is answered."""

    staff_id: str
    member_id: str
    what: Shown
    why: Literal["service", "identity", "complaint"] = "service"


class Revealed(msgspec.Struct, frozen=True, kw_only=True):
    """The text in full; never stored, at neither side."""

    request_id: str
    text: str

    def __repr__(self) -> str:
        return "Revealed()"


class ProfileEdit(msgspec.Struct, frozen=True, kw_only=True, tag="profile"):
    """What is not said stays as it is; an empty text takes it away. Somebody whom a birthday makes
    younger than 14 needs a guardian: name and phone, or the number of a member.
    """

    name: str | None = None
    birthday: str | None = None
    gender: str | None = None
    guardian_name: str | None = None
    guardian_phone: str | None = None
    guardian_number: str | None = None
    extra: tuple[tuple[str, str], ...] = ()

    def __repr__(self) -> str:
        return "ProfileEdit()"


class StatusChange(msgspec.Struct, frozen=True, kw_only=True, tag="status"):
    """`forfeit_points`: she closes her account and gives up the points that she still has."""

    status: MemberStatus
    forfeit_points: bool = False


class CardStep(StrEnum):
    """`lost` refuses the card from now on; `replace` does so and binds another; `found` takes a
    loss back."""

    BIND = "bind"
    LOST = "lost"
    REPLACE = "replace"
    FOUND = "found"


class CardChange(msgspec.Struct, frozen=True, kw_only=True, tag="card"):
    """`card` is the new card, or the one that was found; a loss names none."""

    step: CardStep
    card: str = ""

    def __repr__(self) -> str:
        return f"CardChange({self.step})"


class PhoneChange(msgspec.Struct, frozen=True, kw_only=True, tag="phone"):
    """Another phone, proved by a code that it received; the old one by a code too, or a manager
    has seen who she is, and says so in the note.
    """

    phone: str
    send_id: str
    code: str
    old_send_id: str = ""
    old_code: str = ""

    def __repr__(self) -> str:
        return "PhoneChange()"


class PhoneProof(msgspec.Struct, frozen=True, kw_only=True, tag="phone_proof"):
    """The phone that stands in her file is hers: it received this code, or with none a manager has
    looked at it, and says so in the note.
    """

    send_id: str = ""
    code: str = ""

    def __repr__(self) -> str:
        return "PhoneProof()"


class HolderChange(msgspec.Struct, frozen=True, kw_only=True, tag="holder"):
    """The account is another person's from now on, under a key of her own; a manager saw the
    papers and writes in the note which. One younger than 14 has a guardian, who agrees for her.
    """

    relation: Literal["guardian", "heir", "other"]
    phone: str
    send_id: str
    code: str
    consent: Consent
    name: str = ""
    birthday: str = ""
    gender: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    guardian_number: str = ""

    def __repr__(self) -> str:
        return "HolderChange()"


class Balance(StrEnum):
    """What a correction may move; held value and debts only move with what they belong to."""

    POINTS = "points"
    GROWTH = "growth"
    PRINCIPAL = "principal"
    BONUS = "bonus"


class Correction(msgspec.Struct, frozen=True, kw_only=True, tag="correct"):
    """An adjusting posting of an amount, or with `reverses` one that takes a correction back."""

    balance: Balance = Balance.POINTS
    amount: int = 0
    reverses: str = ""


class Erasure(msgspec.Struct, frozen=True, kw_only=True, tag="erase"):
    """She is forgotten, or sealed where the law has her kept; always with a second person.
    `forfeit_points`: she gives up the points that she still has.
    """

    forfeit_points: bool = False


class TierChange(msgspec.Struct, frozen=True, kw_only=True, tag="tier"):
    """A tier until the end of a day at the venue, YYYY-MM-DD, over what the rules say; without a
    tier the one by hand ends now. Always with a second person.
    """

    tier: str = ""
    until: str = ""


class MemberAct(msgspec.Struct, frozen=True, kw_only=True):
    """Something done to a member in a person's name, proved by her PIN, once per `act_id`.

    `version` is the file's when she looked; `approver_*` where a second person stands by. PINs
    travel once and are kept nowhere.
    """

    staff_id: str
    pin: str
    act_id: str
    member_id: str
    version: int
    note: str
    what: (
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
    approver_number: str = ""
    approver_pin: str = ""

    def __repr__(self) -> str:
        return f"MemberAct({self.act_id})"


class MemberActed(msgspec.Struct, frozen=True, kw_only=True):
    """It is done and written down; the file has `version` now."""

    request_id: str
    act_id: str
    version: int
