"""Ledger and sales."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("ledger", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("owner", sa.Text(), server_default="", nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=True),
        sa.Column("currency", sa.Text(), server_default="", nullable=False),
        sa.Column("status", sa.Text(), server_default="open", nullable=False),
        sa.Column("balance", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column(
            "version", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.CheckConstraint(
            "balance IS NULL OR balance >= 0 OR kind IN ('points_debt', 'growth')",
            name=op.f("ck_account_balance"),
        ),
        sa.CheckConstraint("kind <> 'points_debt' OR balance <= 0", name=op.f("ck_account_debt")),
        sa.CheckConstraint(
            "ledger IN ('MON', 'BON', 'PTS', 'GRW')", name=op.f("ck_account_ledger")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint(
            "tenant_id",
            "ledger",
            "kind",
            "owner",
            "currency",
            name=op.f("uq_account_tenant_id_ledger_kind_owner_currency"),
        ),
    )
    op.create_index("ix_account_member", "account", ["member_id"], unique=False)
    op.create_table(
        "alloc",
        sa.Column("sale_id", sa.String(length=36), nullable=False),
        sa.Column("line", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("col", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tender_id", sa.String(length=36), nullable=False),
        sa.Column("part", sa.Text(), server_default="", nullable=False),
        sa.Column("lot_id", sa.String(length=36), nullable=True),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("sale_id", "line", "col", name=op.f("pk_alloc")),
    )
    op.create_table(
        "entry",
        sa.Column("posting_id", sa.String(length=36), nullable=False),
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("account_id", sa.String(length=36), nullable=False),
        sa.Column("ledger", sa.Text(), server_default="", nullable=False),
        sa.Column("lot_id", sa.String(length=36), nullable=True),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("balance_after", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_entry_amount")),
        sa.PrimaryKeyConstraint("posting_id", "n", name=op.f("pk_entry")),
    )
    op.create_index("ix_entry_account", "entry", ["account_id"], unique=False)
    op.create_index("ix_entry_lot", "entry", ["lot_id"], unique=False)
    op.create_table(
        "hold",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("sale_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=True),
        sa.Column("ledger", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("slices", sa.Text(), server_default="[]", nullable=False),
        sa.Column("factor", sa.Text(), server_default="", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "begun_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("ended_ms", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column(
            "before_principal",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "before_bonus", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "before_points",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.CheckConstraint(
            "state IN ('pending', 'usable', 'captured', 'released', 'declined')",
            name=op.f("ck_hold_state"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold")),
    )
    op.create_index("ix_hold_member", "hold", ["member_id", "state"], unique=False)
    op.create_table(
        "loss",
        sa.Column("sale_id", sa.String(length=36), nullable=False),
        sa.Column("tender_id", sa.String(length=36), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("lot_id", sa.Text(), nullable=False),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "returned", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.CheckConstraint("returned >= 0 AND returned <= amount", name=op.f("ck_loss_returned")),
        sa.PrimaryKeyConstraint("sale_id", "tender_id", "part", "lot_id", name=op.f("pk_loss")),
    )
    op.create_table(
        "lot",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("ledger", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.String(length=36), nullable=False),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "remaining", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("held", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column(
            "bonus_amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "bonus_remaining",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "bonus_held", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "opened_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "available_from_ms",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("expires_ms", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.CheckConstraint("ledger IN ('MON', 'PTS')", name=op.f("ck_lot_ledger")),
        sa.CheckConstraint(
            "bonus_held >= 0 AND bonus_held <= bonus_remaining", name=op.f("ck_lot_bonus_held")
        ),
        sa.CheckConstraint(
            "bonus_remaining >= 0 AND bonus_remaining <= bonus_amount",
            name=op.f("ck_lot_bonus_remaining"),
        ),
        sa.CheckConstraint("held >= 0 AND held <= remaining", name=op.f("ck_lot_held")),
        sa.CheckConstraint("remaining >= 0 AND remaining <= amount", name=op.f("ck_lot_remaining")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lot")),
    )
    op.create_index("ix_lot_member", "lot", ["member_id", "ledger"], unique=False)
    op.create_table(
        "posting",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("source_id", sa.String(length=36), nullable=False),
        sa.Column("reverses_id", sa.String(length=36), nullable=True),
        sa.Column("shop_id", sa.String(length=36), nullable=True),
        sa.Column("terminal_id", sa.String(length=36), nullable=True),
        sa.Column("member_id", sa.String(length=36), nullable=True),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "posted_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "mon_debit", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "mon_credit", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.CheckConstraint("mon_debit = mon_credit", name=op.f("ck_posting_balanced")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_posting")),
    )
    op.create_index("ix_posting_member", "posting", ["member_id", "at_ms"], unique=False)
    op.create_index("ix_posting_source", "posting", ["source_id"], unique=False)
    op.create_table(
        "note",
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("action", sa.Text(), server_default="", nullable=False),
        sa.Column("actor_name", sa.Text(), server_default="", nullable=False),
        sa.Column("approved_by_name", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("subject", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_note")),
    )
    op.create_index("ix_note_at", "note", ["tenant_id", "kind", "at_ms"], unique=False)
    op.create_table(
        "refund",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("sale_id", sa.String(length=36), nullable=False),
        sa.Column("shift_id", sa.String(length=36), nullable=True),
        sa.Column("receipt_number", sa.Text(), server_default="", nullable=False),
        sa.Column("business_date", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("net", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("tax", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("claw", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("approval_id", sa.String(length=36), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refund")),
    )
    op.create_index("ix_refund_at", "refund", ["tenant_id", "at_ms"], unique=False)
    op.create_index("ix_refund_sale", "refund", ["sale_id"], unique=False)
    op.create_table(
        "refund_give",
        sa.Column("refund_id", sa.String(length=36), nullable=False),
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tender_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("channel", sa.Text(), server_default="", nullable=False),
        sa.Column("part", sa.Text(), server_default="", nullable=False),
        sa.Column("lot_id", sa.String(length=36), nullable=True),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("refund_id", "n", name=op.f("pk_refund_give")),
    )
    op.create_table(
        "refund_line",
        sa.Column("refund_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column(
            "quantity", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("net", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("refund_id", "number", name=op.f("pk_refund_line")),
    )
    op.create_table(
        "sale",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("shift_id", sa.String(length=36), nullable=True),
        sa.Column("member_id", sa.String(length=36), nullable=True),
        sa.Column("receipt_number", sa.Text(), server_default="", nullable=False),
        sa.Column("business_date", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("staff_name", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "lines", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "list_total", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "member_cut", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "promotion_cut",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "coupon_cut", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "manual_cut", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "rounding_cut", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("net", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("tax", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column(
            "points_earned",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.Column("offline", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sale")),
    )
    op.create_index("ix_sale_at", "sale", ["tenant_id", "at_ms"], unique=False)
    op.create_index("ix_sale_receipt", "sale", ["tenant_id", "receipt_number"], unique=False)
    op.create_index("ix_sale_shift", "sale", ["shift_id"], unique=False)
    op.create_table(
        "sale_tender",
        sa.Column("sale_id", sa.String(length=36), nullable=False),
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tender_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), server_default="", nullable=False),
        sa.Column("channel", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "tendered", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "change", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "points", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("hold_id", sa.String(length=36), nullable=True),
        sa.Column("reference", sa.Text(), server_default="", nullable=False),
        sa.Column("masked", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("sale_id", "n", name=op.f("pk_sale_tender")),
    )
    op.create_table(
        "shift",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("staff_name", sa.Text(), server_default="", nullable=False),
        sa.Column("business_date", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "opened_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "float_amount", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("closed_ms", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("z_number", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("z_digest", sa.Text(), server_default="", nullable=False),
        sa.Column("z_previous_digest", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "expected_cash",
            sa.BigInteger(),
            server_default="0",
            autoincrement=False,
            nullable=False,
        ),
        sa.Column(
            "counted_cash", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "difference", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "till_sales", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "till_net", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shift")),
    )
    op.create_index(
        "ix_shift_terminal", "shift", ["tenant_id", "terminal_id", "z_number"], unique=False
    )
    op.create_table(
        "top_up",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("event_id", sa.String(length=36), nullable=False),
        sa.Column("member_id", sa.String(length=36), nullable=False),
        sa.Column("shift_id", sa.String(length=36), nullable=True),
        sa.Column("quote_id", sa.String(length=36), nullable=True),
        sa.Column("receipt_number", sa.Text(), server_default="", nullable=False),
        sa.Column("business_date", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "at_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "principal", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "bonus", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("tender_kind", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_top_up")),
    )
    op.create_index("ix_top_up_at", "top_up", ["tenant_id", "at_ms"], unique=False)
    for statement in _triggers(op.get_bind().dialect.name):
        op.execute(statement)


_REFUSE_CHANGE = (
    "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'append only'; END $$"
)
APPEND_ONLY = ("posting", "entry", "alloc")


def _triggers(dialect: str) -> tuple[str, ...]:
    """Triggers that refuse UPDATE and DELETE of what is written once."""
    if dialect == "postgresql":
        return (
            _REFUSE_CHANGE,
            *(
                f"CREATE TRIGGER {name}_append_only BEFORE UPDATE OR DELETE ON {name} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
                for name in APPEND_ONLY
            ),
        )
    return tuple(
        f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
        for name in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    )
