"""What central does by itself, beside its requests: at each midnight of a venue, and in between."""

from __future__ import annotations

import logging
import threading
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from posapp.central.caller import tenant_of
from posapp.central.expiring import expire_points, local_day
from posapp.central.member_days import add_up_days, agrees, begin_anew
from posapp.central.tables.shops import tenant as tenant_table

if TYPE_CHECKING:
    from posapp.central.caller import Tenant
    from posapp.central.service import Central

_LOG: Final = logging.getLogger(__name__)
EVERY_MS: Final = 600_000
"""The longest pause: days are added up as often, and a clock that was set is noticed."""
_JOIN_S: Final = 20


class Nights:
    """A thread of one serving process. Everything that it does may be done again, and by several
    processes at once. What fails is tried again after the pause.
    """

    def __init__(self, central: Central) -> None:
        self._central = central
        self._stopping = threading.Event()
        self._days: dict[str, str] = {}
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
        """What is due now, for every tenant: first the points of a day that has begun."""
        for tenant in self._tenants():
            if self._stopping.is_set():
                return
            day = local_day(tenant, self._central.clock.wall_ms())
            is_new = self._days.get(tenant.id) != day
            if is_new:
                self._expire(tenant)
            add_up_days(self._central, tenant.id, self._stopping.is_set)
            if is_new and not self._stopping.is_set():
                self._compare(tenant)
                self._days[tenant.id] = day

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

    def _expire(self, tenant: Tenant) -> None:
        done = expire_points(self._central, tenant, self._stopping.is_set)
        if done.lots:
            _LOG.info("points expired: %s lots, %s points", done.lots, done.points)

    def _compare(self, tenant: Tenant) -> None:
        with self._central.database.read() as connection:
            if agrees(connection, tenant.id):
                return
        _LOG.warning("the days of members' totals did not agree and are added up anew")
        begin_anew(self._central, tenant.id)
        add_up_days(self._central, tenant.id, self._stopping.is_set)

    def _tenants(self) -> list[Tenant]:
        with self._central.database.read() as connection:
            rows = connection.execute(select(tenant_table).order_by(tenant_table.c.id)).all()
        return [tenant_of(row) for row in rows]


def _next_midnight_ms(tenant: Tenant, now_ms: int) -> int:
    local = datetime.fromtimestamp(now_ms // 1000, UTC).astimezone(tenant.zone)
    day = local.date() + timedelta(days=1)
    midnight = datetime(day.year, day.month, day.day, tzinfo=tenant.zone)
    return int(midnight.timestamp()) * 1000
