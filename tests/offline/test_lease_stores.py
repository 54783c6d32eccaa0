"""What lending and spending need of their table: one suite for the till's own and the simulator's."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

from posapp.domain.ids import LeaseId, LotId, MemberId
from posapp.domain.leases import Lease
from posapp.domain.sale import ValueSlice
from posapp.offline.leases import KeptLease
from posapp.wire.facts import LeaseReleaseData
from tests.offline.tills import Till
from tests.simulation import goods
from tests.simulation.disks import TillDisk
from tests.simulation.lent import LeaseTable
from tests.simulation.plants import NO_PLANT

L1, M1 = LeaseId("lease-1"), MemberId("member-1")
SLICES = (ValueSlice(lot_id=LotId("lot-1"), principal=900, bonus=100),)
KEPT = KeptLease(
    lease=Lease(id=L1, member_id=M1, slices=SLICES, ends_ms=1_000),
    granted=SLICES,
    incarnation=1,
    granted_ms=1,
    day="2026-11-21",
    day_key=b"\x07" * 32,
)


@dataclass
class Kind:
    """A table, and how a fact gets into the journal beside it."""

    table: Any
    journal: Any


@pytest.fixture(params=["real", "simulated"])
def kind(request, tmp_path):
    till = Till(tmp_path / "till")
    yield _real(till) if request.param == "real" else _simulated()
    till.store.close()


def _real(till: Till) -> Kind:
    return Kind(till.store.leases, lambda data: till.store.outbox.append(till.entry(data)))


def _simulated() -> Kind:
    disk = TillDisk(lambda point: None, NO_PLANT)
    table = LeaseTable(SimpleNamespace(disk=disk, world=SimpleNamespace(plant=NO_PLANT)))

    def journal(data):
        fact = goods.fact(data, event_id="e1", terminal="t1", incarnation=1, at_ms=1)
        disk.commit((fact,), 1)

    return Kind(table, journal)


def test_what_was_asked_waits_for_its_answer_and_is_held_from_then_on(kind):
    kind.table.ask(L1, M1, 1)
    assert [each.lease_id for each in kind.table.asked()] == [L1]
    assert kind.table.open_leases() == ()
    kind.table.keep(KEPT, 7)
    assert kind.table.asked() == ()
    assert kind.table.open_leases() == (KEPT,)
    assert kind.table.code_use(M1).step == 7


def test_an_answer_that_nobody_waits_for_any_more_is_not_held(kind):
    kind.table.ask(L1, M1, 1)
    kind.table.forget(L1)
    kind.table.keep(KEPT, 0)
    assert kind.table.open_leases() == ()


def test_one_that_goes_back_may_stay_after_all(kind):
    kind.table.ask(L1, M1, 1)
    kind.table.keep(KEPT, 0)
    kind.table.begin_return(L1)
    assert [each.is_returning for each in kind.table.open_leases()] == [True]
    kind.table.stay(L1)
    assert kind.table.open_leases() == (KEPT,)


def test_the_fact_that_gives_it_back_forgets_it(kind):
    kind.table.ask(L1, M1, 1)
    kind.table.keep(KEPT, 0)
    kind.journal(LeaseReleaseData(lease_id=L1, member_id=M1, left=SLICES, reason="recalled"))
    assert kind.table.open_leases() == ()


def test_a_step_counts_once_and_none_before_it(kind):
    assert kind.table.use_step(M1, 5)
    assert not kind.table.use_step(M1, 5)
    assert not kind.table.use_step(M1, 4)
    assert kind.table.use_step(M1, 6)


def test_wrong_codes_in_a_row_pause_her(kind):
    assert kind.table.count_wrong(M1, most=2, pause_until_ms=99).paused_until_ms == 0
    use = kind.table.count_wrong(M1, most=2, pause_until_ms=99)
    assert (use.wrong, use.paused_until_ms) == (0, 99)
