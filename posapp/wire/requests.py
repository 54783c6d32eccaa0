"""Requests that a person waits for: they may be declined, and a declined id stays declined."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

import msgspec

from posapp.domain.member import Member
from posapp.domain.sale import PointSlice, Sale, ValueSlice


class HoldLedger(StrEnum):
    """What a hold or a lease reserves; rights to coupons (`coupon`) are only lent, never held."""

    STORED_VALUE = "stored_value"
    POINTS = "points"
    COUPON = "coupon"


class HoldState(StrEnum):
    """pending: waits for a second factor; usable: the sale may be committed on it; then exactly one
    end.
    """

    PENDING = "pending"
    USABLE = "usable"
    CAPTURED = "captured"
    RELEASED = "released"
    DECLINED = "declined"


class Factor(StrEnum):
    """How the member's side confirms."""

    DYNAMIC_CODE = "dynamic_code"
    SMS = "sms"


class HoldBegin(msgspec.Struct, frozen=True, kw_only=True):
    """Reserve value or points. `hold_id` = tender id = the idempotency key. Amount in minor units,
    or points.
    """

    hold_id: str
    sale_id: str
    member_id: str
    ledger: HoldLedger
    amount: int


class HoldConfirm(msgspec.Struct, frozen=True, kw_only=True):
    """The second factor; `code` is never stored or logged on either side."""

    hold_id: str
    factor: Factor
    code: str


class HoldRef(msgspec.Struct, frozen=True, kw_only=True):
    """Names a hold, to ask for it or to release it."""

    hold_id: str


class Reserved(msgspec.Struct, frozen=True, kw_only=True):
    """Value of a member that is lent to a terminal: it comes back when that terminal gives it
    back.
    """

    member_id: str
    terminal_code: str
    shop_name: str
    amount: int


class CouponLent(msgspec.Struct, frozen=True, kw_only=True):
    """A coupon of a member that is good once and lent to another terminal than the asking one."""

    member_id: str
    code: str
    terminal_code: str
    shop_name: str


class HoldReply(msgspec.Struct, frozen=True, kw_only=True):
    """The hold as it stands. Slices say what it takes from which lot; `available_*` are before this
    hold.

    With state declined, `reason` is an error key, and `tries_left` counts for wrong codes.
    `reserved` says where more of her value is, when this hold was more than what is free.
    """

    request_id: str
    hold_id: str
    state: HoldState
    ledger: HoldLedger
    amount: int
    value_slices: tuple[ValueSlice, ...] = ()
    point_slices: tuple[PointSlice, ...] = ()
    factors: tuple[Factor, ...] = ()
    available_principal: int = 0
    available_bonus: int = 0
    available_points: int = 0
    tries_left: int = 0
    locked_until_ms: int = 0
    reason: str = ""
    reserved: tuple[Reserved, ...] = ()


class SendCode(msgspec.Struct, frozen=True, kw_only=True):
    """Send an SMS code: to the member of a hold (bound to amount and shop), to a phone that
    registers, to one that takes another's place (`new_phone`), to a member's own (`old_phone`, or
    `identity` where she asks for her data or has her phone verified). `language` is what she
    chose at the counter, else the till's; empty for the operator's.
    """

    send_id: str
    purpose: Literal["hold", "register", "new_phone", "old_phone", "identity"]
    hold_id: str = ""
    phone: str = ""
    member_id: str = ""
    language: str = ""


class SendCodeReply(msgspec.Struct, frozen=True, kw_only=True):
    """When the next one may be sent; the code itself travels only through the SMS gateway."""

    request_id: str
    send_id: str
    masked_phone: str
    resend_after_ms: int
    expires_ms: int


class VerifyPhone(msgspec.Struct, frozen=True, kw_only=True):
    """Check the code that a registering phone received."""

    send_id: str
    phone: str
    code: str


class VerifyPhoneReply(msgspec.Struct, frozen=True, kw_only=True):
    """`proof` goes into the registration; `member` when the phone already belongs to somebody."""

    request_id: str
    proof: str
    number: str
    member: Member | None = None


class FindMember(msgspec.Struct, frozen=True, kw_only=True):
    """Look a member up at central: phone, last four digits, card, number, dynamic code, or name in
    pinyin. `staff_id` is who is signed in at the till, for the log of who looked.
    """

    text: str
    staff_id: str = ""


class FindMemberReply(msgspec.Struct, frozen=True, kw_only=True):
    """At most 20, the likeliest first; with fresh balances, and where value and coupons of theirs
    are lent to. `more`: there are others.
    """

    request_id: str
    members: tuple[Member, ...]
    reserved: tuple[Reserved, ...] = ()
    coupons: tuple[CouponLent, ...] = ()
    more: bool = False


class TopUpQuoteRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What would paying `amount` (minor units) give this member? `kept_change` asks for change that
    she leaves here (找零转存): no ladder gives a bonus for it.
    """

    top_up_id: str
    member_id: str
    amount: int
    kept_change: bool = False


class TopUpQuote(msgspec.Struct, frozen=True, kw_only=True):
    """Valid for ten minutes; the fact names its id and hash."""

    request_id: str
    quote_id: str
    quote_hash: str
    top_up_id: str
    member_id: str
    principal: int
    bonus: int
    before_principal: int
    before_bonus: int
    expires_ms: int


class FindSale(msgspec.Struct, frozen=True, kw_only=True):
    """A sale by receipt number, wherever in the tenant it was made."""

    receipt_number: str


class FindSaleReply(msgspec.Struct, frozen=True, kw_only=True):
    """The sale as journalled and what was returned of it: (line number, quantity in
    thousandths).
    """

    request_id: str
    sale: Sale | None = None
    sold_at_ms: int = 0
    shop_id: str = ""
    terminal_id: str = ""
    returned: tuple[tuple[int, int], ...] = ()
