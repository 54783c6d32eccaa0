"""What synchronising consists of: its state, what can happen to it and what it can ask for.

Structs as the wire's messages are: a changed copy of one costs a tenth of a dataclass's, and every
step of the core makes several.
"""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct, field

from posapp.offline.clock_offset import ClockOffset
from posapp.wire.leases import LeaseHeld
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


class Now(Struct, frozen=True):
    """One reading of both clocks, ms."""

    wall_ms: int
    mono_ms: int


class Till(Struct, frozen=True, kw_only=True):
    """Who speaks. `run_id` is new for each start of the program: request ids never repeat."""

    terminal_id: str
    app_version: str
    run_id: str


class Place(Struct, frozen=True, kw_only=True):
    """Where the stores stand: the journal's head, the epoch in till.db, the cursor in cache.db, and
    what this till holds of members.
    """

    incarnation: int
    max_seq: int
    chain_head: str
    waiting: int
    epoch: str
    cursor: str
    cursor_epoch: str
    leases: tuple[LeaseHeld, ...] = ()


class Asked(Struct, frozen=True, kw_only=True):
    """The one request that is under way; any other answer is a stray and changes nothing."""

    request_id: str
    incarnation: int = 0
    items: tuple[PushItem, ...] = ()
    dead_letter: bool = False


class Conversation(Struct, frozen=True, kw_only=True):
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


class Tick(Struct, frozen=True):
    """The time that was waited for has come; the first one starts the conversation."""

    now: Now


class Nudged(Struct, frozen=True):
    """A person asked to try now."""

    now: Now


class OutboxChanged(Struct, frozen=True):
    """The journal has grown."""


class PlaceRead(Struct, frozen=True):
    """Answer to ReadPlace."""

    now: Now
    place: Place


class OutboxRead(Struct, frozen=True):
    """Answer to ReadOutbox: pending entries of one incarnation, none when the pass is through."""

    now: Now
    incarnation: int
    items: tuple[PushItem, ...]


Reply = HelloReply | PushReply | PullReply | DeadLetterReply


class Answered(Struct, frozen=True, kw_only=True):
    """Central answered with status 200 and a message that fits its schema."""

    now: Now
    sent_mono_ms: int
    reply: Reply


class Failed(Struct, frozen=True, kw_only=True):
    """A request brought no usable answer, or (STORE, without request id) a store did not work."""

    now: Now
    kind: Failure
    request_id: str = ""
    retry_after_ms: int = 0
    key: str = ""


Event = Tick | Nudged | OutboxChanged | PlaceRead | OutboxRead | Answered | Failed


class ReadPlace(Struct, frozen=True):
    """Tell where the stores stand."""


class ReadOutbox(Struct, frozen=True, kw_only=True):
    """Read pending entries behind `after` (incarnation, seq), oldest first, within the limits."""

    limit: int
    max_bytes: int
    after: tuple[int, int]


class SendHello(Struct, frozen=True):
    request: HelloRequest


class SendPush(Struct, frozen=True):
    request: PushRequest


class SendPull(Struct, frozen=True, kw_only=True):
    request_id: str
    cursor: str
    limit: int


class SendDeadLetter(Struct, frozen=True, kw_only=True):
    """An item that central refuses alone: its bytes go where any bytes are kept."""

    request_id: str
    item: PushItem
    incarnation: int = 0


class Settle(Struct, frozen=True, kw_only=True):
    """Mark exactly these entries as acknowledged in this epoch; one durable transaction."""

    results: tuple[ItemResult, ...]
    epoch: str


class AdoptEpoch(Struct, frozen=True, kw_only=True):
    """Make entries from `resend_from` of this incarnation pending again, and all of older ones;
    then store central's new epoch.
    """

    epoch: str
    resend_from: int


class AdoptIncarnation(Struct, frozen=True, kw_only=True):
    """Go on under central's new incarnation, from seq 1; one durable transaction."""

    incarnation: int


class ClearFeed(Struct, frozen=True):
    """Empty the cache and its cursor; it will be fetched again."""


class Apply(Struct, frozen=True, kw_only=True):
    """Write the rows and the cursor behind them in one transaction."""

    rows: tuple[FeedRow, ...]
    cursor: str
    epoch: str


class Wait(Struct, frozen=True, kw_only=True):
    """Tick after a random time between the two; replaces an earlier wait."""

    least_ms: int
    most_ms: int


class Report(Struct, frozen=True):
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
