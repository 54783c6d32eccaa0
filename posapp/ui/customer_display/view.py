"""What the customer may see, as values: never a full phone number, never a code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from posapp.domain.pricing import PricedCart, PricedLine, Stage
from posapp.ui.line_names import line_name
from posapp.wire.member_code import DIGITS

SMS_DIGITS: Final = 6
CODE_DIGITS: Final = DIGITS


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
    """The order as it stands. It keeps the priced cart and makes lines only for what is shown:
    a change costs the same however long the order is.
    """

    priced: PricedCart | None = None

    @property
    def kinds(self) -> int:
        """How many lines there are."""
        return 0 if self.priced is None else len(self.priced.lines)

    @property
    def saved(self) -> int:
        return 0 if self.priced is None else self.priced.reduction_total

    @property
    def total(self) -> int:
        return 0 if self.priced is None else self.priced.net

    def newest(self, most: int) -> tuple[CustomerLine, ...]:
        """The last lines, in their order."""
        if self.priced is None or most <= 0:
            return ()
        return tuple(_line(each) for each in self.priced.lines[-most:])


@dataclass(frozen=True, slots=True)
class Welcome:
    """Nobody is being served."""


@dataclass(frozen=True, slots=True)
class Ringing:
    """Goods are being rung up; `member` is her masked name or empty."""

    member: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paying:
    """The order is being paid; minor units, and what it will bring her in points."""

    remaining: int
    paid: int = 0
    member: str = ""
    points: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmValue:
    """She is to confirm a payment from her stored value in one of the ways that are offered.

    `sms_sent`: a code is on its way to `sms_to`. `tries_left` is what is left after a wrong one,
    None before; while `busy` a code is being checked.
    """

    member: str
    amount: int
    left_after: int
    by_code: bool = True
    by_sms: bool = True
    sms_to: str = ""
    sms_sent: bool = False
    tries_left: int | None = None
    busy: bool = False

    @property
    def lengths(self) -> tuple[int, ...]:
        """How many digits a code may have now."""
        sms = (SMS_DIGITS,) if self.sms_sent else ()
        return (*sms, CODE_DIGITS) if self.by_code else sms


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanToPay:
    """She scans the shop's code within `left_s` seconds; amount in minor units."""

    content: str = field(repr=False)
    amount: int
    left_s: int


@dataclass(frozen=True, slots=True)
class Consent:
    """She registers: the policy of this version is before her, and the answer is hers. `purposes`
    are those of domain.consents.Purpose that she is asked one by one. `texts` is the whole of it
    by language; a version never reads otherwise, so two of one version are the same.
    """

    version: str
    purposes: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """It is paid."""

    paid: int
    change: int = 0
    points_earned: int = 0


Moment = Welcome | Ringing | Paying | ConfirmValue | ScanToPay | Consent | Thanks


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerView:
    """One whole picture: the order at the left, the moment at the right."""

    order: Order = Order()
    moment: Moment = Welcome()


def _line(priced: PricedLine) -> CustomerLine:
    return CustomerLine(
        name=line_name(priced.line),
        quantity=priced.line.quantity,
        amount=priced.list_amount,
        cuts=tuple(
            CustomerCut(label=cut.label, amount=cut.amount, of_member=cut.stage is Stage.MEMBER)
            for cut in priced.reductions
        ),
    )
