"""Members as files and members who are one: imports, mappings, merges, pairs to look at."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def _id(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=False)


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def upgrade() -> None:
    op.create_table(
        "import_run",
        _id("id"),
        _id("tenant_id"),
        _text("name"),
        _text("file_sha256"),
        _text("state"),
        _integer("next_row"),
        _integer("added"),
        _integer("same"),
        _integer("updated"),
        _integer("conflicts"),
        _integer("wrong"),
        _text("who"),
        _integer("begun_ms"),
        _integer("changed_ms"),
        sa.CheckConstraint("state IN ('running', 'done')", name=op.f("ck_import_run_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        sa.UniqueConstraint("tenant_id", "name", name=op.f("uq_import_run_tenant_id_name")),
    )
    op.create_table(
        "import_mapping",
        _id("tenant_id"),
        sa.Column("name", sa.Text(), nullable=False),
        _text("body", "{}"),
        sa.PrimaryKeyConstraint("tenant_id", "name", name=op.f("pk_import_mapping")),
    )
    member_is = sa.Column("merged_into", sa.String(length=36), nullable=True)
    op.add_column("member", member_is)
    op.create_table(
        "member_merge",
        _id("id"),
        _id("tenant_id"),
        _id("kept_id"),
        _id("gone_id"),
        _text("state"),
        _text("reason"),
        _text("before", "{}"),
        _text("after_sha256"),
        _text("who"),
        _integer("at_ms"),
        _text("undone_by"),
        sa.Column("undone_ms", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.CheckConstraint("state IN ('merged', 'undone')", name=op.f("ck_member_merge_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_member_merge")),
    )
    op.create_index("ix_member_merge_kept", "member_merge", ["kept_id"])
    op.create_index("ix_member_merge_gone", "member_merge", ["gone_id"])
    op.create_table(
        "member_merge_lot",
        _id("merge_id"),
        _id("lot_id"),
        sa.PrimaryKeyConstraint("merge_id", "lot_id", name=op.f("pk_member_merge_lot")),
    )
    op.create_table(
        "member_pair",
        _id("tenant_id"),
        _id("first_id"),
        _id("second_id"),
        _text("reason"),
        _text("state"),
        _integer("found_ms"),
        sa.CheckConstraint("state IN ('open', 'different')", name=op.f("ck_member_pair_state")),
        sa.PrimaryKeyConstraint("tenant_id", "first_id", "second_id", name=op.f("pk_member_pair")),
    )
