"""What requests leave behind: answers by id, one-time codes, wrong tries, look-ups, quotes."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

idem: Final = Table(
    "idem",
    METADATA,
    uuid("terminal_id", key=True),
    text("request", key=True),
    blob("request_hash"),
    text("state"),
    integer("status"),
    blob("body", null=True),
    integer("at_ms"),
)
"""`request` is the path and the id that the till chose; kept at least 30 days."""

one_time_code: Final = Table(
    "one_time_code",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    text("purpose"),
    uuid("hold_id", null=True),
    blob("phone_digest"),
    integer("amount"),
    blob("code_hash"),
    integer("tries"),
    integer("sent_ms"),
    integer("expires_ms"),
    flag("used"),
    Index("ix_one_time_code_phone", "phone_digest", "sent_ms"),
    Index("ix_one_time_code_hold", "hold_id", "sent_ms"),
)

wrong_tries: Final = Table(
    "wrong_tries",
    METADATA,
    text("scope", key=True),
    uuid("subject_id", key=True),
    integer("count"),
    integer("paused_until_ms"),
)
"""Wrong second factors in a row, per member and per terminal."""

look_up: Final = Table(
    "look_up",
    METADATA,
    uuid("terminal_id", key=True),
    integer("day", key=True),
    uuid("member_id", key=True),
)

look_up_rate: Final = Table(
    "look_up_rate",
    METADATA,
    uuid("terminal_id", key=True),
    integer("minute", key=True),
    integer("count"),
)

nonce: Final = Table(
    "nonce",
    METADATA,
    uuid("terminal_id", key=True),
    text("nonce", key=True),
    integer("at_ms"),
    Index("ix_nonce_at", "at_ms"),
)
"""What signed requests used up; one process over a file remembers them itself."""

phone_turn: Final = Table(
    "phone_turn",
    METADATA,
    uuid("tenant_id", key=True),
    blob("digest", key=True),
)
"""Locked by whoever registers a phone or sends it a code: two tills at once take turns."""

top_up_quote: Final = Table(
    "top_up_quote",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("terminal_id"),
    uuid("top_up_id"),
    uuid("member_id"),
    integer("principal"),
    integer("bonus"),
    text("quote_hash"),
    integer("expires_ms"),
    Index("ix_top_up_quote_top_up", "top_up_id"),
    Index("ix_top_up_quote_member", "member_id"),
)
