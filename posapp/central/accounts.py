"""Accounts that buy now and pay later (挂账): what each owes is a sum of entries, with a limit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select, update

from posapp.central.ledger import Posting
from posapp.central.tables.tenders import account_payment, credit_account
from posapp.domain.accounts import CreditAccount
from posapp.errors import Refused
from posapp.wire.accounts import AccountReply

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.arrival import Arrival
    from posapp.central.unit import Unit
    from posapp.wire.accounts import AccountAsked

RECEIVABLE: Final = "receivable"
WAYS: Final = ("cash", "transfer")


def account_of(row: Any) -> CreditAccount:
    """A row as the feed and the tills know it."""
    return CreditAccount(
        id=row["id"],
        code=row["code"],
        name=row["name"],
        limit=row["credit_limit"],
        owed=row["owed"],
        offline_most=row["offline_most"],
        active=bool(row["active"]),
    )


def find(connection: Connection, tenant_id: str, code: str) -> CreditAccount | None:
    row = (
        connection.execute(
            select(credit_account).where(
                credit_account.c.tenant_id == tenant_id, credit_account.c.code == code
            )
        )
        .mappings()
        .first()
    )
    return None if row is None else account_of(row)


def told(
    connection: Connection, tenant_id: str, asked: AccountAsked, request_id: str
) -> AccountReply:
    """The account as it stands now. Raises Refused("account.unknown")."""
    account = find(connection, tenant_id, asked.code)
    if account is None:
        raise Refused("account.unknown")
    return AccountReply(request_id=request_id, account=account)


def owe(unit: Unit, arrival: Arrival, code: str, amount: int) -> None:
    """What a sale put on an account, or with a negative amount a return took off it. A fact stands:
    above the limit, stopped or unknown is a case.
    """
    account = find(unit.connection, unit.tenant.id, code)
    if account is None:
        arrival.open_case(unit, "account.unknown", code=code, amount=amount)
        return
    _move(unit, account, amount)
    over = account.owed + amount > account.limit
    if amount > 0 and (over or not account.active):
        arrival.open_case(
            unit, "account.over_limit", account=code, amount=amount, limit_amount=account.limit
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """What a company paid, minor units: `way` is one of WAYS, `who` took it down."""

    amount: int
    way: str
    reference: str = ""
    who: str
    note: str


def pay(unit: Unit, code: str, paid: Paid) -> int:
    """The company pays what it owes, or a part. Returns what is still owed, minor units.

    Raises Refused("account.unknown", "account.payment_not_valid").
    """
    account = find(unit.connection, unit.tenant.id, code)
    if account is None:
        raise Refused("account.unknown")
    amount, way = paid.amount, paid.way
    if not 0 < amount <= account.owed or way not in WAYS:
        raise Refused("account.payment_not_valid", owed_amount=account.owed)
    payment_id = unit.ids.new()
    posting = Posting(
        id=payment_id, kind="account_payment", source_id=account.id, at_ms=unit.now_ms
    )
    unit.books.house(posting, "received", way, -amount)
    unit.books.house(posting, RECEIVABLE, code, amount)
    unit.books.post(posting)
    unit.insert(
        account_payment,
        id=payment_id,
        tenant_id=unit.tenant.id,
        account_id=account.id,
        amount=amount,
        way=way,
        reference=paid.reference,
        at_ms=unit.now_ms,
        who=paid.who,
        note=paid.note,
    )
    _move(unit, account, -amount)
    return account.owed - amount


def _move(unit: Unit, account: CreditAccount, amount: int) -> None:
    unit.connection.execute(
        update(credit_account)
        .where(credit_account.c.id == account.id)
        .values(owed=credit_account.c.owed + amount)
    )
    unit.change("account", account.id)
