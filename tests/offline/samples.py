"""A till.db of each released schema: kept under tests/samples, opened by every later program.

A release that adds a schema adds its sample: `python -m tests.offline.samples`. Made once, never
made anew: it is what that release left on the disks of shops.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from posapp.domain.ids import LeaseId, LotId, MemberId
from posapp.domain.leases import Lease
from posapp.domain.sale import ValueSlice
from posapp.offline.copies import write_copy
from posapp.offline.leases import KeptLease
from posapp.offline.migrations import STEPS
from tests.offline.tills import Till

FOLDER = Path(__file__).parents[1] / "samples"


def sample_path(schema: int) -> Path:
    return FOLDER / f"till-schema-{schema}.db"


def write_sample(target: Path) -> None:
    """A shift with a sale of every means of paying, a return, plain sales, and value that was lent
    or asked for.
    """
    with tempfile.TemporaryDirectory() as folder:
        till = Till(Path(folder))
        till.open_shift()
        sale = till.store.sales.commit(till.mixed_sale())
        till.refund(sale, {2: 1_000})
        for amount in (100, 250, 1_990):
            till.sell(amount)
        lend(till)
        write_copy(till.store._database, target)
        till.store.close()


def lend(till: Till) -> None:
    lease = Lease(
        id=LeaseId("lease-1"),
        member_id=MemberId("m-1"),
        slices=(ValueSlice(lot_id=LotId("vl-1"), principal=100, bonus=0),),
        ends_ms=till.clock.wall_ms() + 10_000_000,
    )
    leases = till.store.leases
    leases.ask(lease.id, lease.member_id, 1)
    kept = KeptLease(
        lease=lease,
        incarnation=1,
        granted_ms=till.clock.wall_ms(),
        day="2026-11-22",
        day_key=b"k" * 32,
    )
    leases.keep(kept, 5)
    leases.ask(LeaseId("lease-2"), MemberId("m-2"), 1)


if __name__ == "__main__":
    path = sample_path(len(STEPS))
    if path.exists():
        raise SystemExit(f"{path} stands: a released sample is never made anew")
    write_sample(path)
