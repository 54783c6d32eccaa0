"""Held sales: orders that wait for a till of their shop."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, integer, text, uuid

held_order: Final = Table(
    "held_order",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("terminal_id"),
    uuid("sale_id"),
    text("label"),
    integer("amount"),
    text("staff_name"),
    integer("at_ms"),
    text("body"),
    uuid("taken_by", null=True),
    integer("taken_ms"),
    Index("ix_held_order_waiting", "tenant_id", "shop_id", "at_ms"),
)
"""`taken_by` is the terminal that has it; without one it waits. `body` is the till's own text."""
