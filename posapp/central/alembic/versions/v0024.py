"""Forgetting a person: requests, sealed and destroyed keys; the policy's texts by version.

Answers of verified phones that were kept for a lost reply held a member in the open: they go.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def _id(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=null)


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _word(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def _moment(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=True)


def _primary(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))


def upgrade() -> None:
    _erasures()
    _subjects()
    op.create_table(
        "policy_text",
        _id("tenant_id"),
        _word("version"),
        _word("language"),
        _word("form"),
        _text("body"),
        _integer("at_ms"),
        sa.CheckConstraint("form IN ('full', 'short')", name=op.f("ck_policy_text_form")),
        _primary("policy_text", "tenant_id", "version", "language", "form"),
    )
    op.execute("DELETE FROM idem WHERE request LIKE '/v1/codes/verify%'")


def _erasures() -> None:
    op.create_table(
        "erasure",
        _id("id"),
        _id("tenant_id"),
        _id("member_id"),
        _text("state"),
        _text("channel"),
        _text("reason"),
        _integer("asked_ms"),
        _integer("due_ms"),
        _moment("done_ms"),
        _moment("keep_until_ms"),
        _text("who"),
        _text("approved_by"),
        sa.Column("told", sa.SmallInteger(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "state IN ('asked', 'sealed', 'destroyed')", name=op.f("ck_erasure_state")
        ),
        _primary("erasure", "id"),
    )
    op.create_index("ix_erasure_member", "erasure", ["member_id", "asked_ms"])
    op.create_index("ix_erasure_state", "erasure", ["tenant_id", "state", "due_ms"])


def _subjects() -> None:
    op.create_table(
        "sealed_subject",
        _id("subject_id"),
        _id("tenant_id"),
        _id("erasure_id"),
        sa.Column("sealed_key", sa.LargeBinary(), nullable=False),
        _integer("keep_until_ms"),
        _primary("sealed_subject", "subject_id"),
    )
    op.create_index("ix_sealed_subject_due", "sealed_subject", ["tenant_id", "keep_until_ms"])
    op.create_index("ix_sealed_subject_erasure", "sealed_subject", ["erasure_id"])
    op.create_table(
        "destroyed_subject",
        _id("subject_id"),
        _id("tenant_id"),
        _integer("at_ms"),
        _primary("destroyed_subject", "subject_id"),
    )
    op.create_index("ix_destroyed_subject_tenant", "destroyed_subject", ["tenant_id", "at_ms"])
