"""What a code can mean, by its form and by where the cashier stands; nothing is looked up here."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import urlsplit

from posapp.domain.own_codes import (
    CouponCode,
    DynamicMemberCode,
    HoldTicket,
    ReceiptCode,
    StaffBadge,
    TicketCode,
    looks_own,
    parse_own,
)
from posapp.domain.scale_codes import DamagedLabel, ScaleCode, Template, read_label
from posapp.errors import Refused

LONGEST_CODE: Final = 512
"""Longer than any label, QR link or payment code that a counter meets."""

_AIM: Final = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_PHONE: Final = re.compile(r"1[3-9][0-9]{9}")
_WECHAT: Final = re.compile(r"1[0-5][0-9]{16}")
_ALIPAY: Final = re.compile(r"(2[5-9]|30)[0-9]{14,22}")
_UNIONPAY: Final = re.compile(r"62[0-9]{17}")
_CODE_TEXT: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/+-]*")
_LONGEST_PRODUCT_CODE: Final = 32


class Context(StrEnum):
    """Where the cashier stands: payment codes count only in PAYMENT, products only in SELL."""

    SELL = "sell"
    PAYMENT = "payment"
    MEMBER = "member"


class PaymentChannel(StrEnum):
    WECHAT = "wechat"
    ALIPAY = "alipay"
    UNIONPAY = "unionpay"


class PaymentCode:
    """A customer's payment code, a secret for one charge: masked when shown, never serialised."""

    __slots__ = ("_text", "channel")

    def __init__(self, text: str, channel: PaymentChannel) -> None:
        self._text = text
        self.channel = channel

    def reveal(self) -> str:
        """The code, for the one call that hands it to the payment channel."""
        return self._text

    @property
    def masked(self) -> str:
        return f"{self._text[:4]}********{self._text[-4:]}"

    def __repr__(self) -> str:
        return f"PaymentCode({self.masked})"

    def __reduce_ex__(self, protocol: object) -> str:
        raise TypeError("a payment code is never serialised")


class Symbol(StrEnum):
    """Whether a product code has a GTIN check digit, is of the in-store range, or internal."""

    GTIN = "gtin"
    IN_STORE = "in_store"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class ProductCode:
    text: str
    symbol: Symbol


@dataclass(frozen=True, slots=True)
class MemberKey:
    """A card or member number."""

    text: str


@dataclass(frozen=True, slots=True)
class Phone:
    """A mainland mobile number, 11 digits. It finds a member and never registers one by itself."""

    text: str


@dataclass(frozen=True, slots=True)
class PhoneTail:
    """Four digits that may be the end of a phone number."""

    text: str


@dataclass(frozen=True, slots=True)
class Payment:
    """A payment code in the payment context: charge it."""

    code: PaymentCode


@dataclass(frozen=True, slots=True)
class LooksLikePayment:
    """A payment code outside the payment context: ask, and never look it up as a product."""

    masked: str


@dataclass(frozen=True, slots=True)
class ForeignLink:
    """A QR code with a link that is not ours: only its host is shown, it is never opened."""

    host: str


@dataclass(frozen=True, slots=True)
class SearchText:
    """Words: a name, pinyin or initials."""

    text: str


@dataclass(frozen=True, slots=True)
class UnknownCode:
    """Nothing that means anything here; `key` says why, `shown` is short and safe to show."""

    key: str
    shown: str


Meaning = (
    ProductCode
    | MemberKey
    | DynamicMemberCode
    | Phone
    | PhoneTail
    | Payment
    | LooksLikePayment
    | ReceiptCode
    | StaffBadge
    | CouponCode
    | TicketCode
    | HoldTicket
    | ScaleCode
    | ForeignLink
    | SearchText
    | UnknownCode
)


def normalised(raw: str) -> str:
    """Full-width to half-width, without control characters, AIM identifier and outer spaces.

    Raises Refused("code.too_long") before any other work on absurdly long input.
    """
    if len(raw) > LONGEST_CODE:
        raise Refused("code.too_long", length=len(raw), most=LONGEST_CODE)
    plain = unicodedata.normalize("NFKC", raw)
    plain = "".join(mark for mark in plain if unicodedata.category(mark)[0] != "C").strip()
    match = _AIM.match(plain)
    return plain[match.end() :].strip() if match else plain


