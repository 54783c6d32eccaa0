"""Complaints with their steps, and what was given to make up for something."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Connection, Index, MetaData, Table, event
from sqlalchemy import text as sql

from posapp.central.tables.base import METADATA, blob, integer, text, uuid

_WAITING: Final = sql("closed_ms IS NULL")
_LASTING: Final = sql("ended_ms IS NULL AND expires_ms IS NOT NULL")

compensation: Final = Table(
    "compensation",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("member_id"),
    text("kind"),
    integer("amount"),
    integer("worth"),
    text("coupon"),
    text("reason"),
    uuid("complaint_id", null=True),
    uuid("sale_id", null=True),
    text("staff_id"),
    integer("at_ms"),
    integer("expires_ms", null=True),
    integer("ended_ms", null=True),
    text("ended"),
    CheckConstraint("kind IN ('points', 'coupon', 'value')", name="kind"),
    CheckConstraint("ended IN ('', 'reversed', 'lapsed')", name="ended"),
    Index("ix_compensation_member", "member_id", "at_ms"),
    Index("ix_compensation_staff", "tenant_id", "staff_id", "at_ms"),
    Index(
        "ix_compensation_expires",
        "tenant_id",
        "expires_ms",
        sqlite_where=_LASTING,
        postgresql_where=_LASTING,
    ),
)
"""The id is the posting's. `amount` in points or minor units, `worth` in minor units; `ended` says
how gift value or a whole compensation came to an end.
"""

complaint: Final = Table(
    "complaint",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("member_id", null=True),
    uuid("subject_id"),
    text("about"),
    text("way"),
    text("state"),
    integer("opened_ms"),
    integer("due_ms"),
    integer("answered_ms", null=True),
    integer("closed_ms", null=True),
    text("owner_id"),
    text("owner"),
    uuid("sale_id", null=True),
    CheckConstraint("state IN ('open', 'answered', 'followed_up', 'closed')", name="state"),
    Index(
        "ix_complaint_waiting",
        "tenant_id",
        "due_ms",
        "id",
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    ),
    Index("ix_complaint_closed", "tenant_id", "closed_ms", "id"),
    Index("ix_complaint_opened", "tenant_id", "opened_ms"),
    Index("ix_complaint_member", "member_id", "opened_ms"),
)
"""`due_ms` is when it has to be answered. Of nobody in the file: `subject_id` has a key of its own.
"""

complaint_step: Final = Table(
    "complaint_step",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("complaint_id"),
    text("step"),
    integer("at_ms"),
    text("staff_id"),
    text("who"),
    uuid("terminal_id", null=True),
    text("outcome"),
    blob("sealed", null=True),
    Index("ix_complaint_step_complaint", "complaint_id", "at_ms", "id"),
)
"""`sealed` are the words, under the key of the complaint's subject."""

_ON_SERVER: Final = (
    (
        "CREATE TRIGGER complaint_step_append_only BEFORE UPDATE OR DELETE ON complaint_step "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
)
_IN_FILE: Final = (
    (
        "CREATE TRIGGER complaint_step_no_update BEFORE UPDATE ON complaint_step "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER complaint_step_no_delete BEFORE DELETE ON complaint_step "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
)


def _add_triggers(_target: MetaData, connection: Connection, **_options: object) -> None:
    on_server = connection.dialect.name == "postgresql"
    for statement in _ON_SERVER if on_server else _IN_FILE:
        connection.exec_driver_sql(statement)


event.listen(METADATA, "after_create", _add_triggers)
