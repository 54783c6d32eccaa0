"""What central does by itself, beside its requests: at each midnight of a venue, and in between."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from posapp.central.caller import tenant_of
from posapp.central.compensation.taking_back import lapse
from posapp.central.expiring import expire_points, local_day
from posapp.central.member_days import add_up_days, agrees, begin_anew
from posapp.central.merging.likeness import find_pairs
from posapp.central.privacy.keeping import keep
from posapp.central.tables.shops import tenant as tenant_table
from posapp.central.tagging.nightly import run_night
from posapp.central.tiers import end_tiers
from posapp.errors import PosError

if TYPE_CHECKING:
    from posapp.central.caller import Tenant
    from posapp.central.service import Central

_LOG: Final = logging.getLogger(__name__)
EVERY_MS: Final = 600_000
"""The longest pause: days are added up as often, and a clock that was set is noticed."""
_JOIN_S: Final = 20


Job = Callable[["Central", "Tenant", Callable[[], bool]], None]


def _expire(central: Central, tenant: Tenant, is_stopping: Callable[[], bool]) -> None:
    done = expire_points(central, tenant, is_stopping)
    if done.lots:
        _LOG.info("points expired: %s lots, %s points", done.lots, done.points)


def _lapse(central: Central, tenant: Tenant, is_stopping: Callable[[], bool]) -> None:
    ended = lapse(central, tenant, is_stopping)
    if ended:
        _LOG.info("compensations lapsed: %s", ended)


def _look_at_tags(central: Central, tenant: Tenant, is_stopping: Callable[[], bool]) -> None:
    done = run_night(central, tenant, is_stopping)
    if done.lapsed or done.away:
        _LOG.info("tags looked at: %s, members away: %s", done.lapsed, done.away)


def _end_tiers(central: Central, tenant: Tenant, is_stopping: Callable[[], bool]) -> None:
    ended = end_tiers(central, tenant, is_stopping)
    if ended:
        _LOG.info("tiers by hand ended: %s", ended)


def _forget(central: Central, tenant: Tenant, is_stopping: Callable[[], bool]) -> None:
    done = keep(central, tenant, is_stopping)
    if done.ended or done.again or done.listed:
        _LOG.info("terms ended: %s, forgotten again: %s", done.ended, done.again)


def _compare(central: Central, tenant: Tenant, is_stopping: Callable[[], bool]) -> None:
    add_up_days(central, tenant.id, is_stopping)
    if is_stopping():
        return
    with central.database.read() as connection:
        if agrees(connection, tenant.id):
            return
    _LOG.warning("the days of members' totals did not agree and are added up anew")
    begin_anew(central, tenant.id)
    add_up_days(central, tenant.id, is_stopping)


def _find_pairs(central: Central, tenant: Tenant, is_stopping: Callable[[], bool]) -> None:
    found = find_pairs(central, tenant, is_stopping)
    if found:
        _LOG.info("members who may be one: %s new pairs", found)


_BY_DAY: Final[tuple[Job, ...]] = (
    _expire,
    _lapse,
    _end_tiers,
    _look_at_tags,
    _forget,
    _compare,
    _find_pairs,
)
"""Once a day of the venue, in this order, each in short transactions. One that fails keeps none of
the others from their work.
"""


class Nights:
    """A thread of one serving process. Everything that it does may be done again, and by several
    processes at once. What fails is tried again after the pause.
    """

    def __init__(self, central: Central) -> None:
        self._central = central
        self._stopping = threading.Event()
        self._done: dict[tuple[str, int], str] = {}
        self._thread = threading.Thread(target=self._run, name="nights", daemon=True)

    @property
    def is_alive(self) -> bool:
        return self._thread.is_alive()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Ends after the transaction that is under way; from another thread."""
        self._stopping.set()
        self._thread.join(_JOIN_S)

    def work(self) -> None:
        """What is due now, for every tenant: first that of a day that has begun."""
        for tenant in self._tenants():
            day = local_day(tenant, self._central.clock.wall_ms())
            for place, job in enumerate(_BY_DAY):
                if self._done.get((tenant.id, place)) != day and not self._stopping.is_set():
                    self._do(job, tenant, (place, day))
            if not self._stopping.is_set():
                add_up_days(self._central, tenant.id, self._stopping.is_set)

    def pause_ms(self) -> int:
        """Until the next midnight of any venue, and no longer than EVERY_MS."""
        now_ms = self._central.clock.wall_ms()
        midnights = [_next_midnight_ms(each, now_ms) for each in self._tenants()]
        return max(1, min([EVERY_MS, *(each - now_ms for each in midnights)]))

    def _run(self) -> None:
        pause_ms = 0
        while not self._stopping.wait(pause_ms / 1_000):
            pause_ms = EVERY_MS
            try:
                self.work()
                pause_ms = self.pause_ms()
            except SQLAlchemyError as error:
                _LOG.warning("work of the night failed: %s", type(error).__name__)

    def _do(self, job: Job, tenant: Tenant, when: tuple[int, str]) -> None:
        """Done for this day, unless it failed or was stopped; then it is tried after the pause."""
        place, day = when
        try:
            job(self._central, tenant, self._stopping.is_set)
        except (SQLAlchemyError, OSError, PosError) as error:
            name = f"night.{job.__name__.strip('_')}"
            _LOG.warning("work of the night failed: %s: %s", name, type(error).__name__)
            return
        if not self._stopping.is_set():
            self._done[tenant.id, place] = day

    def _tenants(self) -> list[Tenant]:
        with self._central.database.read() as connection:
            rows = connection.execute(select(tenant_table).order_by(tenant_table.c.id)).all()
        return [tenant_of(row) for row in rows]


def _next_midnight_ms(tenant: Tenant, now_ms: int) -> int:
    local = datetime.fromtimestamp(now_ms // 1000, UTC).astimezone(tenant.zone)
    day = local.date() + timedelta(days=1)
    midnight = datetime(day.year, day.month, day.day, tzinfo=tenant.zone)
    return int(midnight.timestamp()) * 1000
