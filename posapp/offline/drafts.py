"""The basket in work and the held sales (挂单), so that a crash loses nothing that was scanned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.offline.database import Database, Row

_CURRENT: Final = "current"
_PUT: Final = """
    INSERT INTO draft(id, sale_id, label, amount, staff_name, at_ms, body)
    SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7 WHERE NOT EXISTS (SELECT 1 FROM sale WHERE id = ?2)
    ON CONFLICT(id) DO UPDATE SET sale_id = excluded.sale_id, body = excluded.body
"""
_PARKED: Final = """
    SELECT id, sale_id, label, amount, staff_name, at_ms, sent, '' FROM draft
    WHERE id <> 'current' ORDER BY at_ms, id
"""
_UNSENT: Final = """
    SELECT id, sale_id, label, amount, staff_name, at_ms, sent, '', body FROM draft
    WHERE id <> 'current' AND sent = 0 ORDER BY at_ms, id
"""
_ASKED: Final = """
    SELECT id, sale_id, label, amount, staff_name, at_ms, 1, till FROM held_asked
    ORDER BY at_ms, id
"""
_ASK: Final = """
    INSERT INTO held_asked(id, sale_id, label, amount, staff_name, at_ms, till)
    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT(id) DO NOTHING
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedDraft:
    """A held sale as the list shows it; amount in minor units.

    `sent`: central may know it, and so other tills. `till` is the one that held it, empty for this.
    """

    id: str
    sale_id: str
    label: str
    amount: int
    staff_name: str
    at_ms: int
    sent: bool = False
    till: str = ""


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
        """Held sales of this till, oldest first."""
        return tuple(_parked(row) for row in self._database.rows(_PARKED))

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

    # -- between tills; lane "online" too

    def unsent(self) -> tuple[tuple[ParkedDraft, bytes], ...]:
        """Held sales that central cannot know, with their bodies."""
        return tuple((_parked(row), bytes(row[8])) for row in self._database.rows(_UNSENT))

    def mark_sent(self, parked_id: str, *, sent: bool = True) -> bool:
        """Durable before central is told; False when it is not held any more."""
        with self._database.write() as tx:
            changed = tx.run(
                "UPDATE draft SET sent = ? WHERE id = ? AND id <> ?",
                (int(sent), parked_id, _CURRENT),
            )
        return bool(changed)

    def body(self, parked_id: str) -> bytes | None:
        """The order of a held sale of this till."""
        found = self._database.row(
            "SELECT body FROM draft WHERE id = ? AND id <> ?", (parked_id, _CURRENT)
        )
        return bytes(found[0]) if found else None

    def ask(self, wanted: ParkedDraft) -> None:
        """Another till's held sale is about to be claimed: until it is here or refused this
        stands, so that an answer that was lost is asked for again.
        """
        head = (wanted.id, wanted.sale_id, wanted.label, wanted.amount)
        with self._database.write() as tx:
            tx.run(_ASK, (*head, wanted.staff_name, wanted.at_ms, wanted.till))

    def asked(self) -> tuple[ParkedDraft, ...]:
        """Those whose answer is still to come, oldest first."""
        return tuple(_parked(row) for row in self._database.rows(_ASKED))

    def adopt(self, held_id: str, sale_id: str, body: bytes) -> None:
        """A held sale, of this till or another, is the current order in one step."""
        with self._database.write() as tx:
            tx.run("DELETE FROM draft WHERE id IN (?, ?)", (held_id, _CURRENT))
            tx.run("DELETE FROM held_asked WHERE id = ?", (held_id,))
            tx.run(_PUT, (_CURRENT, sale_id, "", 0, "", 0, body))

    def forget(self, held_id: str) -> None:
        """Another till has it, or it is sold: nothing of it is left here."""
        with self._database.write() as tx:
            tx.run("DELETE FROM draft WHERE id = ? AND id <> ?", (held_id, _CURRENT))
            tx.run("DELETE FROM held_asked WHERE id = ?", (held_id,))


def _parked(row: Row) -> ParkedDraft:
    return ParkedDraft(
        id=row[0],
        sale_id=row[1],
        label=row[2],
        amount=row[3],
        staff_name=row[4],
        at_ms=row[5],
        sent=bool(row[6]),
        till=row[7],
    )
