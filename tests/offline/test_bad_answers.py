"""Answers that are central's and are not for where this till stands now."""

from __future__ import annotations

from posapp.offline.sync_state import Apply, Failure
from posapp.wire.chain import FIRST_LINK, next_link
from tests.offline.test_sync_core import ROW, Talker


def test_a_page_of_another_epoch_is_not_laid_beside_ours():
    """Central was restored between our hello and this page: its positions count anew."""
    talker = Talker().tick().place().hello().items()
    talker.page(ROW, epoch="e2", next="c9")
    assert not talker.has(Apply)
    assert talker.talk.last_failure is Failure.BAD_REPLY
    assert talker.talk.place.cursor == "c1"


def test_under_a_new_incarnation_the_journal_begins_at_one_and_holds(till):
    """A gap before it would keep central's head, and with it the durable place, at nothing."""
    for _ in range(3):
        till.sell(100)
    till.store.identity.set_incarnation(2)
    assert till.store.journal.head() == (2, 0, FIRST_LINK)
    till.store.outbox.append(till.audit())
    entry = till.store.outbox.pending(10, 1 << 20, (1, 3))[0]
    assert (entry.incarnation, entry.seq) == (2, 1)
    assert entry.chain == next_link(FIRST_LINK, 2, 1, entry.event_id, entry.body_sha256)
    assert till.store.journal.verify().holds
