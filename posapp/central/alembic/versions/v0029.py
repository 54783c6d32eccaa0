"""Whom a till showed masked, among others, and before which clerk."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0026"
branch_labels = None
depends_on = None

_ON_SERVER = (
    (
        "CREATE TRIGGER data_glance_append_only BEFORE UPDATE OR DELETE ON data_glance "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
)
_IN_FILE = (
    (
        "CREATE TRIGGER data_glance_no_update BEFORE UPDATE ON data_glance "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER data_glance_no_delete BEFORE DELETE ON data_glance "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
)


def upgrade() -> None:
    op.create_table(
        "data_glance",
        _id("id"),
        _id("tenant_id"),
        _id("member_id"),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        _text("staff_id"),
        _text("who"),
        _id("terminal_id", null=True),
        _text("what"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_data_glance")),
    )
    op.create_index("ix_data_glance_member", "data_glance", ["member_id", "at_ms", "id"])
    op.create_index("ix_data_glance_at", "data_glance", ["tenant_id", "at_ms"])
    on_server = op.get_bind().dialect.name == "postgresql"
    for statement in _ON_SERVER if on_server else _IN_FILE:
        op.execute(statement)


def _id(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
