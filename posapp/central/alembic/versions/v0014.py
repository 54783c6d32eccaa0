"""A shift belongs to a drawer, and its Z is kept as the till wrote it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    drawer = sa.Column("drawer", sa.Text(), server_default="1", nullable=False)
    op.add_column("shift", drawer)
    op.add_column("shift", sa.Column("z_body", sa.Text(), server_default="", nullable=False))
