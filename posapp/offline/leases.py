"""What central lent to this till: asked for, kept, spent with the sale, forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.domain.ids import LeaseId, MemberId
from posapp.domain.leases import Lease, less, of_points, right_to, total
from posapp.domain.offers import codes_laid
from posapp.domain.sale import ValueSlice
from posapp.wire.canonical import decode, encode
from posapp.wire.leases import LeaseHeld
from posapp.wire.requests import HoldLedger

if TYPE_CHECKING:
    from posapp.domain.sale import Sale, Tender
    from posapp.offline.database import Database, Row, Tx

_ASK: Final = """
    INSERT INTO lease(
      id, member_id, incarnation, ledger, state, slices, granted_ms, ends_ms, day, day_key
    ) VALUES (?, ?, ?, ?, 'asked', '[]', 0, 0, '', x'') ON CONFLICT(id) DO NOTHING
"""
_KEEP: Final = """
    UPDATE lease SET
      state = 'open', slices = ?, granted = ?, granted_ms = ?, ends_ms = ?, day = ?, day_key = ?
    WHERE id = ? AND state = 'asked'
"""
_STEP: Final = """
    INSERT INTO code_use(member_id, step) VALUES (?, ?)
    ON CONFLICT(member_id) DO UPDATE SET step = excluded.step, wrong = 0
    WHERE excluded.step > code_use.step
"""
_WRONG: Final = """
    INSERT INTO code_use(member_id, step, wrong) VALUES (?, 0, 1)
    ON CONFLICT(member_id) DO UPDATE SET wrong = wrong + 1
"""
_PAUSE: Final = "UPDATE code_use SET wrong = 0, paused_until_ms = ? WHERE member_id = ?"
_USE: Final = "SELECT step, wrong, paused_until_ms FROM code_use WHERE member_id = ?"
_OPEN: Final = """
    SELECT id, member_id, incarnation, slices, granted_ms, ends_ms, day, day_key,
        state = 'returning', ledger, granted
    FROM lease WHERE state IN ('open', 'returning') ORDER BY id
"""
_RIGHTS: Final = "SELECT id, slices FROM lease WHERE member_id = ? AND ledger = 'coupon'"
_RETURN: Final = "UPDATE lease SET state = 'returning' WHERE id = ? AND state = 'open'"
_STAY: Final = "UPDATE lease SET state = 'open' WHERE id = ? AND state = 'returning'"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptLease:
    """A lease with what only this till needs: whose incarnation it is, and its day's key.

    `granted` as it was lent. `is_returning`: central was asked to take it back, so that nobody
    spends it here any more.
    """

    lease: Lease
    granted: tuple[ValueSlice, ...] = ()
    ledger: HoldLedger = HoldLedger.STORED_VALUE
    incarnation: int
    granted_ms: int
    day: str
    day_key: bytes
    is_returning: bool = False

    @property
    def is_touched(self) -> bool:
        """Whether a part of it was spent."""
        return total(self.granted) > self.lease.left

    def __repr__(self) -> str:
        return f"KeptLease({self.lease.id}, {self.day}, ********)"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLease:
    """A lease that has no answer yet, and the incarnation that asked."""

    lease_id: LeaseId
    member_id: MemberId
    incarnation: int
    ledger: HoldLedger


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeUse:
    """How far a member's dynamic codes are used at this till, and wrong ones in a row."""

    step: int = 0
    wrong: int = 0
    paused_until_ms: int = 0


