"""How far central is with a till's journal: what it knows of a batch, and the head without gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from posapp.central.portable import upsert
from posapp.central.tables.inbox import fork, inbox
from posapp.central.tables.shops import terminal, terminal_head
from posapp.wire.chain import FIRST_LINK, next_link
from posapp.wire.sync import ItemOutcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from posapp.central.caller import Caller
    from posapp.wire.sync import PushItem

_COLUMNS: Final = (
    inbox.c.event_id,
    inbox.c.terminal_id,
    inbox.c.incarnation,
    inbox.c.seq,
    inbox.c.body_sha256,
    inbox.c.chain,
    inbox.c.outcome,
    inbox.c.code,
    inbox.c.pos,
)
_BY_EVENT: Final = select(*_COLUMNS).where(
    inbox.c.event_id.in_(bindparam("event_ids", expanding=True))
)
_BY_SEQ: Final = select(*_COLUMNS).where(
    inbox.c.terminal_id == bindparam("of_terminal"),
    inbox.c.incarnation == bindparam("of_incarnation"),
    inbox.c.seq.between(bindparam("first"), bindparam("last")),
)
_FORKS: Final = select(fork.c.seq, fork.c.chain).where(
    fork.c.terminal_id == bindparam("of_terminal"),
    fork.c.incarnation == bindparam("of_incarnation"),
    fork.c.seq.between(bindparam("first"), bindparam("last")),
)
_QUARANTINED: Final = (
    select(inbox.c.aggregate_id, inbox.c.event_id)
    .where(
        inbox.c.tenant_id == bindparam("of_tenant"),
        inbox.c.aggregate_id.in_(bindparam("aggregates", expanding=True)),
        inbox.c.outcome == ItemOutcome.QUARANTINED.value,
    )
    .order_by(inbox.c.pos)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An entry that the inbox has."""

    event_id: str
    terminal_id: str
    incarnation: int
    seq: int
    body_sha256: bytes
    chain: bytes
    outcome: str
    code: str
    pos: int

    def is_same(self, caller: Caller, item: PushItem, sha: bytes) -> bool:
        """The same entry again: same id, same place, same bytes."""
        return (self.event_id, self.terminal_id, self.incarnation, self.seq, self.body_sha256) == (
            item.event_id,
            caller.terminal_id,
            caller.incarnation,
            item.seq,
            sha,
        )


@dataclass(slots=True, kw_only=True)
class State:
    """What central knows about the entries of one batch. `chains` and `forks` are links by seq."""

    by_event: dict[str, Known]
    by_seq: dict[int, Known]
    chains: dict[int, bytes]
    quarantined: dict[str, str]
    head_seq: int
    head_chain: bytes
    durable_seq: int
    forks: dict[int, set[bytes]]

    def add(self, caller: Caller, item: PushItem, sha: bytes) -> None:
        """The next items of the batch are checked against this one."""
        self.chains[item.seq] = bytes.fromhex(item.chain)
        self.by_event[item.event_id] = self.by_seq[item.seq] = Known(
            event_id=item.event_id,
            terminal_id=caller.terminal_id,
            incarnation=caller.incarnation,
            seq=item.seq,
            body_sha256=sha,
            chain=self.chains[item.seq],
            outcome="",
            code="",
            pos=0,
        )


def read_state(connection: Connection, caller: Caller, items: Sequence[PushItem]) -> State:
    """Locks the terminal's row on a server database: two pushes of one till come one by one."""
    connection.execute(
        select(terminal.c.id)
        .where(terminal.c.id == caller.terminal_id)
        .with_for_update(key_share=True)
    )
    seq, chain, durable = read_head(connection, caller)
    by_event: dict[str, Known] = {}
    by_seq: dict[int, Known] = {}
    forks: dict[int, set[bytes]] = {}
    quarantined: dict[str, str] = {}
    if items:
        found = connection.execute(_BY_EVENT, {"event_ids": [item.event_id for item in items]})
        by_event = {row["event_id"]: Known(**row) for row in found.mappings()}
        by_seq = {known.seq: known for known in _between(connection, caller, items)}
        for seq_of_fork, link in connection.execute(_FORKS, _span(caller, items)):
            forks.setdefault(seq_of_fork, set()).add(link)
        asked = {
            "of_tenant": caller.tenant.id,
            "aggregates": sorted({item.aggregate_id for item in items}),
        }
        for aggregate_id, event_id in connection.execute(_QUARANTINED, asked):
            quarantined.setdefault(aggregate_id, event_id)
    chains = {known.seq: known.chain for known in by_seq.values()}
    chains.setdefault(seq, chain)
    return State(
        by_event=by_event,
        by_seq=by_seq,
        chains=chains,
        quarantined=quarantined,
        head_seq=seq,
        head_chain=chain,
        durable_seq=durable,
        forks=forks,
    )


def read_head(connection: Connection, caller: Caller) -> tuple[int, bytes, int]:
    """Seq up to which nothing is missing, its link, and the seq that the last backup reached."""
    row = connection.execute(
        select(terminal_head).where(
            terminal_head.c.terminal_id == caller.terminal_id,
            terminal_head.c.incarnation == caller.incarnation,
        )
    ).first()
    return (0, FIRST_LINK, 0) if row is None else (row.seq, row.chain, row.durable_seq)


def _between(connection: Connection, caller: Caller, items: Iterable[PushItem]) -> list[Known]:
    found = connection.execute(_BY_SEQ, _span(caller, items))
    return [Known(**row) for row in found.mappings()]


def _span(caller: Caller, items: Iterable[PushItem]) -> dict[str, object]:
    """The places of the batch and the one just before it."""
    seqs = [item.seq for item in items]
    return {
        "of_terminal": caller.terminal_id,
        "of_incarnation": caller.incarnation,
        "first": min(seqs) - 1,
        "last": max(seqs),
    }


def advance(
    connection: Connection, caller: Caller, state: State, taken: Sequence[PushItem]
) -> list[int]:
    """Move the head over everything that now follows without a gap.

    Returns the places whose link does not fit: entries that arrived before the one they follow.
    """
    links = {
        item.seq: (item.event_id, bytes.fromhex(item.body_sha256), bytes.fromhex(item.chain))
        for item in taken
    }
    seq, chain, broken = state.head_seq, state.head_chain, []
    while (entry := links.get(seq + 1) or _stored(connection, caller, seq + 1)) is not None:
        event_id, sha, link = entry
        seq += 1
        if next_link(chain, caller.incarnation, seq, event_id, sha) != link:
            broken.append(seq)
        chain = link
    if seq != state.head_seq:
        row = {
            "terminal_id": caller.terminal_id,
            "incarnation": caller.incarnation,
            "seq": seq,
            "chain": chain,
        }
        upsert(connection, terminal_head, [row])
    return broken


def _stored(connection: Connection, caller: Caller, seq: int) -> tuple[str, bytes, bytes] | None:
    asked = {
        "of_terminal": caller.terminal_id,
        "of_incarnation": caller.incarnation,
        "first": seq,
        "last": seq,
    }
    row = connection.execute(_BY_SEQ, asked).first()
    return None if row is None else (row.event_id, row.body_sha256, row.chain)
