"""How far central is with a till's journal: what it knows of a batch, and the head without gaps."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import (
    BigInteger,
    LargeBinary,
    Text,
    and_,
    bindparam,
    cast,
    literal_column,
    null,
    or_,
    select,
    union_all,
)

from posapp.central.database import SERVER
from posapp.central.portable import given, is_one_of
from posapp.central.row_sets import FILE_SQL, SERVER_SQL
from posapp.central.tables.inbox import fork, inbox
from posapp.central.tables.shops import meta, terminal, terminal_head
from posapp.wire.chain import FIRST_LINK, next_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ClauseElement, Connection

    from posapp.central.caller import Caller
    from posapp.central.inbox_last import HeadRow
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
_LOCK: Final = (
    select(terminal.c.id)
    .where(terminal.c.id == bindparam("of_terminal"))
    .with_for_update(key_share=True)
)
_HEAD: Final = select(terminal_head).where(
    terminal_head.c.terminal_id == bindparam("of_terminal"),
    terminal_head.c.incarnation == bindparam("of_incarnation"),
)
_BY_SEQ: Final = select(*_COLUMNS).where(
    inbox.c.terminal_id == bindparam("of_terminal"),
    inbox.c.incarnation == bindparam("of_incarnation"),
    inbox.c.seq == bindparam("place"),
)
_NOTHING: Final = literal_column("''", Text)


@cache
def _known(*, on_server: bool) -> str:
    """Entries under the ids of a batch, and those in its places."""
    by_id = is_one_of(inbox.c.event_id, "event_ids", on_server=on_server)
    in_place = and_(
        inbox.c.terminal_id == bindparam("of_terminal"),
        inbox.c.incarnation == bindparam("of_incarnation"),
        is_one_of(inbox.c.seq, "places", on_server=on_server),
    )
    return _compiled(select(*_COLUMNS).where(or_(by_id, in_place)), on_server=on_server)


@cache
def _around(*, on_server: bool) -> str:
    """What else a batch is judged by: (what, place, link, number, of, by)."""
    head, zero = terminal_head.c, literal_column("0", BigInteger)
    no_link = cast(null(), LargeBinary)
    parts = union_all(
        select(literal_column("'head'"), head.seq, head.chain, head.durable_seq, _NOTHING, _NOTHING)
        .where(head.terminal_id == bindparam("of_terminal"))
        .where(head.incarnation == bindparam("of_incarnation")),
        select(literal_column("'epoch'"), zero, no_link, zero, meta.c.value, _NOTHING).where(
            meta.c.name == literal_column("'epoch'")
        ),
        select(literal_column("'fork'"), fork.c.seq, fork.c.chain, zero, _NOTHING, _NOTHING)
        .where(fork.c.terminal_id == bindparam("of_terminal"))
        .where(fork.c.incarnation == bindparam("of_incarnation"))
        .where(is_one_of(fork.c.seq, "places", on_server=on_server)),
        select(
            literal_column("'quarantined'"),
            inbox.c.pos,
            no_link,
            zero,
            inbox.c.aggregate_id,
            inbox.c.event_id,
        )
        .where(inbox.c.tenant_id == bindparam("of_tenant"))
        .where(is_one_of(inbox.c.aggregate_id, "aggregates", on_server=on_server))
        .where(inbox.c.outcome == literal_column("'quarantined'")),
    )
    return _compiled(parts, on_server=on_server)


def _compiled(statement: ClauseElement, *, on_server: bool) -> str:
    return str(statement.compile(dialect=SERVER_SQL if on_server else FILE_SQL))


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
    """What central knows about the entries of one batch. `chains` and `forks` are links by seq.

    `stored` is what the inbox has in the places of the batch and the one before and after it.
    """

    epoch: str = ""
    by_event: dict[str, Known] = field(default_factory=dict)
    by_seq: dict[int, Known] = field(default_factory=dict)
    stored: dict[int, Known | None] = field(default_factory=dict)
    chains: dict[int, bytes] = field(default_factory=dict)
    quarantined: dict[str, str] = field(default_factory=dict)
    head_seq: int = 0
    head_chain: bytes = FIRST_LINK
    durable_seq: int = 0
    forks: dict[int, set[bytes]] = field(default_factory=dict)

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
    on_server = connection.dialect.name == SERVER
    places = {item.seq + step for item in items for step in (-1, 0, 1)}
    asked = {
        "of_tenant": caller.tenant.id,
        "of_terminal": caller.terminal_id,
        "of_incarnation": caller.incarnation,
        "places": given(places),
        "event_ids": given([item.event_id for item in items]),
        "aggregates": given({item.aggregate_id for item in items}),
    }
    connection.execute(_LOCK, {"of_terminal": caller.terminal_id})
    state = State(stored=dict.fromkeys(places))
    _read_known(state, connection.exec_driver_sql(_known(on_server=on_server), asked), caller)
    _read_around(state, connection.exec_driver_sql(_around(on_server=on_server), asked))
    state.chains.setdefault(state.head_seq, state.head_chain)
    return state


def _read_known(state: State, rows: Iterable[Sequence[Any]], caller: Caller) -> None:
    for event_id, terminal_id, incarnation, seq, sha, chain, outcome, code, pos in rows:
        known = Known(
            event_id=event_id,
            terminal_id=terminal_id,
            incarnation=incarnation,
            seq=seq,
            body_sha256=sha,
            chain=chain,
            outcome=outcome,
            code=code,
            pos=pos,
        )
        state.by_event[known.event_id] = known
        mine = (known.terminal_id, known.incarnation) == (caller.terminal_id, caller.incarnation)
        if mine and known.seq in state.stored:
            state.by_seq[known.seq] = state.stored[known.seq] = known
            state.chains[known.seq] = known.chain


def _read_around(state: State, rows: Iterable[Sequence[Any]]) -> None:
    for what, place, link, number, of, by in sorted(rows, key=_place_of):
        match what:
            case "head":
                state.head_seq, state.head_chain, state.durable_seq = place, link, number
            case "epoch":
                state.epoch = of
            case "fork":
                state.forks.setdefault(place, set()).add(link)
            case _:
                state.quarantined.setdefault(of, by)


def _place_of(row: Sequence[Any]) -> int:
    return int(row[1])


def read_head(connection: Connection, caller: Caller) -> tuple[int, bytes, int]:
    """Seq up to which nothing is missing, its link, and the seq that the last backup reached."""
    asked = {"of_terminal": caller.terminal_id, "of_incarnation": caller.incarnation}
    row = connection.execute(_HEAD, asked).first()
    return (0, FIRST_LINK, 0) if row is None else (row.seq, row.chain, row.durable_seq)


def advance(
    connection: Connection, caller: Caller, state: State, taken: Sequence[PushItem]
) -> tuple[HeadRow | None, list[int]]:
    """Move the head over everything that now follows without a gap; the row of it, if it moved.

    Also the places whose link does not fit: entries that arrived before the one they follow.
    """
    links = {
        item.seq: (item.event_id, bytes.fromhex(item.body_sha256), bytes.fromhex(item.chain))
        for item in taken
    }
    seq, chain, broken = state.head_seq, state.head_chain, []
    while entry := links.get(seq + 1) or _stored(connection, caller, state, seq + 1):
        event_id, sha, link = entry
        seq += 1
        if next_link(chain, caller.incarnation, seq, event_id, sha) != link:
            broken.append(seq)
        chain = link
    moved = seq != state.head_seq
    return (caller.terminal_id, caller.incarnation, seq, chain) if moved else None, broken


def _stored(
    connection: Connection, caller: Caller, state: State, seq: int
) -> tuple[str, bytes, bytes] | None:
    if seq in state.stored:
        known = state.stored[seq]
        return None if known is None else (known.event_id, known.body_sha256, known.chain)
    asked = {
        "of_terminal": caller.terminal_id,
        "of_incarnation": caller.incarnation,
        "place": seq,
    }
    row = connection.execute(_BY_SEQ, asked).first()
    return None if row is None else (row.event_id, row.body_sha256, row.chain)
