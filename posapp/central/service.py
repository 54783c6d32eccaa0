"""Central's parts in one place, and what every request of it starts from."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from posapp.central.database import Database
from posapp.central.feed import publish
from posapp.central.gateway.config import Acquirers, no_acquirers
from posapp.central.keys import CentralKeys
from posapp.central.nonces import Nonces, NonceTable
from posapp.central.pace import Pace
from posapp.central.privacy.destroyed import ForgottenFile
from posapp.central.sms import SmsGateway
from posapp.central.unit import Unit
from posapp.central.view import View
from posapp.clock import Clock, Ids

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from posapp.central.caller import Caller, Tenant


@dataclass(frozen=True, slots=True, kw_only=True)
class Central:
    """Built once per process and shared by its threads; holds no state of any request."""

    database: Database
    keys: CentralKeys
    clock: Clock
    ids: Ids
    sms: SmsGateway
    nonces: Nonces | NonceTable = field(default_factory=Nonces)
    pace: Pace = field(default_factory=Pace)
    acquirers: Acquirers = field(default_factory=no_acquirers)
    forgotten: ForgottenFile = field(default_factory=ForgottenFile)

    def new_unit(self, connection: Connection, tenant: Tenant) -> Unit:
        return Unit(connection, tenant, self.keys, self.ids, self.clock.wall_ms())

    @contextmanager
    def work(self, tenant: Tenant) -> Iterator[Unit]:
        """One write transaction: staged work is written, changed rows published last, committed."""
        with self.database.write() as connection:
            unit = self.new_unit(connection, tenant)
            yield unit
            unit.flush()
            publish(connection, tenant.id, unit.changes)

    @contextmanager
    def view(self, caller: Caller) -> Iterator[View]:
        """One read transaction for a terminal."""
        with self.database.read() as connection:
            yield self.view_on(connection, caller)

    def view_on(self, connection: Connection, caller: Caller) -> View:
        return View(
            connection=connection,
            tenant=caller.tenant,
            keys=self.keys,
            now_ms=self.clock.wall_ms(),
            shop_id=caller.shop_id,
        )
