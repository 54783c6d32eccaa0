"""Who asks: the tenant with its money and time, and the terminal that signed."""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

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
    """A terminal whose signature was checked. `incarnation` is the one it signed with."""

    tenant: Tenant
    terminal_id: str
    shop_id: str
    incarnation: int


def load_tenant(connection: Connection, tenant_id: str) -> Tenant:
    """Raises Refused("central.no_such_tenant")."""
    row = connection.execute(select(tenant_table).where(tenant_table.c.id == tenant_id)).first()
    if row is None:
        raise Refused("central.no_such_tenant")
    return Tenant(id=row.id, name=row.name, currency=row.currency, zone=ZoneInfo(row.time_zone))
