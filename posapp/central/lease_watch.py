"""What an operator can see of leases at any time: by terminal, how old, and what it can cost."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from posapp.central.commands import central_of
from posapp.central.lease_commands import note_act, terminal_of
from posapp.central.lease_waits import RELEASED, awaited, end_wait
from posapp.central.leases import LIVE, read_policy
from posapp.central.seeding import only_tenant
from posapp.central.tables.leases import lease, lease_terminal
from posapp.central.tables.shops import shop, terminal
from posapp.errors import Refused
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.service import Central
    from posapp.central.unit import Unit

Answer = dict[str, Any]

_LONGEST_NOTE: Final = 500
_NAMES: Final = (
    (HoldLedger.STORED_VALUE, ""),
    (HoldLedger.POINTS, "points_"),
    (HoldLedger.COUPON, "coupons_"),
)
_TELLING: Final = ("leases", "points_leases", "coupons_leases", "stopped_because")
_TERMINALS: Final = (
    select(
        terminal.c.id,
        terminal.c.code,
        shop.c.id.label("shop_id"),
        shop.c.name.label("shop"),
        lease_terminal.c.stopped_ms,
        lease_terminal.c.reason,
    )
    .join(shop, shop.c.id == terminal.c.shop_id)
    .outerjoin(lease_terminal, lease_terminal.c.terminal_id == terminal.c.id)
    .where(terminal.c.tenant_id == bindparam("of_tenant"))
    .order_by(terminal.c.code)
)
_LENT: Final = (
    select(
        lease.c.terminal_id,
        lease.c.ledger,
        func.count().label("leases"),
        func.sum(lease.c.left_amount).label("reserved"),
        func.min(lease.c.granted_ms).label("oldest_ms"),
    )
    .where(
        lease.c.tenant_id == bindparam("of_tenant"),
        lease.c.state.in_([state.value for state in LIVE]),
    )
    .group_by(lease.c.terminal_id, lease.c.ledger)
)


def leases(data: Path) -> Answer:
    """What is lent to each terminal, in minor units, points and coupons, and what copies cost."""
    central = central_of(data)
    try:
        return show_leases(central)
    finally:
        central.database.close()


def recovery(data: Path, *, release: str, note: str) -> Answer:
    """The terminals that a restored central waits for; `release` waits for one of them no more.

    Raises Refused("lease.no_such_terminal", "recovery.not_awaited", "recovery.needs_a_note").
    """
    central = central_of(data)
    try:
        return show_recovery(central, release, note)
    finally:
        central.database.close()


def show_leases(central: Central) -> Answer:
    """One line a terminal that holds something or is stopped, and the sums."""
    sums: Counter[str] = Counter()
    lines: list[Answer] = []
    with central.work(only_tenant(central)) as unit:
        asked = {"of_tenant": unit.tenant.id}
        lent = {(row.terminal_id, row.ledger): row for row in unit.connection.execute(_LENT, asked)}
        for row in unit.connection.execute(_TERMINALS, asked).all():
            line: Answer = {"terminal": row.code, "shop": row.shop}
            for ledger, name in _NAMES:
                line |= _figures(unit, row, lent.get((row.id, ledger.value)), ledger, name)
            if row.stopped_ms is not None:
                line["stopped_because"] = row.reason
            if any(line.get(name) for name in _TELLING):
                lines.append(line)
                sums.update(
                    {key: line[key] for key in line if key.endswith(("reserved", "_one_copy"))}
                )
        return {
            "currency": unit.tenant.currency,
            **sums,
            "terminals": lines,
            "waits_for": awaited(unit.connection, unit.tenant.id),
        }


def show_recovery(central: Central, release: str = "", note: str = "") -> Answer:
    """Whom central waits for; with `release`, after the act. A note says why, for ever."""
    with central.work(only_tenant(central)) as unit:
        if release:
            terminal_id = terminal_of(unit, release)
            if not note.strip():
                raise Refused("recovery.needs_a_note")
            if not end_wait(unit, terminal_id, RELEASED):
                raise Refused("recovery.not_awaited", terminal=release)
            note_act(unit, "recovery_released", terminal_id, {}, note[:_LONGEST_NOTE])
        waits = awaited(unit.connection, unit.tenant.id)
        return {"recovering": bool(waits), "waits_for": waits}


def _figures(unit: Unit, row: Any, lent: Any, ledger: HoldLedger, name: str) -> Answer:
    """A copy of the terminal can cost what it holds now; what it may still be lent comes on top."""
    if lent is None:
        return {}
    policy = read_policy(unit.connection, unit.tenant.id, row.shop_id, ledger)
    return {
        f"{name}leases": lent.leases,
        f"{name}reserved": int(lent.reserved),
        f"{name}oldest_minutes": (unit.now_ms - lent.oldest_ms) // 60_000,
        f"{name}worst_loss_one_copy": max(policy.ceiling, int(lent.reserved)),
    }
