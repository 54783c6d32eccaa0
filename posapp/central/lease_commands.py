"""What an operator decides about leases: what a shop lends, which terminal is lost or trusted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, select

from posapp.central.commands import central_of
from posapp.central.lease_ends import lose
from posapp.central.lease_stops import resume, stop
from posapp.central.leases import read_policy
from posapp.central.portable import upsert
from posapp.central.seeding import only_tenant
from posapp.central.tables.leases import lease_policy
from posapp.central.tables.recovery import operator_act
from posapp.central.tables.shops import shop as shop_table
from posapp.central.tables.shops import terminal as terminal_table
from posapp.domain.leases import LeasePolicy, check_policy, exposure
from posapp.errors import Refused
from posapp.wire.canonical import encode

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from posapp.central.service import Central
    from posapp.central.unit import Unit

Answer = dict[str, Any]

OPERATOR: Final = "operator"


def lease_policy_of(data: Path, *, shop: str, cap: int, ceiling: int, commit: bool) -> Answer:
    """What lending would cost at worst, in minor units; it takes effect only with `commit`.

    Raises Refused("enrol.no_such_shop", "lease.policy_not_valid").
    """
    central = central_of(data)
    try:
        return set_policy(central, shop, LeasePolicy(cap=cap, ceiling=ceiling), commit=commit)
    finally:
        central.database.close()


def terminal_lost(data: Path, *, terminal: str) -> Answer:
    """Free what a lost terminal holds and lend it nothing more. Raises as `declare_lost`."""
    central = central_of(data)
    try:
        return declare_lost(central, terminal)
    finally:
        central.database.close()


def terminal_trusted(data: Path, *, terminal: str) -> Answer:
    """Lend to a terminal again after somebody looked. Raises Refused("lease.no_such_terminal")."""
    central = central_of(data)
    try:
        return trust(central, terminal)
    finally:
        central.database.close()


def set_policy(central: Central, shop: str, policy: LeasePolicy, *, commit: bool) -> Answer:
    """Show the bound and, with `commit`, let the policy take effect from the next grant on."""
    check_policy(policy)
    with central.work(only_tenant(central)) as unit:
        shop_id = _shop(unit, shop)
        before = read_policy(unit.connection, unit.tenant.id, shop_id)
        shown = exposure(policy, _terminals(unit, shop_id))
        if commit:
            row = {"tenant_id": unit.tenant.id, "shop_id": shop_id, "set_ms": unit.now_ms}
            figures = {"cap": policy.cap, "ceiling": policy.ceiling}
            upsert(unit.connection, lease_policy, [{**row, **figures}])
            _note(unit, "lease_policy", shop_id, figures)
        return {
            "shop": shop,
            "committed": commit,
            "currency": unit.tenant.currency,
            "cap_before": before.cap,
            "ceiling_before": before.ceiling,
            "cap": policy.cap,
            "ceiling": policy.ceiling,
            "terminals": shown.terminals,
            "most_reserved": shown.most_reserved,
            "worst_loss_honest": shown.honest,
            "worst_loss_one_copy": shown.one_copy,
            "worst_loss_every_terminal_copied": shown.every_copy,
        }


def declare_lost(central: Central, code: str) -> Answer:
    """A manager's word, never a timer's. Raises Refused("lease.no_such_terminal")."""
    with central.work(only_tenant(central)) as unit:
        terminal_id = _terminal(unit.connection, unit.tenant.id, code)
        freed, kept = lose(unit, terminal_id)
        stop(unit, terminal_id, "lease.terminal_lost")
        figures = {"freed": freed, "kept": kept}
        _note(unit, "terminal_lost", terminal_id, figures)
        return {"terminal": code, "freed": freed, "kept_for_spends_in_quarantine": kept}


def trust(central: Central, code: str) -> Answer:
    """Raises Refused("lease.no_such_terminal")."""
    with central.work(only_tenant(central)) as unit:
        terminal_id = _terminal(unit.connection, unit.tenant.id, code)
        resume(unit, terminal_id)
        _note(unit, "terminal_trusted", terminal_id, {})
        return {"terminal": code, "lends": True}


def _shop(unit: Unit, code: str) -> str:
    found: str | None = unit.connection.execute(
        select(shop_table.c.id).where(
            shop_table.c.tenant_id == unit.tenant.id, shop_table.c.code == code
        )
    ).scalar()
    if found is None:
        raise Refused("enrol.no_such_shop", shop=code)
    return found


def _terminals(unit: Unit, shop_id: str) -> int:
    return unit.connection.execute(
        select(func.count()).where(
            terminal_table.c.tenant_id == unit.tenant.id,
            terminal_table.c.shop_id == shop_id,
            terminal_table.c.status == "active",
        )
    ).scalar_one()


def _terminal(connection: Connection, tenant_id: str, code: str) -> str:
    found: str | None = connection.execute(
        select(terminal_table.c.id).where(
            terminal_table.c.tenant_id == tenant_id, terminal_table.c.code == code
        )
    ).scalar()
    if found is None:
        raise Refused("lease.no_such_terminal", terminal=code)
    return found


def _note(unit: Unit, act: str, subject_id: str, detail: dict[str, int]) -> None:
    unit.insert(
        operator_act,
        id=unit.ids.new(),
        tenant_id=unit.tenant.id,
        at_ms=unit.now_ms,
        who=OPERATOR,
        act=act,
        subject_id=subject_id,
        note="",
        detail=encode(detail).decode(),
    )
