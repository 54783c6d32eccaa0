"""Members by several conditions: an index for each that narrows, and the last sale of a member in
one step.
"""

from __future__ import annotations

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_member_status", "member", ["tenant_id", "status", "id"])
    op.create_index("ix_member_tier", "member", ["tenant_id", "tier", "id"])
    op.create_index("ix_member_source", "member", ["tenant_id", "source", "id"])
    op.create_index("ix_member_registered", "member", ["tenant_id", "registered_ms", "id"])
    op.drop_index("ix_sale_member", "sale")
    op.create_index("ix_sale_member", "sale", ["member_id", "at_ms"])
