"""External payments over central, their steps, and the acquirers' bills."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def _primary(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))


def upgrade() -> None:
    op.create_table(
        "pay_attempt",
        _id("tenant_id"),
        sa.Column("id", sa.Text(), nullable=False),
        _id("shop_id"),
        _id("terminal_id"),
        _text("kind"),
        _text("original_id"),
        _text("merchant_no"),
        _text("acquirer"),
        _text("channel"),
        _integer("amount"),
        _text("currency"),
        _text("state"),
        _text("reference"),
        _text("masked"),
        _text("reason"),
        _integer("begun_ms"),
        _integer("changed_ms"),
        _text("bill_id"),
        _primary("pay_attempt", "tenant_id", "id"),
    )
    op.create_index("ix_pay_attempt_number", "pay_attempt", ["tenant_id", "merchant_no"])
    op.create_index("ix_pay_attempt_original", "pay_attempt", ["tenant_id", "original_id"])
    op.create_index("ix_pay_attempt_begun", "pay_attempt", ["tenant_id", "begun_ms"])
    op.create_table(
        "pay_step",
        _id("id"),
        _id("tenant_id"),
        _text("attempt_id"),
        _integer("at_ms"),
        _text("act"),
        _text("state"),
        _text("reason"),
        _primary("pay_step", "id"),
    )
    op.create_index("ix_pay_step_attempt", "pay_step", ["tenant_id", "attempt_id", "at_ms"])
    _bills()


def _bills() -> None:
    op.create_table(
        "pay_bill",
        _id("id"),
        _id("tenant_id"),
        _text("acquirer"),
        _text("bill_date"),
        _text("file_name"),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        _integer("rows"),
        _integer("matched"),
        _integer("at_ms"),
        _text("who"),
        _primary("pay_bill", "id"),
    )
    op.create_index("ix_pay_bill_file", "pay_bill", ["tenant_id", "sha256"], unique=True)
    day = ["tenant_id", "acquirer", "bill_date"]
    op.create_index("ix_pay_bill_day", "pay_bill", day, unique=True)
    op.create_table(
        "pay_difference",
        _id("id"),
        _id("tenant_id"),
        _id("bill_id"),
        _id("case_id"),
        _text("kind"),
        _text("attempt_id"),
        _text("merchant_no"),
        _text("reference"),
        _integer("here"),
        _integer("there"),
        _primary("pay_difference", "id"),
    )
    op.create_index("ix_pay_difference_bill", "pay_difference", ["tenant_id", "bill_id"])
