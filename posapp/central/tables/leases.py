"""What operators allow to be lent to terminals, what is lent, and which terminals get no more."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Index, Table

from posapp.central.tables.base import METADATA, integer, text, uuid

lease_policy: Final = Table(
    "lease_policy",
    METADATA,
    uuid("tenant_id", key=True),
    uuid("shop_id", key=True),
    integer("cap"),
    integer("ceiling"),
    integer("set_ms"),
    integer("points_cap"),
    integer("points_ceiling"),
    integer("coupons_cap"),
    integer("coupons_ceiling"),
)
"""A shop without a row lends nothing."""

lease: Final = Table(
    "lease",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("terminal_id"),
    integer("incarnation"),
    uuid("member_id"),
    text("state"),
    integer("amount"),
    integer("left_amount"),
    text("slices", default="[]"),
    text("left_slices", default="[]"),
    text("told_slices", default="[]"),
    text("reason"),
    integer("granted_ms"),
    integer("ends_ms"),
    integer("ended_ms", null=True),
    text("ledger", default="stored_value"),
    CheckConstraint(
        "state IN ('open', 'recalled', 'releasing', 'released', 'lost', 'declined')",
        name="state",
    ),
    CheckConstraint("left_amount >= 0 AND left_amount <= amount", name="left_amount"),
    Index("ix_lease_member", "member_id", "state"),
    Index("ix_lease_terminal", "terminal_id", "state"),
)
"""`*_slices` are JSON by lot: as granted, as still reserved, as the till said it gives back.
Amounts are minor units, points, or rights to coupons by `ledger`.
"""

lease_terminal: Final = Table(
    "lease_terminal",
    METADATA,
    uuid("terminal_id", key=True),
    uuid("tenant_id"),
    integer("stopped_ms", null=True),
    text("reason"),
)
"""Locked by whoever lends to a terminal; a stopped one gets nothing until an operator says so."""

lease_awaited: Final = Table(
    "lease_awaited",
    METADATA,
    text("epoch", key=True),
    uuid("terminal_id", key=True),
    uuid("tenant_id"),
    integer("known_ms"),
    integer("ended_ms", null=True),
    text("how"),
)
"""Terminals that may hold leases which a restored central has forgotten: nothing is lent until
each has said hello or was released. `known_ms`: the newest that was known when it was restored.
"""
