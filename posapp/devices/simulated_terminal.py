"""A payment terminal without a bank: plays paid, declined and unknown; its ledger survives."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.devices.ports import Absent, DeviceState, Ready
from posapp.domain.charges import (
    ChargeOutcome,
    Declined,
    Paid,
    Reversed,
    ReverseOutcome,
    Unknown,
    Waiting,
)
from posapp.errors import Refused, Unavailable

if TYPE_CHECKING:
    from pathlib import Path

    from posapp.domain.codes import PaymentCode

_CARD: Final = "622202******8293"


class Script(StrEnum):
    """What the next charge plays. The unknown ones, and the one for which the customer has to type
    her password, are resolved by a query.
    """

    PAID = "paid"
    DECLINED = "declined"
    UNKNOWN_THEN_PAID = "unknown_then_paid"
    UNKNOWN_THEN_DECLINED = "unknown_then_declined"
    STAYS_UNKNOWN = "stays_unknown"
    CUSTOMER_CONFIRMS = "customer_confirms"
    UNPLUGGED = "unplugged"


class AttemptState(StrEnum):
    PAID = "paid"
    DECLINED = "declined"
    PENDING = "pending"
    USERPAYING = "userpaying"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """One attempt as the bank's side knows it; `original` is set for refunds."""

    attempt_id: str
    amount: int
    currency: str
    state: AttemptState
    becomes: AttemptState
    reference: str
    masked: str
    original: str = ""


class SimulatedTerminal:
    """The far side of every charge. `script` holds until it is changed; safe from any thread.

    With a `ledger_path` the ledger is written before any answer is given and read at construction.
    """

    def __init__(self, ledger_path: Path | None = None) -> None:
        self.script = Script.PAID
        self._path = ledger_path
        self._lock = threading.RLock()
        self._rows: dict[str, LedgerRow] = _loaded(ledger_path)

    def ledger(self) -> tuple[LedgerRow, ...]:
        """Every attempt in the order of its first arrival."""
        with self._lock:
            return tuple(self._rows.values())

    def money_taken(self) -> int:
        """Paid charges less paid refunds: what a till's external tenders must sum to."""
        paid = (row for row in self.ledger() if row.state is AttemptState.PAID)
        return sum(-row.amount if row.original else row.amount for row in paid)

    def state(self) -> DeviceState:
        unplugged = self.script is Script.UNPLUGGED
        return Absent("terminal.unreachable") if unplugged else Ready()

    def charge(
        self, attempt_id: str, amount: int, currency: str, code: PaymentCode | None
    ) -> ChargeOutcome:
        """See `ports.PaymentTerminal.charge`."""
        if amount <= 0:
            raise ValueError("an amount to charge is positive")
        masked = _CARD if code is None else code.masked
        return self._attempt(attempt_id, amount, currency, masked)

    def query(self, attempt_id: str) -> ChargeOutcome:
        """See `ports.PaymentTerminal.query`."""
        self._check_plugged()
        with self._lock:
            row = self._rows.get(attempt_id)
            if row is None:
                return Declined("terminal.not_found")
            if row.state in _PENDING and self.script not in _STAYS:
                row = self._put(replace(row, state=row.becomes))
            return _outcome(row)

    def reverse(self, attempt_id: str) -> ReverseOutcome:
        """See `ports.PaymentTerminal.reverse`. An unknown id is kept and can never be paid."""
        self._check_plugged()
        with self._lock:
            row = self._rows.get(attempt_id) or _never_arrived(attempt_id)
            if self._refunded(attempt_id):
                return Declined("terminal.already_refunded")
            self._put(replace(row, state=AttemptState.REVERSED))
            return Reversed()

    def refund(
        self, refund_attempt_id: str, original_attempt_id: str, amount: int
    ) -> ChargeOutcome:
        """See `ports.PaymentTerminal.refund`."""
        if amount <= 0:
            raise ValueError("an amount to refund is positive")
        with self._lock:
            row = self._rows.get(original_attempt_id)
            if row is None or row.state is not AttemptState.PAID or row.original:
                return Declined("terminal.not_paid")
            left = row.amount - self._refunded(original_attempt_id, but=refund_attempt_id)
            if amount > left:
                raise Refused("terminal.refund_exceeds", left_minor=left)
            return self._attempt(
                refund_attempt_id, amount, row.currency, row.masked, original=row.attempt_id
            )

    def close(self) -> None:
        """The ledger is on disk already."""

    def _attempt(
        self, attempt_id: str, amount: int, currency: str, masked: str, *, original: str = ""
    ) -> ChargeOutcome:
        self._check_plugged()
        with self._lock:
            row = self._rows.get(attempt_id)
            if row is None:
                row = self._put(self._new_row(attempt_id, amount, currency, masked, original))
            elif row.amount and (row.amount, row.currency) != (amount, currency):
                raise Refused("terminal.attempt_differs")
            return _outcome(row)

    def _new_row(
        self, attempt_id: str, amount: int, currency: str, masked: str, original: str
    ) -> LedgerRow:
        state, becomes = _PLAYS[self.script]
        return LedgerRow(
            attempt_id=attempt_id,
            amount=amount,
            currency=currency,
            state=state,
            becomes=becomes,
            reference=f"T{len(self._rows) + 1:08d}",
            masked=masked,
            original=original,
        )

    def _refunded(self, original_attempt_id: str, but: str = "") -> int:
        given = (AttemptState.PAID, *_PENDING)
        return sum(
            row.amount
            for row in self._rows.values()
            if row.original == original_attempt_id and row.attempt_id != but and row.state in given
        )

    def _check_plugged(self) -> None:
        if self.script is Script.UNPLUGGED:
            raise Unavailable("terminal.unreachable")

    def _put(self, row: LedgerRow) -> LedgerRow:
        self._rows[row.attempt_id] = row
        if self._path is not None:
            _save(self._path, self._rows)
        return row


