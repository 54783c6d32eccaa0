"""Shops and what they sell."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "change",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("row_key", sa.Text(), nullable=False),
        sa.Column("pos", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("op", sa.Text(), server_default="u", nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "kind", "row_key", name=op.f("pk_change")),
    )
    op.create_index("ix_change_tenant_pos", "change", ["tenant_id", "pos"], unique=True)
    op.create_table(
        "counter",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "value", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("tenant_id", "name", name=op.f("pk_counter")),
    )
    op.create_table(
        "enrol_code",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=36), nullable=False),
        sa.Column("terminal_code", sa.Text(), server_default="", nullable=False),
        sa.Column("terminal_label", sa.Text(), server_default="", nullable=False),
        sa.Column("code_hash", sa.LargeBinary(), nullable=False),
        sa.Column(
            "expires_ms", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "tries", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("used", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrol_code")),
    )
    op.create_table(
        "feed_head",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("pos", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column(
            "inbox_pos", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column(
            "min_pos", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("tenant_id", name=op.f("pk_feed_head")),
    )
    op.create_table(
        "meta",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_meta")),
    )
    op.create_table(
        "setting",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "name", name=op.f("pk_setting")),
    )
    op.create_table(
        "shop",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("details", sa.Text(), server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shop")),
        sa.UniqueConstraint("tenant_id", "code", name=op.f("uq_shop_tenant_id_code")),
    )
    op.create_table(
        "staff",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("number", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("role", sa.Text(), server_default="", nullable=False),
        sa.Column("permissions", sa.Text(), server_default="", nullable=False),
        sa.Column("pin_verifier", sa.Text(), server_default="", nullable=False),
        sa.Column("active", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("tenant_id", "number", name=op.f("uq_staff_tenant_id_number")),
    )
    op.create_table(
        "tenant",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("currency", sa.Text(), server_default="", nullable=False),
        sa.Column("time_zone", sa.Text(), server_default="", nullable=False),
        sa.Column("operator_token_hash", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tenant")),
    )
    op.create_table(
        "terminal",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("shop_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.Column("label", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "incarnation", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Text(), server_default="active", nullable=False),
        sa.Column("app_version", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terminal")),
        sa.UniqueConstraint("tenant_id", "code", name=op.f("uq_terminal_tenant_id_code")),
    )
    op.create_table(
        "terminal_head",
        sa.Column("terminal_id", sa.String(length=36), nullable=False),
        sa.Column("incarnation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("chain", sa.LargeBinary(), nullable=False),
        sa.Column(
            "durable_seq", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.PrimaryKeyConstraint("terminal_id", "incarnation", name=op.f("pk_terminal_head")),
    )
    op.create_table(
        "barcode",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("product_id", sa.String(length=36), nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "code", name=op.f("pk_barcode")),
    )
    op.create_index("ix_barcode_product", "barcode", ["product_id"], unique=False)
    op.create_table(
        "category",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("sort", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("icon", sa.Text(), server_default="tag", nullable=False),
        sa.Column("colour", sa.Text(), server_default="blue", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_category")),
        sa.UniqueConstraint("tenant_id", "name", name=op.f("uq_category_tenant_id_name")),
    )
    op.create_table(
        "offer",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column(
            "version", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "code", name=op.f("pk_offer")),
    )
    op.create_table(
        "point_rules",
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("body", sa.Text(), server_default="", nullable=False),
        sa.Column("current", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("tenant_id", "code", "version", name=op.f("pk_point_rules")),
    )
    op.create_table(
        "product",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.String(length=36), nullable=False),
        sa.Column("code", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("spec", sa.Text(), server_default="", nullable=False),
        sa.Column("kind", sa.Text(), server_default="goods", nullable=False),
        sa.Column("category_id", sa.String(length=36), nullable=False),
        sa.Column("unit", sa.Text(), server_default="", nullable=False),
        sa.Column(
            "price", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("member_price", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column(
            "tax_rate", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False
        ),
        sa.Column("barcodes", sa.Text(), server_default="", nullable=False),
        sa.Column("pinyin", sa.Text(), server_default="", nullable=False),
        sa.Column("initials", sa.Text(), server_default="", nullable=False),
        sa.Column("icon", sa.Text(), server_default="tag", nullable=False),
        sa.Column("sort", sa.BigInteger(), server_default="0", autoincrement=False, nullable=False),
        sa.Column("favourite", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("stock_left", sa.BigInteger(), autoincrement=False, nullable=True),
        sa.Column("sold_out", sa.SmallInteger(), server_default="0", nullable=False),
        sa.Column("active", sa.SmallInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sa.UniqueConstraint("tenant_id", "code", name=op.f("uq_product_tenant_id_code")),
    )
