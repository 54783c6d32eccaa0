"""What the sell screen shows, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from posapp.domain.catalog import Category, Product
from posapp.domain.member import Member
from posapp.domain.pricing import PricedCart
from posapp.offline.drafts import ParkedDraft
from posapp.ui.sell.order import Order
from posapp.wire.requests import HoldLedger
from posapp.workflows.found import FoundProduct
from posapp.workflows.lease_shelf import Lent
from posapp.workflows.selling import CouponOffer

FAVOURITES: Final = ""


class Entry(Enum):
    """What the next typed text means."""

    CODE = "code"
    QUANTITY = "quantity"
    PRICE_CHECK = "price_check"


@dataclass(frozen=True, slots=True, kw_only=True)
class Latch:
    """A code that could not be used; stands until a person decides. `key` words it."""

    key: str
    shown: str
    is_phone: bool = False
    is_payment: bool = False
    is_order: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsChoice:
    """Rather than a coupon: pay with the points that she has."""

    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Several answers to one text, or the rewards of a member: the person chooses one; with
    `then_pay` the order was being paid and goes back there."""

    text: str
    product: FoundProduct | None = None
    members: tuple[Member, ...] = ()
    rewards: tuple[CouponOffer | PointsChoice, ...] = ()
    then_pay: bool = False

    @property
    def count(self) -> int:
        return (self.product is not None) + len(self.members) + len(self.rewards)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A price that was asked for; `member_price` is that of this order's member, if another."""

    product: Product
    member_price: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The find side: tabs, the chosen one, and its tiles (or what a search found)."""

    categories: tuple[Category, ...] = ()
    tab: str = FAVOURITES
    tiles: tuple[Product, ...] = ()
    search: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastSale:
    """The sale before this one, for the status bar; minor units."""

    receipt_number: str
    net: int
    tendered: int = 0
    change: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SellState:
    """Everything on the screen; presenters make a new one, the screen shows the difference."""

    order: Order
    priced: PricedCart
    member: Member | None = None
    shelf: Shelf = field(default_factory=Shelf)
    parked: tuple[ParkedDraft, ...] = ()
    latches: tuple[Latch, ...] = ()
    choices: Choices | None = None
    chosen: int = 0
    checked: Checked | None = None
    entry: Entry = Entry.CODE
    last: LastSale | None = None
    online: bool = True
    lent: tuple[Lent, ...] = ()
    busy: bool = False
    collected: int = 0
    """What was taken on this order already, minor units."""

    @property
    def may_reward(self) -> bool:
        """Whether F8 can do anything: central answers, or this till was lent coupons or points of
        the member on the order.
        """
        owner = self.order.cart.member
        hers = () if owner is None else [e for e in self.lent if e.member_id == owner.member_id]
        return self.online or any(e.coupons or e.ledger is HoldLedger.POINTS for e in hers)

    @property
    def latch(self) -> Latch | None:
        return self.latches[-1] if self.latches else None
