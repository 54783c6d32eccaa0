"""The feed made ready in chunks for many tills, and marks of how far the feed was on a day."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

snapshot: Final = Table(
    "snapshot",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("epoch"),
    integer("start_pos"),
    integer("started_ms"),
    flag("complete"),
    Index("ix_snapshot_tenant", "tenant_id", "started_ms"),
)
"""`start_pos` is the feed's head before the first chunk was read: pulling goes on from there."""

snapshot_chunk: Final = Table(
    "snapshot_chunk",
    METADATA,
    uuid("snapshot_id", key=True),
    integer("number", key=True),
    text("kind"),
    text("first_key"),
    text("last_key"),
    integer("row_count"),
    integer("size"),
    blob("sha256"),
    blob("body"),
)
"""`body` holds personal data and is sealed under central's key; digest and size are of the plain
bytes."""

feed_mark: Final = Table(
    "feed_mark",
    METADATA,
    uuid("tenant_id", key=True),
    integer("at_ms", key=True),
    integer("pos"),
)
"""At this moment the feed's head was here; so that deletions can be forgotten by their age."""
