import hashlib

import pytest

from posapp.wire.chain import FIRST_LINK, next_link
from posapp.wire.facts import aggregate_of, from_body
from posapp.wire.sync import Attachment, ItemOutcome, ItemResult
from tests.offline.tills import Till

LARGE = 1 << 20


def result(item, outcome=ItemOutcome.APPLIED, **more) -> ItemResult:
    return ItemResult(seq=item.seq, event_id=item.event_id, outcome=outcome, **more)


def test_entries_wait_in_order_with_the_exact_bytes_that_are_chained(till):
    till.sell(100)
    till.store.outbox.append(till.audit())
    items = till.store.outbox.pending(10, LARGE)
    chain = FIRST_LINK
    for seq, item in enumerate(items, 1):
        assert item.body_sha256 == hashlib.sha256(item.body).digest()
        chain = next_link(chain, 1, seq, item.event_id, item.body_sha256)
        assert (item.seq, item.chain) == (seq, chain)
        assert item.aggregate_id == aggregate_of(from_body(item.body))
    assert till.store.journal.head() == (1, 2, chain)
    assert items[0].to_push().body.encode() == items[0].body


def test_attachments_travel_with_their_entry(till):
    attachment = Attachment(sha256="a" * 64, subject_id="s", ciphertext="Y2k=", sealed_key="a2V5")
    till.store.outbox.append(till.entry(till.audit().fact.data, (attachment,)))
    assert till.store.outbox.pending(1, LARGE)[0].attachments == (attachment,)


def test_a_batch_ends_at_its_size_but_holds_at_least_one(till):
    for _ in range(5):
        till.sell(100)
    size = till.store.outbox.pending(1, LARGE)[0].size
    assert len(till.store.outbox.pending(10, 1)) == 1
    assert len(till.store.outbox.pending(10, 2 * size + 10)) == 2
    assert len(till.store.outbox.pending(3, LARGE)) == 3


def test_only_the_listed_entries_are_settled(till):
    for _ in range(6):
        till.sell(100)
    items = till.store.outbox.pending(10, LARGE)
    foreign = ItemResult(seq=1, event_id=till.ids.new(), outcome=ItemOutcome.APPLIED)
    settled = till.store.outbox.settle(
        [
            result(items[0], pos=7),
            result(items[1], ItemOutcome.DUPLICATE),
            result(items[2], ItemOutcome.QUARANTINED, code="sale.sums"),
            result(items[3], ItemOutcome.RETRY_LATER),
            result(items[4], ItemOutcome.DEPENDS, depends_on="x"),
            foreign,
        ],
        "epoch-1",
    )
    assert (settled.settled, settled.kept, settled.foreign) == (3, 2, 1)
    left = till.store.outbox.pending(10, LARGE)
    assert [item.seq for item in left] == [4, 5, 6]
    assert [item.attempts for item in left] == [1, 1, 0]
    counts = till.store.outbox.counts()
    assert (counts.entries, counts.pending, counts.acknowledged, counts.quarantined) == (6, 3, 2, 1)
    assert counts.by_kind == (("sale.v1", 6),)


def test_a_late_second_answer_changes_nothing(till):
    till.sell(100)
    item = till.store.outbox.pending(1, LARGE)[0]
    till.store.outbox.settle([result(item)], "epoch-1")
    again = till.store.outbox.settle([result(item, ItemOutcome.QUARANTINED)], "epoch-1")
    assert again.settled == 1
    assert till.store.outbox.counts().quarantined == 0


def test_a_restored_central_gets_everything_from_the_seq_it_expects(till):
    for _ in range(4):
        till.sell(100)
    items = till.store.outbox.pending(10, LARGE)
    till.store.outbox.settle([result(item) for item in items], "epoch-1")
    assert till.store.outbox.depth() == (0, None)
    assert till.store.outbox.resend_from(1, 3) == 2
    assert [item.seq for item in till.store.outbox.pending(10, LARGE)] == [3, 4]


def test_a_pass_goes_on_behind_an_entry_that_is_stuck(till):
    for _ in range(3):
        till.sell(100)
    assert [item.seq for item in till.store.outbox.pending(10, LARGE, (1, 1))] == [2, 3]


def test_one_batch_never_mixes_incarnations(till):
    till.sell(100)
    till.store.identity.set_incarnation(2)
    till.sell(100)
    assert [item.incarnation for item in till.store.outbox.pending(10, LARGE)] == [1]


def test_depth_tells_how_many_wait_and_since_when(till):
    assert till.store.outbox.depth() == (0, None)
    till.sell(100)
    oldest_ms = till.clock.wall_ms()
    till.sell(100)
    assert till.store.outbox.depth() == (2, oldest_ms)


def test_each_entry_says_what_the_clock_was_trusted_for(till):
    till.store.outbox.append(till.audit())
    till.store.journal.trust_offset(-250, 12)
    till.store.outbox.append(till.audit())
    before, after = till.store.outbox.pending(2, LARGE)
    assert (before.server_offset_ms, before.offset_error_ms) == (None, None)
    assert (after.server_offset_ms, after.offset_error_ms) == (-250, 12)
    assert after.boot_id == "boot-1"


def test_two_sets_of_entries_in_one_transaction_are_a_mistake(till):
    def work(posting):
        posting.record((till.audit(),))
        posting.record((till.audit(),))

    with pytest.raises(ValueError, match="one set"):
        till.store.journal.run(work)
    assert till.store.outbox.depth() == (0, None)


def test_the_work_of_a_second_thread_waits_for_the_first(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    till = Till(tmp_path)
    builds = [till.cash_sale(100) for _ in range(12)]
    with ThreadPoolExecutor(4) as lanes:
        sales = list(lanes.map(till.store.sales.commit, builds))
    assert len({sale.receipt_number for sale in sales}) == 12
    assert till.store.journal.verify().holds
    till.store.close()
