"""The few statements that SQLite and PostgreSQL spell alike but SQLAlchemy's core does not."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, BigInteger, Text, any_, bindparam, cast, func, select
from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Column, ColumnElement, Connection, Table

Rows = Sequence[dict[str, Any]]


def beside(column: ColumnElement[str]) -> ColumnElement[str]:
    """A column to compare beside keys that choose the rows: no index is taken for it.

    SQLite knows no sizes and believes that `tenant_id = ?` finds few rows; beside five ids or more
    it would read all rows of the tenant instead of those.
    """
    return column.concat("")


def insert_or_ignore(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows; those whose key already stands are left alone."""
    if not rows:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(postgresql.insert(table).on_conflict_do_nothing(), rows)
    else:
        connection.execute(sqlite.insert(table).on_conflict_do_nothing(), rows)


def insert_new(connection: Connection, table: Table, row: dict[str, Any]) -> bool:
    """Insert one row; False when its key stands already."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    key = next(iter(table.primary_key))
    statement = insert(table).values(**row).on_conflict_do_nothing().returning(key)
    return connection.execute(statement).first() is not None


def count_up(connection: Connection, table: Table, keys: dict[str, Any], column: str) -> int:
    """Add one to a counter, which starts at nothing, and return it; the row stays locked."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table).values(**keys, **{column: 1})
    counted = statement.on_conflict_do_update(
        index_elements=list(keys), set_={column: table.c[column] + 1}
    )
    return int(connection.execute(counted.returning(table.c[column])).scalar_one())


def upsert(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, or replace all other columns of those whose primary key already stands."""
    if not rows:
        return
    keys = [column.name for column in table.primary_key]
    given = [name for name in rows[0] if name not in keys]
    if connection.dialect.name == "postgresql":
        on_server = postgresql.insert(table)
        new = {name: on_server.excluded[name] for name in given}
        connection.execute(on_server.on_conflict_do_update(index_elements=keys, set_=new), rows)
    else:
        in_file = sqlite.insert(table)
        values = {name: in_file.excluded[name] for name in given}
        connection.execute(in_file.on_conflict_do_update(index_elements=keys, set_=values), rows)


def add_to(connection: Connection, table: Table, rows: Rows) -> None:
    """Insert rows, or add all other columns to those whose primary key already stands."""
    if not rows:
        return
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    statement = insert(table)
    keys = [column.name for column in table.primary_key]
    sums = {name: table.c[name] + statement.excluded[name] for name in rows[0] if name not in keys}
    connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=sums), rows)


def is_one_of(column: Column[Any], name: str, *, on_server: bool) -> ColumnElement[bool]:
    """Whether a text or a number is among those of the parameter `name`, however many they are.

    The statement stays the same one, which neither side has to read again.
    """
    kind = BigInteger if isinstance(column.type, BigInteger) else Text
    values = bindparam(name, type_=Text)
    if on_server:
        # One array, made before the rows are looked for; so it meets the column's index.
        each = cast(func.json_array_elements_text(cast(values, JSON)), kind)
        return column == any_(func.array(select(each).scalar_subquery()))
    return column.in_(select(func.json_each(values).table_valued("value").c.value))


def given(values: Iterable[str] | Iterable[int]) -> str:
    """The value of such a parameter."""
    return json.dumps(list(values))
