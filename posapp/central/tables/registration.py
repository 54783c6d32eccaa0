"""What a registration leaves beside the member: consents, families, numbers that a till gave."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

consent_entry: Final = Table(
    "consent_entry",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    text("purpose"),
    flag("given"),
    flag("by_guardian"),
    text("policy_version"),
    text("channel"),
    integer("at_ms"),
    text("staff_id"),
    text("staff_name"),
    uuid("terminal_id", null=True),
    uuid("event_id", null=True),
    Index("ix_consent_entry_member", "member_id", "purpose", "at_ms"),
    Index("ix_consent_entry_time", "member_id", "at_ms", "id"),
)
"""Rows are added and never changed: what holds for a purpose is the last that she said of it."""

family: Final = Table(
    "family",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("holder_id"),
    integer("opened_ms"),
)

family_member: Final = Table(
    "family_member",
    METADATA,
    uuid("member_id", key=True),
    uuid("tenant_id"),
    uuid("family_id"),
    text("role"),
    uuid("guardian_id", null=True),
    integer("since_ms"),
    Index("ix_family_member_family", "family_id"),
    Index("ix_family_member_guardian", "guardian_id"),
)
"""A member is in one family at a time; `role` is parent or child."""

family_move: Final = Table(
    "family_move",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("family_id"),
    uuid("member_id"),
    text("act"),
    text("reason"),
    text("staff_id"),
    text("staff_name"),
    uuid("terminal_id", null=True),
    integer("at_ms"),
    Index("ix_family_move_family", "family_id"),
    Index("ix_family_move_member", "member_id", "at_ms", "id"),
)
"""Every coming and going, for good."""

till_number: Final = Table(
    "till_number",
    METADATA,
    uuid("tenant_id", key=True),
    text("number", key=True),
    uuid("member_id"),
    Index("ix_till_number_member", "member_id"),
)
"""Numbers that tills gave while central was away: they are on paper and go on finding her."""

company_pack: Final = Table(
    "company_pack",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("company"),
    text("title"),
    text("tier"),
    text("coupons"),
    integer("size"),
    integer("issued_ms"),
    text("issued_by"),
)

pack_code: Final = Table(
    "pack_code",
    METADATA,
    uuid("tenant_id", key=True),
    blob("digest", key=True),
    uuid("pack_id"),
    uuid("member_id", null=True),
    integer("used_ms"),
    Index("ix_pack_code_pack", "pack_id"),
    Index("ix_pack_code_member", "member_id"),
)
"""A code is told once, when it is issued; here is only what it can be recognised by."""

sale_claim: Final = Table(
    "sale_claim",
    METADATA,
    uuid("sale_id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    integer("points"),
    integer("base"),
    uuid("event_id"),
    integer("at_ms"),
    Index("ix_sale_claim_member", "member_id"),
)
"""A sale of nobody whose points went to who joined with it: once, and taken back with its goods."""
