"""What synchronising consists of: its state, what can happen to it and what it can ask for."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from posapp.offline.clock_offset import ClockOffset
from posapp.wire.sync import (
    MOST_ITEMS,
    DeadLetterReply,
    FeedRow,
    HelloReply,
    HelloRequest,
    Hints,
    ItemResult,
    PullReply,
    PushItem,
    PushReply,
    PushRequest,
)


class Phase(StrEnum):
    """Where the conversation with central stands."""

    STOPPED = "stopped"
    HELLO = "hello"
    PUSHING = "pushing"
    PULLING = "pulling"
    IDLE = "idle"
    BACKING_OFF = "backing_off"


class Failure(StrEnum):
    """Why a request brought no usable answer; all but REFUSED and GONE leave it unknown."""

    UNREACHABLE = "unreachable"
    NO_ANSWER = "no_answer"
    CERTIFICATE = "certificate"
    BAD_REPLY = "bad_reply"
    SERVER_ERROR = "server_error"
    BUSY = "busy"
    NOT_ACCEPTED = "not_accepted"
    REFUSED = "refused"
    GONE = "gone"
    STORE = "store"


@dataclass(frozen=True, slots=True)
class Now:
    """One reading of both clocks, ms."""

    wall_ms: int
    mono_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Till:
    """Who speaks. `run_id` is new for each start of the program: request ids never repeat."""

    terminal_id: str
    app_version: str
    run_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the stores stand: the journal's head, the epoch in till.db, the cursor in cache.db."""

    incarnation: int
    max_seq: int
    chain_head: str
    waiting: int
    epoch: str
    cursor: str
    cursor_epoch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The one request that is under way; any other answer is a stray and changes nothing."""

    request_id: str
    incarnation: int = 0
    items: tuple[PushItem, ...] = ()
    dead_letter: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Everything the step function remembers; all of it can be lost, the stores hold the truth."""

    till: Till
    phase: Phase = Phase.STOPPED
    place: Place | None = None
    asked: Asked | None = None
    requests: int = 0
    hints: Hints = field(default_factory=Hints)
    batch: int = MOST_ITEMS
    after: tuple[int, int] = (0, 0)
    dirty: bool = True
    push_again_mono_ms: int = 0
    may_push: bool = True
    failures: int = 0
    last_failure: Failure | None = None
    offline_since_ms: int = 0
    last_success_ms: int = 0
    hello_mono_ms: int = 0
    durable_seq: int = 0
    problem: str = ""
    notice: str = ""
    forked: bool = False
    fork_told: bool = False
    clock: ClockOffset = field(default_factory=ClockOffset)


@dataclass(frozen=True, slots=True)
class Tick:
    """The time that was waited for has come; the first one starts the conversation."""

    now: Now


@dataclass(frozen=True, slots=True)
class Nudged:
    """A person asked to try now."""

    now: Now


@dataclass(frozen=True, slots=True)
class OutboxChanged:
    """The journal has grown."""


@dataclass(frozen=True, slots=True)
class PlaceRead:
    """Answer to ReadPlace."""

    now: Now
    place: Place


@dataclass(frozen=True, slots=True)
class OutboxRead:
    """Answer to ReadOutbox: pending entries of one incarnation, none when the pass is through."""

    now: Now
    incarnation: int
    items: tuple[PushItem, ...]


Reply = HelloReply | PushReply | PullReply | DeadLetterReply


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """Central answered with status 200 and a message that fits its schema."""

    now: Now
    sent_mono_ms: int
    reply: Reply


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A request brought no usable answer, or (STORE, without request id) a store did not work."""

    now: Now
    kind: Failure
    request_id: str = ""
    retry_after_ms: int = 0
    key: str = ""


Event = Tick | Nudged | OutboxChanged | PlaceRead | OutboxRead | Answered | Failed


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """Tell where the stores stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOutbox:
    """Read pending entries behind `after` (incarnation, seq), oldest first, within the limits."""

    limit: int
    max_bytes: int
    after: tuple[int, int]


@dataclass(frozen=True, slots=True)
class SendHello:
    request: HelloRequest


@dataclass(frozen=True, slots=True)
class SendPush:
    request: PushRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class SendPull:
    request_id: str
    cursor: str
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDeadLetter:
    """An item that central refuses alone: its bytes go where any bytes are kept."""

    request_id: str
    item: PushItem
    incarnation: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Settle:
    """Mark exactly these entries as acknowledged in this epoch; one durable transaction."""

    results: tuple[ItemResult, ...]
    epoch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptEpoch:
    """Make entries from `resend_from` of this incarnation pending again, and all of older ones;
    then store central's new epoch.
    """

    epoch: str
    resend_from: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptIncarnation:
    """Go on under central's new incarnation, from seq 1; one durable transaction."""

    incarnation: int


@dataclass(frozen=True, slots=True)
class ClearFeed:
    """Empty the cache and its cursor; it will be fetched again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apply:
    """Write the rows and the cursor behind them in one transaction."""

    rows: tuple[FeedRow, ...]
    cursor: str
    epoch: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Tick after a random time between the two; replaces an earlier wait."""

    least_ms: int
    most_ms: int


@dataclass(frozen=True, slots=True)
class Report:
    """Show how things stand."""


Command = (
    ReadPlace
    | ReadOutbox
    | SendHello
    | SendPush
    | SendPull
    | SendDeadLetter
    | Settle
    | AdoptEpoch
    | AdoptIncarnation
    | ClearFeed
    | Apply
    | Wait
    | Report
)
"""Carried out in order; the first that fails ends the list and comes back as `Failed`."""
