"""Tills' store keys in central's keeping, the codes that give them back once, and device keys that
were a terminal's before.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Index, Table

from posapp.central.tables.base import METADATA, blob, flag, integer, text, uuid

key_escrow: Final = Table(
    "key_escrow",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("terminal_id"),
    text("sealed"),
    integer("at_ms"),
    Index("ix_key_escrow_terminal", "terminal_id", "at_ms"),
)

key_release: Final = Table(
    "key_release",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    uuid("terminal_id"),
    blob("code_hash"),
    integer("expires_ms"),
    integer("tries"),
    flag("used"),
)

former_key: Final = Table(
    "former_key",
    METADATA,
    uuid("terminal_id", key=True),
    blob("public_key", key=True),
    integer("until_ms"),
)
"""They sign nothing any more but the file of a folder that comes back after its till was replaced.
"""
