"""Migrated is what is declared; entries cannot be changed; a newer database is left alone."""

from __future__ import annotations

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateTable

from posapp.central.database import open_file
from posapp.central.registration.consents import agreed
from posapp.central.schema import HEAD, alembic_config, upgrade
from posapp.central.tables import METADATA
from posapp.central.tables.ledger import APPEND_ONLY, append_only_statements
from posapp.clock import Ids, ManualClock
from posapp.domain.ids import is_uuid_text
from posapp.wire.facts import SaleData
from tests.central.goods import A, cart, cash, sale
from tests.central.tills import refusal

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name <> 'alembic_version'"


def objects(connection):
    return {
        (kind, name): " ".join(sql.replace('"', "").split()) if kind == "trigger" else table
        for kind, name, table, sql in connection.exec_driver_sql(SCHEMA)
    }


@pytest.fixture
def migrated(tmp_path):
    database = open_file(tmp_path / "central.db")
    upgrade(database, Ids(ManualClock()))
    yield database
    database.close()


def test_migrated_is_what_is_declared(migrated):
    engine = create_engine("sqlite://")
    with engine.begin() as declared:
        METADATA.create_all(declared)
        with migrated.read() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            assert compare_metadata(context, METADATA) == []
            assert objects(connection) == objects(declared)
            for table in METADATA.tables:
                sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
                ours, theirs = (
                    each.exec_driver_sql(sql, (table,)).scalar() for each in (connection, declared)
                )
                assert sorted(_parts(ours)) == sorted(_parts(theirs)), table
    engine.dispose()


def _parts(sql):
    """The columns and constraints of a CREATE TABLE without their order and spacing; a column that
    was added later stands on the line of another.
    """
    inner = sql[sql.index("(") + 1 : sql.rindex(")")]
    parts, depth = [""], 0
    for mark in inner:
        depth += (mark == "(") - (mark == ")")
        if mark == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += mark
    return [" ".join(part.split()) for part in parts]


def test_migrating_again_changes_nothing_and_keeps_the_epoch(migrated):
    def epoch():
        with migrated.read() as connection:
            return connection.exec_driver_sql(
                "SELECT value FROM meta WHERE name = 'epoch'"
            ).scalar()

    before = epoch()
    upgrade(migrated, Ids(ManualClock()))
    assert epoch() == before


def test_the_newest_script_is_the_revision_that_needs_no_alembic():
    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == HEAD


def test_what_members_agreed_to_before_there_were_entries_is_said_by_entries(tmp_path):
    database = open_file(tmp_path / "central.db")
    said = {
        "a" * 36: '{"policy_version":"v1","channel":"till","at_ms":5,"marketing":true}',
        "b" * 36: '{"policy_version":"v1","channel":"till","at_ms":6,"marketing":false}',
        "c" * 36: '{"policy_version":"run","channel":"import","at_ms":7}',
        "d" * 36: "",
    }
    with database.migration() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, "0020")
        for member_id, consent in said.items():
            connection.exec_driver_sql(
                "INSERT INTO member (id, tenant_id, number, subject_id, consent) "
                "VALUES (?, 't', ?, 's', ?)",
                (member_id, member_id[0], consent),
            )
    upgrade(database, Ids(ManualClock()))
    with database.read() as connection:
        rows = {
            member_id: {
                purpose.value: (each.policy_version, each.channel, each.at_ms)
                for purpose, each in agreed(connection, member_id).items()
            }
            for member_id in said
        }
        ids = connection.exec_driver_sql("SELECT id FROM consent_entry").scalars().all()
    database.close()
    first = ("v1", "till", 5)
    assert [*rows.values()] == [
        {"agreement": first, "privacy": first, "marketing": first},
        {"agreement": ("v1", "till", 6), "privacy": ("v1", "till", 6)},
        {},
        {},
    ]
    assert all(is_uuid_text(each) for each in ids)


def test_a_database_of_a_newer_program_is_refused(migrated):
    with migrated.write() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert refusal(upgrade, migrated, Ids(ManualClock())).key == "central.schema_newer"


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_what_was_posted_can_neither_be_changed_nor_deleted(park, table, verb):
    sold = sale(park.till.ids, cart(A), cash(park.till.ids, 20_000))
    park.till.tell(SaleData(sale=sold))
    column = "amount" if table != "posting" else "kind"
    with (
        park.central.database.write() as connection,
        pytest.raises(IntegrityError, match="append only"),
    ):
        connection.exec_driver_sql(verb.format(table=table, column=column))


def test_the_same_tables_and_triggers_can_be_said_to_postgresql():
    dialect = postgresql.dialect()
    for table in METADATA.sorted_tables:
        assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
    assert len(append_only_statements("postgresql")) == len(APPEND_ONLY) + 1
