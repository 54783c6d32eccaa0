"""Recovery: incarnations given, forked lines taken, announced keys, acts of operators."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _blob(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "incarnation",
        _id("terminal_id"),
        sa.Column("incarnation", sa.BigInteger(), autoincrement=False, nullable=False),
        _integer("from_incarnation"),
        _integer("max_seq"),
        _blob("chain_head"),
        _text("reason"),
        _integer("at_ms"),
        sa.PrimaryKeyConstraint("terminal_id", "incarnation", name=op.f("pk_incarnation")),
    )
    op.create_table(
        "branch",
        _id("event_id"),
        _blob("body_sha256"),
        _id("tenant_id"),
        _id("terminal_id"),
        _integer("incarnation"),
        _integer("seq"),
        _text("outcome"),
        _text("code"),
        _integer("pos"),
        _integer("at_ms"),
        sa.PrimaryKeyConstraint("event_id", "body_sha256", name=op.f("pk_branch")),
    )
    op.create_index("ix_branch_outcome", "branch", ["tenant_id", "outcome"], unique=False)
    op.create_table(
        "next_key",
        _id("terminal_id"),
        _blob("public_key"),
        _integer("at_ms"),
        sa.PrimaryKeyConstraint("terminal_id", name=op.f("pk_next_key")),
    )
    op.create_table(
        "operator_act",
        _id("id"),
        _id("tenant_id"),
        _integer("at_ms"),
        _text("who"),
        _text("act"),
        _text("subject_id"),
        _text("note"),
        _text("detail", "{}"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_operator_act")),
    )
    op.create_index(
        "ix_operator_act_subject", "operator_act", ["tenant_id", "subject_id"], unique=False
    )
    op.create_table(
        "correction",
        _id("id"),
        _id("tenant_id"),
        _id("event_id"),
        _blob("body"),
        _blob("body_sha256"),
        _integer("at_ms"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_correction")),
    )
    op.create_index("ix_correction_event", "correction", ["event_id"], unique=False)
    for statement in _triggers(op.get_bind().dialect.name):
        op.execute(statement)


WRITTEN_ONCE = ("operator_act", "correction", "incarnation")


def _triggers(dialect: str) -> tuple[str, ...]:
    """Triggers that refuse UPDATE and DELETE of what is written once."""
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
