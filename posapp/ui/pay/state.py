"""Where taking a payment stands: what is collected, which way is chosen, what is awaited."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from posapp.domain.accounts import CreditAccount
from posapp.domain.charges import OFFER_CHANNEL, Stage, Watch
from posapp.domain.member import Member
from posapp.domain.payment import MOST_CHANGE, Payment
from posapp.domain.points import EarnBasis, PointRules, earned, most_usable, value_of
from posapp.domain.rounding import RoundingRule
from posapp.domain.sale import TenderKind
from posapp.errors import PosError, Refused
from posapp.ui.pay.quick_cash import NOTES
from posapp.wire.requests import HoldLedger
from posapp.workflows.lease_shelf import Lent
from posapp.workflows.pay_outcomes import CodeSent, CommittedSale, Leg, OpenHold


class Way(StrEnum):
    """A way to pay, in the order of Alt+1 to Alt+7."""

    CASH = "cash"
    CODE = "code"
    VALUE = "value"
    CARD = "card"
    POINTS = "points"
    ACCOUNT = "account"
    RECORDED = "recorded"


WAYS: Final = tuple(Way)
CARD_CHANNEL: Final = "card"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayRequest:
    """What the sell screen hands over: the order, its sale id, its member, and the way chosen."""

    payment: Payment
    member: Member | None = None
    way: Way = Way.CASH


@dataclass(frozen=True, slots=True, kw_only=True)
class PayResume:
    """An order whose charges of an earlier run have no sale yet; they are cleared up first."""

    request: PayRequest
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class Collecting:
    """An amount is being typed for the chosen way."""


@dataclass(frozen=True, slots=True)
class Working:
    """An answer is awaited that cannot stay unknown; nothing else can be pressed."""

    way: Way


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirming:
    """Central holds the amount and waits for the member's second factor.

    `refusal` says why the last code was not taken; `locked` means that no code will be any more.
    """

    hold: OpenHold
    sent: CodeSent | None = None
    refusal: PosError | None = None
    locked: bool = False
    busy: bool = False


class Happening(StrEnum):
    """What the story of a charge tells."""

    SENT = "sent"
    NO_ANSWER = "no_answer"
    ASKED = "asked"
    CUSTOMER_PAYS = "customer_pays"
    OFFERED = "offered"
    REVERSING = "reversing"
    NOT_REVERSED = "not_reversed"
    FOUND = "found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of the story of a charge: when (wall ms) and what happened."""

    at_ms: int
    what: Happening


