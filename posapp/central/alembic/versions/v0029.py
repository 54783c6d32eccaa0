"""A tier by hand: until when it stands, and what she falls back to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("member", sa.Column("tier_before", sa.Text(), server_default="", nullable=False))
    op.add_column(
        "member",
        sa.Column(
            "tier_until_ms",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
    )
    op.create_index("ix_member_tier_until", "member", ["tenant_id", "tier_until_ms", "id"])
