"""What the customer may see, as values: never a full phone number, never a code."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.domain.pricing import PricedCart, PricedLine, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerCut:
    """Why a line costs less; amount in minor units, positive."""

    label: str
    amount: int
    of_member: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerLine:
    """A line of the order: quantity in thousandths, its amount before reductions, minor units."""

    name: str
    quantity: int
    amount: int
    cuts: tuple[CustomerCut, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The order as it stands, minor units."""

    lines: tuple[CustomerLine, ...] = ()
    count: int = 0
    saved: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Welcome:
    """Nobody is being served."""


@dataclass(frozen=True, slots=True)
class Ringing:
    """Goods are being rung up; `member` is her masked name or empty."""

    member: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paying:
    """The order is being paid; minor units."""

    remaining: int
    paid: int = 0
    member: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmValue:
    """She is to confirm a payment from her stored value in one of the ways that are offered."""

    member: str
    amount: int
    left_after: int
    by_code: bool = True
    by_sms: bool = True
    sms_to: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """It is paid."""

    paid: int
    change: int = 0
    points_earned: int = 0


Moment = Welcome | Ringing | Paying | ConfirmValue | Thanks


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerView:
    """One whole picture: the order at the left, the moment at the right."""

    order: Order = Order()
    moment: Moment = Welcome()


def order_of(priced: PricedCart) -> Order:
    """The order of a priced cart."""
    return Order(
        lines=tuple(_line(each) for each in priced.lines),
        count=priced.quantity,
        saved=priced.reduction_total,
        total=priced.net,
    )


def _line(priced: PricedLine) -> CustomerLine:
    name = f"{priced.line.name} {priced.line.spec}".strip()
    return CustomerLine(
        name=name,
        quantity=priced.line.quantity,
        amount=priced.list_amount,
        cuts=tuple(
            CustomerCut(label=cut.label, amount=cut.amount, of_member=cut.stage is Stage.MEMBER)
            for cut in priced.reductions
        ),
    )
