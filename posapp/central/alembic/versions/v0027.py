"""Whom a till showed masked, before which clerk; her timeline reads everything in its order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
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
    _indexes()
    on_server = op.get_bind().dialect.name == "postgresql"
    for statement in _ON_SERVER if on_server else _IN_FILE:
        op.execute(statement)


def _indexes() -> None:
    """Consents, families, requests and tags are read newest first, as a page of her timeline is."""
    op.create_index("ix_consent_entry_time", "consent_entry", ["member_id", "at_ms", "id"])
    op.create_index("ix_member_tag_until", "member_tag", ["member_id", "until_ms", "id"])
    for name, table, at in (
        ("ix_family_move_member", "family_move", "at_ms"),
        ("ix_member_request_member", "member_request", "at_ms"),
        ("ix_member_tag_member", "member_tag", "since_ms"),
    ):
        op.drop_index(name, table)
        op.create_index(name, table, ["member_id", at, "id"])


def _id(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)
