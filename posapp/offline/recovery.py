"""Start-up: what the black box knows and the database lost; a step function, and doing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

from posapp.offline.batch import Batch, batch_from_bytes
from posapp.offline.box_format import Record, RecordKind
from posapp.offline.effects import apply_fact
from posapp.offline.journal_rows import (
    insert_entries,
    insert_prints,
    read_head,
    set_receipts_used,
)
from posapp.offline.pruned_rows import begin_at, catch_up
from posapp.wire.chain import FIRST_LINK
from posapp.wire.facts import RefundData, SaleData, TopUpData, from_body

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from posapp.offline.blackbox import BlackBox
    from posapp.offline.database import Database, Tx

Place = tuple[int, int, bytes]
"""Incarnation, seq and chain of a journal entry."""

Receipt = tuple[str, str]
"""Receipt number, and the id of the sale, refund or top-up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What to `restore` in order, to `abort` as never durable, and what cannot follow (`unlinked`).

    `confirm` is in the database without a proof in the box: a log that is cut later would look as
    if it never was, and the journal would go on from the place before.
    `papers` is the last that the box knows of each print job. `begin_at`: the database is older
    than the box's beginning, where everything before had been pruned.
    """

    restore: tuple[Batch, ...] = ()
    abort: tuple[Batch, ...] = ()
    unlinked: tuple[Batch, ...] = ()
    confirm: tuple[Batch, ...] = ()
    papers: Mapping[str, RecordKind] = field(default_factory=dict)
    begin_at: Record | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What start-up found: entries put back, never durable, or not linking to the rest.

    `unfinished` are the receipt numbers of sales that were about to be committed and were not:
    nothing was printed for them and no number is used, but a person may have taken money.
    `rebuilt`: the database itself was damaged or gone and came back from a backup and the box.
    """

    restored: int = 0
    aborted: int = 0
    unlinked: int = 0
    unfinished: tuple[str, ...] = ()
    rebuilt: bool = False


@dataclass(slots=True)
class _Reading:
    batches: list[Batch] = field(default_factory=list)
    committed: set[Place] = field(default_factory=set)
    aborted: set[Place] = field(default_factory=set)
    papers: dict[str, RecordKind] = field(default_factory=dict)
    pruned: Record | None = None


def plan(head: Place, records: Sequence[Record]) -> Plan:
    """Decide by rule (docs/decisions/0002-black-box.md); no I/O.

    A transaction counts as committed when a COMMIT record names it, when one of its papers was
    printed, or when a later INTENT follows on its chain. What is not in the database then is put
    back where it links.
    """
    seen = _read(records)
    continued = {batch.previous for batch in seen.batches}
    restore: list[Batch] = []
    abort: list[Batch] = []
    unlinked: list[Batch] = []
    confirm = tuple(
        batch
        for batch in seen.batches
        if (*batch.place, batch.chain) == head and head not in seen.committed
    )
    begin_at = _beginning(head, seen)
    if begin_at is not None:
        head = (begin_at.incarnation, begin_at.seq, begin_at.chain)
    incarnation, seq, chain = head
    for batch in seen.batches:
        place: Place = (*batch.place, batch.chain)
        if place[:2] <= (incarnation, seq):
            continue
        if place not in seen.committed and batch.chain not in continued:
            if place not in seen.aborted:
                abort.append(batch)
        elif _links(batch, incarnation, seq, chain):
            restore.append(batch)
            incarnation, seq, chain = place
        else:
            unlinked.append(batch)
    return Plan(
        restore=tuple(restore),
        abort=_not_superseded(abort, restore),
        unlinked=tuple(unlinked),
        confirm=confirm[-1:],
        papers=seen.papers,
        begin_at=begin_at,
    )


def _beginning(head: Place, seen: _Reading) -> Record | None:
    """Where the box begins, for a database that is older and that nothing in the box follows on."""
    pruned = seen.pruned
    if pruned is None or head[:2] >= (pruned.incarnation, pruned.seq):
        return None
    return None if any(_links(batch, *head) for batch in seen.batches) else pruned


