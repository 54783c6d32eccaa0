"""What all members have together at any moment: whole days are kept added up, the rest is read.

An entry belongs to the moment that its fact names, and to the one when central booked it if that is
earlier. Nothing here is written by a posting: days are added up later, from postings that nobody
can add to any more.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, case, delete, func, or_, select, update
from sqlalchemy import text as sql

from posapp.central.ledger import BON, BONUS, MON, POINTS, POINTS_DEBT, PTS, SV_AVAILABLE, SV_HELD
from posapp.central.portable import add_to, insert_or_ignore
from posapp.central.retrying import again
from posapp.central.tables.ledger import OF_A_MEMBER, account, entry, member_day, posting
from posapp.central.tables.shops import counter

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Connection

    from posapp.central.service import Central

DAY_MS: Final = 86_400_000
SETTLED_MS: Final = 600_000
"""A posting this old is in the database or never will be: no transaction lasts as long."""
_THROUGH: Final = "member_day.through_ms"
_EVER: Final = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Minor units of principal and bonus; points that came and, negative, points that went."""

    principal: int = 0
    bonus: int = 0
    points_in: int = 0
    points_out: int = 0

    @property
    def points(self) -> int:
        return self.points_in + self.points_out

    def __add__(self, other: Sums) -> Sums:
        return Sums(**{name: getattr(self, name) + getattr(other, name) for name in _NAMES})

    def __sub__(self, other: Sums) -> Sums:
        return Sums(**{name: getattr(self, name) - getattr(other, name) for name in _NAMES})


ByKind = dict[str, Sums]
_NAMES: Final = tuple(each.name for each in fields(Sums))


