"""What an operator does about accounts that pay later and payments that were recorded elsewhere."""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Final

from sqlalchemy import insert, select, update

from posapp.central import accounts, recorded
from posapp.central.commands import central_of
from posapp.central.seeding import only_tenant
from posapp.central.tables.tenders import credit_account
from posapp.domain.money import LARGEST_AMOUNT
from posapp.errors import Refused

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.commands import Answer
    from posapp.central.unit import Unit
    from posapp.domain.accounts import CreditAccount

_MOST_CODE: Final = 20


def show_accounts(data: Path) -> Answer:
    """Every account with its limit and what it owes."""
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        with central.database.read() as connection:
            rows = connection.execute(
                select(credit_account)
                .where(credit_account.c.tenant_id == tenant.id)
                .order_by(credit_account.c.code)
            ).mappings()
            return {"accounts": [_told(accounts.account_of(row)) for row in rows]}
    finally:
        central.database.close()


def set_account(
    data: Path, *, code: str, name: str, limit: int, offline_most: int, stopped: bool
) -> Answer:
    """Open an account or change it. Raises Refused("account.not_valid")."""
    fits = code.isascii() and code.isalnum() and len(code) <= _MOST_CODE and name.strip()
    if not fits or not 0 <= offline_most <= limit <= LARGEST_AMOUNT:
        raise Refused("account.not_valid")
    values: dict[str, str | int] = {
        "name": name.strip(),
        "credit_limit": limit,
        "offline_most": offline_most,
        "active": int(not stopped),
    }
    central = central_of(data)
    try:
        with central.work(only_tenant(central)) as unit:
            return _told(put_account(unit, code, values))
    finally:
        central.database.close()


def pay_account(
    data: Path, *, code: str, amount: int, way: str, reference: str, note: str
) -> Answer:
    """The company has paid. Raises as `accounts.pay`."""
    central = central_of(data)
    try:
        with central.work(only_tenant(central)) as unit:
            paid = accounts.Paid(
                amount=amount, way=way, reference=reference, who=getpass.getuser(), note=note
            )
            owed = accounts.pay(unit, code, paid)
            return {"account": code, "paid": amount, "owed": owed}
    finally:
        central.database.close()


def show_recorded(data: Path, *, state: str) -> Answer:
    """Payments that tills recorded, in one state."""
    central = central_of(data)
    try:
        tenant = only_tenant(central)
        with central.database.read() as connection:
            rows = recorded.listed(connection, tenant.id, state)
        names = ("id", "code", "taken_by", "reference", "amount", "at_ms", "note")
        return {
            "recorded": [{name: row[name] for name in names} for row in rows],
            "amount": sum(row["amount"] for row in rows),
        }
    finally:
        central.database.close()


def settle_recorded(data: Path, *, payment_id: str, seen: bool, note: str) -> Answer:
    """Seen in the bill, or not found there, which opens a case. Raises as `recorded.settle`."""
    central = central_of(data)
    try:
        with central.work(only_tenant(central)) as unit:
            recorded.settle(unit, payment_id, seen=seen, who=getpass.getuser(), note=note)
        return {"recorded": payment_id, "state": recorded.SEEN if seen else recorded.MISSING}
    finally:
        central.database.close()


def put_account(unit: Unit, code: str, values: dict[str, str | int]) -> CreditAccount:
    """Write an account under its code; `values` are columns. What it owes stays."""
    known = accounts.find(unit.connection, unit.tenant.id, code)
    if known is None:
        account_id = unit.ids.new()
        unit.connection.execute(
            insert(credit_account).values(
                id=account_id, tenant_id=unit.tenant.id, code=code, owed=0, **values
            )
        )
    else:
        account_id = known.id
        unit.connection.execute(
            update(credit_account).where(credit_account.c.id == account_id).values(**values)
        )
    unit.change("account", account_id)
    made = accounts.find(unit.connection, unit.tenant.id, code)
    assert made is not None
    return made


def _told(account: CreditAccount) -> Answer:
    return {
        "code": account.code,
        "name": account.name,
        "limit": account.limit,
        "owed": account.owed,
        "offline_most": account.offline_most,
        "active": account.active,
    }
