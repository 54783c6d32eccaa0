"""Who belongs to whom: tenants, shops, terminals and how far they are, staff, settings."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table, UniqueConstraint

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

meta: Final = Table("meta", METADATA, text("name", key=True), text("value"))

tenant: Final = Table(
    "tenant",
    METADATA,
    uuid("id", key=True),
    text("name"),
    text("currency"),
    text("time_zone"),
    blob("operator_token_hash", null=True),
)

shop: Final = Table(
    "shop",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("code"),
    text("name"),
    text("details", default="{}"),
    UniqueConstraint("tenant_id", "code"),
)
"""`details` is the JSON of what papers say: brand, address, phone, tax number, policy, footer."""

terminal: Final = Table(
    "terminal",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    text("code"),
    text("label"),
    integer("incarnation"),
    blob("public_key"),
    text("status", default="active"),
    text("app_version"),
    UniqueConstraint("tenant_id", "code"),
)

terminal_head: Final = Table(
    "terminal_head",
    METADATA,
    uuid("terminal_id", key=True),
    integer("incarnation", key=True),
    integer("seq"),
    blob("chain"),
    integer("durable_seq"),
)
"""Up to `seq` nothing is missing; `chain` is the link of that entry."""

enrol_code: Final = Table(
    "enrol_code",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    text("terminal_code"),
    text("terminal_label"),
    blob("code_hash"),
    integer("expires_ms"),
    integer("tries"),
    flag("used"),
)

staff: Final = Table(
    "staff",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("number"),
    text("name"),
    text("role"),
    text("permissions"),
    text("pin_verifier"),
    text("badge_verifier"),
    flag("active"),
    UniqueConstraint("tenant_id", "number"),
)

setting: Final = Table(
    "setting",
    METADATA,
    uuid("tenant_id", key=True),
    text("name", key=True),
    text("value"),
)
"""`value` is JSON. Central reads its own limits here; the feed brings all of them to the tills."""

counter: Final = Table(
    "counter",
    METADATA,
    uuid("tenant_id", key=True),
    text("name", key=True),
    integer("value"),
)

feed_head: Final = Table(
    "feed_head",
    METADATA,
    uuid("tenant_id", key=True),
    integer("pos"),
    integer("inbox_pos"),
    integer("min_pos"),
)

change: Final = Table(
    "change",
    METADATA,
    uuid("tenant_id", key=True),
    text("kind", key=True),
    text("row_key", key=True),
    integer("pos"),
    text("op", default="u"),
    Index("ix_change_tenant_pos", "tenant_id", "pos", unique=True),
)
"""The newest change of each row. A reader that passed an older place meets the row again."""
