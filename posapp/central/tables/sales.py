"""What happened at the counters, as reports and refunds read it; the facts stay in the inbox."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, flag, integer, text, uuid

sale: Final = Table(
    "sale",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("terminal_id"),
    uuid("event_id"),
    uuid("shift_id", null=True),
    uuid("member_id", null=True),
    text("receipt_number"),
    text("business_date"),
    integer("at_ms"),
    text("staff_name"),
    integer("lines"),
    integer("list_total"),
    integer("member_cut"),
    integer("promotion_cut"),
    integer("coupon_cut"),
    integer("manual_cut"),
    integer("rounding_cut"),
    integer("net"),
    integer("tax"),
    integer("points_earned"),
    flag("offline"),
    integer("deposits"),
    Index("ix_sale_receipt", "tenant_id", "receipt_number"),
    Index("ix_sale_at", "tenant_id", "at_ms"),
    Index("ix_sale_shift", "shift_id"),
    Index("ix_sale_member", "member_id", "at_ms"),
)

sale_tender: Final = Table(
    "sale_tender",
    METADATA,
    uuid("sale_id", key=True),
    integer("n", key=True),
    uuid("tender_id"),
    text("kind"),
    text("channel"),
    integer("amount"),
    integer("tendered"),
    integer("change"),
    integer("points"),
    uuid("hold_id", null=True),
    text("reference"),
    text("masked"),
)

refund: Final = Table(
    "refund",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("terminal_id"),
    uuid("event_id"),
    uuid("sale_id"),
    uuid("shift_id", null=True),
    text("receipt_number"),
    text("business_date"),
    integer("at_ms"),
    integer("net"),
    integer("tax"),
    integer("claw"),
    text("reason"),
    uuid("approval_id", null=True),
    integer("deposits"),
    Index("ix_refund_sale", "sale_id"),
    Index("ix_refund_at", "tenant_id", "at_ms"),
)

refund_line: Final = Table(
    "refund_line",
    METADATA,
    uuid("refund_id", key=True),
    integer("number", key=True),
    integer("quantity"),
    integer("net"),
)

refund_give: Final = Table(
    "refund_give",
    METADATA,
    uuid("refund_id", key=True),
    integer("n", key=True),
    uuid("tender_id"),
    text("kind"),
    text("channel"),
    text("part"),
    uuid("lot_id", null=True),
    integer("amount"),
)

top_up: Final = Table(
    "top_up",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("terminal_id"),
    uuid("event_id"),
    uuid("member_id"),
    uuid("shift_id", null=True),
    uuid("quote_id", null=True),
    text("receipt_number"),
    text("business_date"),
    integer("at_ms"),
    integer("principal"),
    integer("bonus"),
    text("tender_kind"),
    Index("ix_top_up_at", "tenant_id", "at_ms"),
    Index("ix_top_up_member", "member_id"),
)

shift: Final = Table(
    "shift",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("terminal_id"),
    text("staff_name"),
    text("business_date"),
    integer("opened_ms"),
    integer("float_amount"),
    integer("closed_ms", null=True),
    integer("z_number", null=True),
    text("z_digest"),
    text("z_previous_digest"),
    integer("expected_cash"),
    integer("counted_cash"),
    integer("difference"),
    integer("till_sales"),
    integer("till_net"),
    text("drawer", default="1"),
    text("z_body"),
    Index("ix_shift_terminal", "tenant_id", "terminal_id", "z_number"),
)

note: Final = Table(
    "note",
    METADATA,
    uuid("event_id", key=True),
    uuid("tenant_id"),
    uuid("terminal_id"),
    text("kind"),
    text("action"),
    text("actor_name"),
    text("approved_by_name"),
    integer("amount"),
    text("reason"),
    text("subject"),
    integer("at_ms"),
    Index("ix_note_at", "tenant_id", "kind", "at_ms"),
)
"""Approvals and audit facts: they move nothing and are asked for by managers."""