def classify(
    raw: str, context: Context, templates: tuple[Template, ...] = ()
) -> tuple[Meaning, ...]:
    """What the code can mean here, likeliest first; the caller looks them up in this order.

    More than one meaning is possible only among product, member and search, and for a label of the
    shop's scale: while selling its template wins, and only a label of no goods may be a payment
    code. Raises Refused("code.too_long", "code.empty").
    """
    text = normalised(raw)
    if not text:
        raise Refused("code.empty")
    own = parse_own(text)
    if own is not None:
        return (own,)
    if looks_own(text):
        return (UnknownCode("code.damaged", shortened(text)),)
    payment = payment_code(text)
    match context:
        case Context.PAYMENT:
            if payment is not None:
                return (Payment(payment),)
            return (UnknownCode("code.not_a_payment_code", shortened(text)),)
        case Context.SELL | Context.MEMBER:
            others: tuple[Meaning, ...] = (
                _counter_meanings(text, context)
                if payment is None
                else (LooksLikePayment(payment.masked),)
            )
            return _with_label(text, templates, others) if context is Context.SELL else others


def _with_label(
    text: str, templates: tuple[Template, ...], others: tuple[Meaning, ...]
) -> tuple[Meaning, ...]:
    match read_label(text, templates):
        case ScaleCode() as label:
            return (label, *others)
        case DamagedLabel() if isinstance(others[0], ProductCode):
            # Somebody's whole code may still look like a label with a wrong price.
            return (*others, UnknownCode("code.label_damaged", shortened(text)))
        case _:
            return others


def payment_code(text: str) -> PaymentCode | None:
    """A code by the published ranges of WeChat, Alipay and UnionPay, or None."""
    if _WECHAT.fullmatch(text):
        return PaymentCode(text, PaymentChannel.WECHAT)
    if _UNIONPAY.fullmatch(text):
        return PaymentCode(text, PaymentChannel.UNIONPAY)
    if _ALIPAY.fullmatch(text):
        return PaymentCode(text, PaymentChannel.ALIPAY)
    return None


def check_no_payment_code(text: str) -> None:
    """Raises Refused("scan.payment_not_here"): what a person typed to look something up goes to
    central, and a customer's payment code never does.
    """
    if payment_code(normalised(text)) is not None:
        raise Refused("scan.payment_not_here")


def shortened(text: str) -> str:
    """6901…123: enough to recognise a code, not enough to be a secret."""
    return text if len(text) <= 10 else f"{text[:4]}…{text[-3:]}"


def has_gtin_check_digit(digits: str) -> bool:
    """True for 8, 12, 13 or 14 ASCII digits whose last is the GS1 check digit."""
    if len(digits) not in (8, 12, 13, 14) or not (digits.isascii() and digits.isdigit()):
        return False
    weighted = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(digits[-2::-1]))
    return (10 - weighted % 10) % 10 == int(digits[-1])


def _counter_meanings(text: str, context: Context) -> tuple[Meaning, ...]:
    if (host := _link_host(text)) is not None:
        return (ForeignLink(host),)
    members = _member_meanings(text)
    if context is Context.MEMBER:
        return members
    if len(text) <= _LONGEST_PRODUCT_CODE and _CODE_TEXT.fullmatch(text):
        return (ProductCode(text, _symbol(text)), *members)
    return members


def _member_meanings(text: str) -> tuple[Meaning, ...]:
    if _PHONE.fullmatch(text):
        return (Phone(text), MemberKey(text))
    if len(text) == 4 and text.isascii() and text.isdigit():
        return (PhoneTail(text), MemberKey(text))
    if len(text) <= _LONGEST_PRODUCT_CODE and _CODE_TEXT.fullmatch(text):
        key = MemberKey(text)
        return (key,) if text.isdigit() else (key, SearchText(text))
    return (SearchText(text),)


def _symbol(text: str) -> Symbol:
    if not has_gtin_check_digit(text):
        return Symbol.INTERNAL
    if len(text) == 13 and text[0] == "2":
        return Symbol.IN_STORE
    return Symbol.GTIN


def _link_host(text: str) -> str | None:
    if not text.lower().startswith(("http://", "https://")):
        return None
    try:
        return urlsplit(text).hostname or "?"
    except ValueError:
        return "?"
