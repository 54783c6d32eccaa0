"""Accounts that pay later, and payments that were recorded as taken elsewhere."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def _primary(table: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}"))


def upgrade() -> None:
    op.create_table(
        "credit_account",
        _id("id"),
        _id("tenant_id"),
        _text("code"),
        _text("name"),
        _integer("credit_limit"),
        _integer("owed"),
        _integer("offline_most"),
        sa.Column("active", sa.SmallInteger(), server_default="0", nullable=False),
        _primary("credit_account"),
    )
    code = ["tenant_id", "code"]
    op.create_index("ix_credit_account_code", "credit_account", code, unique=True)
    op.create_table(
        "account_payment",
        _id("id"),
        _id("tenant_id"),
        _id("account_id"),
        _integer("amount"),
        _text("way"),
        _text("reference"),
        _integer("at_ms"),
        _text("who"),
        _text("note"),
        _primary("account_payment"),
    )
    account = ["tenant_id", "account_id", "at_ms"]
    op.create_index("ix_account_payment_account", "account_payment", account)
    op.create_table(
        "recorded_payment",
        sa.Column("id", sa.Text(), nullable=False),
        _id("tenant_id"),
        _id("shop_id"),
        _id("terminal_id"),
        _id("sale_id"),
        _id("event_id"),
        _text("taken_by"),
        _text("reference"),
        _integer("amount"),
        _integer("at_ms"),
        _text("state"),
        _integer("changed_ms"),
        _text("who"),
        _text("note"),
        _primary("recorded_payment"),
    )
    state = ["tenant_id", "state", "at_ms"]
    op.create_index("ix_recorded_payment_state", "recorded_payment", state)
    reference = ["tenant_id", "reference"]
    op.create_index("ix_recorded_payment_reference", "recorded_payment", reference)
