"""Facts as they arrived, kept for ever: applied or quarantined; forks, dead letters, cases."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table, UniqueConstraint
from sqlalchemy import text as sql

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

inbox: Final = Table(
    "inbox",
    METADATA,
    uuid("event_id", key=True),
    uuid("tenant_id"),
    uuid("terminal_id"),
    integer("incarnation"),
    integer("seq"),
    text("kind"),
    integer("schema"),
    text("aggregate_id"),
    blob("body"),
    blob("body_sha256"),
    blob("chain"),
    text("attachments", default="[]"),
    text("outcome"),
    text("code"),
    integer("received_ms"),
    integer("pos"),
    UniqueConstraint("terminal_id", "incarnation", "seq"),
    Index("ix_inbox_aggregate", "tenant_id", "aggregate_id", "outcome"),
    Index("ix_inbox_pos", "tenant_id", "pos"),
    Index(
        "ix_inbox_quarantined",
        "tenant_id",
        "terminal_id",
        sqlite_where=sql("outcome = 'quarantined'"),
        postgresql_where=sql("outcome = 'quarantined'"),
    ),
)

fork: Final = Table(
    "fork",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("terminal_id"),
    integer("incarnation"),
    integer("seq"),
    uuid("event_id"),
    text("kind"),
    blob("body"),
    blob("body_sha256"),
    blob("chain"),
    text("attachments", default="[]"),
    integer("received_ms"),
    Index("ix_fork_item", "terminal_id", "incarnation", "seq", "body_sha256", unique=True),
)
"""The second of two different facts under one id or one place in a journal: both are kept."""

dead_letter: Final = Table(
    "dead_letter",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("terminal_id"),
    blob("body"),
    blob("body_sha256"),
    integer("received_ms"),
    UniqueConstraint("terminal_id", "body_sha256"),
)

case: Final = Table(
    "open_case",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("terminal_id", null=True),
    uuid("event_id", null=True),
    text("kind"),
    text("detail", default="{}"),
    integer("at_ms"),
    flag("closed"),
    Index("ix_open_case_tenant", "tenant_id", "closed", "at_ms"),
    Index("ix_open_case_event", "event_id"),
)
"""Something that a person has to look at: a shortfall, a fork, a refund above what was sold."""