class LeaseStore:
    """Lanes "online" and "store"; every method is one durable transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def ask(
        self,
        lease_id: LeaseId,
        member_id: MemberId,
        incarnation: int,
        ledger: HoldLedger = HoldLedger.STORED_VALUE,
    ) -> None:
        """Written down before it is asked for, so that a lost answer is asked for again."""
        with self._database.write() as tx:
            tx.run(_ASK, (lease_id, member_id, incarnation, ledger.value))

    def asked(self) -> tuple[AskedLease, ...]:
        """What has no answer yet."""
        rows = self._database.rows(
            "SELECT id, member_id, incarnation, ledger FROM lease WHERE state = 'asked' ORDER BY id"
        )
        return tuple(
            AskedLease(
                lease_id=LeaseId(row[0]),
                member_id=MemberId(row[1]),
                incarnation=row[2],
                ledger=HoldLedger(row[3]),
            )
            for row in rows
        )

    def keep(self, kept: KeptLease, last_step: int) -> None:
        """The answer to what was asked; steps that central accepted are used here, too."""
        lease = kept.lease
        slices = encode(lease.slices).decode()
        granted = encode(kept.granted or lease.slices).decode()
        end = (kept.granted_ms, lease.ends_ms, kept.day, kept.day_key, lease.id)
        values = (slices, granted, *end)
        with self._database.write() as tx:
            tx.run(_KEEP, values)
            tx.run(_STEP, (lease.member_id, last_step))

    def open_leases(self) -> tuple[KeptLease, ...]:
        """All that this till holds or is giving back, of whatever incarnation."""
        return tuple(_kept(row) for row in self._database.rows(_OPEN))

    def held(self) -> tuple[LeaseHeld, ...]:
        """What hello says: a central that was restored may have forgotten some of it."""
        return tuple(
            LeaseHeld(
                lease_id=kept.lease.id,
                member_id=kept.lease.member_id,
                incarnation=kept.incarnation,
                ledger=kept.ledger,
                granted=kept.granted,
                left=kept.lease.slices,
                granted_ms=kept.granted_ms,
                ends_ms=kept.lease.ends_ms,
            )
            for kept in self.open_leases()
        )

    def begin_return(self, lease_id: LeaseId) -> None:
        """Before central is asked to take it back: whatever happens then, nobody spends it."""
        with self._database.write() as tx:
            tx.run(_RETURN, (lease_id,))

    def stay(self, lease_id: LeaseId) -> None:
        """Central was not reached: it may be spent again."""
        with self._database.write() as tx:
            tx.run(_STAY, (lease_id,))

    def forget(self, lease_id: LeaseId) -> None:
        """Declined, or frozen with its incarnation: its key goes, nothing is given back."""
        with self._database.write() as tx:
            forget_lease(tx, lease_id)

    def code_use(self, member_id: str) -> CodeUse:
        row = self._database.row(_USE, (member_id,))
        return (
            CodeUse() if row is None else CodeUse(step=row[0], wrong=row[1], paused_until_ms=row[2])
        )

    def use_step(self, member_id: str, step: int) -> bool:
        """Durable before anything is approved; False when this step or a later one was used."""
        with self._database.write() as tx:
            row = tx.row(_USE, (member_id,))
            if row is not None and row[0] >= step:
                return False
            tx.run(_STEP, (member_id, step))
            return True

    def count_wrong(self, member_id: str, *, most: int, pause_until_ms: int) -> CodeUse:
        """One wrong code more; with `most` of them in a row the pause begins."""
        with self._database.write() as tx:
            tx.run(_WRONG, (member_id,))
            row = tx.row(_USE, (member_id,))
            if row is not None and row[1] >= most:
                tx.run(_PAUSE, (pause_until_ms, member_id))
        return self.code_use(member_id)


def spend_in(tx: Tx, tender: Tender) -> None:
    """What a tender takes off its lease; a lease that this till no longer knows is left alone."""
    if tender.lease_id is None:
        return
    row = tx.row("SELECT slices FROM lease WHERE id = ?", (tender.lease_id,))
    if row is not None:
        taken = tender.value_slices or of_points(tender.point_slices)
        left = less(decode(row[0], tuple[ValueSlice, ...]), taken)
        tx.run("UPDATE lease SET slices = ? WHERE id = ?", (encode(left).decode(), tender.lease_id))


def use_rights_in(tx: Tx, sale: Sale) -> None:
    """The coupons of a sale go off what this till was lent of her; of others nothing is known."""
    codes = codes_laid(sale.lines)
    if not codes or sale.member_id is None:
        return
    used = [right_to(code) for code in codes]
    for lease_id, slices in tx.rows(_RIGHTS, (sale.member_id,)):
        left = less(decode(slices, tuple[ValueSlice, ...]), used)
        tx.run("UPDATE lease SET slices = ? WHERE id = ?", (encode(left).decode(), lease_id))


def forget_lease(tx: Tx, lease_id: str) -> None:
    tx.run("DELETE FROM lease WHERE id = ?", (lease_id,))


def _kept(row: Row) -> KeptLease:
    lease_id, member_id, incarnation, slices, granted_ms, ends_ms, day, day_key, *more = row
    back, ledger, granted = more
    lease = Lease(
        id=LeaseId(lease_id),
        member_id=MemberId(member_id),
        slices=decode(slices, tuple[ValueSlice, ...]),
        ends_ms=ends_ms,
    )
    return KeptLease(
        lease=lease,
        granted=decode(granted, tuple[ValueSlice, ...]),
        ledger=HoldLedger(ledger),
        incarnation=incarnation,
        granted_ms=granted_ms,
        day=day,
        day_key=bytes(day_key),
        is_returning=bool(back),
    )
