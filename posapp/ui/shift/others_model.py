"""The other payments while they are checked: ticked, or another total with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from posapp.domain.shift import TenderSum
from posapp.domain.shift_figures import TenderCheck
from posapp.errors import Refused
from posapp.ui.shift.words import GapReason, gap_reason_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """One way of paying; `entered` is the other side's total (minor units), None while nobody has
    looked.
    """

    tender: TenderSum
    entered: int | None = None
    reason: GapReason | None = None

    @property
    def is_checked(self) -> bool:
        return self.entered is not None

    @property
    def difference(self) -> int:
        return 0 if self.entered is None else self.entered - self.tender.net


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Another total while it is typed; None where the field holds no amount."""

    amount: int | None = None
    reason: GapReason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Others:
    """`at` is the chosen row; `entry` is open while another total is typed for it."""

    rows: tuple[Other, ...] = ()
    at: int = 0
    entry: Entry | None = None

    @property
    def is_complete(self) -> bool:
        return all(each.is_checked for each in self.rows)

    @property
    def left(self) -> int:
        """How many nobody has looked at."""
        return sum(not each.is_checked for each in self.rows)

    def of(self, tenders: tuple[TenderSum, ...]) -> Others:
        """The same for the sums as they are now: what was checked stays where its sum did."""
        known = {each.tender: each for each in self.rows}
        return Others(rows=tuple(known.get(each, Other(tender=each)) for each in tenders))

    def choose(self, at: int) -> Others:
        """Another row; what was typed for the one before is dropped."""
        return replace(self, at=at % max(len(self.rows), 1), entry=None)

    def tick(self, at: int) -> Others:
        """Agreeing, or not looked at any more."""
        row = self.rows[at]
        entered = None if row.is_checked else row.tender.net
        return self.choose(at)._with(replace(row, entered=entered, reason=None))

    def begin(self, at: int) -> Others:
        """Another total for this row is to be typed."""
        row = self.rows[at]
        entry = Entry(amount=row.entered if row.difference else None, reason=row.reason)
        return replace(self.choose(at), entry=entry)

    def typed(self, amount: int | None) -> Others:
        return self if self.entry is None else self._entering(replace(self.entry, amount=amount))

    def reasoned(self, reason: GapReason) -> Others:
        return self if self.entry is None else self._entering(replace(self.entry, reason=reason))

    def next_reason(self, step: int) -> Others:
        """The reason above or below the chosen one."""
        reasons = tuple(GapReason)
        now = None if self.entry is None else self.entry.reason
        place = -1 if now is None and step > 0 else reasons.index(now or reasons[0])
        return self.reasoned(reasons[(place + step) % len(reasons)])

    def take(self) -> Others:
        """The typed total stands; the till's own one is a tick.

        Raises Refused("shift.amount_not_valid", "shift.check_needs_reason").
        """
        entry, row = self.entry, self.rows[self.at]
        if entry is None or entry.amount is None:
            raise Refused("shift.amount_not_valid")
        differs = entry.amount != row.tender.net
        if differs and entry.reason is None:
            raise Refused("shift.check_needs_reason")
        reason = entry.reason if differs else None
        return replace(self, entry=None)._with(replace(row, entered=entry.amount, reason=reason))

    def as_checks(self) -> tuple[TenderCheck, ...]:
        """What the close is told; a row that nobody looked at is not among it."""
        return tuple(
            TenderCheck(
                kind=each.tender.kind,
                channel=each.tender.channel,
                count=each.tender.count,
                amount=each.tender.net,
                entered=each.entered,
                reason="" if each.reason is None else gap_reason_text(each.reason),
            )
            for each in self.rows
            if each.entered is not None
        )

    def _entering(self, entry: Entry) -> Others:
        return replace(self, entry=entry)

    def _with(self, row: Other) -> Others:
        return replace(self, rows=(*self.rows[: self.at], row, *self.rows[self.at + 1 :]))
