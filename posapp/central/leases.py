"""Leases as rows: found, kept, summed; and what a lease is to the books, a hold of a terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, insert, select, update

from posapp.central.hold_book import Hold
from posapp.central.tables.leases import lease as lease_table
from posapp.central.tables.leases import lease_policy
from posapp.central.tables.shops import shop, terminal
from posapp.domain.leases import LeasePolicy, point_slices, total
from posapp.domain.sale import ValueSlice
from posapp.wire.canonical import decode, encode
from posapp.wire.leases import LeaseState
from posapp.wire.requests import HoldLedger, HoldState, Reserved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.unit import Unit

LIVE: Final = (LeaseState.OPEN, LeaseState.RECALLED, LeaseState.RELEASING)
"""Something may still be reserved under it."""

_LIVE: Final = tuple(state.value for state in LIVE)
_BY_ID: Final = (
    select(lease_table)
    .where(lease_table.c.id == bindparam("lease_id"))
    .with_for_update(key_share=True)
)
_OWNER: Final = select(lease_table.c.member_id).where(
    lease_table.c.id == bindparam("lease_id"), lease_table.c.tenant_id == bindparam("of_tenant")
)
_OF_TERMINAL: Final = (
    select(lease_table)
    .where(
        lease_table.c.tenant_id == bindparam("of_tenant"),
        lease_table.c.terminal_id == bindparam("of_terminal"),
        lease_table.c.state.in_(_LIVE),
    )
    .order_by(lease_table.c.id)
)
_RESERVED: Final = (
    select(
        lease_table.c.member_id,
        terminal.c.code,
        shop.c.name,
        func.sum(lease_table.c.left_amount).label("amount"),
    )
    .join(terminal, terminal.c.id == lease_table.c.terminal_id)
    .join(shop, shop.c.id == lease_table.c.shop_id)
    .where(
        lease_table.c.tenant_id == bindparam("of_tenant"),
        lease_table.c.member_id.in_(bindparam("ids", expanding=True)),
        lease_table.c.state.in_(_LIVE),
        lease_table.c.left_amount > 0,
        lease_table.c.ledger == bindparam("of_ledger"),
    )
    .group_by(lease_table.c.member_id, terminal.c.code, shop.c.name)
    .order_by(lease_table.c.member_id, terminal.c.code)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseRow:
    """A row of `lease`. `left` is still reserved; `told` is what the till said it gives back."""

    id: str
    tenant_id: str
    shop_id: str
    terminal_id: str
    incarnation: int
    member_id: str
    state: LeaseState
    slices: tuple[ValueSlice, ...] = ()
    left: tuple[ValueSlice, ...] = ()
    told: tuple[ValueSlice, ...] = ()
    reason: str = ""
    granted_ms: int
    ends_ms: int
    ended_ms: int | None = None
    ledger: HoldLedger = HoldLedger.STORED_VALUE

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    def as_hold(self, slices: tuple[ValueSlice, ...]) -> Hold:
        """What the books take a part of this lease for: a usable hold of its terminal."""
        return Hold(
            id=self.id,
            tenant_id=self.tenant_id,
            shop_id=self.shop_id,
            terminal_id=self.terminal_id,
            sale_id="",
            member_id=self.member_id,
            ledger=self.ledger,
            amount=total(slices),
            state=HoldState.USABLE,
            value_slices=slices if self.ledger is HoldLedger.STORED_VALUE else (),
            point_slices=point_slices(slices) if self.ledger is HoldLedger.POINTS else (),
            begun_ms=self.granted_ms,
        )


def find_lease(unit: Unit, lease_id: str) -> LeaseRow | None:
    """A lease of this tenant, or None; its member is locked before it, as everywhere."""
    asked = {"lease_id": lease_id, "of_tenant": unit.tenant.id}
    unit.member(unit.connection.execute(_OWNER, asked).scalar())
    row = unit.connection.execute(_BY_ID, {"lease_id": lease_id}).mappings().first()
    return None if row is None or row["tenant_id"] != unit.tenant.id else _lease(row)


def store_lease(unit: Unit, lease: LeaseRow) -> None:
    unit.connection.execute(insert(lease_table).values(**_row(lease)))


def change_lease(unit: Unit, lease: LeaseRow, state: LeaseState, **changes: Any) -> LeaseRow:
    """Write a lease's new state and slices. The caller moves the money."""
    ended = lease.ended_ms if state in LIVE else unit.now_ms
    changed = replace(lease, state=state, ended_ms=ended, **changes)
    unit.connection.execute(
        update(lease_table).where(lease_table.c.id == lease.id).values(**_row(changed))
    )
    return changed


