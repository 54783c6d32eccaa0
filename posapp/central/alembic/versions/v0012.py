"""Held sales, so that another till of the shop may take one back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "held_order",
        _id("id"),
        _id("tenant_id"),
        _id("shop_id"),
        _id("terminal_id"),
        _id("sale_id"),
        _text("label"),
        _integer("amount"),
        _text("staff_name"),
        _integer("at_ms"),
        _text("body"),
        sa.Column("taken_by", sa.String(length=36), nullable=True),
        _integer("taken_ms"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held_order")),
    )
    op.create_index("ix_held_order_waiting", "held_order", ["tenant_id", "shop_id", "at_ms"])


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)
