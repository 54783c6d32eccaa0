"""Members, inbox, requests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "member",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Text(), server_default="", nullable=False),
        sa.Column("tier", sa.Text(), server_default="ordinary", nullable=False),
        sa.Column("status", sa.Text(), server_default="normal", nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("profile", sa.LargeBinary(), nullable=True),
        sa.Column("seed", sa.LargeBinary(), nullable=True),
        sa.Column(
            "last_step", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("phone_verified", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("coupons", sa.Text(), server_default="", nullable=False),
        sa.Column("consent", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "registered_ms",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member")),
        sa.UniqueConstraint("tenant_id", "number", name=op.f("uq_member_tenant_id_number")),
    )
    op.create_index("ix_member_subject", "member", ["subject_id"], unique=False)
    op.create_table(
        "member_alias",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_alias")),
    )
    op.create_table(
        "member_token",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "digest", "member_id", name=op.f("pk_member_token")),
    )
    op.create_index("ix_member_token_member", "member_token", ["member_id"], unique=False)
    op.create_table(
        "subject_key",
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column("wrapped_key", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name=op.f("pk_subject_key")),
    )
    op.create_table(
        "dead_letter",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("body_sha256", sa.LargeBinary(), nullable=False),
        sa.Column(
            "received_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dead_letter")),
        sa.UniqueConstraint(
            "terminal_id", "body_sha256", name=op.f("uq_dead_letter_terminal_id_body_sha256")
        ),
    )
    op.create_table(
        "fork",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column(
            "incarnation", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("seq", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("body_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("chain", sa.LargeBinary(), nullable=False),
        sa.Column("attachments", sa.Text(), server_default="[]", nullable=False),
        sa.Column(
            "received_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fork")),
    )
    op.create_index(
        "ix_fork_item", "fork", ["terminal_id", "incarnation", "seq", "body_sha256"], unique=True
    )
    op.create_table(
        "inbox",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column(
            "incarnation", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("seq", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "schema", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("aggregate_id", sa.Text(), server_default="", nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("body_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("chain", sa.LargeBinary(), nullable=False),
        sa.Column("attachments", sa.Text(), server_default="[]", nullable=False),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "received_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("pos", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_inbox")),
        sa.UniqueConstraint(
            "terminal_id", "incarnation", "seq", name=op.f("uq_inbox_terminal_id_incarnation_seq")
        ),
    )
    op.create_index(
        "ix_inbox_aggregate", "inbox", ["tenant_id", "aggregate_id", "outcome"], unique=False
    )
    op.create_index("ix_inbox_pos", "inbox", ["tenant_id", "pos"], unique=False)
    op.create_table(
        "open_case",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=True),
        sa.Column("event_id", sa.String(length=36), nullable=True),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("detail", sa.Text(), server_default="{}", nullable=False),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("closed", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_open_case")),
    )
    op.create_index(
        "ix_open_case_tenant", "open_case", ["tenant_id", "closed", "at_ms"], unique=False
    )
    op.create_table(
        "idem",
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("request", sa.Text(), nullable=False),
        sa.Column("request_hash", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "status", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("terminal_id", "request", name=op.f("pk_idem")),
    )
    op.create_table(
        "look_up",
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("day", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("terminal_id", "day", "member_id", name=op.f("pk_look_up")),
    )
    op.create_table(
        "look_up_rate",
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("minute", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "count", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("terminal_id", "minute", name=op.f("pk_look_up_rate")),
    )
    op.create_table(
        "one_time_code",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=36), nullable=False),
        sa.Column("purpose", sa.Text(), server_default="", nullable=False),
        sa.Column("hold_id", sa.String(length=36), nullable=True),
        sa.Column("phone_digest", sa.LargeBinary(), nullable=False),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column(
            "tries", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "sent_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "expires_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("used", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_one_time_code")),
    )
    op.create_index("ix_one_time_code_hold", "one_time_code", ["hold_id", "sent_ms"], unique=False)
    op.create_index(
        "ix_one_time_code_phone", "one_time_code", ["phone_digest", "sent_ms"], unique=False
    )
    op.create_table(
        "top_up_quote",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("top_up_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column(
            "principal", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "bonus", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("quote_hash", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "expires_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_top_up_quote")),
    )
    op.create_index("ix_top_up_quote_top_up", "top_up_quote", ["top_up_id"], unique=False)
    op.create_table(
        "wrong_tries",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("subject_id", sa.String(length=36), nullable=False),
        sa.Column(
            "count", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "paused_until_ms",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("scope", "subject_id", name=op.f("pk_wrong_tries")),
    )
