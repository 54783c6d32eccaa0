"""Leases of points beside those of value; terminals that a restored central waits for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def upgrade() -> None:
    op.add_column("lease", _text("ledger", "stored_value"))
    op.add_column("lease_policy", _integer("points_cap"))
    op.add_column("lease_policy", _integer("points_ceiling"))
    op.create_table(
        "lease_awaited",
        sa.Column("epoch", sa.Text(), nullable=False),
        _id("terminal_id"),
        _id("tenant_id"),
        _integer("known_ms"),
        sa.Column("ended_ms", sa.BigInteger(), autoincrement=False, nullable=True),
        _text("how"),
        sa.PrimaryKeyConstraint("epoch", "terminal_id", name=op.f("pk_lease_awaited")),
    )
    # A database that is brought up to date was not restored: nobody is waited for.
    op.execute(
        "INSERT INTO meta (name, value) SELECT 'lent_epoch', value FROM meta WHERE name = 'epoch'"
    )