def sums_until(connection: Connection, tenant_id: str, at_ms: int) -> ByKind:
    """What the entries up to a moment add up to, by kind of posting; in a snapshot.

    Reads the days before it, and the postings of one day and of the time since days were last
    added up: neither members nor history make it longer.
    """
    through = _through(connection, tenant_id)
    begin = at_ms // DAY_MS * DAY_MS
    at, posted = posting.c.at_ms, posting.c.posted_ms
    parts = (
        # Added up already, said to be of this day:
        (at >= begin, at <= at_ms, posted >= begin, posted <= through),
        # Added up already, said to be later than it was booked:
        (posted >= begin, posted <= min(at_ms, through), at > at_ms),
        # Not added up:
        (posted > through, or_(at <= at_ms, posted <= at_ms)),
    )
    found = _days_before(connection, tenant_id, at_ms // DAY_MS)
    for conditions in parts:
        for kind, _, sums in _read(connection, tenant_id, *conditions):
            found[kind] = found.get(kind, Sums()) + sums
    return found


def add_up_days(
    central: Central, tenant_id: str, is_stopping: Callable[[], bool] = lambda: False
) -> None:
    """Add to the days what was booked since the last time, a day's worth in a transaction."""
    while not is_stopping() and again(partial(_add_up, central, tenant_id)):
        pass


def agrees(connection: Connection, tenant_id: str) -> bool:
    """Whether the days and what is not in them yet are what all accounts hold; in a snapshot.

    Reads every member's accounts: for once a day.
    """
    total = sum(sums_until(connection, tenant_id, _EVER).values(), Sums())
    rows = connection.execute(
        select(account.c.kind, func.sum(account.c.balance))
        .where(account.c.tenant_id == tenant_id, account.c.member_id.is_not(None))
        .group_by(account.c.kind)
    )
    held = {kind: int(balance) for kind, balance in rows}
    principal = held.get(SV_AVAILABLE, 0) + held.get(SV_HELD, 0)
    points = held.get(POINTS, 0) + held.get(POINTS_DEBT, 0)
    kept = (principal, held.get(BONUS, 0), points)
    return (total.principal, total.bonus, total.points) == kept


def begin_anew(central: Central, tenant_id: str) -> None:
    """Forget the days: they are added up again from the entries."""
    with central.database.write() as connection:
        _lock(connection, tenant_id)
        connection.execute(delete(member_day).where(member_day.c.tenant_id == tenant_id))
        _go_on_from(connection, tenant_id, 0)


def _add_up(central: Central, tenant_id: str) -> bool:
    """One step. False where nothing is left; several at once take turns."""
    with central.database.write() as connection:
        through = _lock(connection, tenant_id)
        until = central.clock.wall_ms() - SETTLED_MS
        first = _first_after(connection, tenant_id, through)
        if first is None or first > until:
            return False
        end = min(until, first + DAY_MS)
        posted = posting.c.posted_ms
        rows = [
            {
                "tenant_id": tenant_id,
                "day": day,
                "kind": kind,
                **{name: getattr(sums, name) for name in _NAMES},
            }
            for kind, day, sums in _read(connection, tenant_id, posted > through, posted <= end)
            if sums != Sums()
        ]
        add_to(connection, member_day, rows)
        _go_on_from(connection, tenant_id, end)
    return True


def _read(
    connection: Connection, tenant_id: str, *conditions: ColumnElement[bool]
) -> list[tuple[str, int, Sums]]:
    """Entries of members' postings by kind and day."""
    at, posted = posting.c.at_ms, posting.c.posted_ms
    day = case((at < posted, at), else_=posted) // DAY_MS
    rows = connection.execute(
        select(posting.c.kind, day.label("day"), *_amounts())
        .join(entry, entry.c.posting_id == posting.c.id)
        .where(posting.c.tenant_id == tenant_id, sql(OF_A_MEMBER), *conditions)
        .group_by(posting.c.kind, sql("day"))
    )
    return [(kind, int(on_day), _sums(amounts)) for kind, on_day, *amounts in rows]


def _amounts() -> list[ColumnElement[Any]]:
    """Only members' accounts carry a balance, so what is owed to members is what has one."""
    ledger, amount = entry.c.ledger, entry.c.amount
    which = (
        and_(ledger == MON, entry.c.balance_after.is_not(None)),
        ledger == BON,
        and_(ledger == PTS, amount > 0),
        and_(ledger == PTS, amount < 0),
    )
    return [func.sum(case((each, amount), else_=0)) for each in which]


def _days_before(connection: Connection, tenant_id: str, day: int) -> ByKind:
    columns = [func.sum(member_day.c[name]) for name in _NAMES]
    rows = connection.execute(
        select(member_day.c.kind, *columns)
        .where(member_day.c.tenant_id == tenant_id, member_day.c.day < day)
        .group_by(member_day.c.kind)
    )
    return {kind: _sums(amounts) for kind, *amounts in rows}


def _sums(amounts: list[Any]) -> Sums:
    return Sums(**{name: int(each) for name, each in zip(_NAMES, amounts, strict=True)})


def _first_after(connection: Connection, tenant_id: str, through: int) -> int | None:
    query = select(func.min(posting.c.posted_ms)).where(
        posting.c.tenant_id == tenant_id, sql(OF_A_MEMBER), posting.c.posted_ms > through
    )
    found = connection.execute(query).scalar()
    return None if found is None else int(found)


def _mine(tenant_id: str) -> ColumnElement[bool]:
    return and_(counter.c.tenant_id == tenant_id, counter.c.name == _THROUGH)


def _through(connection: Connection, tenant_id: str) -> int:
    return int(connection.execute(select(counter.c.value).where(_mine(tenant_id))).scalar() or 0)


def _lock(connection: Connection, tenant_id: str) -> int:
    insert_or_ignore(connection, counter, [{"tenant_id": tenant_id, "name": _THROUGH, "value": 0}])
    locked = select(counter.c.value).where(_mine(tenant_id)).with_for_update()
    return int(connection.execute(locked).scalar_one())


def _go_on_from(connection: Connection, tenant_id: str, at_ms: int) -> None:
    connection.execute(update(counter).where(_mine(tenant_id)).values(value=at_ms))
