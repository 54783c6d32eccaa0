"""What can come of asking for a payment; every outcome is normal and is told apart by `match`."""

from __future__ import annotations

from dataclasses import dataclass, field

from posapp.domain.charges import Offered, Stage, Unknown, Waiting
from posapp.domain.ids import MemberId, SaleId, TenderId
from posapp.domain.payment import Balances
from posapp.domain.sale import Sale, Tender
from posapp.errors import ParamValue
from posapp.wire.requests import Factor, HoldLedger


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenHold:
    """A hold that waits for the member's second factor. Its id is the tender's; minor units.

    `principal` and `bonus` say what it takes; `before` are her balances without it.
    """

    tender_id: TenderId
    sale_id: SaleId
    member_id: MemberId
    ledger: HoldLedger
    amount: int
    before: Balances
    principal: int = 0
    bonus: int = 0
    factors: tuple[Factor, ...] = ()
    tries_left: int = 0


@dataclass(frozen=True, slots=True)
class Authorised:
    """The hold is usable: put `tender` on the payment together with `before`, None where only
    central knows her balances.
    """

    tender: Tender
    before: Balances | None


@dataclass(frozen=True, slots=True)
class SecondFactorNeeded:
    """Central asks the member's side to confirm."""

    hold: OpenHold


@dataclass(frozen=True, slots=True)
class WrongCode:
    """The code was not right; the hold still waits. `key` words the reason."""

    hold: OpenHold
    tries_left: int
    key: str


@dataclass(frozen=True, slots=True)
class Declined:
    """Central said no, for good under this tender id; `key` words the reason."""

    key: str
    params: tuple[tuple[str, ParamValue], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeSent:
    """An SMS code is on its way; the next may be asked for at `resend_after_ms` (wall time)."""

    send_id: str
    masked_phone: str
    resend_after_ms: int
    expires_ms: int


BeginOutcome = Authorised | SecondFactorNeeded | Declined
ConfirmOutcome = Authorised | WrongCode | Declined


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """An external payment or refund that was begun, as its stored row tells it; minor units.

    For a charge `id` is the tender's id; for a refund `original` is the tender that was paid.
    `stage` is how far it had come when it was read, `at_ms` when it was put down (wall time).
    """

    id: str
    sale_id: SaleId
    amount: int
    channel: str
    is_refund: bool = False
    original: str = ""
    stage: Stage = field(default=Stage.UNKNOWN, compare=False)
    at_ms: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class ChargePaid:
    """Money moved: put `tender` on the payment."""

    tender: Tender


@dataclass(frozen=True, slots=True)
class ChargeDeclined:
    """No money moved and none will; another charge under a new id may follow."""

    key: str


@dataclass(frozen=True, slots=True)
class UnknownOutcome:
    """No clear answer: query this leg; no other charge may start while it is unknown.

    `outcome` is Waiting where the customer is known to be confirming on her phone; `offered` is
    the code that she may scan, where it is known.
    """

    leg: Leg
    outcome: Waiting | Unknown = field(default_factory=Unknown)
    offered: Offered | None = None


ChargeResult = ChargePaid | ChargeDeclined | UnknownOutcome


@dataclass(frozen=True, slots=True)
class RefundPaid:
    """The channel gave the money back."""

    leg: Leg


@dataclass(frozen=True, slots=True)
class RefundDeclined:
    """The channel will not give it back: a person settles it; journalled."""

    leg: Leg
    key: str


@dataclass(frozen=True, slots=True)
class RefundUnknown:
    """Not given back yet, or not known: run the same leg again later."""

    leg: Leg
    key: str


RefundLegResult = RefundPaid | RefundDeclined | RefundUnknown


@dataclass(frozen=True, slots=True)
class CommittedSale:
    """A sale that is durable. `open_drawer` tells the screen that cash moves; printing does it."""

    sale: Sale
    open_drawer: bool
