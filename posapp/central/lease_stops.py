"""Terminals that are lent nothing more: two of its copies spent, or a manager declared it lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from posapp.central.portable import insert_or_ignore
from posapp.central.tables.leases import lease_terminal
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.unit import Unit


def check_not_stopped(unit: Unit, terminal_id: str) -> None:
    """Raises Refused("lease.stopped"). The row stays locked: grants to a terminal take turns."""
    if _locked(unit, terminal_id).stopped_ms is not None:
        raise Refused("lease.stopped")


def stop(unit: Unit, terminal_id: str, reason: str) -> bool:
    """Lend a terminal nothing more. False when it was stopped already."""
    if _locked(unit, terminal_id).stopped_ms is not None:
        return False
    _write(unit, terminal_id, stopped_ms=unit.now_ms, reason=reason)
    return True


def resume(unit: Unit, terminal_id: str) -> None:
    """An operator trusts the terminal again."""
    _locked(unit, terminal_id)
    _write(unit, terminal_id, stopped_ms=None, reason="")


def _locked(unit: Unit, terminal_id: str) -> Any:
    row = {"terminal_id": terminal_id, "tenant_id": unit.tenant.id}
    insert_or_ignore(unit.connection, lease_terminal, [row])
    return unit.connection.execute(
        select(lease_terminal)
        .where(
            lease_terminal.c.terminal_id == terminal_id,
            lease_terminal.c.tenant_id == unit.tenant.id,
        )
        .with_for_update()
    ).one()


def _write(unit: Unit, terminal_id: str, **values: Any) -> None:
    unit.connection.execute(
        update(lease_terminal).where(lease_terminal.c.terminal_id == terminal_id).values(**values)
    )
