"""The tables of cache.db. No ladder: a cache of another version is fetched again."""

from __future__ import annotations

from typing import Final

CACHE_VERSION: Final = 2

STATEMENTS: Final = (
    "CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE feed_row(
      t TEXT NOT NULL,
      k TEXT NOT NULL,
      row_ver INTEGER NOT NULL,
      body BLOB,
      PRIMARY KEY (t, k)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE member(
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      row_ver INTEGER NOT NULL,
      number TEXT,
      card TEXT,
      phone TEXT,
      last4 TEXT,
      name TEXT,
      sound TEXT,
      initials TEXT,
      body BLOB
    ) STRICT
    """,
    "CREATE INDEX member_number ON member(number) WHERE number IS NOT NULL",
    "CREATE INDEX member_card ON member(card) WHERE card IS NOT NULL",
    "CREATE INDEX member_phone ON member(phone) WHERE phone IS NOT NULL",
    "CREATE INDEX member_last4 ON member(last4, phone) WHERE last4 IS NOT NULL",
    "CREATE INDEX member_name ON member(name) WHERE name IS NOT NULL",
    "CREATE INDEX member_sound ON member(sound) WHERE sound IS NOT NULL",
    "CREATE INDEX member_initials ON member(initials, sound) WHERE initials IS NOT NULL",
    """
    CREATE TABLE member_alias(
      sound TEXT NOT NULL,
      place INTEGER NOT NULL,
      initials TEXT NOT NULL,
      PRIMARY KEY (sound, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX member_alias_initials ON member_alias(initials, sound)",
    "CREATE INDEX member_alias_place ON member_alias(place)",
    """
    CREATE TABLE product(
      place INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      row_ver INTEGER NOT NULL,
      category_id TEXT,
      sort INTEGER NOT NULL DEFAULT 0,
      favourite INTEGER NOT NULL DEFAULT 0,
      active INTEGER NOT NULL DEFAULT 0,
      body BLOB
    ) STRICT
    """,
    "CREATE INDEX product_shelf ON product(category_id, sort, place) WHERE active = 1",
    """
    CREATE INDEX product_favourite ON product(sort, place) WHERE active = 1 AND favourite = 1
    """,
    """
    CREATE TABLE product_code(
      code TEXT NOT NULL,
      place INTEGER NOT NULL,
      PRIMARY KEY (code, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX product_code_place ON product_code(place)",
    """
    CREATE TABLE product_term(
      term TEXT NOT NULL,
      place INTEGER NOT NULL,
      PRIMARY KEY (term, place)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX product_term_place ON product_term(place)",
    """
    CREATE VIRTUAL TABLE product_text USING fts5(
      words, content = '', contentless_delete = 1, tokenize = 'unicode61')
    """,
)

INDEXES: Final = tuple(each for each in STATEMENTS if "CREATE INDEX" in each)
"""What a file that is filled at once gets last: every row costs less without them."""

TABLES: Final = (
    "feed_row",
    "member",
    "member_alias",
    "product",
    "product_code",
    "product_term",
    "product_text",
    "meta",
)
