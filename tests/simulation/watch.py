"""What must hold after every event: journals, receipt numbers, cursors, the quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posapp.wire.canonical import sha256
from posapp.wire.chain import FIRST_LINK, next_link
from tests.simulation.checks import place_of
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from tests.simulation.central import Central
    from tests.simulation.till import SimTill
    from tests.simulation.world import World


class Watch:
    """Looks only at what changed since the last event."""

    def __init__(self, world: World, central: Central):
        self._world = world
        self._central = central
        self._cursors: dict[str, tuple[str, int]] = {}
        self._places: dict[str, tuple[str, str]] = {}
        self._rows: dict[str, tuple[int, str]] = {}
        self._papers: dict[tuple[str, int, str], str] = {}
        self._handed_out: dict[str, int] = {}
        self._quarantine: tuple[int, frozenset[str]] = (1, frozenset())

    def __call__(self) -> bool:
        touched = self._world.touched
        while touched:
            self._look_at(touched.pop())
        self._check_quarantine()
        return False

    def _look_at(self, till: SimTill) -> None:
        if till.cache.place is not self._places.get(till.machine):
            self._places[till.machine] = till.cache.place
            self._check_cursor(till)
        rows = till.disk.rows
        last = (len(rows), rows[-1].event_id if rows else "")
        if last != self._rows.get(till.machine, (0, "")):
            self._rows[till.machine] = last
            self._check_journal(till)
        if len(till.counter.receipts) != self._handed_out.get(till.machine, 0):
            self._check_paper(till)

    def _check_cursor(self, till: SimTill) -> None:
        """A11: no cursor beyond a row that was not applied, none that goes back in an epoch."""
        self._world.checked["A11"] += 1
        epoch, pos = place_of(till.cache.place[0])
        key = f"{till.machine} {till.cache.losses}"
        last = self._cursors.get(key, ("", 0))
        self._cursors[key] = (epoch, pos)
        if epoch == last[0] and pos < last[1]:
            raise Violation("A11", f"{till.machine} went back to {pos}")
        if epoch != self._central.epoch_name():
            return
        for row in self._central.books.feed.values():
            mine = till.cache.rows.get(row.k)
            if row.v <= pos and (mine is None or mine.v < row.v):
                raise Violation("A11", f"{till.machine} at {pos} lacks {row.k} of {row.v}")

    def _check_journal(self, till: SimTill) -> None:
        """A10: dense in each incarnation, and every link follows from the one before."""
        self._world.checked["A10"] += 1
        rows = till.disk.rows
        # The rows before were checked when they came; a disk that was replaced brings its own.
        for place in range(max(0, len(rows) - 4), len(rows)):
            row = rows[place]
            before = rows[place - 1] if place else None
            is_first = before is None or before.incarnation < row.incarnation
            seq, chain = (0, FIRST_LINK) if is_first else (before.seq, before.chain)
            digest = sha256(row.body)
            chain = next_link(chain, row.incarnation, seq + 1, row.event_id, digest)
            if (row.seq, row.chain, row.body_sha256) != (seq + 1, chain, digest):
                raise Violation("A10", row.event_id)

    def _check_paper(self, till: SimTill) -> None:
        """A10: no two papers of one machine carry the same number."""
        receipts = till.counter.receipts
        self._handed_out[till.machine] = len(receipts)
        sale_id = next(reversed(receipts))
        paper = (till.terminal, *receipts[sale_id])
        self._world.checked["A10"] += 1
        if self._papers.setdefault(paper, sale_id) != sale_id:
            raise Violation("A10", f"two papers with the number {paper[2]}")

    def _check_quarantine(self) -> None:
        """I14: nothing leaves the quarantine but by a person, who is written down."""
        books = self._central.books
        epoch, before = self._quarantine
        if epoch == self._central.epoch and len(before) == len(books.quarantine):
            return
        now = frozenset(books.quarantine)
        self._world.checked["I14"] += 1
        if epoch == self._central.epoch:
            gone = before - now - set(books.audit)
            if gone:
                raise Violation("I14", f"left the quarantine unseen: {sorted(gone)}")
        self._quarantine = (self._central.epoch, now)
