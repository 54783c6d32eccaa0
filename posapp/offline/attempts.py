"""Begun payments outside the till: put down before they are sent, so that a restart asks again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from posapp.offline.database import Database, Row

_PUT: Final = """
    INSERT INTO attempt(id, sale_id, kind, amount, channel, state, reference, masked, at_ms, via)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING
"""
_UPDATE: Final = """
    UPDATE attempt SET state = ?, reference = CASE ? WHEN '' THEN reference ELSE ? END,
                       masked = CASE ? WHEN '' THEN masked ELSE ? END
    WHERE id = ?
"""
_GET: Final = """
    SELECT id, sale_id, kind, amount, channel, state, reference, masked, at_ms, via
    FROM attempt WHERE id = ?
"""
_OPEN: Final = """
    SELECT id, sale_id, kind, amount, channel, state, reference, masked, at_ms, via
    FROM attempt
    WHERE state IN ('sent', 'userpaying', 'unknown', 'authorised', 'reversing', 'manual')
    ORDER BY at_ms, id
"""


class AttemptKind(StrEnum):
    """A payment at a terminal, a hold at central, or an external payment to be given back.

    Of a refund `reference` names the tender that was paid, until the terminal gives its own.
    """

    EXTERNAL = "external"
    HOLD = "hold"
    REFUND = "refund"


class AttemptState(StrEnum):
    """How far it came. Open are `sent` (no answer yet), `userpaying` (the customer confirms on her
    phone), `unknown` (asked again, still none), `reversing` (given up, not known undone), `manual`
    (it could not be undone either) and `authorised` (money is taken or reserved, the sale is not
    committed). `aside`: a manager took it off the order, it is for the acquirer's bill to tell.
    """

    SENT = "sent"
    USERPAYING = "userpaying"
    UNKNOWN = "unknown"
    AUTHORISED = "authorised"
    REVERSING = "reversing"
    MANUAL = "manual"
    ASIDE = "aside"
    DECLINED = "declined"
    DROPPED = "dropped"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One begun payment; `id` is the tender id and the idempotency key. Minor units, or points.

    `via` is the gateway that an external one went over.
    """

    id: str
    sale_id: str
    kind: AttemptKind
    amount: int
    channel: str = ""
    state: AttemptState = AttemptState.SENT
    reference: str = ""
    masked: str = ""
    at_ms: int = 0
    via: str = "terminal"


class AttemptStore:
    """Lanes "store", "online" and a terminal's; every method is one durable transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, attempt: Attempt) -> None:
        """Write it down before it is sent. A second put of the same id changes nothing."""
        first = (attempt.id, attempt.sale_id, attempt.kind, attempt.amount, attempt.channel)
        rest = (attempt.state, attempt.reference, attempt.masked, attempt.at_ms, attempt.via)
        with self._database.write() as tx:
            tx.run(_PUT, (*first, *rest))

    def update(
        self, attempt_id: str, state: AttemptState, *, reference: str = "", masked: str = ""
    ) -> None:
        """Record what became of it; empty texts leave what stands."""
        with self._database.write() as tx:
            tx.run(_UPDATE, (state, reference, reference, masked, masked, attempt_id))

    def get(self, attempt_id: str) -> Attempt | None:
        found = self._database.row(_GET, (attempt_id,))
        return _attempt(found) if found else None

    def open(self) -> tuple[Attempt, ...]:
        """Those whose end is not known or whose sale is not committed, oldest first."""
        return tuple(_attempt(row) for row in self._database.rows(_OPEN))


def _attempt(row: Row) -> Attempt:
    return Attempt(
        id=row[0],
        sale_id=row[1],
        kind=AttemptKind(row[2]),
        amount=row[3],
        channel=row[4],
        state=AttemptState(row[5]),
        reference=row[6],
        masked=row[7],
        at_ms=row[8],
        via=row[9],
    )
