"""Money that comes later or came elsewhere: accounts, what was paid on them, recorded payments."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, flag, integer, text, uuid

credit_account: Final = Table(
    "credit_account",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("code"),
    text("name"),
    integer("credit_limit"),
    integer("owed"),
    integer("offline_most"),
    flag("active"),
    Index("ix_credit_account_code", "tenant_id", "code", unique=True),
)
"""`owed` is the sum of the entries on its receivable account, kept beside them."""

account_payment: Final = Table(
    "account_payment",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("account_id"),
    integer("amount"),
    text("way"),
    text("reference"),
    integer("at_ms"),
    text("who"),
    text("note"),
    Index("ix_account_payment_account", "tenant_id", "account_id", "at_ms"),
)

recorded_payment: Final = Table(
    "recorded_payment",
    METADATA,
    text("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("terminal_id"),
    uuid("sale_id"),
    uuid("event_id"),
    text("taken_by"),
    text("reference"),
    integer("amount"),
    integer("at_ms"),
    text("state"),
    integer("changed_ms"),
    text("who"),
    text("note"),
    Index("ix_recorded_payment_state", "tenant_id", "state", "at_ms"),
    Index("ix_recorded_payment_reference", "tenant_id", "reference"),
)
"""One for each tender that was taken elsewhere (its id), and for each part given back of one, with
a negative amount. `state`: open, seen or missing.
"""
