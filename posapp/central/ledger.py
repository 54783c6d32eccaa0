"""The books of one transaction: postings are staged against loaded accounts and lots, then written.

Amounts are credits when positive, debits when negative. Nothing here decides what to post.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, bindparam, or_, select

from posapp.central.lots import LOT_COLUMNS, Lot
from posapp.central.portable import beside
from posapp.central.row_sets import RowSet, Way
from posapp.central.tables import ledger as tables

if TYPE_CHECKING:
    from collections.abc import Iterable

MON: Final = "MON"
BON: Final = "BON"
PTS: Final = "PTS"
GRW: Final = "GRW"

SV_AVAILABLE: Final = "sv_available"
SV_HELD: Final = "sv_held"
BONUS: Final = "bonus"
POINTS: Final = "points"
POINTS_DEBT: Final = "points_debt"
GROWTH: Final = "growth"

_LOT_BY_ID: Final = (
    select(*(tables.lot.c[name] for name in LOT_COLUMNS))
    .where(tables.lot.c.id == bindparam("lot_id"))
    .with_for_update(key_share=True)
)
_LOTS_OF_MEMBER: Final = (
    select(*(tables.lot.c[name] for name in LOT_COLUMNS))
    .where(
        tables.lot.c.member_id == bindparam("owner"),
        tables.lot.c.ledger == bindparam("of_ledger"),
        or_(tables.lot.c.remaining > 0, tables.lot.c.bonus_remaining > 0),
    )
    .order_by(tables.lot.c.id)
    .with_for_update(key_share=True)
)


@dataclass(slots=True, kw_only=True)
class Account:
    """An account while a transaction works on it; only a member's has a balance."""

    id: str
    row: dict[str, Any]
    balance: int | None
    is_new: bool = False
    is_dirty: bool = False


@dataclass(slots=True, kw_only=True)
class Posting:
    """One business event with its entries, before it is written."""

    id: str
    kind: str
    source_id: str
    at_ms: int
    member_id: str | None = None
    shop_id: str | None = None
    terminal_id: str | None = None
    reverses_id: str | None = None
    entries: list[dict[str, Any]] = field(default_factory=list)


