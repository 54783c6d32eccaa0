"""Points expire: what is due is found by an index, and members' entries are added up by day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_HOLDS_POINTS = "ledger = 'PTS' AND remaining > 0"
_OF_A_MEMBER = "member_id IS NOT NULL"


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "member_day",
        sa.Column("tenant_id", sa.String(36), nullable=False),
        sa.Column("day", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        _integer("principal"),
        _integer("bonus"),
        _integer("points_in"),
        _integer("points_out"),
        sa.PrimaryKeyConstraint("tenant_id", "day", "kind", name="pk_member_day"),
    )
    op.create_index(
        "ix_lot_expiry",
        "lot",
        ["tenant_id", "expires_ms", "id"],
        sqlite_where=sa.text(_HOLDS_POINTS),
        postgresql_where=sa.text(_HOLDS_POINTS),
    )
    for name, column in (("ix_posting_at", "at_ms"), ("ix_posting_posted", "posted_ms")):
        op.create_index(
            name,
            "posting",
            ["tenant_id", column],
            sqlite_where=sa.text(_OF_A_MEMBER),
            postgresql_where=sa.text(_OF_A_MEMBER),
        )
