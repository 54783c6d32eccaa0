"""Forgetting: what was asked and done, sealed keys, keys that are gone for good, policy texts."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Index, Table

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

erasure: Final = Table(
    "erasure",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    text("state"),
    text("channel"),
    text("reason"),
    integer("asked_ms"),
    integer("due_ms"),
    integer("done_ms", null=True),
    integer("keep_until_ms", null=True),
    text("who"),
    text("approved_by"),
    flag("told"),
    CheckConstraint("state IN ('asked', 'sealed', 'destroyed')", name="state"),
    Index("ix_erasure_member", "member_id", "asked_ms"),
    Index("ix_erasure_state", "tenant_id", "state", "due_ms"),
)
"""A person who asked to be forgotten, by id alone. `reason` is the word of the law that has her
data kept until `keep_until_ms`, empty where none does.
"""

sealed_subject: Final = Table(
    "sealed_subject",
    METADATA,
    uuid("subject_id", key=True),
    uuid("tenant_id"),
    uuid("erasure_id"),
    blob("sealed_key"),
    integer("keep_until_ms"),
    Index("ix_sealed_subject_due", "tenant_id", "keep_until_ms"),
    Index("ix_sealed_subject_erasure", "erasure_id"),
)
"""A subject's key taken out of service, under a key of its own: nothing that serves members reads
here; a court's export does, in front of two people.
"""

destroyed_subject: Final = Table(
    "destroyed_subject",
    METADATA,
    uuid("subject_id", key=True),
    uuid("tenant_id"),
    integer("at_ms"),
    Index("ix_destroyed_subject_tenant", "tenant_id", "at_ms"),
)
"""Ids alone, for ever: a restored backup and a fact that comes late bring nobody of these back."""

policy_text: Final = Table(
    "policy_text",
    METADATA,
    uuid("tenant_id", key=True),
    text("version", key=True),
    text("language", key=True),
    text("form", key=True),
    text("body"),
    integer("at_ms"),
    CheckConstraint("form IN ('full', 'short')", name="form"),
)
"""What members are asked to agree to, as it read in each version; no row is ever changed."""
