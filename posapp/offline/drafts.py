"""The basket in work and the held sales (挂单), so that a crash loses nothing that was scanned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.offline.database import Database

_CURRENT: Final = "current"
_PUT: Final = """
    INSERT INTO draft(id, sale_id, label, amount, staff_name, at_ms, body)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM sale WHERE id = ?2)
    ON CONFLICT(id) DO UPDATE SET sale_id = excluded.sale_id, body = excluded.body
"""
_PARKED: Final = """
    SELECT id, sale_id, label, amount, staff_name, at_ms FROM draft
    WHERE id <> 'current' ORDER BY at_ms, id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedDraft:
    """A held sale as the list shows it; amount in minor units."""

    id: str
    sale_id: str
    label: str
    amount: int
    staff_name: str
    at_ms: int


class DraftStore:
    """Lane "store". Bodies are the workflow's own bytes; this store does not look inside."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, sale_id: str, body: bytes) -> None:
        """Keep the current basket in place of the one before; one that was paid is not kept.

        It survives a kill; a power cut may take the last changes with it.
        """
        with self._database.write(relaxed=True) as tx:
            tx.run(_PUT, (_CURRENT, sale_id, "", 0, "", 0, body))

    def load(self) -> bytes | None:
        """The current basket, or None."""
        found = self._database.row("SELECT body FROM draft WHERE id = ?", (_CURRENT,))
        return bytes(found[0]) if found else None

    def clear(self) -> None:
        """Forget the current basket: it was voided or is empty."""
        with self._database.write(relaxed=True) as tx:
            tx.run("DELETE FROM draft WHERE id = ?", (_CURRENT,))

    def park(self, parked: ParkedDraft, body: bytes) -> None:
        """Put the current basket aside; there is none afterwards."""
        head = (parked.id, parked.sale_id, parked.label, parked.amount)
        with self._database.write() as tx:
            tx.run("DELETE FROM draft WHERE id = ?", (_CURRENT,))
            tx.run(_PUT, (*head, parked.staff_name, parked.at_ms, body))

    def parked(self) -> tuple[ParkedDraft, ...]:
        """Held sales, oldest first."""
        return tuple(
            ParkedDraft(
                id=row[0],
                sale_id=row[1],
                label=row[2],
                amount=row[3],
                staff_name=row[4],
                at_ms=row[5],
            )
            for row in self._database.rows(_PARKED)
        )

    def recall(self, parked_id: str) -> bytes:
        """Make a held sale the current one. Raises Refused("hold.gone")."""
        with self._database.write() as tx:
            found = tx.row(
                "SELECT sale_id, body FROM draft WHERE id = ? AND id <> ?", (parked_id, _CURRENT)
            )
            if found is None:
                raise Refused("hold.gone")
            tx.run("DELETE FROM draft WHERE id IN (?, ?)", (parked_id, _CURRENT))
            tx.run(_PUT, (_CURRENT, found[0], "", 0, "", 0, found[1]))
            return bytes(found[1])

    def discard(self, parked_id: str) -> None:
        """Forget a held sale that was voided. Raises Refused("hold.gone")."""
        with self._database.write() as tx:
            if not tx.run("DELETE FROM draft WHERE id = ? AND id <> ?", (parked_id, _CURRENT)):
                raise Refused("hold.gone")
