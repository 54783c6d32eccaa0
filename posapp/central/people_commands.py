"""What an operator decides about people: how far each role goes alone, and a new PIN."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import delete, select, update

from posapp.central.commands import central_of
from posapp.central.lease_commands import note_act
from posapp.central.portable import upsert
from posapp.central.seeding import only_tenant
from posapp.central.tables import shops
from posapp.domain.allowances import DECLARED, Act, read_row, written
from posapp.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.service import Central
    from posapp.central.unit import Unit

Answer = dict[str, Any]

PIN_DIGITS: Final = 6


def allowances(data: Path, *, act: str = "", text: str | None = None) -> Answer:
    """The table of limits as the shop changed it; with `text` one row is changed first.

    Raises as `set_allowance`.
    """
    central = central_of(data)
    try:
        if text is not None:
            set_allowance(central, act, text)
        return {"rows": shown_allowances(central)}
    finally:
        central.database.close()


def new_pin(data: Path, *, number: str) -> Answer:
    """A PIN by chance for one person, told this once. Raises Refused("staff.no_such_number")."""
    central = central_of(data)
    try:
        return {"number": number, "pin": give_pin(central, number)}
    finally:
        central.database.close()


def set_allowance(central: Central, act: str, text: str) -> None:
    """Change a row of the table; tills hear of it with the feed. An empty text is the program's.

    Raises Refused("allowance.no_such_act", name) and Refused("allowance.not_valid", name, part).
    """
    if act not in list(Act):
        raise Refused("allowance.no_such_act", name=act)
    read_row(DECLARED[Act(act)], text)
    name = f"allow_{act}"
    with central.work(only_tenant(central)) as unit:
        place = {"tenant_id": unit.tenant.id, "name": name}
        if text.strip():
            upsert(unit.connection, shops.setting, [{**place, "value": json.dumps(text)}])
            unit.change("setting", name)
        else:
            setting = shops.setting.c
            mine = (setting.tenant_id == unit.tenant.id) & (setting.name == name)
            unit.connection.execute(delete(shops.setting).where(mine))
            unit.change("setting", name, "d")
        note_act(unit, "allowance", name, {}, note=text)


def shown_allowances(central: Central) -> list[Answer]:
    """Every row with its measure, what the shop wrote, and what holds."""
    with central.work(only_tenant(central)) as unit:
        setting = shops.setting.c
        query = select(setting.name, setting.value).where(setting.tenant_id == unit.tenant.id)
        wrote = {name: json.loads(value) for name, value in unit.connection.execute(query)}
    rows = []
    for act, row in DECLARED.items():
        text = str(wrote.get(f"allow_{act}", ""))
        holds = written(read_row(row, text))
        rows.append({"act": act.value, "measure": row.measure.value, "set": text, "holds": holds})
    return rows


def give_pin(central: Central, number: str) -> str:
    """Nobody but the person is meant to see it. Whoever was locked for wrong PINs may try again."""
    from argon2 import PasswordHasher

    pin = "".join(secrets.choice("0123456789") for _ in range(PIN_DIGITS))
    with central.work(only_tenant(central)) as unit:
        staff_id = staff_id_of(unit, number)
        verifier = PasswordHasher().hash(pin)
        mine = shops.staff.c.id == staff_id
        unit.connection.execute(update(shops.staff).where(mine).values(pin_verifier=verifier))
        unit.change("staff", staff_id)
        note_act(unit, "new_pin", staff_id, {})
    return pin


def staff_id_of(unit: Unit, number: str) -> str:
    """Raises Refused("staff.no_such_number")."""
    person = shops.staff.c
    query = select(person.id).where(
        person.tenant_id == unit.tenant.id, person.number == number, person.active == 1
    )
    found = unit.connection.execute(query).scalar()
    if found is None:
        raise Refused("staff.no_such_number", number=number)
    return str(found)