def _read(records: Sequence[Record]) -> _Reading:
    seen = _Reading()
    for record in records:
        place: Place = (record.incarnation, record.seq, record.chain)
        match record.kind:
            case RecordKind.INTENT:
                seen.batches.append(batch_from_bytes(record.body))
            case RecordKind.COMMIT:
                seen.committed.add(place)
            case RecordKind.ABORT:
                seen.aborted.add(place)
            case RecordKind.PRINTING | RecordKind.PRINTED | RecordKind.UNPRINTED:
                seen.committed.add(place)
                seen.papers[record.body.decode()] = record.kind
            case RecordKind.PRUNED:
                seen.pruned = record
            case _:
                assert_never(record.kind)
    return seen


def _links(batch: Batch, incarnation: int, seq: int, chain: bytes) -> bool:
    first = batch.entries[0]
    if first.incarnation > incarnation:
        return first.seq == 1 and batch.previous == FIRST_LINK
    return first.seq == seq + 1 and batch.previous == chain


def _not_superseded(abort: Sequence[Batch], restore: Sequence[Batch]) -> tuple[Batch, ...]:
    """A transaction that was tried again at the same place is not an unfinished one."""
    done = {entry.event_id for batch in restore for entry in batch.entries}
    return tuple(b for b in abort if not any(e.event_id in done for e in b.entries))


def recover(database: Database, box: BlackBox) -> Recovered:
    """Put back what only the black box still knows, and record what never became durable."""
    with database.read() as tx:
        head = read_head(tx)
    found = plan(head, box.since(head[0], head[1]))
    if found.begin_at is not None:
        with database.write() as tx:
            begin_at(tx, found.begin_at)
    for batch in found.restore:
        with database.write() as tx:
            _put_back(tx, batch)
    if found.begin_at is not None:
        with database.write() as tx:
            catch_up(tx, found.begin_at)
    with database.write() as tx:
        for batch in found.unlinked:
            # What was printed under a number keeps it, though its entry has no place here.
            set_receipts_used(tx, batch.place[0], batch.receipts)
    if found.papers:
        with database.write() as tx:
            for job_id, kind in found.papers.items():
                _mark_paper(tx, job_id, kind)
    for kind, batches in ((RecordKind.ABORT, found.abort), (RecordKind.COMMIT, found.confirm)):
        for batch in batches:
            box.append(Record(kind, *batch.place, batch.chain), sync=True)
    return Recovered(
        restored=sum(len(batch.entries) for batch in found.restore),
        aborted=sum(len(batch.entries) for batch in found.abort),
        unlinked=sum(len(batch.entries) for batch in found.unlinked),
        unfinished=_each_once(number for batch in found.abort for number in _receipts(batch)),
    )


def _each_once(receipts: Iterable[Receipt]) -> tuple[str, ...]:
    """A sale that was tried again on a failing disk is one question for a person; a top-up after
    a refund that came to nothing is another, though it was given the same number.
    """
    return tuple(number for number, _ in dict.fromkeys(receipts))


def _put_back(tx: Tx, batch: Batch) -> None:
    insert_entries(tx, batch.entries)
    for entry in batch.entries:
        apply_fact(tx, from_body(entry.body), entry.incarnation, entry.seq)
    if batch.receipts:
        set_receipts_used(tx, batch.place[0], batch.receipts)
    insert_prints(tx, batch.prints, "pending")


def _mark_paper(tx: Tx, job_id: str, kind: RecordKind) -> None:
    """The database may have lost the mark that the box kept; else a paper would come out twice."""
    if kind is RecordKind.PRINTED:
        tx.run(
            "UPDATE print_job SET state = 'printed' WHERE id = ? AND state <> 'printed'", (job_id,)
        )
    elif kind is RecordKind.PRINTING:
        tx.run(
            "UPDATE print_job SET state = 'asked' WHERE id = ? AND state <> 'printed'", (job_id,)
        )


def _receipts(batch: Batch) -> list[Receipt]:
    numbers: list[Receipt] = []
    for entry in batch.entries:
        match from_body(entry.body).data:
            case SaleData(sale=sale):
                numbers.append((sale.receipt_number, sale.id))
            case RefundData(refund=refund):
                numbers.append((refund.receipt_number, refund.id))
            case TopUpData(receipt_number=number, top_up_id=top_up_id):
                numbers.append((number, top_up_id))
            case _:
                pass
    return numbers
