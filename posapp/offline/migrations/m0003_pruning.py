"""Version 3: entries may leave the journal; what returns and reprints need of them stays behind.

`body` of a sale, refund or top-up is compressed, and NULL while its entry stands in the journal.
"""

from __future__ import annotations

from typing import Final

_SALE: Final = (
    "ALTER TABLE sale RENAME TO sale_2",
    """
    CREATE TABLE sale(
      id TEXT PRIMARY KEY,
      incarnation INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      receipt_number TEXT NOT NULL UNIQUE,
      at_ms INTEGER NOT NULL,
      shift_id TEXT NOT NULL,
      member_id TEXT,
      offline INTEGER NOT NULL CHECK (offline IN (0, 1)),
      line_count INTEGER NOT NULL CHECK (line_count > 0),
      item_quantity INTEGER NOT NULL CHECK (item_quantity > 0),
      list_total INTEGER NOT NULL CHECK (list_total >= 0),
      net INTEGER NOT NULL CHECK (net >= 0),
      points_earned INTEGER NOT NULL CHECK (points_earned >= 0),
      points_burnt INTEGER NOT NULL CHECK (points_burnt >= 0),
      body BLOB
    ) STRICT
    """,
    """
    INSERT INTO sale(id, incarnation, seq, receipt_number, at_ms, shift_id, member_id, offline,
                     line_count, item_quantity, list_total, net, points_earned, points_burnt)
    SELECT id, incarnation, seq, receipt_number, at_ms, shift_id, member_id, offline,
           line_count, item_quantity, list_total, net, points_earned, points_burnt
    FROM sale_2 ORDER BY rowid
    """,
    "DROP TABLE sale_2",
    "CREATE INDEX sale_by_shift ON sale(shift_id)",
)

_REFUND: Final = (
    "ALTER TABLE refund RENAME TO refund_2",
    """
    CREATE TABLE refund(
      id TEXT PRIMARY KEY,
      incarnation INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      receipt_number TEXT NOT NULL UNIQUE,
      sale_id TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      shift_id TEXT NOT NULL,
      net INTEGER NOT NULL CHECK (net >= 0),
      claw INTEGER NOT NULL,
      points_back INTEGER NOT NULL CHECK (points_back >= 0),
      body BLOB
    ) STRICT
    """,
    """
    INSERT INTO refund(id, incarnation, seq, receipt_number, sale_id, at_ms, shift_id, net, claw,
                       points_back)
    SELECT id, incarnation, seq, receipt_number, sale_id, at_ms, shift_id, net, claw, points_back
    FROM refund_2 ORDER BY rowid
    """,
    "DROP TABLE refund_2",
    "CREATE INDEX refund_by_shift ON refund(shift_id)",
)

_TOP_UP: Final = (
    "ALTER TABLE top_up RENAME TO top_up_2",
    """
    CREATE TABLE top_up(
      id TEXT PRIMARY KEY,
      incarnation INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      receipt_number TEXT NOT NULL UNIQUE,
      member_id TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      shift_id TEXT NOT NULL,
      principal INTEGER NOT NULL CHECK (principal > 0),
      bonus INTEGER NOT NULL CHECK (bonus >= 0),
      cash INTEGER NOT NULL CHECK (cash >= 0),
      body BLOB
    ) STRICT
    """,
    """
    INSERT INTO top_up(id, incarnation, seq, receipt_number, member_id, at_ms, shift_id,
                       principal, bonus, cash)
    SELECT id, incarnation, seq, receipt_number, member_id, at_ms, shift_id, principal, bonus, cash
    FROM top_up_2 ORDER BY rowid
    """,
    "DROP TABLE top_up_2",
    "CREATE INDEX top_up_by_shift ON top_up(shift_id)",
)

_PRUNED: Final = (
    """
    CREATE TABLE pruned(
      incarnation INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL CHECK (seq > 0),
      chain BLOB NOT NULL CHECK (length(chain) = 32)
    ) STRICT
    """,
    """
    CREATE TABLE pruned_kind(
      kind TEXT PRIMARY KEY,
      entries INTEGER NOT NULL CHECK (entries >= 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE prune_mark(
      at_ms INTEGER PRIMARY KEY,
      incarnation INTEGER NOT NULL,
      seq INTEGER NOT NULL
    ) STRICT
    """,
)

STATEMENTS: Final = (*_SALE, *_REFUND, *_TOP_UP, *_PRUNED)
