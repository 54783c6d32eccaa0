"""A month without a line: what one entry costs does not depend on how many wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from posapp.wire.sync import ItemOutcome, ItemResult
from tests.offline.tills import Till

if TYPE_CHECKING:
    from posapp.offline.outbox import OutboxStore

FEW, MANY = 300, 6_000
BYTES = 256 * 1024
STEPS_A_CALL = 10


@pytest.fixture(scope="module")
def tills(tmp_path_factory):
    """Two tills that differ in nothing but how much waits."""
    made = {}
    for count in (FEW, MANY):
        made[count] = till = Till(tmp_path_factory.mktemp(f"waiting-{count}"))
        entries = [till.audit() for _ in range(FEW)]
        while till.store.outbox.depth()[0] < count:
            journal(till, entries if count == FEW else [till.audit() for _ in range(1_000)])
    yield made
    for till in made.values():
        till.store.close()


def journal(till, entries):
    till.store.journal.run(lambda posting: posting.record(entries))


def steps(till, work) -> int:
    """How many steps of its machine the engine takes, in tens: a measure that no load changes."""
    counted = [0]

    def count() -> int:
        counted[0] += 1
        return 0

    connection = till.store._database.tx()._connection
    connection.set_progress_handler(count, STEPS_A_CALL)
    try:
        work(till.store.outbox)
    finally:
        connection.set_progress_handler(None, 0)
    return counted[0]


def settle_next(outbox: OutboxStore) -> None:
    items = outbox.pending(20, BYTES)
    outbox.settle(
        [
            ItemResult(seq=item.seq, event_id=item.event_id, outcome=ItemOutcome.APPLIED, pos=1)
            for item in items
        ],
        "epoch-1",
    )


@pytest.mark.parametrize(
    "work",
    [
        lambda outbox: outbox.pending(100, BYTES),
        lambda outbox: outbox.pending(100, BYTES, (1, 150)),
        settle_next,
    ],
    ids=["read the next", "read behind a stuck one", "settle"],
)
def test_an_entry_costs_the_same_however_many_wait(tills, work):
    few, many = (steps(tills[count], work) for count in (FEW, MANY))
    assert few > 10
    assert many <= few * 1.2 + 5


def test_a_sale_costs_the_same_however_many_wait(tills):
    def sell(till):
        return steps(till, lambda _outbox: till.sell(100))

    few, many = (sell(tills[count]) for count in (FEW, MANY))
    assert many <= few * 1.2 + 5


def test_what_waits_is_counted_from_an_index_alone(tills):
    """A few steps an entry and no page of the journal itself: 2 ms for 100,000."""
    till = tills[MANY]
    waiting = till.store.outbox.depth()[0]
    assert steps(till, lambda outbox: outbox.depth()) * STEPS_A_CALL < 12 * waiting
    plan = " ".join(
        str(row)
        for row in till.store._database.rows(
            "EXPLAIN QUERY PLAN SELECT COUNT(*), MIN(wall_ms) FROM outbox WHERE state = 0"
        )
    )
    assert "USING COVERING INDEX outbox_pending" in plan


def test_a_pass_over_many_never_holds_more_than_a_batch(tills):
    outbox = tills[MANY].store.outbox
    after, read = (0, 0), 0
    while items := outbox.pending(100, BYTES, after):
        assert len(items) <= 100
        assert len(items) == 1 or sum(item.size for item in items) <= BYTES
        after = (items[-1].incarnation, items[-1].seq)
        read += len(items)
    assert read == outbox.depth()[0]
