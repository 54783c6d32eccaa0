"""Members who turned out to be one person: what was merged, how it was before, and who may be.

Nothing here says who anybody is.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Index, Table

from posapp.central.tables.base import METADATA, integer, text, uuid

member_merge: Final = Table(
    "member_merge",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("kept_id"),
    uuid("gone_id"),
    text("state"),
    text("reason"),
    text("before", default="{}"),
    text("after_sha256"),
    text("who"),
    integer("at_ms"),
    text("undone_by"),
    integer("undone_ms", null=True),
    CheckConstraint("state IN ('merged', 'undone')", name="state"),
    Index("ix_member_merge_kept", "kept_id"),
    Index("ix_member_merge_gone", "gone_id"),
)
"""`id` is the posting's that moved her balances. `before` is JSON: what an undo puts back; only
the names of the personal fields that were filled. `after_sha256` is of everything that must not
have moved since.
"""

member_merge_lot: Final = Table(
    "member_merge_lot",
    METADATA,
    uuid("merge_id", key=True),
    uuid("lot_id", key=True),
)
"""The lots that changed hands, empty ones too: what comes back into them is hers who was kept."""

member_pair: Final = Table(
    "member_pair",
    METADATA,
    uuid("tenant_id", key=True),
    uuid("first_id", key=True),
    uuid("second_id", key=True),
    text("reason"),
    text("state"),
    integer("found_ms"),
    CheckConstraint("state IN ('open', 'different')", name="state"),
)
"""Two who may be one; `different` once a person has said that they are not."""