_PLAYS: Final = {
    Script.PAID: (AttemptState.PAID, AttemptState.PAID),
    Script.DECLINED: (AttemptState.DECLINED, AttemptState.DECLINED),
    Script.UNKNOWN_THEN_PAID: (AttemptState.PENDING, AttemptState.PAID),
    Script.UNKNOWN_THEN_DECLINED: (AttemptState.PENDING, AttemptState.DECLINED),
    Script.STAYS_UNKNOWN: (AttemptState.PENDING, AttemptState.PAID),
    Script.CUSTOMER_CONFIRMS: (AttemptState.USERPAYING, AttemptState.PAID),
    Script.UNPLUGGED: (AttemptState.DECLINED, AttemptState.DECLINED),
}
_PENDING: Final = (AttemptState.PENDING, AttemptState.USERPAYING)
_STAYS: Final = (Script.STAYS_UNKNOWN, Script.CUSTOMER_CONFIRMS)
"""While one of these is set, asking again brings nothing new."""


def _outcome(row: LedgerRow) -> ChargeOutcome:
    match row.state:
        case AttemptState.PAID:
            return Paid(row.reference, row.masked)
        case AttemptState.DECLINED:
            return Declined("terminal.declined")
        case AttemptState.REVERSED:
            return Declined("terminal.reversed")
        case AttemptState.PENDING:
            return Unknown()
        case AttemptState.USERPAYING:
            return Waiting()


def _never_arrived(attempt_id: str) -> LedgerRow:
    return LedgerRow(
        attempt_id=attempt_id,
        amount=0,
        currency="",
        state=AttemptState.REVERSED,
        becomes=AttemptState.REVERSED,
        reference="",
        masked="",
    )


def _loaded(path: Path | None) -> dict[str, LedgerRow]:
    if path is None or not path.exists():
        return {}
    rows = json.loads(path.read_text(encoding="utf-8"))
    kept = (
        LedgerRow(
            **{
                **row,
                "state": AttemptState(row["state"]),
                "becomes": AttemptState(row["becomes"]),
            }
        )
        for row in rows
    )
    return {row.attempt_id: row for row in kept}


def _save(path: Path, rows: dict[str, LedgerRow]) -> None:
    """Whole or not at all, also over a power cut."""
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8") as target:
        json.dump([asdict(row) for row in rows.values()], target, indent=1)
        target.flush()
        os.fsync(target.fileno())
    unfinished.replace(path)
