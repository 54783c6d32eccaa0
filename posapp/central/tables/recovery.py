"""What recovery leaves behind: incarnations given, forked lines taken, acts of operators."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import Index, MetaData, Table, event

from posapp.central.tables.base import METADATA, blob, integer, text, uuid

if TYPE_CHECKING:
    from sqlalchemy import Connection

incarnation: Final = Table(
    "incarnation",
    METADATA,
    uuid("terminal_id", key=True),
    integer("incarnation", key=True),
    integer("from_incarnation"),
    integer("max_seq"),
    blob("chain_head"),
    text("reason"),
    integer("at_ms"),
)
"""Each one that was given after a restore or a copy, and where the till said that it stood: the
root that its new journal was declared from."""

branch: Final = Table(
    "branch",
    METADATA,
    uuid("event_id", key=True),
    blob("body_sha256", key=True),
    uuid("tenant_id"),
    uuid("terminal_id"),
    integer("incarnation"),
    integer("seq"),
    text("outcome"),
    text("code"),
    integer("pos"),
    integer("at_ms"),
    Index("ix_branch_outcome", "tenant_id", "outcome"),
)
"""What became of a fact in `fork` once its till had moved on: both copies had sold."""

next_key: Final = Table(
    "next_key",
    METADATA,
    uuid("terminal_id", key=True),
    blob("public_key"),
    integer("at_ms"),
)
"""A device key that was announced and not yet used; its first use makes it the terminal's own."""

operator_act: Final = Table(
    "operator_act",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    integer("at_ms"),
    text("who"),
    text("act"),
    text("subject_id"),
    text("note"),
    text("detail", default="{}"),
    Index("ix_operator_act_subject", "tenant_id", "subject_id"),
)

correction: Final = Table(
    "correction",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("event_id"),
    blob("body"),
    blob("body_sha256"),
    integer("at_ms"),
    Index("ix_correction_event", "event_id"),
)
"""A body that an operator put right; the raw one stays in the inbox. `id` is the act's."""

WRITTEN_ONCE: Final = ("operator_act", "correction", "incarnation")


def written_once_statements(dialect: str) -> tuple[str, ...]:
    """Triggers that refuse UPDATE and DELETE; the function is the ledger's."""
    if dialect == "postgresql":
        return tuple(
            f"CREATE TRIGGER {name}_append_only BEFORE UPDATE OR DELETE ON {name} "
            "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
            for name in WRITTEN_ONCE
        )
    return tuple(
        f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
        for name in WRITTEN_ONCE
        for verb in ("UPDATE", "DELETE")
    )


def _add_triggers(_target: MetaData, connection: Connection, **_options: object) -> None:
    for statement in written_once_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


event.listen(METADATA, "after_create", _add_triggers)
