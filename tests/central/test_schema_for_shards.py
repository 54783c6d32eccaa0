"""What keeps the door open to a distributed engine: docs/scaling.md says why for each rule."""

from __future__ import annotations

import pytest
from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Identity,
    Index,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
)

from posapp.central.tables import METADATA

PORTABLE = (String, Text, BigInteger, SmallInteger, LargeBinary)

PARENT_OF = {
    "entry": "posting",
    "alloc": "sale",
    "sale_tender": "sale",
    "loss": "sale",
    "refund": "sale",
    "refund_line": "refund",
    "refund_give": "refund",
    "subject_key": "member",
    "member_merge": "member",
    "member_merge_lot": "member_merge",
    "one_time_code": "hold",
    "wrong_tries": "member",
    "complaint_step": "complaint",
    "sealed_subject": "erasure",
}
"""Rows that are found by their parent's key alone and live where it lives."""

OF_NO_MEMBER = {
    "account_payment",
    "barcode",
    "branch",
    "category",
    "change",
    "company_pack",
    "correction",
    "counter",
    "credit_account",
    "dead_letter",
    "destroyed_subject",
    "enrol_code",
    "family",
    "feed_head",
    "feed_mark",
    "fork",
    "former_key",
    "held_order",
    "idem",
    "import_mapping",
    "import_run",
    "inbox",
    "incarnation",
    "key_escrow",
    "key_release",
    "lease_awaited",
    "lease_policy",
    "lease_terminal",
    "look_up_rate",
    "member_day",
    "member_pair",
    "meta",
    "next_key",
    "nonce",
    "note",
    "offer",
    "open_case",
    "operator_act",
    "pay_attempt",
    "pay_bill",
    "pay_difference",
    "pay_step",
    "phone_turn",
    "point_rules",
    "policy_text",
    "product",
    "recorded_payment",
    "referral_rule",
    "setting",
    "shift",
    "shop",
    "snapshot",
    "snapshot_chunk",
    "staff",
    "tag",
    "tenant",
    "terminal",
    "terminal_head",
}
"""Of a tenant, a shop or a terminal. A new table is named here, or above, or carries its member."""


def faults(table):
    found = [
        f"{table.name}.{column.name}: {column.type!r} is not portable"
        for column in table.columns
        if type(column.type) not in PORTABLE
    ]
    found += [
        f"{table.name}.{column.name}: the database makes its values"
        for column in table.columns
        if column.identity or column.computed or column is table.autoincrement_column
    ]
    found += [f"{table.name}: a foreign key" for _ in table.foreign_keys]
    if not table.primary_key.columns:
        found.append(f"{table.name}: no primary key")
    return found + member_faults(table)


def member_faults(table):
    if "member_id" in table.c:
        leading = {next(iter(index.columns)).name for index in table.indexes}
        if "member_id" in leading | {column.name for column in table.primary_key}:
            return []
        return [f"{table.name}: member_id is in no key and leads no index"]
    if table.name == "member" or table.name in OF_NO_MEMBER | set(PARENT_OF):
        return []
    return [f"{table.name}: whose is it?"]


@pytest.mark.parametrize("name", sorted(METADATA.tables))
def test_a_table_can_be_spread_over_machines(name):
    assert faults(METADATA.tables[name]) == []


def test_every_parent_is_a_table_and_no_name_is_stale():
    assert set(PARENT_OF) | set(PARENT_OF.values()) | OF_NO_MEMBER <= set(METADATA.tables)


def test_the_lint_finds_what_it_is_for():
    other = MetaData()

    def key():
        return Column("id", String(36), primary_key=True)

    Table("member", other, key())
    serial = Table("serial", other, Column("id", BigInteger, primary_key=True))
    drawn = Table("drawn", other, Column("id", BigInteger, Identity(), primary_key=True))
    hers = Column("member_id", String(36), ForeignKey("member.id"))
    tied = Table("tied", other, key(), hers)
    late = Table(
        "late", other, key(), Column("member_id", String(36)), Index("ix_late", "id", "member_id")
    )
    assert any("makes its values" in fault for fault in faults(serial))
    assert any("makes its values" in fault for fault in faults(drawn))
    assert any("foreign key" in fault for fault in faults(tied))
    assert any("in no key" in fault for fault in faults(late))
    assert any("whose is it" in fault for fault in faults(serial))
