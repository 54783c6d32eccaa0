"""Whose page an address is: the shop that it names, where that shop has one switched on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.caller import Tenant, load_tenant
from posapp.central.limits import MEMBER_PAGE, shops_with_joining, shops_with_page, word
from posapp.central.tables.shops import setting
from posapp.central.tables.shops import shop as shop_table
from posapp.central.view import View
from posapp.domain.ids import is_uuid_text
from posapp.domain.phones import Region
from posapp.errors import Refused
from posapp.settings import Settings

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.service import Central

ROOT: Final = "/m"
NO_PAGE: Final = "page.none_here"
_VERSION: Final = "policy_version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A shop's page: `path` is where it begins, without a slash at the end; `takes_anybody` where
    one joins without an invitation.
    """

    tenant: Tenant
    shop_id: str
    brand: str
    policy_version: str
    path: str
    region: Region = Region.MAINLAND
    """That a phone is of until another is chosen."""
    takes_anybody: bool = False

    def view_on(self, connection: Connection, central: Central) -> View:
        return View(
            connection=connection,
            tenant=self.tenant,
            keys=central.keys,
            now_ms=central.clock.wall_ms(),
            shop_id=self.shop_id,
        )


def find_site(connection: Connection, shop_id: str) -> Site:
    """Raises Refused("page.none_here") for no shop and for one whose page is off."""
    if not is_uuid_text(shop_id):
        raise Refused(NO_PAGE)
    row = connection.execute(select(shop_table).where(shop_table.c.id == shop_id)).first()
    if row is None or row.code not in shops_with_page(connection, row.tenant_id):
        raise Refused(NO_PAGE)
    tenant = load_tenant(connection, row.tenant_id)
    details = json.loads(row.details)
    return Site(
        tenant=tenant,
        shop_id=row.id,
        brand=details.get("brand", tenant.name),
        policy_version=details.get("policy_version") or _version(connection, row.tenant_id),
        path=f"{ROOT}/{row.id}",
        region=Region(word(connection, row.tenant_id, "phone_region", tuple(Region))),
        takes_anybody=row.code in shops_with_joining(connection, row.tenant_id),
    )


def _version(connection: Connection, tenant_id: str) -> str:
    """The one that the tills show to whoever registers."""
    value = connection.execute(
        select(setting.c.value).where(setting.c.tenant_id == tenant_id, setting.c.name == _VERSION)
    ).scalar()
    return Settings().policy_version if value is None else str(json.loads(value))


def only_path(connection: Connection) -> str:
    """Where the page is of a central that has one. Raises Refused("page.none_here")."""
    on = select(setting.c.tenant_id, setting.c.value).where(setting.c.name == MEMBER_PAGE)
    codes = {
        (tenant_id, str(code))
        for tenant_id, value in connection.execute(on)
        for code in json.loads(value)
    }
    query = select(shop_table.c.id, shop_table.c.tenant_id, shop_table.c.code)
    ids = [row.id for row in connection.execute(query) if (row.tenant_id, row.code) in codes]
    if len(ids) != 1:
        raise Refused(NO_PAGE)
    return f"{ROOT}/{ids[0]}"
