"""The service desk: what was done about a member, who looked at her data, her cards; indexes by
which everything that happened to her is read newest first.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

_ON_SERVER = (
    (
        "CREATE TRIGGER member_event_append_only BEFORE UPDATE OR DELETE ON member_event "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER data_access_append_only BEFORE UPDATE OR DELETE ON data_access "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
)
_IN_FILE = (
    (
        "CREATE TRIGGER member_event_no_update BEFORE UPDATE ON member_event "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER member_event_no_delete BEFORE DELETE ON member_event "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER data_access_no_update BEFORE UPDATE ON data_access "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER data_access_no_delete BEFORE DELETE ON data_access "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
)
_REVEALS = (
    "INSERT INTO data_access (id, tenant_id, member_id, at_ms, who, terminal_id, what, why) "
    "SELECT event_id, tenant_id, subject, at_ms, actor_name, terminal_id, 'phone', 'counter' "
    "FROM note WHERE action = 'member.reveal' AND length(subject) = 36"
)


def _id(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=null)


def _text(name: str, default: str = "") -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default=default, nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def _blob(name: str, *, null: bool = False) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=null)


def _primary(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))


def upgrade() -> None:
    op.add_column("member", _integer("file_version"))
    _events()
    _cards()
    _indexes()
    on_server = op.get_bind().dialect.name == "postgresql"
    for statement in _ON_SERVER if on_server else _IN_FILE:
        op.execute(statement)
    op.execute(_REVEALS)


def _events() -> None:
    op.create_table(
        "member_event",
        _id("id"),
        _id("tenant_id"),
        _id("member_id"),
        _id("subject_id"),
        _text("kind"),
        _integer("at_ms"),
        _text("staff_id"),
        _text("who"),
        _text("approved_by"),
        _id("terminal_id", null=True),
        _text("detail", "{}"),
        _blob("sealed", null=True),
        _primary("member_event", "id"),
    )
    op.create_index("ix_member_event_member", "member_event", ["member_id", "at_ms", "id"])
    op.create_table(
        "data_access",
        _id("id"),
        _id("tenant_id"),
        _id("member_id"),
        _integer("at_ms"),
        _text("staff_id"),
        _text("who"),
        _id("terminal_id", null=True),
        _text("what"),
        _text("why"),
        _primary("data_access", "id"),
    )
    op.create_index("ix_data_access_member", "data_access", ["member_id", "at_ms", "id"])
    op.create_index("ix_data_access_at", "data_access", ["tenant_id", "at_ms"])


def _cards() -> None:
    op.create_table(
        "member_card",
        _id("tenant_id"),
        _blob("digest"),
        _id("member_id"),
        _id("subject_id"),
        _text("state"),
        _integer("at_ms"),
        _blob("sealed"),
        sa.CheckConstraint(
            "state IN ('active', 'lost', 'replaced', 'found')",
            name=op.f("ck_member_card_state"),
        ),
        _primary("member_card", "tenant_id", "digest"),
    )
    op.create_index("ix_member_card_member", "member_card", ["member_id", "at_ms"])


def _indexes() -> None:
    """What a page of her timeline reads stays as little, however much happened."""
    op.drop_index("ix_posting_member", "posting")
    op.create_index("ix_posting_member", "posting", ["member_id", "at_ms", "id"])
    op.drop_index("ix_hold_member", "hold")
    op.create_index("ix_hold_member", "hold", ["member_id", "state", "begun_ms", "id"])
    op.drop_index("ix_lot_member", "lot")
    op.create_index("ix_lot_member", "lot", ["member_id", "ledger", "available_from_ms"])
    left, held = sa.text("remaining > 0"), sa.text("held > 0 OR bonus_held > 0")
    expiring = ["member_id", "ledger", "expires_ms"]
    op.create_index("ix_lot_left", "lot", expiring, sqlite_where=left, postgresql_where=left)
    op.create_index("ix_lot_held", "lot", ["member_id"], sqlite_where=held, postgresql_where=held)
    op.create_index("ix_coupon_use_sale", "coupon_use", ["sale_id"])
    op.create_index("ix_open_case_event", "open_case", ["event_id"])
