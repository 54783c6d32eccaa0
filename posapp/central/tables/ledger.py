"""Four ledgers that never mix: MON (double entry), BON, PTS and GRW; entries are append-only.

Amounts are credits when positive and debits when negative, so that what the house owes a member
is a positive balance.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    CheckConstraint,
    Connection,
    Index,
    MetaData,
    Table,
    UniqueConstraint,
    event,
)
from sqlalchemy import text as sql

from posapp.central.tables.base import METADATA, integer, text, uuid

HOLDS_POINTS: Final = "ledger = 'PTS' AND remaining > 0"
"""Of a lot. The words of its index, which a query has to say alike to go by it."""
OF_A_MEMBER: Final = "member_id IS NOT NULL"

account: Final = Table(
    "account",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("ledger"),
    text("kind"),
    text("owner"),
    uuid("member_id", null=True),
    text("currency"),
    text("status", default="open"),
    integer("balance", null=True),
    integer("version"),
    UniqueConstraint("tenant_id", "ledger", "kind", "owner", "currency"),
    CheckConstraint("ledger IN ('MON', 'BON', 'PTS', 'GRW')", name="ledger"),
    CheckConstraint(
        "balance IS NULL OR balance >= 0 OR kind IN ('points_debt', 'growth')", name="balance"
    ),
    CheckConstraint("kind <> 'points_debt' OR balance <= 0", name="debt"),
    Index("ix_account_member", "member_id"),
)
"""Only member accounts carry a balance and a version; all others are sums of their entries."""

lot: Final = Table(
    "lot",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("member_id"),
    text("ledger"),
    uuid("source_id"),
    integer("amount"),
    integer("remaining"),
    integer("held"),
    integer("bonus_amount"),
    integer("bonus_remaining"),
    integer("bonus_held"),
    integer("opened_ms"),
    integer("available_from_ms"),
    integer("expires_ms", null=True),
    CheckConstraint("remaining >= 0 AND remaining <= amount", name="remaining"),
    CheckConstraint("held >= 0 AND held <= remaining", name="held"),
    CheckConstraint(
        "bonus_remaining >= 0 AND bonus_remaining <= bonus_amount", name="bonus_remaining"
    ),
    CheckConstraint("bonus_held >= 0 AND bonus_held <= bonus_remaining", name="bonus_held"),
    CheckConstraint("ledger IN ('MON', 'PTS')", name="ledger"),
    Index("ix_lot_member", "member_id", "ledger", "available_from_ms"),
    Index(
        "ix_lot_left",
        "member_id",
        "ledger",
        "expires_ms",
        sqlite_where=sql("remaining > 0"),
        postgresql_where=sql("remaining > 0"),
    ),
    Index(
        "ix_lot_held",
        "member_id",
        sqlite_where=sql("held > 0 OR bonus_held > 0"),
        postgresql_where=sql("held > 0 OR bonus_held > 0"),
    ),
    Index(
        "ix_lot_expiry",
        "tenant_id",
        "expires_ms",
        "id",
        sqlite_where=sql(HOLDS_POINTS),
        postgresql_where=sql(HOLDS_POINTS),
    ),
)
"""One credit: of value with its principal and bonus in the ratio they came in, or of points."""

posting: Final = Table(
    "posting",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("kind"),
    uuid("source_id"),
    uuid("reverses_id", null=True),
    uuid("shop_id", null=True),
    uuid("terminal_id", null=True),
    uuid("member_id", null=True),
    integer("at_ms"),
    integer("posted_ms"),
    integer("mon_debit"),
    integer("mon_credit"),
    CheckConstraint("mon_debit = mon_credit", name="balanced"),
    Index("ix_posting_source", "source_id"),
    Index("ix_posting_member", "member_id", "at_ms", "id"),
    Index(
        "ix_posting_at",
        "tenant_id",
        "at_ms",
        sqlite_where=sql(OF_A_MEMBER),
        postgresql_where=sql(OF_A_MEMBER),
    ),
    Index(
        "ix_posting_posted",
        "tenant_id",
        "posted_ms",
        sqlite_where=sql(OF_A_MEMBER),
        postgresql_where=sql(OF_A_MEMBER),
    ),
)

entry: Final = Table(
    "entry",
    METADATA,
    uuid("posting_id", key=True),
    integer("n", key=True),
    uuid("account_id"),
    text("ledger"),
    uuid("lot_id", null=True),
    integer("amount"),
    integer("balance_after", null=True),
    CheckConstraint("amount <> 0", name="amount"),
    Index("ix_entry_account", "account_id"),
    Index("ix_entry_lot", "lot_id"),
)

alloc: Final = Table(
    "alloc",
    METADATA,
    uuid("sale_id", key=True),
    integer("line", key=True),
    integer("col", key=True),
    uuid("tender_id"),
    text("part"),
    uuid("lot_id", null=True),
    integer("amount"),
)
"""The line x component matrix as fixed at the sale; zeros are left out."""

hold: Final = Table(
    "hold",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("shop_id"),
    uuid("terminal_id"),
    uuid("sale_id"),
    uuid("member_id", null=True),
    text("ledger"),
    integer("amount"),
    text("state"),
    text("slices", default="[]"),
    text("factor"),
    text("reason"),
    integer("begun_ms"),
    integer("ended_ms", null=True),
    integer("before_principal"),
    integer("before_bonus"),
    integer("before_points"),
    CheckConstraint(
        "state IN ('pending', 'usable', 'captured', 'released', 'declined')", name="state"
    ),
    Index("ix_hold_member", "member_id", "state", "begun_ms", "id"),
)
"""`slices` is the JSON of its slices by lot; a hold ends once and never by time."""

member_day: Final = Table(
    "member_day",
    METADATA,
    uuid("tenant_id", key=True),
    integer("day", key=True),
    text("kind", key=True),
    integer("principal"),
    integer("bonus"),
    integer("points_in"),
    integer("points_out"),
)
"""What all members' entries of one kind of posting add up to, by day since the epoch in UTC. Kept
beside them, and made of them anew whenever it should not agree.
"""

loss: Final = Table(
    "loss",
    METADATA,
    uuid("sale_id", key=True),
    uuid("tender_id", key=True),
    text("part", key=True),
    text("lot_id", key=True),
    integer("amount"),
    integer("returned"),
    CheckConstraint("returned >= 0 AND returned <= amount", name="returned"),
)
"""What a sale spent without a hold that covered it: the shop's loss, not the member's debit."""

_REFUSE_CHANGE: Final = (
    "CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'append only'; END $$"
)
APPEND_ONLY: Final = ("posting", "entry", "alloc")


def append_only_statements(dialect: str) -> tuple[str, ...]:
    """Triggers that refuse UPDATE and DELETE of what is written once."""
    if dialect == "postgresql":
        return (
            _REFUSE_CHANGE,
            *(
                f"CREATE TRIGGER {name}_append_only BEFORE UPDATE OR DELETE ON {name} "
                "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
                for name in APPEND_ONLY
            ),
        )
    return tuple(
        f"CREATE TRIGGER {name}_no_{verb.lower()} BEFORE {verb} ON {name} "
        "BEGIN SELECT RAISE(ABORT, 'append only'); END"
        for name in APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    )


def _add_triggers(_target: MetaData, connection: Connection, **_options: object) -> None:
    for statement in append_only_statements(connection.dialect.name):
        connection.exec_driver_sql(statement)


event.listen(METADATA, "after_create", _add_triggers)
