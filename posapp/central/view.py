"""What a read needs: one snapshot, for one tenant, at one moment."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from posapp.central.caller import Tenant
from posapp.central.keys import CentralKeys


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Lives as long as its connection's transaction. `shop_id` is empty for an operator."""

    connection: Connection
    tenant: Tenant
    keys: CentralKeys
    now_ms: int
    shop_id: str = ""
