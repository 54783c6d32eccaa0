"""Coupons that are good once: the sale that used each."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def upgrade() -> None:
    op.create_table(
        "coupon_use",
        _id("tenant_id"),
        _id("member_id"),
        sa.Column("code", sa.Text(), nullable=False),
        _id("sale_id"),
        _id("event_id"),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("tenant_id", "member_id", "code", name=op.f("pk_coupon_use")),
    )
