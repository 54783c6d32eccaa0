"""What an operator decides about badges: who has one that proves, and how far it does."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, select, update

from posapp.central.commands import central_of
from posapp.central.lease_commands import note_act
from posapp.central.people_commands import staff_id_of
from posapp.central.portable import upsert
from posapp.central.seeding import only_tenant
from posapp.central.tables import shops
from posapp.domain.badge_limits import read_badge_limits
from posapp.domain.own_codes import BADGE_SECRET, proving_badge

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.commands import Answer
    from posapp.central.service import Central

SETTING: Final = "approve_by_badge"
_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def new_badge(data: Path, *, number: str, withdraw: bool = False) -> Answer:
    """A badge with a secret by chance, told this once; the one before is good for nothing. With
    `withdraw` she has none any more. Raises Refused("staff.no_such_number").
    """
    central = central_of(data)
    try:
        badge = "" if withdraw else give_badge(central, number)
        if withdraw:
            _keep(central, number, "", "badge_withdrawn")
        return {"number": number, "badge": badge}
    finally:
        central.database.close()


def give_badge(central: Central, number: str) -> str:
    """The text to print on it; only what verifies it is kept."""
    from argon2 import PasswordHasher

    secret = "".join(secrets.choice(_ALPHABET) for _ in range(BADGE_SECRET))
    badge = proving_badge(number, secret)
    _keep(central, number, PasswordHasher().hash(secret), "new_badge")
    return badge


def badge_limits(data: Path, *, text: str | None = None) -> Answer:
    """How far a badge alone approves; with `text` that is changed, an empty one ends it.

    Raises as `read_badge_limits`.
    """
    central = central_of(data)
    try:
        if text is not None:
            set_badge_limits(central, text)
        return {"limits": shown_badge_limits(central)}
    finally:
        central.database.close()


def set_badge_limits(central: Central, text: str) -> None:
    """Tills hear of it with the feed. Raises as `read_badge_limits`."""
    read_badge_limits(text)
    with central.work(only_tenant(central)) as unit:
        if text.strip():
            row = {"tenant_id": unit.tenant.id, "name": SETTING, "value": json.dumps(text.strip())}
            upsert(unit.connection, shops.setting, [row])
            unit.change("setting", SETTING)
        else:
            setting = shops.setting.c
            mine = (setting.tenant_id == unit.tenant.id) & (setting.name == SETTING)
            unit.connection.execute(delete(shops.setting).where(mine))
            unit.change("setting", SETTING, "d")
        note_act(unit, "badge_limits", SETTING, {}, note=text)


def shown_badge_limits(central: Central) -> str:
    with central.work(only_tenant(central)) as unit:
        setting = shops.setting.c
        mine = (setting.tenant_id == unit.tenant.id) & (setting.name == SETTING)
        found = unit.connection.execute(select(setting.value).where(mine)).scalar()
    return "" if found is None else str(json.loads(found))


def _keep(central: Central, number: str, verifier: str, act: str) -> None:
    with central.work(only_tenant(central)) as unit:
        staff_id = staff_id_of(unit, number)
        mine = shops.staff.c.id == staff_id
        unit.connection.execute(update(shops.staff).where(mine).values(badge_verifier=verifier))
        unit.change("staff", staff_id)
        note_act(unit, act, staff_id, {})