class Books:
    """Loads what postings touch, keeps balances and lots in step, hands over what to write."""

    def __init__(self, connection: Connection, tenant_id: str, currency: str, now_ms: int) -> None:
        self._connection = connection
        self._tenant_id = tenant_id
        self._namespace = uuid.UUID(tenant_id)
        self._currency = currency
        self._now_ms = now_ms
        self._accounts: dict[str, Account] = {}
        self._known_members: set[str] = set()
        self._lots: dict[str, Lot | None] = {}
        self._lots_loaded: set[tuple[str, str]] = set()
        self._ids: dict[tuple[str, str, str], str] = {}
        self._postings: list[dict[str, Any]] = []
        self._entries: list[dict[str, Any]] = []

    def load_members(self, member_ids: Iterable[str]) -> None:
        """Read (and on a server database lock, in id order) the members' accounts in one go."""
        missing = sorted(set(member_ids) - self._known_members)
        if not missing:
            return
        account = tables.account.c
        found = self._connection.execute(
            select(tables.account)
            .where(account.member_id.in_(missing), beside(account.tenant_id) == self._tenant_id)
            .order_by(account.id)
            .with_for_update(key_share=True)
        )
        for row in found.mappings():
            self._accounts[row["id"]] = Account(id=row["id"], row=dict(row), balance=row["balance"])
        self._known_members.update(missing)

    def balance(self, ledger: str, kind: str, member_id: str, owner: str | None = None) -> int:
        """What a member's account holds now, including what this transaction staged."""
        self.load_members((member_id,))
        account = self._accounts.get(self._account_id(ledger, kind, owner or member_id))
        return 0 if account is None or account.balance is None else account.balance

    def lot(self, lot_id: str) -> Lot | None:
        """A lot of this tenant, or None."""
        if lot_id not in self._lots:
            row = self._connection.execute(_LOT_BY_ID, {"lot_id": lot_id}).mappings().first()
            mine = row is not None and row["tenant_id"] == self._tenant_id
            self._lots[lot_id] = Lot(**row) if mine and row is not None else None
        return self._lots[lot_id]

    def lots_of(self, member_id: str, ledger: str) -> list[Lot]:
        """The member's lots that still hold something, staged changes included."""
        if (member_id, ledger) not in self._lots_loaded:
            self._lots_loaded.add((member_id, ledger))
            found = self._connection.execute(
                _LOTS_OF_MEMBER, {"owner": member_id, "of_ledger": ledger}
            )
            for row in found.mappings():
                if row["tenant_id"] == self._tenant_id:
                    self._lots.setdefault(row["id"], Lot(**row))
        return [
            lot
            for lot in self._lots.values()
            if lot is not None and lot.member_id == member_id and lot.ledger == ledger
        ]

    def open_lot(
        self,
        *,
        lot_id: str,
        member_id: str,
        ledger: str,
        source_id: str,
        amount: int,
        bonus: int = 0,
        opened_ms: int,
        available_from_ms: int,
        expires_ms: int | None = None,
    ) -> Lot:
        lot = Lot(
            id=lot_id,
            tenant_id=self._tenant_id,
            member_id=member_id,
            ledger=ledger,
            source_id=source_id,
            amount=amount,
            remaining=amount,
            bonus_amount=bonus,
            bonus_remaining=bonus,
            opened_ms=opened_ms,
            available_from_ms=available_from_ms,
            expires_ms=expires_ms,
            is_new=True,
        )
        self._lots[lot_id] = lot
        return lot

    def house(self, posting: Posting, kind: str, owner: str, amount: int) -> None:
        """A money entry on an account of the house (cash, sales, contra): its balance is a sum."""
        if amount:
            account_id = self._account_id(MON, kind, owner)
            if account_id not in self._accounts:
                self._add_account(account_id, MON, kind, owner, None)
            posting.entries.append(_entry(account_id, MON, amount, None, None))

    def member(
        self,
        posting: Posting,
        ledger: str,
        kind: str,
        member_id: str,
        amount: int,
        *,
        lot_id: str | None = None,
        owner: str | None = None,
    ) -> None:
        """An entry on a member's account; its balance moves with it."""
        if amount == 0:
            return
        self.load_members((member_id,))
        account_id = self._account_id(ledger, kind, owner or member_id)
        account = self._accounts.get(account_id)
        if account is None:
            account = self._add_account(account_id, ledger, kind, owner or member_id, member_id)
        account.balance = (account.balance or 0) + amount
        account.is_dirty = True
        posting.entries.append(_entry(account_id, ledger, amount, lot_id, account.balance))

    def post(self, posting: Posting) -> None:
        """Stage a posting. Raises ValueError when its money entries do not sum to nothing."""
        money = [entry["amount"] for entry in posting.entries if entry["ledger"] == MON]
        credit = sum(amount for amount in money if amount > 0)
        debit = -sum(amount for amount in money if amount < 0)
        if credit != debit:
            raise ValueError(f"{posting.kind} {posting.id}: credit {credit}, debit {debit}")
        self._postings.append(
            {
                "id": posting.id,
                "tenant_id": self._tenant_id,
                "kind": posting.kind,
                "source_id": posting.source_id,
                "reverses_id": posting.reverses_id,
                "shop_id": posting.shop_id,
                "terminal_id": posting.terminal_id,
                "member_id": posting.member_id,
                "at_ms": posting.at_ms,
                "posted_ms": self._now_ms,
                "mon_debit": debit,
                "mon_credit": credit,
            }
        )
        for n, entry in enumerate(posting.entries):
            entry["posting_id"] = posting.id
            entry["n"] = n
        self._entries.extend(posting.entries)

    def take_staged(self) -> list[RowSet]:
        """Everything staged, to be written now: with this it counts as written."""
        staged = [
            *self._staged_accounts(),
            *self._staged_lots(),
            RowSet(table=tables.posting, rows=self._postings),
            RowSet(table=tables.entry, rows=self._entries),
        ]
        self._postings, self._entries = [], []
        return staged

    def _staged_accounts(self) -> list[RowSet]:
        new = [each for each in self._accounts.values() if each.is_new]
        changed = [each for each in self._accounts.values() if each.is_dirty and not each.is_new]
        for each in changed:
            each.row["version"] += 1
        rows = [{**each.row, "balance": each.balance} for each in sorted(new, key=_id_of)]
        house = [row for row in rows if row["member_id"] is None]
        of_members = [row for row in rows if row["member_id"] is not None]
        balances = [
            {"of_id": each.id, "balance": each.balance, "version": each.row["version"]}
            for each in changed
        ]
        for each in (*new, *changed):
            each.is_new = each.is_dirty = False
        return [
            RowSet(table=tables.account, rows=house, way=Way.INSERT_MISSING),
            RowSet(table=tables.account, rows=of_members),
            RowSet(table=tables.account, rows=balances, way=Way.CHANGE),
        ]

    def _staged_lots(self) -> list[RowSet]:
        lots = [lot for lot in self._lots.values() if lot is not None]
        new = [lot for lot in lots if lot.is_new]
        changed = [lot for lot in lots if lot.is_dirty and not lot.is_new]
        for lot in (*new, *changed):
            lot.is_new = lot.is_dirty = False
        return [
            RowSet(table=tables.lot, rows=[lot.row() for lot in new]),
            RowSet(table=tables.lot, rows=[_lot_values(lot) for lot in changed], way=Way.CHANGE),
        ]

    def _account_id(self, ledger: str, kind: str, owner: str) -> str:
        """Derived from what the account is, so that nobody has to look it up or race for it."""
        key = (ledger, kind, owner)
        found = self._ids.get(key)
        if found is None:
            name = "/".join((*key, self._currency))
            found = self._ids[key] = str(uuid.uuid5(self._namespace, name))
        return found

    def _add_account(
        self, account_id: str, ledger: str, kind: str, owner: str, member_id: str | None
    ) -> Account:
        row = {
            "id": account_id,
            "tenant_id": self._tenant_id,
            "ledger": ledger,
            "kind": kind,
            "owner": owner,
            "member_id": member_id,
            "currency": self._currency,
            "version": 0 if member_id is None else 1,
        }
        balance = None if member_id is None else 0
        account = Account(id=account_id, row=row, balance=balance, is_new=True)
        self._accounts[account_id] = account
        return account


def _id_of(account: Account) -> str:
    return account.id


def _entry(
    account_id: str, ledger: str, amount: int, lot_id: str | None, balance_after: int | None
) -> dict[str, Any]:
    return {
        "account_id": account_id,
        "ledger": ledger,
        "lot_id": lot_id,
        "amount": amount,
        "balance_after": balance_after,
    }


def _lot_values(lot: Lot) -> dict[str, Any]:
    return {
        "of_id": lot.id,
        "remaining": lot.remaining,
        "held": lot.held,
        "bonus_remaining": lot.bonus_remaining,
        "bonus_held": lot.bonus_held,
        "expires_ms": lot.expires_ms,
    }
