"""Several processes over one server: used nonces, turns for phones, members by index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "nonce",
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("nonce", sa.Text(), nullable=False),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("terminal_id", "nonce", name=op.f("pk_nonce")),
    )
    op.create_index("ix_nonce_at", "nonce", ["at_ms"], unique=False)
    op.create_table(
        "phone_turn",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "digest", name=op.f("pk_phone_turn")),
    )
    for table in ("sale", "top_up", "member_alias", "top_up_quote"):
        op.create_index(f"ix_{table}_member", table, ["member_id"], unique=False)
