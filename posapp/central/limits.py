"""Central's own limits: settings of a tenant with their defaults; the tills never see them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from posapp.central.tables.shops import setting

if TYPE_CHECKING:
    from sqlalchemy import Connection

PREFIX: Final = "central."

LOOK_UPS_A_MINUTE: Final = "central.look_ups_a_minute"
MEMBERS_A_DAY: Final = "central.members_a_day"
NAMED_CARD_MOST: Final = "central.named_card_most"

DEFAULTS: Final = {
    LOOK_UPS_A_MINUTE: 60,
    MEMBERS_A_DAY: 500,
    NAMED_CARD_MOST: 500_000,
}
"""Look-ups per terminal and minute; distinct members per terminal and day; fen on a named card."""


def limit(connection: Connection, tenant_id: str, name: str) -> int:
    """The tenant's own value, else the default."""
    value = connection.execute(
        select(setting.c.value).where(setting.c.tenant_id == tenant_id, setting.c.name == name)
    ).scalar()
    return DEFAULTS[name] if value is None else int(json.loads(value))
