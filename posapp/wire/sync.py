"""The sync protocol's messages: hello, push and pull (docs/rules.md A1 to A5)."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

from posapp.wire.leases import LeaseHeld

PROTOCOL_MIN: Final = 1
PROTOCOL_MAX: Final = 1
MOST_ITEMS: Final = 100
MOST_BYTES: Final = 256 * 1024


class EnrolRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Swap a one-time code for a terminal identity. Keys are base64 of raw bytes (Ed25519
    public).
    """

    code: str
    public_key: str
    app_version: str


class EnrolReply(msgspec.Struct, frozen=True, kw_only=True):
    """Who this till is from now on. `seal_key` (X25519, base64) seals member keys to central;
    `sign_key` (Ed25519, base64) checks what central answers.
    """

    request_id: str
    epoch: str
    server_time_ms: int
    tenant_id: str
    tenant_name: str
    shop_id: str
    shop_name: str
    terminal_id: str
    terminal_code: str
    terminal_label: str
    incarnation: int
    currency: str
    time_zone: str
    seal_key: str
    sign_key: str = ""


class AnnounceKey(msgspec.Struct, frozen=True, kw_only=True):
    """The device's next key (base64, Ed25519 public), and a signature by it over the terminal and
    itself.
    """

    public_key: str
    proof: str


class KeyAnnounced(msgspec.Struct, frozen=True, kw_only=True):
    """The new key is good from its first use; until then the old one is."""

    request_id: str


class HelloRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Where the till stands; sent before the first push and pull of a connection.

    `forked` after central answered `fork` to an entry of this incarnation. `leases` is all that the
    till holds; None from a till that cannot say.
    """

    request_id: str
    protocol_min: int = PROTOCOL_MIN
    protocol_max: int = PROTOCOL_MAX
    schema: int
    app_version: str
    terminal_id: str
    incarnation: int
    max_seq: int
    chain_head: str
    epoch: str
    cursor: str
    outbox_depth: int
    wall_ms: int
    mono_ms: int
    forked: bool = False
    leases: tuple[LeaseHeld, ...] | None = None


class Hints(msgspec.Struct, frozen=True, kw_only=True):
    """How central would like to be called."""

    max_items: int = MOST_ITEMS
    max_bytes: int = MOST_BYTES
    next_ms: int = 2_000


class NewIncarnation(StrEnum):
    """Why central gave a till a new incarnation."""

    RESTORED = "restored"
    COPIED = "copied"


class HelloReply(msgspec.Struct, frozen=True, kw_only=True):
    """Where central stands: the next seq it expects, and up to which seq its own backup reaches.

    Both count in `incarnation`. A higher one than the till's own is new: the till goes on under it
    from seq 1, `because` says why (NewIncarnation). `sign_key` as in EnrolReply.
    """

    request_id: str
    protocol: int
    epoch: str
    incarnation: int
    expect_seq: int
    durable_seq: int
    server_time_ms: int
    min_schema: int = 1
    hints: Hints = Hints()
    commands: tuple[str, ...] = ()
    because: str = ""
    sign_key: str = ""


class Attachment(msgspec.Struct, frozen=True, kw_only=True):
    """Personal data beside a fact: ciphertext under the subject's key, and that key sealed to
    central (base64).
    """

    sha256: str
    subject_id: str
    ciphertext: str
    sealed_key: str


class PushItem(msgspec.Struct, frozen=True, kw_only=True):
    """One journal entry. `body` is the exact text whose SHA-256 is `body_sha256` (hex)."""

    seq: int
    event_id: str
    kind: str
    schema: int
    aggregate_id: str
    body: str
    body_sha256: str
    chain: str
    wall_ms: int
    mono_ms: int
    boot_id: str
    server_offset_ms: int | None = None
    offset_error_ms: int | None = None
    attachments: tuple[Attachment, ...] = ()


class PushRequest(msgspec.Struct, frozen=True, kw_only=True):
    """Entries in seq order, at most 100 and 256 KiB."""

    request_id: str
    epoch: str
    terminal_id: str
    incarnation: int
    items: tuple[PushItem, ...]


class ItemOutcome(StrEnum):
    """What became of one item (docs/rules.md A4); only the first three settle it."""

    APPLIED = "applied"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    DEPENDS = "depends"
    RETRY_LATER = "retry_later"
    FORK = "fork"


SETTLED: Final = frozenset({ItemOutcome.APPLIED, ItemOutcome.DUPLICATE, ItemOutcome.QUARANTINED})


class ItemResult(msgspec.Struct, frozen=True, kw_only=True):
    """The answer for one item; `pos` is central's order, `code` says why it was quarantined."""

    seq: int
    event_id: str
    outcome: ItemOutcome
    pos: int = 0
    code: str = ""
    depends_on: str = ""
    after_ms: int = 0


class PushReply(msgspec.Struct, frozen=True, kw_only=True):
    """Per-item answers; items that are not listed are unknown and stay pending."""

    request_id: str
    epoch: str
    incarnation: int
    server_time_ms: int
    durable_seq: int
    items: tuple[ItemResult, ...]


class FeedRow(msgspec.Struct, frozen=True, kw_only=True):
    """One change: table `t`, key `k`, version `v`, operation u(psert) or d(elete), and the row as
    JSON.
    """

    t: str
    k: str
    v: int
    op: str
    d: msgspec.Raw = msgspec.Raw(b"null")


class PullReply(msgspec.Struct, frozen=True, kw_only=True):
    """Rows after the cursor in central's order; `next` is stored together with the rows."""

    request_id: str
    epoch: str
    rows: tuple[FeedRow, ...]
    next: str
    more: bool
    head: int
    min_pos: int
    server_time_ms: int


class DeadLetterReply(msgspec.Struct, frozen=True, kw_only=True):
    """Answer to POST /v1/sync/deadletter, whose body is any bytes: here a push item that was
    refused.

    Central keeps the bytes and, where they are a readable item, its seq, so that `expect_seq` moves
    on.
    """

    request_id: str
    epoch: str
    incarnation: int


class ErrorBody(msgspec.Struct, frozen=True, kw_only=True):
    """Why a request was not done: a key and parameters, never a sentence."""

    key: str
    params: dict[str, str | int] = {}


class ErrorReply(msgspec.Struct, frozen=True, kw_only=True):
    """The body of every 4xx and 5xx of central."""

    request_id: str
    error: ErrorBody
    server_time_ms: int = 0
