"""What the model of central keeps: inbox, postings, quarantine, forks, heads and the feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from msgspec import Struct

from posapp.wire.chain import FIRST_LINK, next_link
from posapp.wire.facts import LeaseReleaseData
from posapp.wire.sync import FeedRow, ItemOutcome
from tests.simulation import loans
from tests.simulation.goods import cash_of, fact_of, read, sale_of
from tests.simulation.plants import NO_PLANT, Plant
from tests.simulation.vault import Vault

Place = tuple[str, int, int]
"""Terminal, incarnation, seq."""


class Kept(Struct, frozen=True, kw_only=True):
    """A row of the inbox."""

    event_id: str
    place: Place
    sha: str
    chain: str
    outcome: ItemOutcome
    code: str
    group: str
    body: str

    def is_at(self, place: Place, sha: str) -> bool:
        return (self.place, self.sha) == (place, sha)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The newest incarnation of a terminal, and the question that it answered."""

    incarnation: int
    asked: tuple[int, int, str]
    because: str


Write = Callable[["Books"], None]
"""One statement of a transaction: it happens at the commit, or never."""


@dataclass
class Books:
    """The database; copied for a backup."""

    inbox: dict[str, Kept] = field(default_factory=dict)
    places: dict[Place, str] = field(default_factory=dict)
    posted: list[tuple[str, int]] = field(default_factory=list)
    quarantine: dict[str, str] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    forks: dict[tuple[Place, str], str] = field(default_factory=dict)
    drawers: Counter[str] = field(default_factory=Counter)
    heads: dict[tuple[str, int], tuple[int, bytes]] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)
    given: dict[str, Given] = field(default_factory=dict)
    branches: dict[tuple[str, str], ItemOutcome] = field(default_factory=dict)
    feed: dict[str, FeedRow] = field(default_factory=dict)
    head: int = 0
    min_pos: int = 0
    audit: list[str] = field(default_factory=list)
    vault: Vault = field(default_factory=Vault)

    def copy(self) -> Books:
        return Books(
            inbox=dict(self.inbox),
            places=dict(self.places),
            posted=list(self.posted),
            quarantine=dict(self.quarantine),
            owners=dict(self.owners),
            groups=dict(self.groups),
            forks=dict(self.forks),
            drawers=Counter(self.drawers),
            heads=dict(self.heads),
            newest=dict(self.newest),
            given=dict(self.given),
            branches=dict(self.branches),
            feed=dict(self.feed),
            head=self.head,
            min_pos=self.min_pos,
            audit=list(self.audit),
            vault=self.vault.copy(),
        )

    def keep(self, entry: Kept) -> None:
        self.inbox[entry.event_id] = entry
        self.places[entry.place] = entry.event_id
        if entry.outcome is ItemOutcome.QUARANTINED:
            self.quarantine[entry.event_id] = entry.body
            self.owners[entry.event_id] = entry.place[0]
            self.groups.setdefault(entry.group, entry.event_id)
        self._advance(entry.place)

    def keep_branch(self, entry: Kept) -> None:
        """A forked fact whose till has moved on: taken as well, beside the line that was first."""
        self.branches[entry.event_id, entry.sha] = entry.outcome
        if entry.outcome is ItemOutcome.QUARANTINED:
            self.quarantine[entry.event_id] = entry.body
            self.owners[entry.event_id] = entry.place[0]

    def post(self, body: str, terminal: str, *, signed: int = 0, plant: Plant = NO_PLANT) -> None:
        """The effect of a fact; `signed` is the incarnation that sent it, where that is known."""
        fact = fact_of(body)
        data, sale = fact.data, sale_of(fact.data)
        if sale is not None:
            self.posted.append((sale.id, sale.net))
            self.vault.capture(sale)
            for tender in sale.tenders:
                if tender.lease_id is not None:
                    loans.spend(self, fact.head, sale, tender)
        if isinstance(data, LeaseReleaseData):
            signed = signed or fact.head.incarnation
            loans.released(self, fact.head, signed, data, twice=plant.releases_twice)
        self.vault.release_by(data)
        cash = cash_of(data)
        self.drawers[terminal] += max(cash, 0) if plant.cash_out_uncounted else cash

    def head_of(self, terminal: str, incarnation: int) -> tuple[int, bytes]:
        """The seq up to which nothing is missing, and its link."""
        return self.heads.get((terminal, incarnation), (0, FIRST_LINK))

    def saved_sales(self) -> set[str]:
        """Sales that are posted or kept for a person."""
        found = {sale_id for sale_id, _ in self.posted}
        for body in (*self.quarantine.values(), *self.forks.values()):
            sale = sale_of(read(body))
            if sale is not None:
                found.add(sale.id)
        return found

    def _advance(self, place: Place) -> None:
        terminal, incarnation, _ = place
        seq, chain = self.head_of(terminal, incarnation)
        while (event_id := self.places.get((terminal, incarnation, seq + 1))) is not None:
            seq, chain = seq + 1, bytes.fromhex(self.inbox[event_id].chain)
        self.heads[terminal, incarnation] = (seq, chain)


def link_after(previous: bytes, place: Place, event_id: str, sha: str) -> str:
    return next_link(previous, place[1], place[2], event_id, bytes.fromhex(sha)).hex()