@dataclass(frozen=True, slots=True, kw_only=True)
class Charging:
    """Sent to the terminal, no answer yet; `sent_ms` is wall time, `since_ms` monotonic."""

    way: Way
    channel: str
    amount: int
    masked: str
    sent_ms: int
    since_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A charge whose outcome nobody knows: only asking again or reversing is possible.

    `watch` counts in monotonic ms what comes next by itself; `sent_ms` is wall time. `code` is
    what the customer may scan, where the shop shows a code and knows it; it is hidden while the
    offer is `closing`.
    """

    leg: Leg
    masked: str
    sent_ms: int
    story: tuple[Step, ...]
    watch: Watch
    busy: bool = False
    code: str = field(default="", repr=False)
    closing: bool = False

    @property
    def way(self) -> Way:
        return way_of(self.leg.channel)

    @property
    def is_offer(self) -> bool:
        """The shop shows a code, the customer scans it."""
        return self.leg.channel == OFFER_CHANNEL

    @property
    def shown_code(self) -> str:
        """Empty as soon as it is given up: nobody may scan it any more."""
        can_pay = self.watch.stage in (Stage.USERPAYING, Stage.UNKNOWN) and not self.closing
        return self.code if can_pay else ""


@dataclass(frozen=True, slots=True)
class Finishing:
    """Settled; the sale is being made durable."""


class Keeping(StrEnum):
    """Whether the change is kept as her stored value."""

    OFFERED = "offered"
    ASKED = "asked"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Done:
    """The sale is durable. The next scan, or Enter, begins a new one."""

    committed: CommittedSale
    keeping: Keeping = Keeping.OFFERED


Phase = Collecting | Working | Confirming | Charging | Unclear | Finishing | Done


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterRules:
    """The shop's own rules of the counter; amounts in minor units."""

    notes: tuple[int, ...] = NOTES
    change_most: int = MOST_CHANGE
    rounding: RoundingRule = field(default_factory=RoundingRule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What decides which ways are open besides the order itself."""

    online: bool = True
    terminal_ready: bool = True
    codes_by_central: bool = False
    rules: PointRules | None = None
    lent: tuple[Lent, ...] = ()
    counter: CounterRules = field(default_factory=CounterRules)
    accounts: tuple[CreditAccount, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PayState:
    """Everything that the pay screen shows."""

    payment: Payment
    member: Member | None
    around: Surroundings
    way: Way = Way.CASH
    phase: Phase = Collecting()
    typed: int | None = None

    @property
    def suggested(self) -> int:
        """What stands in the amount field before a digit is typed, minor units."""
        return suggestion(self)

    @property
    def amount(self) -> int:
        """What confirming would take now, minor units."""
        return self.suggested if self.typed is None else self.typed

    @property
    def change(self) -> int:
        """What would go back from this cash, minor units."""
        if self.way is not Way.CASH:
            return 0
        return max(0, self.amount - self.payment.remaining)


def suggestion(state: PayState) -> int:
    """The most that the chosen way can pay of what remains."""
    remaining = state.payment.remaining
    match state.way:
        case Way.VALUE:
            return min(state.payment.payable(TenderKind.STORED_VALUE), value_left(state))
        case Way.POINTS:
            return points_most(state)[1]
        case Way.CASH | Way.CODE | Way.CARD | Way.ACCOUNT | Way.RECORDED:
            return remaining


def value_left(state: PayState) -> int:
    """The member's stored value that this order does not hold yet, minor units.

    Without central it is what this till was lent of it; with central that counts on top where her
    balance was read after it was lent.
    """
    if state.member is None:
        return 0
    lent = lent_of(state, HoldLedger.STORED_VALUE)
    if not state.around.online:
        return max((each.amount for each in lent), default=0)
    held = sum(
        piece.principal + piece.bonus
        for tender in state.payment.tenders
        for piece in tender.value_slices
    )
    before = state.payment.before_value
    have = state.member.stored_value if before is None else before.stored_value
    if before is None:
        as_of_ms = state.member.as_of_ms
        have += sum(each.amount for each in lent if each.granted_ms <= as_of_ms)
    return max(0, have - held)


def lent_of(state: PayState, ledger: HoldLedger) -> list[Lent]:
    """What this till may spend of hers with nobody to ask."""
    member = state.member
    return [
        each
        for each in state.around.lent
        if member is not None and each.member_id == member.id and each.ledger is ledger
    ]


def points_most(state: PayState) -> tuple[int, int]:
    """The most points that may still pay, and what they pay in minor units."""
    rules = state.around.rules
    if rules is None or state.member is None:
        return 0, 0
    points = most_usable(
        rules, max(0, _points_left(state)), state.payment.payable(TenderKind.POINTS)
    )
    return points, (value_of(rules, points) if points else 0)


def _points_left(state: PayState) -> int:
    """Her points that this order does not hold yet; as `value_left`."""
    member, lent = state.member, lent_of(state, HoldLedger.POINTS)
    if not state.around.online or member is None:
        return max((each.amount for each in lent), default=0)
    before = state.payment.before_points
    have = member.points if before is None else before.points
    if before is None:
        have += sum(each.amount for each in lent if each.granted_ms <= member.as_of_ms)
    return have - sum(tender.points for tender in state.payment.tenders)


def points_for(amount: int, rules: PointRules) -> int:
    """How many points pay exactly this amount. Raises Refused("points.not_a_multiple")."""
    points, rest = divmod(amount * rules.burn_points, rules.burn_value)
    if rest:
        raise Refused("points.not_a_multiple", step=rules.burn_points)
    value_of(rules, points)
    return points


def way_of(channel: str) -> Way:
    """The way that an external channel belongs to."""
    return Way.CARD if channel == CARD_CHANNEL else Way.CODE


def points_to_earn(state: PayState) -> int:
    """What the member earns if the rest is paid in money."""
    rules, payment = state.around.rules, state.payment
    if rules is None or state.member is None:
        return 0
    goods = payment.net - payment.priced.deposits
    if rules.basis is EarnBasis.NET:
        return earned(rules, goods)
    bonus = sum(piece.bonus for tender in payment.tenders for piece in tender.value_slices)
    unpaid = (TenderKind.POINTS, TenderKind.THIRD_PARTY_COUPON)
    other = sum(tender.amount for tender in payment.tenders if tender.kind in unpaid)
    return earned(rules, goods - bonus - other)
