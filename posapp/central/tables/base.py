"""What all tables share: one metadata, portable column types, names for constraints."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import BigInteger, Column, LargeBinary, MetaData, SmallInteger, String, Text

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def uuid(name: str, *parts: Any, key: bool = False, null: bool = False) -> Column[str]:
    """A UUID as text of 36 characters: what SQLite, PostgreSQL and a log line all show alike."""
    return Column(name, String(36), *parts, primary_key=key, nullable=null)


def text(name: str, *, key: bool = False, null: bool = False, default: str = "") -> Column[str]:
    server_default = None if key or null else default
    return Column(name, Text, primary_key=key, nullable=null, server_default=server_default)


def integer(name: str, *, key: bool = False, null: bool = False) -> Column[int]:
    """Minor units, points, milliseconds or a count: always 64 bits."""
    server_default = None if key or null else "0"
    return Column(
        name,
        BigInteger,
        primary_key=key,
        nullable=null,
        autoincrement=False,
        server_default=server_default,
    )


def flag(name: str) -> Column[int]:
    """0 or 1; portable and comparable without a dialect's own boolean."""
    return Column(name, SmallInteger, nullable=False, server_default="0")


def blob(name: str, *, key: bool = False, null: bool = False) -> Column[bytes]:
    return Column(name, LargeBinary, primary_key=key, nullable=null)
