"""Tills' store keys in central's keeping, codes that give them back, and former device keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "key_escrow",
        _id("id"),
        _id("tenant_id"),
        _id("terminal_id"),
        sa.Column("sealed", sa.Text(), server_default="", nullable=False),
        _integer("at_ms"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_escrow")),
    )
    op.create_index("ix_key_escrow_terminal", "key_escrow", ["terminal_id", "at_ms"], unique=False)
    op.create_table(
        "key_release",
        _id("id"),
        _id("tenant_id"),
        _id("terminal_id"),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        _integer("expires_ms"),
        _integer("tries"),
        sa.Column("used", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_key_release")),
    )
    op.create_table(
        "former_key",
        _id("terminal_id"),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        _integer("until_ms"),
        sa.PrimaryKeyConstraint("terminal_id", "public_key", name=op.f("pk_former_key")),
    )
