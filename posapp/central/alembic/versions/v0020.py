"""Registration: consents by purpose, families, packs of companies, numbers that tills gave."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_consents()
    _add_families()
    _add_packs()
    _add_claims()
    op.create_table(
        "till_number",
        _uuid("tenant_id"),
        sa.Column("number", sa.Text(), nullable=False),
        _uuid("member_id"),
        sa.PrimaryKeyConstraint("tenant_id", "number", name="pk_till_number"),
    )
    op.create_index("ix_till_number_member", "till_number", ["member_id"])
    op.add_column("member", _text("source"))


def _add_consents() -> None:
    op.create_table(
        "consent_entry",
        _uuid("id"),
        _uuid("tenant_id"),
        _uuid("member_id"),
        _text("purpose"),
        _flag("given"),
        _flag("by_guardian"),
        _text("policy_version"),
        _text("channel"),
        _integer("at_ms"),
        _text("staff_id"),
        _text("staff_name"),
        _uuid("terminal_id", null=True),
        _uuid("event_id", null=True),
        sa.PrimaryKeyConstraint("id", name="pk_consent_entry"),
    )
    op.create_index("ix_consent_entry_member", "consent_entry", ["member_id", "purpose", "at_ms"])


def _add_families() -> None:
    op.create_table(
        "family",
        _uuid("id"),
        _uuid("tenant_id"),
        _uuid("holder_id"),
        _integer("opened_ms"),
        sa.PrimaryKeyConstraint("id", name="pk_family"),
    )
    op.create_table(
        "family_member",
        _uuid("member_id"),
        _uuid("tenant_id"),
        _uuid("family_id"),
        _text("role"),
        _uuid("guardian_id", null=True),
        _integer("since_ms"),
        sa.PrimaryKeyConstraint("member_id", name="pk_family_member"),
    )
    op.create_index("ix_family_member_family", "family_member", ["family_id"])
    op.create_index("ix_family_member_guardian", "family_member", ["guardian_id"])
    op.create_table(
        "family_move",
        _uuid("id"),
        _uuid("tenant_id"),
        _uuid("family_id"),
        _uuid("member_id"),
        _text("act"),
        _text("reason"),
        _text("staff_id"),
        _text("staff_name"),
        _uuid("terminal_id", null=True),
        _integer("at_ms"),
        sa.PrimaryKeyConstraint("id", name="pk_family_move"),
    )
    op.create_index("ix_family_move_family", "family_move", ["family_id"])
    op.create_index("ix_family_move_member", "family_move", ["member_id"])


def _add_packs() -> None:
    op.create_table(
        "company_pack",
        _uuid("id"),
        _uuid("tenant_id"),
        _text("company"),
        _text("title"),
        _text("tier"),
        _text("coupons"),
        _integer("size"),
        _integer("issued_ms"),
        _text("issued_by"),
        sa.PrimaryKeyConstraint("id", name="pk_company_pack"),
    )
    op.create_table(
        "pack_code",
        _uuid("tenant_id"),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        _uuid("pack_id"),
        _uuid("member_id", null=True),
        _integer("used_ms"),
        sa.PrimaryKeyConstraint("tenant_id", "digest", name="pk_pack_code"),
    )
    op.create_index("ix_pack_code_pack", "pack_code", ["pack_id"])
    op.create_index("ix_pack_code_member", "pack_code", ["member_id"])


def _add_claims() -> None:
    op.create_table(
        "sale_claim",
        _uuid("sale_id"),
        _uuid("tenant_id"),
        _uuid("member_id"),
        _integer("points"),
        _integer("base"),
        _uuid("event_id"),
        _integer("at_ms"),
        sa.PrimaryKeyConstraint("sale_id", name="pk_sale_claim"),
    )
    op.create_index("ix_sale_claim_member", "sale_claim", ["member_id"])


def _uuid(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(36), nullable=null)


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _integer(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), server_default="0", autoincrement=False, nullable=False)


def _flag(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.SmallInteger(), server_default="0", nullable=False)
