"""Snapshots of the feed, and marks of its head."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "snapshot",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("epoch", sa.Text(), server_default="", nullable=False),
        _count("start_pos"),
        _count("started_ms"),
        sa.Column("complete", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
    )
    op.create_index("ix_snapshot_tenant", "snapshot", ["tenant_id", "started_ms"], unique=False)
    op.create_table(
        "snapshot_chunk",
        sa.Column("snapshot_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("first_key", sa.Text(), server_default="", nullable=False),
        sa.Column("last_key", sa.Text(), server_default="", nullable=False),
        _count("row_count"),
        _count("size"),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("snapshot_id", "number", name=op.f("pk_snapshot_chunk")),
    )
    op.create_table(
        "feed_mark",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("at_ms", sa.BigInteger(), autoincrement=False, nullable=False),
        _count("pos"),
        sa.PrimaryKeyConstraint("tenant_id", "at_ms", name=op.f("pk_feed_mark")),
    )