def leases_of(unit: Unit, terminal_id: str) -> list[LeaseRow]:
    """The live leases of a terminal, of whatever incarnation."""
    asked = {"of_tenant": unit.tenant.id, "of_terminal": terminal_id}
    return [_lease(row) for row in unit.connection.execute(_OF_TERMINAL, asked).mappings()]


def reserved_for(
    connection: Connection,
    tenant_id: str,
    member_ids: Sequence[str],
    ledger: HoldLedger = HoldLedger.STORED_VALUE,
) -> tuple[Reserved, ...]:
    """Where value of these members is lent to, in minor units or points, by terminal."""
    if not member_ids:
        return ()
    asked = {"of_tenant": tenant_id, "ids": list(member_ids), "of_ledger": ledger.value}
    return tuple(
        Reserved(
            member_id=row.member_id,
            terminal_code=row.code,
            shop_name=row.name,
            amount=int(row.amount),
        )
        for row in connection.execute(_RESERVED, asked)
    )


def read_policy(
    connection: Connection,
    tenant_id: str,
    shop_id: str,
    ledger: HoldLedger = HoldLedger.STORED_VALUE,
) -> LeasePolicy:
    """What the operator allows in a shop of one ledger; nothing unless it was switched on."""
    row = connection.execute(
        select(lease_policy).where(
            lease_policy.c.tenant_id == tenant_id, lease_policy.c.shop_id == shop_id
        )
    ).first()
    if row is None:
        return LeasePolicy()
    if ledger is HoldLedger.POINTS:
        return LeasePolicy(cap=row.points_cap, ceiling=row.points_ceiling)
    if ledger is HoldLedger.COUPON:
        return LeasePolicy(cap=row.coupons_cap, ceiling=row.coupons_ceiling)
    return LeasePolicy(cap=row.cap, ceiling=row.ceiling)


def _lease(row: Any) -> LeaseRow:
    same = ("id", "tenant_id", "shop_id", "terminal_id", "incarnation", "member_id", "reason")
    return LeaseRow(
        **{name: row[name] for name in (*same, "granted_ms", "ends_ms", "ended_ms")},
        state=LeaseState(row["state"]),
        ledger=HoldLedger(row["ledger"]),
        slices=decode(row["slices"], tuple[ValueSlice, ...]),
        left=decode(row["left_slices"], tuple[ValueSlice, ...]),
        told=decode(row["told_slices"], tuple[ValueSlice, ...]),
    )


def _row(lease: LeaseRow) -> dict[str, Any]:
    return {
        "id": lease.id,
        "tenant_id": lease.tenant_id,
        "shop_id": lease.shop_id,
        "terminal_id": lease.terminal_id,
        "incarnation": lease.incarnation,
        "member_id": lease.member_id,
        "state": lease.state.value,
        "amount": total(lease.slices),
        "left_amount": total(lease.left),
        "slices": encode(lease.slices).decode(),
        "left_slices": encode(lease.left).decode(),
        "told_slices": encode(lease.told).decode(),
        "reason": lease.reason,
        "granted_ms": lease.granted_ms,
        "ends_ms": lease.ends_ms,
        "ended_ms": lease.ended_ms,
        "ledger": lease.ledger.value,
    }
