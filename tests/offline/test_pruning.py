"""What leaves the journal is old, acknowledged and in central's backup; all else goes on as before."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posapp.domain.shift import CashMoveKind
from posapp.offline.care import StorageCare
from posapp.offline.identity import SyncState
from posapp.offline.pruning import KEPT_MS, STEP_ENTRIES
from posapp.offline.till_backup import BackupFolder
from posapp.wire.sync import ItemOutcome, ItemResult
from tests.offline.tills import KEYS, Till

DAY_MS = 86_400_000


def send_all(till: Till, epoch: str = "epoch-1", pos: int = 0) -> int:
    """Central applies all that waits, and has backed it up; returns its place."""
    while items := till.store.outbox.pending(100, 1 << 20):
        done = [
            ItemResult(seq=each.seq, event_id=each.event_id, outcome=ItemOutcome.APPLIED, pos=n)
            for n, each in enumerate(items, pos + 1)
        ]
        till.store.outbox.settle(done, epoch)
        pos += len(done)
    _, seq, _ = till.store.journal.head()
    till.store.identity.save_sync_state(SyncState(epoch=epoch, durable_seq=seq))
    return pos


def grow_old(till: Till, days: int = 36) -> None:
    """The days pass with central in reach: each leaves its mark."""
    for _ in range(days):
        till.store.pruning.mark(till.clock.wall_ms())
        till.clock.advance_ms(DAY_MS)


def prune(till: Till) -> int:
    gone = 0
    while went := till.store.pruning.step(till.clock.wall_ms()):
        gone += went
    while till.store.pruning.step_box():
        pass
    return gone


def seqs(till: Till) -> list[int]:
    return [row[0] for row in till.store._database.rows("SELECT seq FROM outbox ORDER BY seq")]


def busy(till: Till, sales: int = 12) -> Till:
    till.store._box._segment_bytes = 8 * 1024
    till.open_shift()
    first = till.store.sales.commit(till.mixed_sale())
    till.refund(first, {2: 1_000})
    till.top_up()
    till.move_cash(CashMoveKind.CASH_IN, 500)
    for number in range(sales):
        till.sell(100 + number)
    till.close_shift(20_000)
    till.open_shift()
    till.sell(777)
    return till


@pytest.fixture
def old(till):
    """A till whose entries are all old and backed up, with two new ones that wait."""
    busy(till)
    send_all(till)
    grow_old(till)
    till.sell(888)
    till.sell(999)
    return till


def test_old_entries_leave_and_returns_reprints_and_sums_stay_as_they_were(old):
    sales, totals = tuple(old.store.sales.each()), old.store.sales.totals()
    recent = old.store.sales.recent(5)
    assert prune(old) == 20
    assert seqs(old) == [21, 22]
    assert tuple(old.store.sales.each()) == sales
    assert old.store.sales.totals() == totals
    assert old.store.sales.recent(5) == recent
    first = sales[0].sale
    assert old.store.sales.by_receipt(first.receipt_number).sale == first
    assert old.store.sales.commit(old.mixed_sale(sale_id=first.id)) == first
    assert old.store.prints.of_receipt(first.receipt_number) is not None
    back = old.refund(first, {1: 1_000})
    assert old.store.sales.refund_by_receipt(back.receipt_number) == back
    assert old.store.journal.verify().holds


def test_the_journal_verifies_and_sells_on_after_entries_and_files_have_left(old):
    files = len(list((old.folder / "blackbox").glob("*.bin")))
    prune(old)
    assert len(list((old.folder / "blackbox").glob("*.bin"))) < files
    report = old.store.journal.verify()
    assert (report.holds, report.pruned, report.entries, report.pending) == (True, 20, 2, 2)
    old.reopen()
    assert old.store.recovered.restored == old.store.recovered.unlinked == 0
    old.sell(100)
    assert old.store.journal.head()[1] == 23
    assert old.store.journal.verify().holds


def test_an_entry_taken_out_by_hand_is_still_a_gap(old):
    prune(old)
    old.sell(100)
    with old.store._database.write() as tx:
        tx.run("DELETE FROM outbox WHERE seq = 22")
    assert old.store.journal.verify().broken.key == "journal.gap"


def test_a_file_of_the_box_taken_away_by_hand_is_told(till):
    busy(till)
    first, *_ = sorted((till.folder / "blackbox").glob("*.bin"))
    first.unlink()
    assert till.store.journal.verify().broken.key == "journal.box_damaged"


def test_what_is_younger_than_35_days_stays_whatever_the_tills_clock_said(till):
    till.clock.jump_wall_ms(-20_000 * DAY_MS)
    busy(till)
    till.clock.jump_wall_ms(20_000 * DAY_MS)
    send_all(till)
    grow_old(till, 34)
    assert prune(till) == 0
    grow_old(till, 2)
    assert prune(till) > 0


def test_what_waits_or_is_not_backed_up_stays_and_all_behind_it(old):
    with old.store._database.write() as tx:
        tx.run("UPDATE outbox SET state = 0 WHERE seq = 5")
    assert prune(old) == 4
    old.store.identity.save_sync_state(SyncState(epoch="epoch-1", durable_seq=3))
    with old.store._database.write() as tx:
        tx.run("UPDATE outbox SET state = 1 WHERE seq = 5")
    assert prune(old) == 0


def test_the_newest_entry_stays_even_when_it_is_old(till):
    busy(till)
    send_all(till)
    grow_old(till)
    head = till.store.journal.head()
    prune(till)
    assert till.store.journal.head() == head
    assert seqs(till) == [head[1]]


def test_older_incarnations_go_once_the_backup_has_passed_them(till):
    busy(till)
    pos = send_all(till)
    till.store.identity.set_incarnation(2)
    till.sell(100)
    grow_old(till)
    assert prune(till) == 0
    send_all(till, pos=pos)
    till.sell(200)
    assert prune(till) > 10
    assert till.store.journal.verify().holds
    till.reopen()
    assert till.store.journal.head()[:2] == (2, 2)


def test_a_step_takes_a_few_and_waits_for_nobody(till):
    for _ in range(STEP_ENTRIES + 20):
        till.store.outbox.append(till.audit())
    send_all(till)
    grow_old(till)
    assert till.store.pruning.step(till.clock.wall_ms()) == STEP_ENTRIES
    plans = [
        row[3]
        for statement in ("DELETE FROM outbox WHERE incarnation = 1 AND seq BETWEEN 2 AND 9",)
        for row in till.store._database.rows(f"EXPLAIN QUERY PLAN {statement}")
    ]
    assert plans == [
        "SEARCH outbox USING PRIMARY KEY (incarnation=? AND seq>? AND seq<?)",
        "SEARCH attachment USING PRIMARY KEY (incarnation=? AND seq=?)",
    ]


def test_without_any_backup_the_shortened_box_brings_what_is_not_at_central(old):
    prune(old)
    waiting = [item.event_id for item in old.store.outbox.pending(10, 1 << 20)]
    head = old.store.journal.head()
    old.store.close()
    for part in old.folder.glob("till.db*"):
        part.unlink()
    old.open()
    assert old.store.recovered.unlinked == 0
    assert old.store.journal.head() == head
    found = [item.event_id for item in old.store.outbox.pending(100, 1 << 20)]
    assert found[-2:] == waiting
    assert old.store.journal.verify().holds
    old.sell(100)
    assert old.store.sales.last().sale.receipt_number == "A03-1-000019"


def test_a_backup_from_before_the_pruning_goes_on_where_the_box_begins(old, tmp_path):
    """Made when the till was young, put back after the box had let go of what followed it."""
    young = Till(tmp_path / "young", clock=old.clock)
    busy(young, 3)
    copy = young.store.back_up(BackupFolder(tmp_path / "stick", KEYS.till_db, 3)).path
    for number in range(20):
        young.sell(500 + number)
    young.close_shift(20_000)
    young.open_shift()
    send_all(young)
    grow_old(young)
    young.sell(888)
    prune(young)
    reports, head = young.store.shifts.reports(), young.store.journal.head()
    waiting = [item.event_id for item in young.store.outbox.pending(10, 1 << 20)]
    young.store.close()
    for part in young.folder.glob("till.db*"):
        part.unlink()
    shutil.copy(copy, young.folder / "till.db")
    young.open()
    assert young.store.journal.head() == head
    assert [i.event_id for i in young.store.outbox.pending(100, 1 << 20)][-1:] == waiting
    assert young.store.journal.verify().holds
    assert young.store.shifts.reports()[0] == reports[0]
    assert young.store.sales.last().sale.net == 888
    young.store.close()


def test_care_prunes_while_nobody_sells_and_only_when_the_time_is_known(old):
    backups = BackupFolder(old.folder / "copies", KEYS.till_db, keep=2)

    def care(*, known: bool) -> StorageCare:
        return StorageCare(old.store, old.folder, backups, old.clock, is_time_known=lambda: known)

    care(known=False).round(idle=True)
    care(known=True).round(idle=False)
    assert len(seqs(old)) == 22
    care(known=True).round(idle=True)
    assert seqs(old) == [21, 22]


@dataclass
class World:
    """A till, and what its central and central's backup hold: places in the journal."""

    till: Till
    epoch: int = 1
    pos: int = 0
    have: set[tuple[int, int]] = field(default_factory=set)
    backup: set[tuple[int, int]] = field(default_factory=set)
    made_ms: dict[tuple[int, int], int] = field(default_factory=dict)

    @property
    def now(self) -> int:
        return self.till.clock.wall_ms()

    @property
    def incarnation(self) -> int:
        return self.till.store.identity.required().incarnation

    def sell(self) -> None:
        self.till.store.outbox.append(self.till.audit())
        self.made_ms[self.till.store.journal.head()[:2]] = self.now

    def push(self, most: int) -> None:
        items = self.till.store.outbox.pending(most, 1 << 20)
        done = []
        for item in items:
            self.pos += 1
            self.have.add((item.incarnation, item.seq))
            done.append(
                ItemResult(
                    seq=item.seq,
                    event_id=item.event_id,
                    outcome=ItemOutcome.APPLIED,
                    pos=self.pos,
                )
            )
        self.till.store.outbox.settle(done, str(self.epoch))

    def hello(self) -> None:
        kept = self.till.store.identity.sync_state()
        durable = self._head(self.backup)
        if durable > kept.durable_seq or kept.epoch != str(self.epoch):
            state = SyncState(epoch=str(self.epoch), durable_seq=durable)
            self.till.store.identity.save_sync_state(state)

    def restore(self) -> None:
        self.have = set(self.backup)
        self.epoch += 1
        again = min(self._head(self.have) + 1, self._head(self.backup) + 1)
        self.till.store.outbox.resend_from(self.incarnation, again)
        self.till.store.identity.save_sync_state(SyncState(epoch=str(self.epoch)))

    def days(self, days: int) -> None:
        self.till.store.pruning.mark(self.now)
        self.till.clock.advance_ms(days * DAY_MS)

    def happen(self, then: str) -> None:
        if then == "restore":
            self.restore()
        elif then == "new":
            self.till.store.identity.set_incarnation(self.incarnation + 1)

    def _head(self, places: set[tuple[int, int]]) -> int:
        seq = 0
        while (self.incarnation, seq + 1) in places:
            seq += 1
        return seq

    def check(self) -> None:
        rows = self.till.store._database.rows("SELECT incarnation, seq FROM outbox")
        gone = self.made_ms.keys() - {(row[0], row[1]) for row in rows}
        assert gone <= self.backup
        assert all(self.now - self.made_ms[place] >= KEPT_MS for place in gone)


ROUNDS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from((0, 1, 2, 1_000, 1_000)),
        st.booleans(),
        st.sampled_from((1, 20, 36, 36)),
        st.sampled_from(("", "", "restore", "new")),
    ),
    min_size=4,
    max_size=10,
)
"""Sales; entries pushed; whether central is backed up; days that pass; what happens then."""


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROUNDS)
def test_whatever_leaves_is_old_and_in_the_backup_that_central_would_be_restored_from(rounds):
    with tempfile.TemporaryDirectory() as folder:
        world = World(Till(Path(folder)))
        for sales, pushed, is_backed_up, days, then in rounds:
            for _ in range(sales):
                world.sell()
            world.push(pushed)
            world.backup = set(world.have) if is_backed_up else world.backup
            world.hello()
            world.days(days)
            prune(world.till)
            world.check()
            world.happen(then)
        assert world.till.store.journal.verify().holds
        world.till.store.close()
