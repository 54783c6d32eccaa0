"""Leases of stored value: policies, leases, stopped terminals; facts in quarantine by terminal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def _moment(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=True)


def upgrade() -> None:
    op.create_table(
        "lease_policy",
        _id("tenant_id"),
        _id("shop_id"),
        _integer("cap"),
        _integer("ceiling"),
        _integer("set_ms"),
        sa.PrimaryKeyConstraint("tenant_id", "shop_id", name=op.f("pk_lease_policy")),
    )
    op.create_table(
        "lease",
        _id("id"),
        _id("tenant_id"),
        _id("shop_id"),
        _id("terminal_id"),
        _integer("incarnation"),
        _id("member_id"),
        _text("state"),
        _integer("amount"),
        _integer("left_amount"),
        _text("slices", "[]"),
        _text("left_slices", "[]"),
        _text("told_slices", "[]"),
        _text("reason"),
        _integer("granted_ms"),
        _integer("ends_ms"),
        _moment("ended_ms"),
        sa.CheckConstraint(
            "state IN ('open', 'recalled', 'releasing', 'released', 'lost', 'declined')",
            name=op.f("ck_lease_state"),
        ),
        sa.CheckConstraint(
            "left_amount >= 0 AND left_amount <= amount", name=op.f("ck_lease_left_amount")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lease")),
    )
    op.create_index("ix_lease_member", "lease", ["member_id", "state"], unique=False)
    op.create_index("ix_lease_terminal", "lease", ["terminal_id", "state"], unique=False)
    op.create_table(
        "lease_terminal",
        _id("terminal_id"),
        _id("tenant_id"),
        _moment("stopped_ms"),
        _text("reason"),
        sa.PrimaryKeyConstraint("terminal_id", name=op.f("pk_lease_terminal")),
    )
    op.create_index(
        "ix_inbox_quarantined",
        "inbox",
        ["tenant_id", "terminal_id"],
        unique=False,
        sqlite_where=sa.text("outcome = 'quarantined'"),
        postgresql_where=sa.text("outcome = 'quarantined'"),
    )
