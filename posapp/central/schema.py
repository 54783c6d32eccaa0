"""The database's schema by Alembic: made, brought up to date, and a newer one refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import insert, select

from posapp.central.tables.shops import meta
from posapp.errors import Refused

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.database import Database
    from posapp.clock import Ids

SCRIPTS: Final = Path(__file__).parent / "alembic"


def upgrade(database: Database, ids: Ids) -> None:
    """Create or migrate the tables, and give a new database its epoch.

    Raises Refused("central.schema_newer") for a database of a newer program.
    """
    with database.write() as connection:
        _refuse_newer(connection)
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        known = connection.execute(select(meta.c.value).where(meta.c.name == "epoch")).first()
        if known is None:
            connection.execute(insert(meta).values(name="epoch", value=ids.new()))


def alembic_config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config


def _refuse_newer(connection: Connection) -> None:
    revision = MigrationContext.configure(connection).get_current_revision()
    known = {
        each.revision for each in ScriptDirectory.from_config(alembic_config()).walk_revisions()
    }
    if revision is not None and revision not in known:
        raise Refused("central.schema_newer")
