"""What a scanned or typed text turned out to be, told apart by `match`."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.domain.catalog import Product
from posapp.domain.codes import PaymentCode
from posapp.domain.labelled import Label
from posapp.domain.member import Member
from posapp.domain.money import QUANTITY_ONE


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProduct:
    """One product; quantity in thousandths, from the code or from `3*code`. `label` is what the
    shop's scale printed: a line of its own.
    """

    product: Product
    quantity: int = QUANTITY_ONE
    barcode: str = ""
    label: Label | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundMember:
    """One member. `dynamic_code` is what to confirm a hold with when she showed her code."""

    member: Member
    dynamic_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous:
    """A product and members answer to the same text: the person chooses."""

    product: FoundProduct
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHits:
    """Several answers to a name, pinyin, initials or a phone tail."""

    text: str
    products: tuple[Product, ...] = ()
    members: tuple[Member, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundReceipt:
    """The number of one of our receipts."""

    receipt_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundBadge:
    """A staff badge: it names a person and proves nothing."""

    staff_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCoupon:
    """The code of a coupon: it is laid on an order whose member has it."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundHold:
    """The slip of an order that was put aside."""

    hold_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPaymentCode:
    """A payment code while paying: charge it."""

    code: PaymentCode


@dataclass(frozen=True, slots=True, kw_only=True)
class LooksLikePayment:
    """A payment code where none is expected: ask whether to pay, never look it up."""

    masked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberNotHere:
    """A phone, card or number of nobody that this till knows: ask central, or register."""

    text: str
    is_phone: bool
    dynamic_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingFound:
    """Latched on the screen until a person decides; `shown` is short and safe, `key` words it."""

    key: str
    shown: str


Found = (
    FoundProduct
    | FoundMember
    | Ambiguous
    | SearchHits
    | FoundReceipt
    | FoundBadge
    | FoundCoupon
    | FoundHold
    | FoundPaymentCode
    | LooksLikePayment
    | MemberNotHere
    | NothingFound
)
