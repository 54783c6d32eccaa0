"""Imports of members: which file was read under which name and how far, and remembered mappings."""

from __future__ import annotations

from typing import Final

from sqlalchemy import CheckConstraint, Table, UniqueConstraint

from posapp.central.tables.base import METADATA, integer, text, uuid

import_run: Final = Table(
    "import_run",
    METADATA,
    uuid("id", key=True),
    uuid("tenant_id"),
    text("name"),
    text("file_sha256"),
    text("state"),
    integer("next_row"),
    integer("added"),
    integer("same"),
    integer("updated"),
    integer("conflicts"),
    integer("wrong"),
    text("who"),
    integer("begun_ms"),
    integer("changed_ms"),
    UniqueConstraint("tenant_id", "name"),
    CheckConstraint("state IN ('running', 'done')", name="state"),
)
"""Rows before `next_row` are in, with everything that they bring. `file_sha256` is of the file and
of how its columns were read.
"""

import_mapping: Final = Table(
    "import_mapping",
    METADATA,
    uuid("tenant_id", key=True),
    text("name", key=True),
    text("body", default="{}"),
)
"""`body` is JSON: a column's title to a field."""
