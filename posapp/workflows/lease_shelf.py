"""What this till was lent and may still spend, and what an order has begun to spend of it."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.domain.ids import LeaseId, MemberId, SaleId, TenderId
from posapp.domain.leases import rights
from posapp.domain.payment import Balances
from posapp.domain.sale import ValueSlice
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.offline.leases import KeptLease, LeaseStore
    from posapp.workflows.desk import Desk

MONEY: Final = HoldLedger.STORED_VALUE
COUPON: Final = HoldLedger.COUPON


@dataclass(frozen=True, slots=True, kw_only=True)
class Lent:
    """What this till may still spend of a member's: minor units, points or `coupons` by `ledger`.

    `granted_ms` is central's time.
    """

    member_id: MemberId
    amount: int
    granted_ms: int
    ledger: HoldLedger = MONEY
    coupons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A part of a lease that an order is about to spend; nobody gives that lease back meanwhile."""

    lease_id: LeaseId
    sale_id: SaleId
    member_number: str
    slices: tuple[ValueSlice, ...]
    before: Balances


class LeaseShelf:
    """Any lane. What is begun is kept in memory: with the program it ends unspent, as its order
    does. `lock` is held by whoever decides about a lease and then writes that down.
    """

    def __init__(self, leases: LeaseStore, desk: Desk, is_sure: Callable[[], bool]) -> None:
        self._leases = leases
        self._desk = desk
        self.is_sure = is_sure
        self.lock = threading.RLock()
        self._begun: dict[TenderId, Begun] = {}
        self._shown: tuple[Lent, ...] = ()

    @property
    def lent(self) -> tuple[Lent, ...]:
        """From memory: what may be spent here with nobody to ask."""
        return self._shown if self.is_sure() else ()

    def has_lent(self, member_id: str | None, ledger: HoldLedger = MONEY) -> bool:
        """Whether something of hers may be spent here with nobody to ask."""
        return any(
            each.member_id == member_id and each.ledger is ledger and each.amount
            for each in self.lent
        )

    def mine(self) -> list[KeptLease]:
        """Those of older incarnations are frozen."""
        incarnation = self._desk.place.incarnation
        return [each for each in self._leases.open_leases() if each.incarnation == incarnation]

    def usable(self, member_id: str, ledger: HoldLedger) -> list[KeptLease]:
        """Of one member, of today, and of no other order that is being paid."""
        return [
            each
            for each in self._usable()
            if each.lease.member_id == member_id and each.ledger is ledger
        ]

    def find(self, lease_id: LeaseId) -> KeptLease | None:
        """A lease of today, begun or not."""
        now_ms = self._desk.now_ms()
        found = (each for each in self.mine() if each.lease.id == lease_id)
        return next((each for each in found if now_ms < each.lease.ends_ms), None)

    def begin(self, tender_id: TenderId, begun: Begun) -> None:
        with self.lock:
            self._begun[tender_id] = begun
            self.show()

    def begun(self, tender_id: str) -> Begun | None:
        with self.lock:
            return self._begun.get(TenderId(tender_id))

    def is_begun(self, lease_id: LeaseId) -> bool:
        with self.lock:
            return any(each.lease_id == lease_id for each in self._begun.values())

    def end(self, tender_id: TenderId) -> None:
        """The order does not spend it, or has spent it in its own transaction."""
        with self.lock:
            self._begun.pop(tender_id, None)
            self.show()

    def end_order(self, sale_id: str) -> None:
        """Whatever an order had set aside."""
        with self.lock:
            for tender_id in [t for t, each in self._begun.items() if each.sale_id == sale_id]:
                del self._begun[tender_id]
            self.show()

    def show(self) -> None:
        """Read again what `lent` answers; coupons also while an order in work has begun them."""
        self._shown = tuple(
            Lent(
                member_id=each.lease.member_id,
                amount=each.lease.left,
                granted_ms=each.granted_ms,
                ledger=each.ledger,
                coupons=rights(each.lease.slices) if each.ledger is COUPON else (),
            )
            for each in self._today()
            if each.ledger is COUPON or not self.is_begun(each.lease.id)
        )

    def _usable(self) -> list[KeptLease]:
        return [each for each in self._today() if not self.is_begun(each.lease.id)]

    def _today(self) -> list[KeptLease]:
        now_ms = self._desk.now_ms()
        held = (each for each in self.mine() if not each.is_returning)
        return [each for each in held if now_ms < each.lease.ends_ms]
