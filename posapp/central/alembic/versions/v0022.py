"""Members as files: the runs of imports, and how a file's columns are read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0016"
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
