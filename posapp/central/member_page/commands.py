"""What an operator decides about the members' page, and what members asked for on it."""

from __future__ import annotations

import getpass
import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from posapp.central.commands import central_of
from posapp.central.lease_commands import note_act
from posapp.central.limits import (
    MEMBER_PAGE,
    PAGE_JOINING,
    PREFIX,
    shops_with_joining,
    shops_with_page,
)
from posapp.central.member_page.asking import askings_waiting
from posapp.central.member_page.site import ROOT
from posapp.central.portable import upsert
from posapp.central.seeding import only_tenant
from posapp.central.service_desk.access_log import REQUEST, note_access
from posapp.central.tables.shops import setting
from posapp.central.tables.shops import shop as shop_table
from posapp.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.service import Central
    from posapp.central.unit import Unit

Answer = dict[str, Any]


def member_page(
    data: Path, *, shop: str = "", is_on: bool | None = None, joining: bool | None = None
) -> Answer:
    """Each shop, whether its members have a page, and where; with `is_on` one is switched first,
    with `joining` whether anybody joins on it.

    Raises Refused("enrol.no_such_shop").
    """
    central = central_of(data)
    try:
        if is_on is not None:
            switch(central, shop, is_on=is_on)
        if joining is not None:
            switch_joining(central, shop, is_on=joining)
        return {"shops": _shops(central)}
    finally:
        central.database.close()


def member_requests(data: Path) -> Answer:
    """What members asked for and nobody has closed, in their own words."""
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        with central.work(tenant) as unit:
            waiting = askings_waiting(unit.connection, central.keys, tenant.id)
            for each in waiting:
                if each.words:
                    note_access(unit, each.member_id, REQUEST, who=getpass.getuser())
    finally:
        central.database.close()
    rows = [
        {
            "case": each.case_id,
            "member": each.number,
            "kind": each.kind,
            "at_ms": each.at_ms,
            "words": each.words,
        }
        for each in waiting
    ]
    return {"requests": rows}


def switch(central: Central, shop: str, *, is_on: bool) -> None:
    """Sessions of a page that is off are of no use; they end by themselves.

    Raises Refused("enrol.no_such_shop").
    """
    with central.work(only_tenant(central)) as unit:
        others = shops_with_page(unit.connection, unit.tenant.id)
        _keep(unit, MEMBER_PAGE, shop, others, is_on=is_on)


def switch_joining(central: Central, shop: str, *, is_on: bool) -> None:
    """Whether anybody joins on a shop's page; it says nothing while the page is off.

    Raises Refused("enrol.no_such_shop").
    """
    with central.work(only_tenant(central)) as unit:
        others = shops_with_joining(unit.connection, unit.tenant.id)
        _keep(unit, PAGE_JOINING, shop, others, is_on=is_on)


def _keep(unit: Unit, name: str, shop: str, before: frozenset[str], *, is_on: bool) -> None:
    mine = (shop_table.c.tenant_id == unit.tenant.id) & (shop_table.c.code == shop)
    shop_id = unit.connection.execute(select(shop_table.c.id).where(mine)).scalar()
    if shop_id is None:
        raise Refused("enrol.no_such_shop", shop=shop)
    codes = sorted(before | {shop}) if is_on else sorted(before - {shop})
    row = {"tenant_id": unit.tenant.id, "name": name, "value": json.dumps(codes)}
    upsert(unit.connection, setting, [row])
    note_act(unit, name.removeprefix(PREFIX), shop_id, {"on": int(is_on)})


def _shops(central: Central) -> list[Answer]:
    tenant = only_tenant(central)
    with central.database.read() as connection:
        on = shops_with_page(connection, tenant.id)
        joining = shops_with_joining(connection, tenant.id)
        query = select(shop_table).where(shop_table.c.tenant_id == tenant.id)
        return [
            {
                "shop": row.code,
                "on": row.code in on,
                "path": f"{ROOT}/{row.id}",
                "joining": row.code in on & joining,
                "join_path": f"{ROOT}/{row.id}/join",
            }
            for row in connection.execute(query.order_by(shop_table.c.code))
        ]
