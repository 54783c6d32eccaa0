"""Members: no personal data in the open, a profile under its own key, blind indexes to find it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table, UniqueConstraint

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

member: Final = Table(
    "member",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("number"),
    text("tier", default="ordinary"),
    text("status", default="normal"),
    uuid("subject_id"),
    blob("profile", null=True),
    blob("seed", null=True),
    integer("last_step"),
    flag("phone_verified"),
    text("coupons"),
    text("consent"),
    integer("registered_ms"),
    uuid("merged_into", null=True),
    text("source"),
    integer("file_version"),
    text("tier_before"),
    integer("tier_until_ms"),
    UniqueConstraint("tenant_id", "number"),
    Index("ix_member_subject", "subject_id"),
    Index("ix_member_status", "tenant_id", "status", "id"),
    Index("ix_member_tier", "tenant_id", "tier", "id"),
    Index("ix_member_tier_until", "tenant_id", "tier_until_ms", "id"),
    Index("ix_member_source", "tenant_id", "source", "id"),
    Index("ix_member_registered", "tenant_id", "registered_ms", "id"),
)
"""`profile` is under the subject's key, `seed` under central's; `coupons` by spaces. One who was
`merged_into` another has an alias there, and is nobody any more.
`consent` is as it came with the registration; what holds is in `consent_entry`.
`file_version` counts what was done to her file by hand: two people at once do not undo each other.
With `tier_until_ms` the tier is one by hand, and `tier_before` is hers once that moment has come.
"""

coupon_use: Final = Table(
    "coupon_use",
    METADATA,
    uuid("tenant_id", key=True),
    uuid("member_id", key=True),
    text("code", key=True),
    uuid("sale_id"),
    uuid("event_id"),
    integer("at_ms"),
    Index("ix_coupon_use_sale", "sale_id"),
)
"""The sale that used a coupon which is good once: the first that central took."""

subject_key: Final = Table(
    "subject_key",
    METADATA,
    uuid("subject_id", key=True),
    blob("wrapped_key"),
)
"""Deleting a row here is how a person is forgotten."""

member_token: Final = Table(
    "member_token",
    METADATA,
    uuid("tenant_id", key=True),
    blob("digest", key=True),
    uuid("member_id", key=True),
    Index("ix_member_token_member", "member_id"),
)
"""HMACs of phone, tail, card, month of birth and name in pinyin: equal digests find, and tell
nothing.
"""

member_alias: Final = Table(
    "member_alias",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    Index("ix_member_alias_member", "member_id"),
)
