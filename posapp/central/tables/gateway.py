"""External payments that go over central, each step of them, and the acquirer's bills."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, blob, integer, text, uuid

pay_attempt: Final = Table(
    "pay_attempt",
    METADATA,
    uuid("tenant_id", key=True),
    text("id", key=True),
    uuid("shop_id"),
    uuid("terminal_id"),
    text("kind"),
    text("original_id"),
    text("merchant_no"),
    text("acquirer"),
    text("channel"),
    integer("amount"),
    text("currency"),
    text("state"),
    text("reference"),
    text("masked"),
    text("reason"),
    integer("begun_ms"),
    integer("changed_ms"),
    text("bill_id"),
    Index("ix_pay_attempt_number", "tenant_id", "merchant_no"),
    Index("ix_pay_attempt_original", "tenant_id", "original_id"),
    Index("ix_pay_attempt_begun", "tenant_id", "begun_ms"),
)
"""One try to take money or to give it back; `id` is the till's, `merchant_no` the acquirer's word
for it. What the customer showed is not in it."""

pay_step: Final = Table(
    "pay_step",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("attempt_id"),
    integer("at_ms"),
    text("act"),
    text("state"),
    text("reason"),
    Index("ix_pay_step_attempt", "tenant_id", "attempt_id", "at_ms"),
)
"""What was asked of the acquirer about an attempt and how it stood afterwards; never changed."""

pay_bill: Final = Table(
    "pay_bill",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("acquirer"),
    text("bill_date"),
    text("file_name"),
    blob("sha256"),
    integer("rows"),
    integer("matched"),
    integer("at_ms"),
    text("who"),
    Index("ix_pay_bill_file", "tenant_id", "sha256", unique=True),
    Index("ix_pay_bill_day", "tenant_id", "acquirer", "bill_date", unique=True),
)
"""A bill file of an acquirer for one day, imported once."""

pay_difference: Final = Table(
    "pay_difference",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("bill_id"),
    uuid("case_id"),
    text("kind"),
    text("attempt_id"),
    text("merchant_no"),
    text("reference"),
    integer("here"),
    integer("there"),
    Index("ix_pay_difference_bill", "tenant_id", "bill_id"),
)
"""Where a bill and the books do not agree; `here` and `there` are minor units."""
