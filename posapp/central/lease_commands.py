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
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.service import Central
    from posapp.central.unit import Unit

Answer = dict[str, Any]

OPERATOR: Final = "operator"


def lease_policy_of(
    data: Path,
    *,
    shop: str,
    value: LeasePolicy,
    points: LeasePolicy | None,
    coupons: LeasePolicy | None = None,
    commit: bool,
) -> Answer:
    """What lending would cost at worst; it takes effect only with `commit`. Without `points` or
    `coupons` what is allowed of them stays.

    Raises Refused("enrol.no_such_shop", "lease.policy_not_valid").
    """
    central = central_of(data)
    try:
        return set_policy(central, shop, value, points=points, coupons=coupons, commit=commit)
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


def set_policy(
    central: Central,
    shop: str,
    policy: LeasePolicy,
    *,
    points: LeasePolicy | None = None,
    coupons: LeasePolicy | None = None,
    commit: bool,
) -> Answer:
    """Show the bound and, with `commit`, let the policy take effect from the next grant on."""
    check_policy(policy)
    with central.work(only_tenant(central)) as unit:
        shop_id = _shop(unit, shop)
        place = (unit.connection, unit.tenant.id, shop_id)
        before, points_before = read_policy(*place), read_policy(*place, HoldLedger.POINTS)
        coupons_before = read_policy(*place, HoldLedger.COUPON)
        points = points_before if points is None else points
        coupons = coupons_before if coupons is None else coupons
        check_policy(points)
        check_policy(coupons)
        terminals = _terminals(unit, shop_id)
        if commit:
            row = {"tenant_id": unit.tenant.id, "shop_id": shop_id, "set_ms": unit.now_ms}
            figures = {
                "cap": policy.cap,
                "ceiling": policy.ceiling,
                "points_cap": points.cap,
                "points_ceiling": points.ceiling,
                "coupons_cap": coupons.cap,
                "coupons_ceiling": coupons.ceiling,
            }
            upsert(unit.connection, lease_policy, [{**row, **figures}])
            note_act(unit, "lease_policy", shop_id, figures)
        return {
            "shop": shop,
            "committed": commit,
            "currency": unit.tenant.currency,
            "terminals": terminals,
            **_bound("", before, policy, terminals),
            **_bound("points_", points_before, points, terminals),
            **_bound("coupons_", coupons_before, coupons, terminals),
        }


def _bound(name: str, before: LeasePolicy, policy: LeasePolicy, terminals: int) -> Answer:
    """What an operator decides by, for one ledger: minor units, points or coupons."""
    shown = exposure(policy, terminals)
    figures = {
        "cap_before": before.cap,
        "ceiling_before": before.ceiling,
        "cap": policy.cap,
        "ceiling": policy.ceiling,
        "most_reserved": shown.most_reserved,
        "worst_loss_honest": shown.honest,
        "worst_loss_one_copy": shown.one_copy,
        "worst_loss_every_terminal_copied": shown.every_copy,
    }
    return {name + key: value for key, value in figures.items()}


def declare_lost(central: Central, code: str) -> Answer:
    """A manager's word, never a timer's. Raises Refused("lease.no_such_terminal")."""
    with central.work(only_tenant(central)) as unit:
        terminal_id = terminal_of(unit, code)
        freed, kept = lose(unit, terminal_id)
        stop(unit, terminal_id, "lease.terminal_lost")
        money, points = HoldLedger.STORED_VALUE, HoldLedger.POINTS
        coupons = HoldLedger.COUPON
        figures = {
            "freed": freed[money],
            "kept_for_spends_in_quarantine": kept[money],
            "points_freed": freed[points],
            "points_kept_for_spends_in_quarantine": kept[points],
            "coupons_freed": freed[coupons],
            "coupons_kept_for_spends_in_quarantine": kept[coupons],
        }
        note_act(unit, "terminal_lost", terminal_id, figures)
        return {"terminal": code, **figures}


def trust(central: Central, code: str) -> Answer:
    """Raises Refused("lease.no_such_terminal")."""
    with central.work(only_tenant(central)) as unit:
        terminal_id = terminal_of(unit, code)
        resume(unit, terminal_id)
        note_act(unit, "terminal_trusted", terminal_id, {})
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


def terminal_of(unit: Unit, code: str) -> str:
    """Its id. Raises Refused("lease.no_such_terminal")."""
    found: str | None = unit.connection.execute(
        select(terminal_table.c.id).where(
            terminal_table.c.tenant_id == unit.tenant.id, terminal_table.c.code == code
        )
    ).scalar()
    if found is None:
        raise Refused("lease.no_such_terminal", terminal=code)
    return found


def note_act(unit: Unit, act: str, subject_id: str, detail: dict[str, int], note: str = "") -> None:
    """What an operator did, for ever."""
    unit.insert(
        operator_act,
        id=unit.ids.new(),
        tenant_id=unit.tenant.id,
        at_ms=unit.now_ms,
        who=OPERATOR,
        act=act,
        subject_id=subject_id,
        note=note,
        detail=encode(detail).decode(),
    )
