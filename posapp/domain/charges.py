"""An external payment as a state machine: what an answer makes of it, and what is due next.

READY -> SENT -> PAID | USERPAYING | UNKNOWN | FAILED; USERPAYING and UNKNOWN are asked about until
PAID or FAILED, or given up: REVERSING -> REVERSED | MANUAL. Pure; times are monotonic milliseconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final, assert_never

ASK_EVERY_MS: Final = 4_000
REVERSE_AGAIN_MS: Final = 5_000
NO_REVERSE_BEFORE_MS: Final = 15_000
GIVE_UP_AFTER_MS: Final = 30_000
OFFER_CHANNEL: Final = "qr"
"""The channel of a code that the shop shows and the customer scans, whoever she pays with."""

OFFER_VALID_MS: Final = 120_000
"""How long a code that the shop shows may be scanned."""

MOST_REVERSALS: Final = 12
"""Unanswered reversals in a row before a person is asked: a minute of them."""


@dataclass(frozen=True, slots=True)
class Paid:
    """Money moved. `masked` is all of the payer's account that may be shown or kept."""

    reference: str
    masked: str


@dataclass(frozen=True, slots=True)
class Declined:
    """No money moved and none will by this attempt."""

    key: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """The customer has to confirm on her phone: a password, or an amount above the free limit."""


@dataclass(frozen=True, slots=True)
class Offered:
    """Nothing is paid yet: the customer scans a code of this `content` within `left_ms`."""

    content: str = field(repr=False)
    left_ms: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """Asked, no clear answer. Query the same attempt; never charge under another id meanwhile."""


@dataclass(frozen=True, slots=True)
class Reversed:
    """The attempt is undone, or never took money."""


ChargeOutcome = Paid | Declined | Waiting | Unknown
OfferOutcome = ChargeOutcome | Offered
ReverseOutcome = Reversed | Declined | Unknown


class Stage(StrEnum):
    """How far a charge came."""

    READY = "ready"
    SENT = "sent"
    USERPAYING = "userpaying"
    UNKNOWN = "unknown"
    PAID = "paid"
    FAILED = "failed"
    REVERSING = "reversing"
    REVERSED = "reversed"
    MANUAL = "manual"


OPEN: Final = frozenset(
    {Stage.SENT, Stage.USERPAYING, Stage.UNKNOWN, Stage.REVERSING, Stage.MANUAL}
)
"""Nobody knows yet whether money moved: no second charge may begin."""

ENDED: Final = frozenset({Stage.FAILED, Stage.REVERSED})
"""No money is with the shop, and none will come by this attempt."""

_ASKABLE: Final = frozenset({Stage.SENT, Stage.USERPAYING, Stage.UNKNOWN, Stage.MANUAL})
_GIVEN_UP: Final = frozenset({Stage.REVERSING, Stage.MANUAL})


def merchant_number(attempt_id: str) -> str:
    """The order number that the acquirer knows an attempt by: every attempt has its own."""
    return attempt_id.replace("-", "")


class Due(StrEnum):
    """What the till does by itself now."""

    NOTHING = "nothing"
    QUERY = "query"
    REVERSE = "reverse"


def after_answer(stage: Stage, outcome: ChargeOutcome) -> Stage:
    """What a charge's or a query's answer makes of it; ends and a begun reversal stay as they are.

    Where a person already has to look, only a clear answer changes anything; a reversal that was
    begun is at its end when it is clear that no money will come.
    """
    if stage is Stage.REVERSING and isinstance(outcome, Declined):
        return Stage.REVERSED
    if stage not in _ASKABLE:
        return stage
    match outcome:
        case Paid():
            return Stage.PAID
        case Declined():
            return Stage.FAILED
        case Waiting() | Unknown() if stage is Stage.MANUAL:
            return stage
        case Waiting():
            return Stage.USERPAYING
        case Unknown():
            return Stage.UNKNOWN
        case _:
            assert_never(outcome)


def after_reversal(stage: Stage, outcome: ReverseOutcome) -> Stage:
    """What the answer to a reversal makes of it: a lost one is repeated, a refused one is for a
    person.
    """
    if stage not in _GIVEN_UP:
        return stage
    match outcome:
        case Reversed():
            return Stage.REVERSED
        case Declined():
            return Stage.MANUAL
        case Unknown():
            return stage
        case _:
            assert_never(outcome)


