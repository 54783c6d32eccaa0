"""Who brought whom, what both were given for it, and by which rules; nothing says who they are."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint
from sqlalchemy import text as sql

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

_STANDS: Final = sql("back_ms IS NULL")

invite: Final = Table(
    "invite",
    METADATA,
    uuid("member_id", key=True),
    uuid("tenant_id"),
    text("code"),
    integer("turn"),
    UniqueConstraint("tenant_id", "code"),
)
"""The code that she gives to friends. It follows from her id and `turn`, a counter by which an
older one is revoked."""

referral: Final = Table(
    "referral",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    uuid("inviter_id"),
    text("state"),
    text("reason"),
    text("device"),
    blob("phone", null=True),
    uuid("shop_id"),
    uuid("terminal_id", null=True),
    integer("at_ms"),
    uuid("sale_id", null=True),
    integer("done_ms", null=True),
    CheckConstraint("state IN ('pending', 'rewarded', 'refused')", name="state"),
    Index("ix_referral_member", "member_id", unique=True),
    Index("ix_referral_inviter", "inviter_id", "at_ms"),
    Index("ix_referral_device", "tenant_id", "device", "at_ms"),
    Index("ix_referral_phone", "tenant_id", "phone"),
    Index("ix_referral_at", "tenant_id", "at_ms"),
)
"""A registration with somebody who brought her; `id` and `member_id` are the id under which she
registered, which no merge changes. `phone` is a keyed digest: one phone is brought once. `done_ms`:
when it was rewarded or taken back."""

referral_gift: Final = Table(
    "referral_gift",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("referral_id"),
    uuid("member_id"),
    text("what"),
    integer("step"),
    text("gives"),
    integer("amount"),
    text("code"),
    integer("worth"),
    text("before"),
    integer("at_ms"),
    integer("back_ms", null=True),
    flag("spent"),
    Index(
        "ix_referral_gift_stands",
        "referral_id",
        "what",
        "step",
        "gives",
        unique=True,
        sqlite_where=_STANDS,
        postgresql_where=_STANDS,
    ),
    Index("ix_referral_gift_member", "member_id", "at_ms"),
)
"""What was given for a referral; `id` is its posting's. `before` is the tier that a tier took the
place of, `spent` a coupon that was used before it could be taken back."""

referral_rule: Final = Table(
    "referral_rule",
    METADATA,
    uuid("tenant_id", key=True),
    text("what", key=True),
    integer("step", key=True),
    text("name", key=True),
    integer("amount"),
    text("code"),
)
"""The operator's programme: a row for each reward, and with `what` limit for each limit."""
