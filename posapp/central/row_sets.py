"""Sets of rows into several tables: one statement for all on a server, one a table in a file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    JSON,
    LargeBinary,
    Table,
    Text,
    bindparam,
    cast,
    column,
    func,
    insert,
    literal_column,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, TableValuedAlias, UpdateBase

KEY: Final = "of_"
"""Before the name of a key column in rows that change others: the row whose key it is."""

SERVER_SQL: Final = postgresql.psycopg.dialect()  # type: ignore[no-untyped-call]
FILE_SQL: Final = sqlite.dialect(paramstyle="named")
_MOST_SHAPES: Final = 512


class Way(Enum):
    """How rows go in: new ones, new ones unless they stand already, or into those that stand."""

    INSERT = "insert"
    INSERT_MISSING = "insert_missing"
    CHANGE = "change"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSet:
    """Rows of one table, all with the same columns."""

    table: Table
    rows: list[dict[str, Any]]
    way: Way = Way.INSERT


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shape:
    """What a statement depends on; the rows themselves are parameters."""

    table: Table
    way: Way
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.way.value}_{self.table.name}"

    @property
    def has_bytes(self) -> bool:
        return any(isinstance(_type_of(self.table, name), LargeBinary) for name in self.columns)


def write_sets(connection: Connection, sets: Iterable[RowSet]) -> None:
    """Write them all. On a server they are one round trip, and stand or fall together."""
    shaped: dict[_Shape, list[dict[str, Any]]] = {}
    for each in sets:
        if each.rows:
            shaped.setdefault(_shape_of(each), []).extend(each.rows)
    if connection.dialect.name == SERVER_SQL.name:
        for shape in [shape for shape in shaped if shape.has_bytes]:
            connection.exec_driver_sql(_row_by_row(shape, on_server=True), shaped.pop(shape))
        if shaped:
            ordered = tuple(sorted(shaped, key=attrgetter("name")))
            asked = {shape.name: encode(shaped[shape]).decode() for shape in ordered}
            connection.exec_driver_sql(_all_at_once(ordered), asked)
    else:
        for shape, rows in shaped.items():
            connection.exec_driver_sql(_row_by_row(shape, on_server=False), rows)


def rows_of(name: str, columns: Sequence[tuple[str, Any]]) -> TableValuedAlias:
    """The parameter `name`, a JSON array of objects, as rows with these columns; for a server."""
    array = cast(bindparam(name, type_=Text), JSON)
    parts = (column(each, kind) for each, kind in columns)
    rows = func.json_to_recordset(array).table_valued(*parts, name=f"{name}_rows")
    return rows.render_derived(with_types=True)


def _shape_of(rows: RowSet) -> _Shape:
    return _Shape(table=rows.table, way=rows.way, columns=tuple(rows.rows[0]))


@lru_cache(_MOST_SHAPES)
def _all_at_once(shapes: tuple[_Shape, ...]) -> str:
    parts = (_from_rows(shape).cte(shape.name) for shape in shapes)
    return str(select(literal_column("1")).add_cte(*parts).compile(dialect=SERVER_SQL))


def _from_rows(shape: _Shape) -> Any:
    table = shape.table
    rows = rows_of(shape.name, [(name, _type_of(table, name)) for name in shape.columns])
    if shape.way is Way.CHANGE:
        same = (table.c[_bare(name)] == rows.c[name] for name in _keys(shape))
        return update(table).where(*same).values({name: rows.c[name] for name in _values(shape)})
    new = postgresql.insert(table).from_select(
        list(shape.columns), select(*(rows.c[name] for name in shape.columns))
    )
    return new if shape.way is Way.INSERT else new.on_conflict_do_nothing()


@cache
def _row_by_row(shape: _Shape, *, on_server: bool) -> str:
    dialect, table = SERVER_SQL if on_server else FILE_SQL, shape.table
    statement: UpdateBase
    match shape.way:
        case Way.INSERT:
            statement = insert(table)
        case Way.INSERT_MISSING:
            kind = postgresql.insert if on_server else sqlite.insert
            statement = kind(table).on_conflict_do_nothing()
        case Way.CHANGE:
            same = (table.c[_bare(name)] == bindparam(name) for name in _keys(shape))
            statement = update(table).where(*same)
    return str(statement.compile(dialect=dialect, column_keys=_values(shape)))


def _keys(shape: _Shape) -> list[str]:
    return [name for name in shape.columns if name not in shape.table.c]


def _values(shape: _Shape) -> list[str]:
    return [name for name in shape.columns if name in shape.table.c]


def _bare(name: str) -> str:
    return name.removeprefix(KEY)


def _type_of(table: Table, name: str) -> Any:
    return table.c[name if name in table.c else _bare(name)].type