def found_again(stage: Stage) -> Stage:
    """After a restart: what was sent and not answered is unknown."""
    return Stage.UNKNOWN if stage is Stage.SENT else stage


def as_charge(outcome: OfferOutcome) -> ChargeOutcome:
    """What an offer means for its attempt: a code that is shown is waited for."""
    return Waiting() if isinstance(outcome, Offered) else outcome


def reverse_wait_ms(stage: Stage, since_sent_ms: int, *, offered: bool = False) -> int:
    """How long a reversal still has to wait, 0 when it may be sent.

    A charge without an answer may be on its way: for 15 s a reversal could overtake it. One that
    is known paid, or whose reversal was begun, waits for nothing; nor does a code that the shop
    shows (`offered`), once the acquirer has told it.
    """
    if offered and stage is Stage.USERPAYING:
        return 0
    if stage not in (Stage.SENT, Stage.USERPAYING, Stage.UNKNOWN):
        return 0
    is_early = 0 <= since_sent_ms < NO_REVERSE_BEFORE_MS
    return NO_REVERSE_BEFORE_MS - since_sent_ms if is_early else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A charge that is waited for: when it was sent, when it was last asked about, and how often a
    reversal stayed unanswered. A code that the shop shows (`offered`) lives longer, and is asked
    about once more when its time is over.
    """

    stage: Stage
    sent_ms: int
    asked_ms: int
    unanswered: int = 0
    patience_ms: int = GIVE_UP_AFTER_MS
    offered: bool = False

    @property
    def is_stuck(self) -> bool:
        """Given up, and it could not be undone at least once, or paid for no order: a person may
        put it aside.
        """
        is_unheard = self.stage is Stage.REVERSING and self.unanswered > 0
        return is_unheard or self.stage in (Stage.MANUAL, Stage.PAID)

    def due(self, now_ms: int) -> Due:
        """What to do by itself at `now_ms`."""
        match self.stage:
            case Stage.USERPAYING | Stage.UNKNOWN:
                if now_ms >= self._over_ms:
                    is_last = self.offered and self.asked_ms < self._over_ms
                    return Due.QUERY if is_last else Due.REVERSE
                return Due.QUERY if now_ms - self.asked_ms >= ASK_EVERY_MS else Due.NOTHING
            case Stage.REVERSING:
                is_due = now_ms - self.asked_ms >= REVERSE_AGAIN_MS
                return Due.REVERSE if is_due else Due.NOTHING
            case _:
                return Due.NOTHING

    def wait_ms(self, now_ms: int) -> int:
        """As `reverse_wait_ms`."""
        return reverse_wait_ms(self.stage, now_ms - self.sent_ms, offered=self.offered)

    def left_ms(self, now_ms: int) -> int:
        """Until it is given up by itself; 0 once it is."""
        if self.stage in _GIVEN_UP:
            return 0
        return max(0, self._over_ms - now_ms)

    @property
    def _over_ms(self) -> int:
        return self.sent_ms + self.patience_ms

    def showing(self, left_ms: int, now_ms: int) -> Watch:
        """The code is known, and how long it may be scanned from now on."""
        return replace(self, offered=True, patience_ms=now_ms - self.sent_ms + left_ms)

    def asking(self, now_ms: int) -> Watch:
        """A query leaves now."""
        return replace(self, asked_ms=now_ms)

    def answered(self, outcome: Waiting | Unknown) -> Watch:
        """A query brought nothing clear."""
        return replace(self, stage=after_answer(self.stage, outcome))

    def undoing(self, now_ms: int) -> Watch:
        """A reversal leaves now."""
        return replace(self, stage=Stage.REVERSING, asked_ms=now_ms)

    def not_undone(self, outcome: Declined | Unknown) -> Watch:
        """The reversal was refused, or its answer is lost: after many, a person is asked."""
        unanswered = self.unanswered + 1
        stage = after_reversal(self.stage, outcome)
        if stage is Stage.REVERSING and unanswered >= MOST_REVERSALS:
            stage = Stage.MANUAL
        return replace(self, stage=stage, unanswered=unanswered)
