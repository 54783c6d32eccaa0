"""Registration: consents by purpose, families, packs of companies, numbers that tills gave."""

from __future__ import annotations

import hashlib
import json
import uuid
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import context, op

if TYPE_CHECKING:
    from collections.abc import Iterator

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


_AT_ONCE = 1_000
_NECESSARY = ("agreement", "privacy")
_MEMBERS = sa.text(
    "SELECT id, tenant_id, consent FROM member WHERE id > :after ORDER BY id LIMIT :most"
)
_ENTER = sa.text(
    "INSERT INTO consent_entry"
    " (id, tenant_id, member_id, purpose, given, policy_version, channel, at_ms) VALUES"
    " (:id, :tenant_id, :member_id, :purpose, :given, :policy_version, :channel, :at_ms)"
)


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
    if not context.is_offline_mode():
        _bring_consents(op.get_bind())


def _bring_consents(connection: sa.Connection) -> None:
    """What members agreed to before is said by entries, too. Nobody was asked who came with a
    file.
    """
    after = ""
    while True:
        found = connection.execute(_MEMBERS, {"after": after, "most": _AT_ONCE}).all()
        if not found:
            return
        entries = [entry for each in found for entry in _entries(each)]
        if entries:
            connection.execute(_ENTER, entries)
        after = found[-1].id


def _entries(member: Any) -> Iterator[dict[str, Any]]:
    said = json.loads(member.consent or "{}")
    if not said.get("policy_version") or said.get("channel") == "import":
        return
    at_ms = int(said.get("at_ms", 0))
    for purpose in _NECESSARY + (("marketing",) if said.get("marketing") else ()):
        yield {
            "id": _id_of(at_ms, f"{member.id} {purpose}"),
            "tenant_id": member.tenant_id,
            "member_id": member.id,
            "purpose": purpose,
            "given": 1,
            "policy_version": said["policy_version"],
            "channel": str(said.get("channel", "")),
            "at_ms": at_ms,
        }


def _id_of(at_ms: int, name: str) -> str:
    """A UUIDv7 of that moment, the same whenever it is made."""
    number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:16]) & (1 << 80) - 1
    number |= (at_ms & (1 << 48) - 1) << 80
    number = number & ~(0xF << 76) | 7 << 76
    return str(uuid.UUID(int=number & ~(0b11 << 62) | 0b10 << 62))


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
