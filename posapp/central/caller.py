"""Who asks: the tenant with its money and time, and the terminal that signed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, select

from posapp.central.tables.shops import tenant as tenant_table
from posapp.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """An operator whose rows nobody else sees."""

    id: str
    name: str
    currency: str
    zone: ZoneInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """A terminal whose signature was checked. `incarnation` is the one it signed with.

    `newest` is the newest that central gave. `has_moved_on`: it speaks of entries that it made
    under an older incarnation than the one that it signs with.
    """

    tenant: Tenant
    terminal_id: str
    shop_id: str
    incarnation: int
    newest: int = 0
    has_moved_on: bool = False

    def under(self, incarnation: int) -> Caller:
        """The same terminal where entries of another of its incarnations are meant.

        Raises Refused("sync.of_another_till") for one that it cannot have had when it signed.
        """
        if not 0 < incarnation <= self.incarnation:
            raise Refused("sync.of_another_till")
        return replace(self, incarnation=incarnation, has_moved_on=incarnation < self.incarnation)


def load_tenant(connection: Connection, tenant_id: str) -> Tenant:
    """Raises Refused("central.no_such_tenant")."""
    row = connection.execute(select(tenant_table).where(tenant_table.c.id == tenant_id)).first()
    if row is None:
        raise Refused("central.no_such_tenant")
    return tenant_of(row)


def tenant_of(row: Row[Any]) -> Tenant:
    """From a row with the columns of `tenant`."""
    return Tenant(
        id=row.tenant_id if "tenant_id" in row._fields else row.id,
        name=row.name,
        currency=row.currency,
        zone=ZoneInfo(row.time_zone),
    )
