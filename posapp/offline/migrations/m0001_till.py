"""Schema 1 of till.db: the journal, its effects, and what a till needs without a network.

Money is INTEGER minor units, quantities are thousandths, times are ms since 1970 UTC.
"""

from __future__ import annotations

from typing import Final

_JOURNAL: Final = (
    """
    CREATE TABLE outbox(
      incarnation INTEGER NOT NULL CHECK (incarnation > 0),
      seq INTEGER NOT NULL CHECK (seq > 0),
      event_id BLOB NOT NULL UNIQUE CHECK (length(event_id) = 16),
      kind TEXT NOT NULL,
      schema INTEGER NOT NULL,
      aggregate_id BLOB NOT NULL,
      body BLOB NOT NULL,
      body_sha256 BLOB NOT NULL CHECK (length(body_sha256) = 32),
      chain BLOB NOT NULL CHECK (length(chain) = 32),
      wall_ms INTEGER NOT NULL,
      mono_ms INTEGER NOT NULL,
      boot_id BLOB NOT NULL,
      srv_offset_ms INTEGER,
      offset_err_ms INTEGER,
      state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
      acked_epoch TEXT,
      server_pos INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0,
      last_error TEXT,
      PRIMARY KEY (incarnation, seq)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX outbox_pending ON outbox(incarnation, seq, wall_ms) WHERE state = 0",
    """
    CREATE TABLE attachment(
      incarnation INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      ciphertext TEXT NOT NULL,
      sealed_key TEXT NOT NULL,
      PRIMARY KEY (incarnation, seq, sha256),
      FOREIGN KEY (incarnation, seq) REFERENCES outbox(incarnation, seq)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE counter(
      name TEXT PRIMARY KEY,
      value INTEGER NOT NULL CHECK (value >= 0)
    ) STRICT, WITHOUT ROWID
    """,
)

_SALES: Final = (
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
      FOREIGN KEY (incarnation, seq) REFERENCES outbox(incarnation, seq)
    ) STRICT
    """,
    "CREATE INDEX sale_by_shift ON sale(shift_id)",
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
      FOREIGN KEY (incarnation, seq) REFERENCES outbox(incarnation, seq)
    ) STRICT
    """,
    "CREATE INDEX refund_by_shift ON refund(shift_id)",
    """
    CREATE TABLE returned(
      sale_id TEXT NOT NULL,
      line INTEGER NOT NULL,
      quantity INTEGER NOT NULL CHECK (quantity > 0),
      PRIMARY KEY (sale_id, line)
    ) STRICT, WITHOUT ROWID
    """,
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
      FOREIGN KEY (incarnation, seq) REFERENCES outbox(incarnation, seq)
    ) STRICT
    """,
    "CREATE INDEX top_up_by_shift ON top_up(shift_id)",
)

_SHIFTS: Final = (
    """
    CREATE TABLE shift(
      id TEXT PRIMARY KEY,
      staff_id TEXT NOT NULL,
      staff_name TEXT NOT NULL,
      business_date TEXT NOT NULL,
      opened_ms INTEGER NOT NULL,
      float_amount INTEGER NOT NULL CHECK (float_amount >= 0),
      closed_ms INTEGER
    ) STRICT
    """,
    "CREATE UNIQUE INDEX shift_one_open ON shift((closed_ms IS NULL)) WHERE closed_ms IS NULL",
    """
    CREATE TABLE cash_move(
      id TEXT PRIMARY KEY,
      shift_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      amount INTEGER NOT NULL CHECK (amount >= 0),
      at_ms INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX cash_move_by_shift ON cash_move(shift_id)",
    """
    CREATE TABLE figure(
      shift_id TEXT NOT NULL,
      sort TEXT NOT NULL,
      name TEXT NOT NULL,
      part TEXT NOT NULL,
      source TEXT NOT NULL,
      count INTEGER NOT NULL,
      amount INTEGER NOT NULL,
      other INTEGER NOT NULL,
      PRIMARY KEY (shift_id, sort, name, part, source)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE z_report(
      number INTEGER PRIMARY KEY CHECK (number > 0),
      shift_id TEXT NOT NULL UNIQUE,
      closed_ms INTEGER NOT NULL,
      digest TEXT NOT NULL UNIQUE,
      body BLOB NOT NULL
    ) STRICT
    """,
)

_WORK: Final = (
    """
    CREATE TABLE print_job(
      id TEXT PRIMARY KEY,
      place INTEGER NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      receipt_number TEXT NOT NULL,
      document BLOB NOT NULL,
      open_drawer INTEGER NOT NULL CHECK (open_drawer IN (0, 1)),
      copy_of TEXT,
      state TEXT NOT NULL CHECK (state IN ('pending', 'printing', 'printed', 'failed', 'asked')),
      error_key TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX print_job_due ON print_job(place) WHERE state <> 'printed'",
    "CREATE INDEX print_job_by_receipt ON print_job(receipt_number)",
    """
    CREATE TABLE draft(
      id TEXT PRIMARY KEY,
      sale_id TEXT NOT NULL,
      label TEXT NOT NULL,
      amount INTEGER NOT NULL,
      staff_name TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX draft_by_sale ON draft(sale_id)",
    """
    CREATE TABLE attempt(
      id TEXT PRIMARY KEY,
      sale_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      amount INTEGER NOT NULL CHECK (amount > 0),
      channel TEXT NOT NULL,
      state TEXT NOT NULL,
      reference TEXT NOT NULL,
      masked TEXT NOT NULL,
      at_ms INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE INDEX attempt_open ON attempt(at_ms, id)
    WHERE state IN ('sent', 'unknown', 'authorised')
    """,
    "CREATE INDEX attempt_by_sale ON attempt(sale_id)",
)

_PLACE: Final = (
    """
    CREATE TABLE enrolment(
      one INTEGER PRIMARY KEY CHECK (one = 1),
      incarnation INTEGER NOT NULL CHECK (incarnation > 0),
      body BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE meta(
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE staff(
      id TEXT PRIMARY KEY,
      number TEXT NOT NULL,
      body BLOB NOT NULL,
      verifier TEXT NOT NULL,
      version INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX staff_by_number ON staff(number)",
    """
    CREATE TABLE pin_try(
      number TEXT PRIMARY KEY,
      wrong INTEGER NOT NULL CHECK (wrong >= 0),
      locked_until_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE setting(
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL,
      version INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)

STATEMENTS: Final = (*_JOURNAL, *_SALES, *_SHIFTS, *_WORK, *_PLACE)
