"""Stored value at the model of central: lots, holds by id, and the last step of a member's code."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date
from functools import lru_cache
from typing import TYPE_CHECKING

from posapp.domain.leases import total
from posapp.domain.sale import TenderKind, ValueSlice
from posapp.domain.stored_value import ValueLot, plan_spend
from posapp.errors import Refused
from posapp.wire.facts import HoldReleaseData
from posapp.wire.member_code import day_key, verify
from tests.simulation.loans import Loan, Wait

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.sale import Sale
    from posapp.wire.facts import FactData

HELD, SPENT, RELEASED, DECLINED = "held", "spent", "released", "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """What a request id was answered, for ever."""

    member: str
    amount: int
    state: str
    slices: tuple[ValueSlice, ...] = ()
    begun_ms: int = 0


@dataclass
class Vault:
    """Lots are what is left and not held; `topped` and `spent` are the sums that they follow from."""

    lots: dict[str, tuple[ValueLot, ...]] = field(default_factory=dict)
    holds: dict[str, Hold] = field(default_factory=dict)
    steps: dict[str, int] = field(default_factory=dict)
    blocked: dict[str, bool] = field(default_factory=dict)
    topped: dict[str, int] = field(default_factory=dict)
    spent: dict[str, int] = field(default_factory=dict)
    loss: dict[str, int] = field(default_factory=dict)
    loans: dict[str, Loan] = field(default_factory=dict)
    stopped: dict[str, bool] = field(default_factory=dict)
    awaited: dict[str, Wait] = field(default_factory=dict)
    lease_loss: dict[str, int] = field(default_factory=dict)

    def copy(self) -> Vault:
        return Vault(**{each.name: dict(getattr(self, each.name)) for each in fields(self)})

    def top_up(self, member: str, lot: ValueLot) -> None:
        self.lots[member] = (*self.lots.get(member, ()), lot)
        self.topped[member] = self.topped.get(member, 0) + lot.principal + lot.bonus

    def free(self, member: str) -> int:
        return sum(lot.principal + lot.bonus for lot in self.lots.get(member, ()))

    def held(self, member: str) -> int:
        open_ones = (h for h in self.holds.values() if h.member == member and h.state == HELD)
        lent = sum(total(loan.left) for loan in self.loans.values() if loan.member == member)
        return sum(hold.amount for hold in open_ones) + lent

    def slices(self, member: str) -> list[ValueSlice]:
        """What is free, by lot."""
        return [
            ValueSlice(lot_id=lot.lot_id, principal=lot.principal, bonus=lot.bonus)
            for lot in self.lots.get(member, ())
        ]

    def step_of(self, member: str, digits: str, now_ms: int) -> int | None:
        """The step that these digits prove, later than every one before."""
        last = self.steps.get(member, 0)
        return verify(lambda day: key_of(member, day), digits, now_ms, UTC, last)

    def planned(self, member: str, amount: int) -> tuple[ValueSlice, ...] | None:
        """Where an amount would come from; None when it is not there or may not be spent."""
        if self.blocked.get(member):
            return None
        try:
            return plan_spend(self.lots.get(member, ()), amount)
        except Refused:
            return None

    def reserve(self, hold_id: str, hold: Hold) -> None:
        self.holds[hold_id] = hold
        self.move(hold.member, hold.slices, -1)

    def end(self, hold_id: str, state: str) -> None:
        """Spent or released, once."""
        hold = self.holds.get(hold_id)
        if hold is None or hold.state != HELD:
            return
        self.holds[hold_id] = replace(hold, state=state)
        if state == RELEASED:
            self.move(hold.member, hold.slices, 1)
        else:
            self.spent[hold.member] = self.spent.get(hold.member, 0) + hold.amount

    def capture(self, sale: Sale) -> None:
        """What the hold covers is spent; a hold that central forgot is a loss, never a refusal."""
        for tender in sale.tenders:
            if tender.kind is not TenderKind.STORED_VALUE or tender.hold_id is None:
                continue
            hold = self.holds.get(tender.hold_id)
            if hold is not None and hold.state == HELD:
                self.end(tender.hold_id, SPENT)
            elif hold is None or hold.state != SPENT:
                self._spend_uncovered(tender.hold_id, tender.masked, tender.amount)

    def release_by(self, data: FactData) -> None:
        """A release of a hold that never came is kept, too: a late request finds it ended."""
        if isinstance(data, HoldReleaseData):
            self.holds.setdefault(data.hold_id, Hold(member="", amount=0, state=RELEASED))
            self.end(data.hold_id, RELEASED)

    def _spend_uncovered(self, hold_id: str, member: str, amount: int) -> None:
        """From what is free as far as it goes; the rest is booked as a loss with a case."""
        covered = min(amount, self.free(member))
        slices = plan_spend(self.lots.get(member, ()), covered) if covered else ()
        hold = Hold(member=member, amount=covered, state=SPENT, slices=slices)
        self.holds[hold_id] = hold
        self.move(member, slices, -1)
        self.spent[member] = self.spent.get(member, 0) + amount
        self.loss[member] = self.loss.get(member, 0) + amount - covered

    def move(self, member: str, slices: Sequence[ValueSlice], sign: int) -> None:
        """Out of what is free, or back into it."""
        parts = {piece.lot_id: piece for piece in slices}
        self.lots[member] = tuple(
            _moved(lot, parts[lot.lot_id], sign) if lot.lot_id in parts else lot
            for lot in self.lots.get(member, ())
        )


@lru_cache(maxsize=64)
def key_of(member: str, day: date) -> bytes:
    return day_key(member.encode(), day)


def _moved(lot: ValueLot, part: ValueSlice, sign: int) -> ValueLot:
    return replace(
        lot, principal=lot.principal + sign * part.principal, bonus=lot.bonus + sign * part.bonus
    )
