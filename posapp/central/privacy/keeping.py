"""What a night does for privacy: terms of the law that end, the list of keys that are gone.

Writes nothing that names anybody. In small transactions: a till never waits for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select, update

from posapp.central.privacy.again import forget_again
from posapp.central.privacy.destroyed import Gone, all_gone, destroy_keys
from posapp.central.privacy.erasing import DESTROYED
from posapp.central.privacy.persons import person_of
from posapp.central.privacy.sweeping import Sweep, sweep_sealed
from posapp.central.tables.privacy import erasure, sealed_subject

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.central.unit import Unit

AT_ONCE: Final = 50
_VACUUM: Final = ("VACUUM subject_key", "VACUUM sealed_subject", "VACUUM member", "VACUUM inbox")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a run did: terms that ended, keys that were forgotten again, entries that the list of
    destroyed keys lacked.
    """

    ended: int
    again: int
    listed: int


def keep(central: Central, tenant: Tenant, is_stopping: Callable[[], bool] = lambda: False) -> Kept:
    """All that is due now. Interrupted, the next run goes on with the rest. Any thread."""
    again, ended = forget_listed(central), 0
    while not is_stopping():
        done = _end_some(central, tenant)
        if done == 0:
            break
        ended += done
    return Kept(ended=ended, again=again, listed=complete_list(central))


def forget_listed(central: Central) -> int:
    """What the list beside the database says and the database does not know."""
    again = forget_again(central, central.forgotten.read())
    if again:
        clean_up(central)
    return again


def complete_list(central: Central) -> int:
    """What the database says and the list does not: a process was killed between the two."""
    with central.database.read() as connection:
        missing = all_gone(connection) - central.forgotten.read()
    central.forgotten.add(sorted(missing, key=lambda each: each.subject_id))
    return len(missing)


def clean_up(central: Central) -> None:
    """A key that was deleted leaves no bytes behind where this program can see to it: a file's log
    is taken in and emptied, a server's tables are vacuumed. Copies of the server's log are its
    operator's (docs/compliance.md).
    """
    if not central.database.is_server:
        central.database.empty_log()
        return
    with central.database.one_statement() as connection:
        for statement in _VACUUM:
            connection.exec_driver_sql(statement)


def _end_some(central: Central, tenant: Tenant) -> int:
    with central.work(tenant) as unit:
        due = unit.connection.execute(
            select(erasure.c.id, erasure.c.member_id)
            .distinct()
            .join(sealed_subject, sealed_subject.c.erasure_id == erasure.c.id)
            .where(
                sealed_subject.c.tenant_id == tenant.id,
                sealed_subject.c.keep_until_ms <= unit.now_ms,
            )
            .limit(AT_ONCE)
        ).all()
        gone = [each for row in due for each in _end(unit, row.id, row.member_id)]
    if due:
        central.forgotten.add(Gone(tenant_id=tenant.id, subject_id=each) for each in gone)
        clean_up(central)
    return len(due)


def _end(unit: Unit, erasure_id: str, member_id: str) -> tuple[str, ...]:
    connection, tenant_id = unit.connection, unit.tenant.id
    person = person_of(connection, tenant_id, member_id)
    sealed = select(sealed_subject.c.subject_id).where(sealed_subject.c.erasure_id == erasure_id)
    subjects = tuple({*person.subject_ids, *connection.execute(sealed).scalars()})
    sweep_sealed(Sweep(connection=connection, person=person, now_ms=unit.now_ms))
    destroy_keys(connection, tenant_id, subjects, unit.now_ms)
    connection.execute(update(erasure).where(erasure.c.id == erasure_id).values(state=DESTROYED))
    return subjects
