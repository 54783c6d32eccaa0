"""The member's own page: sessions by digest, and requests to correct or delete."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _digest(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=False)


def _moment(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "page_session",
        _digest("digest"),
        _id("tenant_id"),
        _id("shop_id"),
        _id("member_id"),
        _digest("phone_digest"),
        _moment("begun_ms"),
        _moment("seen_ms"),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_page_session")),
    )
    op.create_index("ix_page_session_member", "page_session", ["member_id"])
    op.create_index("ix_page_session_begun", "page_session", ["begun_ms"])
    op.create_table(
        "member_request",
        _id("id"),
        _id("tenant_id"),
        _id("member_id"),
        _id("case_id"),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        _moment("at_ms"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_request")),
    )
    op.create_index("ix_member_request_member", "member_request", ["member_id", "at_ms"])
    op.create_index("ix_member_request_tenant", "member_request", ["tenant_id", "at_ms"])
