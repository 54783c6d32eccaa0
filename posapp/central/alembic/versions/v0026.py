"""Members who bring members: codes, the chain, what both were given, the operator's programme."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "invite",
        _id("member_id"),
        _id("tenant_id"),
        _text("code"),
        _integer("turn"),
        _primary("invite", "member_id"),
        sa.UniqueConstraint("tenant_id", "code", name=op.f("uq_invite_tenant_id_code")),
    )
    _referral()
    _gift()
    op.create_table(
        "referral_rule",
        _id("tenant_id"),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("step", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        _integer("amount"),
        _text("code"),
        _primary("referral_rule", "tenant_id", "what", "step", "name"),
    )


def _referral() -> None:
    op.create_table(
        "referral",
        _id("id"),
        _id("tenant_id"),
        _id("member_id"),
        _id("inviter_id"),
        _text("state"),
        _text("reason"),
        _text("device"),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        _id("shop_id"),
        _id("terminal_id", null=True),
        _integer("at_ms"),
        _id("sale_id", null=True),
        _moment("done_ms"),
        sa.CheckConstraint(
            "state IN ('pending', 'rewarded', 'refused')", name=op.f("ck_referral_state")
        ),
        _primary("referral", "id"),
    )
    op.create_index("ix_referral_member", "referral", ["member_id"], unique=True)
    op.create_index("ix_referral_inviter", "referral", ["inviter_id", "at_ms"])
    op.create_index("ix_referral_device", "referral", ["tenant_id", "device", "at_ms"])
    op.create_index("ix_referral_phone", "referral", ["tenant_id", "phone"])
    op.create_index("ix_referral_at", "referral", ["tenant_id", "at_ms"])


def _gift() -> None:
    op.create_table(
        "referral_gift",
        _id("id"),
        _id("tenant_id"),
        _id("referral_id"),
        _id("member_id"),
        _text("what"),
        _integer("step"),
        _text("gives"),
        _integer("amount"),
        _text("code"),
        _integer("worth"),
        _text("before"),
        _integer("at_ms"),
        _moment("back_ms"),
        sa.Column("spent", sa.SmallInteger(), server_default="0", nullable=False),
        _primary("referral_gift", "id"),
    )
    stands = sa.text("back_ms IS NULL")
    op.create_index(
        "ix_referral_gift_stands",
        "referral_gift",
        ["referral_id", "what", "step", "gives"],
        unique=True,
        sqlite_where=stands,
        postgresql_where=stands,
    )
    op.create_index("ix_referral_gift_member", "referral_gift", ["member_id", "at_ms"])


def _id(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def _moment(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=True)


def _primary(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))
