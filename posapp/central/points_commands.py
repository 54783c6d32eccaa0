"""What an operator does about members' points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.central.commands import central_of
from posapp.central.expiring import expire_points
from posapp.central.seeding import only_tenant

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.commands import Answer


def expire(data: Path) -> Answer:
    """Book what has expired by now, as central does by itself at midnight."""
    central = central_of(data)
    try:
        done = expire_points(central, only_tenant(central))
    finally:
        central.database.close()
    return {"lots": done.lots, "points": done.points, "waiting": done.waiting}
