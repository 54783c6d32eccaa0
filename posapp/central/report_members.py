"""A member's accounts for a report: each balance is the sum of its entries, and is compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import func, select

from posapp.central.members import load_members
from posapp.central.tables import ledger
from posapp.central.tables.members import member
from posapp.domain.member import masked_name, masked_phone
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.view import View


class AccountShown(msgspec.Struct, frozen=True, kw_only=True):
    """`balance` is the sum of entries; `kept` the balance that the account carries."""

    ledger: str
    kind: str
    balance: int
    kept: int
    entries: int


class LotShown(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    ledger: str
    amount: int
    remaining: int
    held: int
    bonus_amount: int
    bonus_remaining: int
    bonus_held: int
    available_from_ms: int
    expires_ms: int


class MemberReport(msgspec.Struct, frozen=True, kw_only=True):
    """Name and phone are masked."""

    request_id: str
    id: str
    number: str
    name: str
    phone: str
    tier: str
    status: str
    principal: int
    bonus: int
    held: int
    points: int
    points_pending: int
    growth: int
    accounts: tuple[AccountShown, ...]
    lots: tuple[LotShown, ...]


def member_report(view: View, number: str, request_id: str) -> MemberReport:
    """Raises Refused("report.member_unknown")."""
    member_id = view.connection.execute(
        select(func.coalesce(member.c.merged_into, member.c.id)).where(
            member.c.tenant_id == view.tenant.id, member.c.number == number
        )
    ).scalar()
    if member_id is None:
        raise Refused("report.member_unknown")
    (who,) = load_members(view, [member_id])
    return MemberReport(
        request_id=request_id,
        id=who.id,
        number=who.number,
        name=masked_name(who.name),
        phone=masked_phone(who.phone),
        tier=who.tier,
        status=who.status.value,
        principal=who.principal,
        bonus=who.bonus,
        held=who.held,
        points=who.points,
        points_pending=who.points_pending,
        growth=who.growth,
        accounts=_accounts(view, member_id),
        lots=_lots(view, member_id),
    )


def _accounts(view: View, member_id: str) -> tuple[AccountShown, ...]:
    account, entry = ledger.account, ledger.entry
    rows = view.connection.execute(
        select(
            account.c.ledger,
            account.c.kind,
            func.max(account.c.balance).label("kept"),
            func.coalesce(func.sum(entry.c.amount), 0).label("balance"),
            func.count(entry.c.n).label("entries"),
        )
        .outerjoin(entry, entry.c.account_id == account.c.id)
        .where(account.c.member_id == member_id)
        .group_by(account.c.id, account.c.ledger, account.c.kind)
        .order_by(account.c.ledger, account.c.kind)
    )
    return tuple(
        AccountShown(
            ledger=row.ledger,
            kind=row.kind,
            balance=int(row.balance),
            kept=row.kept,
            entries=row.entries,
        )
        for row in rows
    )


def _lots(view: View, member_id: str) -> tuple[LotShown, ...]:
    lot = ledger.lot
    rows = view.connection.execute(
        select(lot).where(lot.c.member_id == member_id).order_by(lot.c.opened_ms, lot.c.id)
    ).mappings()
    shown = ("id", "ledger", "amount", "remaining", "held", "bonus_amount", "bonus_remaining")
    return tuple(
        LotShown(
            **{name: row[name] for name in shown},
            bonus_held=row["bonus_held"],
            available_from_ms=row["available_from_ms"],
            expires_ms=row["expires_ms"] or 0,
        )
        for row in rows
    )
