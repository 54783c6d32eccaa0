"""Tags: the operator's catalogue, who has which since when, and the sales that speak for them."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Connection, Index, MetaData, Table, event
from sqlalchemy import text as sql

from posapp.central.tables.base import METADATA, flag, integer, text, uuid

_IN_FORCE: Final = sql("until_ms IS NULL")
_DUE: Final = sql("until_ms IS NULL AND due_ms IS NOT NULL")
_ASLEEP: Final = sql("due_ms IS NOT NULL")

tag: Final = Table(
    "tag",
    METADATA,
    uuid("tenant_id", key=True),
    text("code", key=True),
    text("kind"),
    text("name"),
    text("name_zh_tw"),
    text("name_en"),
    text("rule"),
    integer("amount"),
    integer("count"),
    integer("days"),
    uuid("category_id", null=True),
    flag("at_till"),
    flag("active"),
    integer("sort"),
    CheckConstraint(
        "kind IN ('basic', 'behaviour', 'preference', 'lifecycle', 'value')", name="kind"
    ),
    CheckConstraint("rule IN ('', 'basket', 'often', 'category', 'sleeping')", name="rule"),
)
"""Without a rule a tag is put by hand, with one only by it. `at_till`: a cashier may see it."""

member_tag: Final = Table(
    "member_tag",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    text("tag"),
    text("source"),
    integer("since_ms"),
    integer("until_ms", null=True),
    text("who"),
    text("ended_by"),
    integer("due_ms", null=True),
    CheckConstraint("source IN ('hand', 'rule')", name="source"),
    Index(
        "ix_member_tag_in_force",
        "tenant_id",
        "tag",
        "member_id",
        unique=True,
        sqlite_where=_IN_FORCE,
        postgresql_where=_IN_FORCE,
    ),
    Index("ix_member_tag_due", "tenant_id", "due_ms", sqlite_where=_DUE, postgresql_where=_DUE),
    Index("ix_member_tag_member", "member_id", "since_ms", "id"),
    Index("ix_member_tag_until", "member_id", "until_ms", "id"),
)
"""In force while `until_ms` is NULL; one that ended is never changed. `due_ms`: when a tag of a
rule has to be looked at again, because what it stands on grows old.
"""

tag_reason: Final = Table(
    "tag_reason",
    METADATA,
    uuid("member_id", key=True),
    text("tag", key=True),
    uuid("sale_id", key=True),
    uuid("tenant_id"),
    integer("at_ms"),
    Index("ix_tag_reason_member", "member_id", "tag", "at_ms"),
    Index("ix_tag_reason_sale", "sale_id"),
    Index("ix_tag_reason_at", "tenant_id", "tag", "at_ms"),
)
"""A sale that speaks for a tag: all that a rule reads, so that nobody reads a whole history."""

member_purchase: Final = Table(
    "member_purchase",
    METADATA,
    uuid("member_id", key=True),
    uuid("tenant_id"),
    integer("last_ms"),
    integer("due_ms", null=True),
    Index(
        "ix_member_purchase_due",
        "tenant_id",
        "due_ms",
        sqlite_where=_ASLEEP,
        postgresql_where=_ASLEEP,
    ),
)
"""When she last bought, and when she will have been away long enough for the next tag."""

_ON_SERVER: Final = (
    (
        "CREATE TRIGGER member_tag_ended BEFORE UPDATE ON member_tag FOR EACH ROW "
        "WHEN (OLD.until_ms IS NOT NULL) EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER member_tag_kept BEFORE DELETE ON member_tag "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
)
_IN_FILE: Final = (
    (
        "CREATE TRIGGER member_tag_ended BEFORE UPDATE ON member_tag "
        "WHEN OLD.until_ms IS NOT NULL BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER member_tag_kept BEFORE DELETE ON member_tag "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
)


def _add_triggers(_target: MetaData, connection: Connection, **_options: object) -> None:
    on_server = connection.dialect.name == "postgresql"
    for statement in _ON_SERVER if on_server else _IN_FILE:
        connection.exec_driver_sql(statement)


event.listen(METADATA, "after_create", _add_triggers)
