"""A disk that fails again and again: what a person is asked afterwards stays one question."""

from __future__ import annotations

from contextlib import suppress

from posapp.errors import Unavailable
from posapp.offline.journal_rows import receipts_used, set_receipts_used
from posapp.offline.till_store import TillStore
from tests.offline.each_write import failing_at, image_of, io_error
from tests.offline.tills import KEYS, SMALL_BALLAST, Till


def test_a_sale_that_was_tried_many_times_in_vain_is_asked_about_once(tmp_path):
    till = Till(tmp_path / "a")
    till.open_shift()
    asked = set()
    for number in range(8, 30):
        build = till.cash_sale(100)
        for _ in range(3):
            with failing_at(number, io_error).watched(), suppress(Unavailable):
                till.store.sales.commit(build)
        image = image_of(till.folder, tmp_path / str(number))
        store = TillStore.open(image, KEYS, till.clock, ballast_bytes=SMALL_BALLAST)
        asked.add(len(store.recovered.unfinished))
        assert len(set(store.recovered.unfinished)) == len(store.recovered.unfinished)
        store.close()
        till.store.sales.commit(build)
    assert asked == {0, 1}
    till.store.close()


def test_a_receipt_number_that_was_used_stays_used(till):
    """Whatever is put back from the box later counts from a smaller number."""
    with till.store._database.write() as tx:
        set_receipts_used(tx, 1, 5)
        set_receipts_used(tx, 1, 3)
        assert receipts_used(tx, 1) == 5
    assert till.sell(100).receipt_number == "A03-1-000006"
