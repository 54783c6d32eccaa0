"""The database's schema by Alembic: made, brought up to date, and a newer one refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, inspect, select, text

from posapp.central.lease_waits import await_terminals, is_settled
from posapp.central.retrying import again
from posapp.central.tables.shops import meta
from posapp.errors import Refused

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

    from posapp.central.database import Database
    from posapp.clock import Ids

SCRIPTS: Final = Path(__file__).parent / "alembic"
HEAD: Final = "0029"
"""The newest revision. Alembic is loaded only for a database that is not there yet."""


def upgrade(database: Database, ids: Ids) -> None:
    """Create or migrate the tables, and give a new database its epoch; in a new epoch the tills
    that may hold leases are awaited. Begun anew where older processes that serve stood in its way.

    Raises Refused("central.schema_newer") for a database of a newer program.
    """
    again(lambda: _upgrade(database, ids))


def _upgrade(database: Database, ids: Ids) -> None:
    with database.read() as connection:
        if _revision(connection) == HEAD and _has_epoch(connection) and is_settled(connection):
            return
    with database.migration() as connection:
        _migrate(connection)
        if not _has_epoch(connection):
            connection.execute(insert(meta).values(name="epoch", value=ids.new()))
        if not is_settled(connection):
            await_terminals(connection)


def is_there(database: Database) -> bool:
    """Whether the database holds a central already."""
    with database.read() as connection:
        return _revision(connection) is not None


def alembic_config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _has_epoch(connection: Connection) -> bool:
    """A restored copy of a server's database has none: it becomes another central here."""
    found = connection.execute(select(meta.c.value).where(meta.c.name == "epoch")).first()
    return found is not None


def _migrate(connection: Connection) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    config = alembic_config()
    scripts = ScriptDirectory.from_config(config)
    revision = _revision(connection)
    if revision is not None and revision not in {s.revision for s in scripts.walk_revisions()}:
        raise Refused("central.schema_newer")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
