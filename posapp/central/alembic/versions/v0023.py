"""Tags of members, complaints and compensation; a member's sales are found by their time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_ON_SERVER = (
    (
        "CREATE TRIGGER member_tag_ended BEFORE UPDATE ON member_tag FOR EACH ROW "
        "WHEN (OLD.until_ms IS NOT NULL) EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER member_tag_kept BEFORE DELETE ON member_tag "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
    (
        "CREATE TRIGGER complaint_step_append_only BEFORE UPDATE OR DELETE ON complaint_step "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    ),
)
_IN_FILE = (
    (
        "CREATE TRIGGER member_tag_ended BEFORE UPDATE ON member_tag "
        "WHEN OLD.until_ms IS NOT NULL BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER member_tag_kept BEFORE DELETE ON member_tag "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER complaint_step_no_update BEFORE UPDATE ON complaint_step "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
    (
        "CREATE TRIGGER complaint_step_no_delete BEFORE DELETE ON complaint_step "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
    ),
)
_PURCHASES = (
    "INSERT INTO member_purchase (member_id, tenant_id, last_ms) "
    "SELECT member_id, tenant_id, max(at_ms) FROM sale WHERE member_id IS NOT NULL "
    "GROUP BY member_id, tenant_id"
)


def upgrade() -> None:
    op.drop_index("ix_sale_member", "sale")
    op.create_index("ix_sale_member", "sale", ["member_id", "at_ms"])
    _catalogue()
    _tags()
    _reasons()
    _compensations()
    _complaints()
    on_server = op.get_bind().dialect.name == "postgresql"
    for statement in _ON_SERVER if on_server else _IN_FILE:
        op.execute(statement)
    op.execute(_PURCHASES)


def _catalogue() -> None:
    op.create_table(
        "tag",
        _id("tenant_id"),
        sa.Column("code", sa.Text(), nullable=False),
        *(_text(name) for name in ("kind", "name", "name_zh_tw", "name_en", "rule")),
        *(_integer(name) for name in ("amount", "count", "days")),
        _id("category_id", null=True),
        _flag("at_till"),
        _flag("active"),
        _integer("sort"),
        sa.CheckConstraint(
            "kind IN ('basic', 'behaviour', 'preference', 'lifecycle', 'value')",
            name=op.f("ck_tag_kind"),
        ),
        sa.CheckConstraint(
            "rule IN ('', 'basket', 'often', 'category', 'sleeping')", name=op.f("ck_tag_rule")
        ),
        _primary("tag", "tenant_id", "code"),
    )


def _tags() -> None:
    op.create_table(
        "member_tag",
        _id("id"),
        _id("tenant_id"),
        _id("member_id"),
        _text("tag"),
        _text("source"),
        _integer("since_ms"),
        _moment("until_ms"),
        _text("who"),
        _text("ended_by"),
        _moment("due_ms"),
        sa.CheckConstraint("source IN ('hand', 'rule')", name=op.f("ck_member_tag_source")),
        _primary("member_tag", "id"),
    )
    _partial(
        "ix_member_tag_in_force",
        "member_tag",
        ["tenant_id", "tag", "member_id"],
        "until_ms IS NULL",
        unique=True,
    )
    _partial(
        "ix_member_tag_due",
        "member_tag",
        ["tenant_id", "due_ms"],
        "until_ms IS NULL AND due_ms IS NOT NULL",
    )
    op.create_index("ix_member_tag_member", "member_tag", ["member_id", "since_ms"])


def _reasons() -> None:
    op.create_table(
        "tag_reason",
        _id("member_id"),
        sa.Column("tag", sa.Text(), nullable=False),
        _id("sale_id"),
        _id("tenant_id"),
        _integer("at_ms"),
        _primary("tag_reason", "member_id", "tag", "sale_id"),
    )
    op.create_index("ix_tag_reason_member", "tag_reason", ["member_id", "tag", "at_ms"])
    op.create_index("ix_tag_reason_sale", "tag_reason", ["sale_id"])
    op.create_index("ix_tag_reason_at", "tag_reason", ["tenant_id", "tag", "at_ms"])
    op.create_table(
        "member_purchase",
        _id("member_id"),
        _id("tenant_id"),
        _integer("last_ms"),
        _moment("due_ms"),
        _primary("member_purchase", "member_id"),
    )
    _partial(
        "ix_member_purchase_due", "member_purchase", ["tenant_id", "due_ms"], "due_ms IS NOT NULL"
    )


def _compensations() -> None:
    op.create_table(
        "compensation",
        _id("id"),
        _id("tenant_id"),
        _id("shop_id"),
        _id("member_id"),
        _text("kind"),
        _integer("amount"),
        _integer("worth"),
        _text("coupon"),
        _text("reason"),
        _id("complaint_id", null=True),
        _id("sale_id", null=True),
        _text("staff_id"),
        _integer("at_ms"),
        _moment("expires_ms"),
        _moment("ended_ms"),
        _text("ended"),
        sa.CheckConstraint(
            "kind IN ('points', 'coupon', 'value')", name=op.f("ck_compensation_kind")
        ),
        sa.CheckConstraint(
            "ended IN ('', 'reversed', 'lapsed')", name=op.f("ck_compensation_ended")
        ),
        _primary("compensation", "id"),
    )
    op.create_index("ix_compensation_member", "compensation", ["member_id", "at_ms"])
    op.create_index("ix_compensation_staff", "compensation", ["tenant_id", "staff_id", "at_ms"])
    _partial(
        "ix_compensation_expires",
        "compensation",
        ["tenant_id", "expires_ms"],
        "ended_ms IS NULL AND expires_ms IS NOT NULL",
    )


def _complaints() -> None:
    op.create_table(
        "complaint",
        _id("id"),
        _id("tenant_id"),
        _id("shop_id"),
        _id("member_id", null=True),
        _id("subject_id"),
        *(_text(name) for name in ("about", "way", "state")),
        _integer("opened_ms"),
        _integer("due_ms"),
        _moment("answered_ms"),
        _moment("closed_ms"),
        _text("owner_id"),
        _text("owner"),
        _id("sale_id", null=True),
        sa.CheckConstraint(
            "state IN ('open', 'answered', 'followed_up', 'closed')",
            name=op.f("ck_complaint_state"),
        ),
        _primary("complaint", "id"),
    )
    _partial(
        "ix_complaint_waiting", "complaint", ["tenant_id", "due_ms", "id"], "closed_ms IS NULL"
    )
    op.create_index("ix_complaint_closed", "complaint", ["tenant_id", "closed_ms", "id"])
    op.create_index("ix_complaint_opened", "complaint", ["tenant_id", "opened_ms"])
    op.create_index("ix_complaint_member", "complaint", ["member_id", "opened_ms"])
    op.create_table(
        "complaint_step",
        _id("id"),
        _id("tenant_id"),
        _id("complaint_id"),
        _text("step"),
        _integer("at_ms"),
        _text("staff_id"),
        _text("who"),
        _id("terminal_id", null=True),
        _text("outcome"),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        _primary("complaint_step", "id"),
    )
    op.create_index(
        "ix_complaint_step_complaint", "complaint_step", ["complaint_id", "at_ms", "id"]
    )


def _partial(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    only = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=only, postgresql_where=only)


def _id(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=36), nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def _moment(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=True)


def _flag(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.SmallInteger(), server_default="0", nullable=False)


def _primary(table: str, *names: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*names, name=op.f(f"pk_{table}"))
