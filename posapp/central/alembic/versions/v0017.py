"""A badge that proves: only what verifies it is kept, empty for a person without one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    badge = sa.Column("badge_verifier", sa.Text(), server_default="", nullable=False)
    op.add_column("staff", badge)
