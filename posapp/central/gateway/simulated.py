"""An acquirer without a bank: plays what acquirers do, by the last digits of the code shown."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.domain.charges import (
    ChargeOutcome,
    Declined,
    Offered,
    OfferOutcome,
    Paid,
    Reversed,
    ReverseOutcome,
    Unknown,
    Waiting,
)

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.central.gateway.acquirer import OfferOrder, Order, RefundOrder


class Play(StrEnum):
    """What happens to an order: at once, and whenever it is asked about."""

    PAID = "paid"
    PASSWORD = "password"  # noqa: S105  # what the customer is asked for
    PASSWORD_NEVER = "password_never"  # noqa: S105  # as above, and she does not answer
    SYSTEM_ERROR = "system_error"
    LOST = "lost"
    SILENT = "silent"
    EXPIRED = "expired"
    BALANCE = "balance"
    SCANNED = "scanned"


BY_LAST_DIGITS: Final = {
    "01": Play.PASSWORD,
    "02": Play.PASSWORD_NEVER,
    "03": Play.SYSTEM_ERROR,
    "04": Play.LOST,
    "05": Play.SILENT,
    "06": Play.EXPIRED,
    "07": Play.BALANCE,
}
"""password: paid when asked the second time. system_error: unknown, not paid. lost: paid, and
nobody hears it. silent: paid, and no question is answered, but an undoing is. Every other code is
paid."""


class State(StrEnum):
    PAID = "paid"
    WAITING = "waiting"
    ERROR = "error"
    CLOSED = "closed"
    REFUND = "refund"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """An order, or a refund of one (`original`), as the acquirer has it; minor units."""

    number: str
    amount: int
    state: State
    reference: str
    masked: str
    play: Play
    asked: int = 0
    original: str = ""


class SimulatedAcquirer:
    """Safe from any thread. With a file its orders are there again after a restart.

    A code of the shop is scanned and paid when it is asked about for the `scans_after`th time;
    with 0 only by `scan`.
    """

    def __init__(self, file: Path | None = None, *, scans_after: int = 3) -> None:
        self._file = file
        self._scans_after = scans_after
        self._lock = threading.RLock()
        self._rows: dict[str, Row] = _loaded(file)
        self._used: set[str] = set()

    def rows(self) -> tuple[Row, ...]:
        """Every order in the order of its arrival."""
        with self._lock:
            return tuple(self._rows.values())

    def money_taken(self) -> int:
        """What it owes the shop, minor units."""
        signs = {State.PAID: 1, State.REFUND: -1}
        return sum(signs.get(row.state, 0) * row.amount for row in self.rows())

    def pay(self, order: Order) -> ChargeOutcome:
        """See `Acquirer.pay`. A second payment under one number, or of one code, is declined."""
        play = BY_LAST_DIGITS.get(order.code[-2:], Play.PAID)
        with self._lock:
            is_used = order.code in self._used or order.number in self._rows
            if is_used or play is Play.EXPIRED:
                return Declined("gateway.code_expired")
            self._used.add(order.code)
            if play is Play.BALANCE:
                return Declined("gateway.balance")
            row = Row(
                number=order.number,
                amount=order.amount,
                state=_FIRST.get(play, State.PAID),
                reference=f"S{len(self._rows) + 1:010d}",
                masked=f"{order.code[:4]}********{order.code[-4:]}",
                play=play,
            )
            self._put(row)
            return Unknown() if play in _NO_ANSWER else _told(row)

    def precreate(self, order: OfferOrder) -> OfferOutcome:
        """See `Acquirer.precreate`."""
        with self._lock:
            row = self._rows.get(order.number)
            if row is None:
                row = Row(
                    number=order.number,
                    amount=order.amount,
                    state=State.WAITING,
                    reference=f"S{len(self._rows) + 1:010d}",
                    masked=f"139****{order.number[-4:]}",
                    play=Play.SCANNED,
                )
                self._put(row)
            if row.state is not State.WAITING:
                return _told(row)
            return Offered(f"https://pay.example/q/{order.number}", order.left_ms)

    def scan(self, number: str) -> bool:
        """The customer scans the shop's code and pays; False where it may be paid no more."""
        with self._lock:
            row = self._rows.get(number)
            if row is None or row.play is not Play.SCANNED or row.state is not State.WAITING:
                return False
            self._put(replace(row, state=State.PAID))
            return True

    def query(self, number: str) -> ChargeOutcome:
        """See `Acquirer.query`."""
        with self._lock:
            row = self._rows.get(number)
            if row is None or row.play is Play.SILENT:
                return Unknown()
            row = replace(row, asked=row.asked + 1)
            if row.play is Play.PASSWORD and row.state is State.WAITING and row.asked > 1:
                row = replace(row, state=State.PAID)
            self._put(row)
            if row.play is Play.SCANNED and row.asked == self._scans_after:
                self.scan(number)
            return _told(self._rows[number])

    def reverse(self, number: str) -> ReverseOutcome:
        """See `Acquirer.reverse`; a number that never came can never be paid afterwards."""
        with self._lock:
            if self._refunded(number):
                return Declined("gateway.refunded")
            row = self._rows.get(number) or Row(
                number=number,
                amount=0,
                state=State.CLOSED,
                reference="",
                masked="",
                play=Play.PAID,
            )
            self._put(replace(row, state=State.CLOSED))
            return Reversed()

    def refund(self, order: RefundOrder) -> ChargeOutcome:
        """See `Acquirer.refund`."""
        with self._lock:
            known = self._rows.get(order.number)
            if known is not None:
                return Paid(known.reference, known.masked)
            row = self._rows.get(order.original)
            if row is None or row.state is not State.PAID:
                return Declined("gateway.not_paid")
            if order.amount > row.amount - self._refunded(order.original):
                return Declined("gateway.refund_exceeds")
            back = replace(
                row,
                number=order.number,
                amount=order.amount,
                state=State.REFUND,
                reference=f"S{len(self._rows) + 1:010d}",
                play=Play.PAID,
                original=order.original,
            )
            self._put(back)
            return Paid(back.reference, back.masked)

    def _refunded(self, number: str) -> int:
        return sum(row.amount for row in self._rows.values() if row.original == number)

    def _put(self, row: Row) -> None:
        self._rows[row.number] = row
        if self._file is None:
            return
        part = self._file.with_suffix(".part")
        with part.open("w", encoding="utf-8") as target:
            json.dump([asdict(each) for each in self._rows.values()], target, indent=1)
            target.flush()
            os.fsync(target.fileno())
        part.replace(self._file)


_FIRST: Final = {
    Play.PASSWORD: State.WAITING,
    Play.PASSWORD_NEVER: State.WAITING,
    Play.SYSTEM_ERROR: State.ERROR,
}
_NO_ANSWER: Final = (Play.LOST, Play.SILENT)


def _told(row: Row) -> ChargeOutcome:
    match row.state:
        case State.PAID | State.REFUND:
            return Paid(row.reference, row.masked)
        case State.WAITING:
            return Waiting()
        case State.ERROR:
            return Unknown()
        case State.CLOSED:
            return Declined("gateway.closed")


def _loaded(file: Path | None) -> dict[str, Row]:
    if file is None or not file.exists():
        return {}
    rows = json.loads(file.read_text("utf-8"))
    kept = (Row(**{**row, "state": State(row["state"]), "play": Play(row["play"])}) for row in rows)
    return {row.number: row for row in kept}
