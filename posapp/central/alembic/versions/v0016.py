"""Deposits: what a product takes beside its price, and what a sale and a refund moved of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def upgrade() -> None:
    op.add_column("product", _integer("deposit"))
    op.add_column("sale", _integer("deposits"))
    op.add_column("refund", _integer("deposits"))
