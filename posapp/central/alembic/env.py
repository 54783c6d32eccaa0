"""Alembic's entry: on the connection that the program hands it, else on a developer's file."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine

from posapp.central.tables import METADATA

connection = context.config.attributes.get("connection")
if connection is not None:
    context.configure(connection=connection, target_metadata=METADATA)
    context.run_migrations()
else:
    engine = create_engine(context.config.get_main_option("sqlalchemy.url") or "sqlite://")
    with engine.begin() as own:
        context.configure(connection=own, target_metadata=METADATA)
        context.run_migrations()
