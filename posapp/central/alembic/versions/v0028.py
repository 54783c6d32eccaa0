"""What the desk answers to what a member asked for on her page."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("member_request", sa.Column("answer", sa.LargeBinary(), nullable=True))
    op.add_column(
        "member_request",
        sa.Column("answered_ms", sa.BigInteger(), autoincrement=False, nullable=True),
    )
