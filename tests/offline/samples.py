"""A till.db of each released schema: kept under tests/samples, opened by every later program.

A release that adds a schema adds its sample: `python -m tests.offline.samples`. Made once, never
made anew: it is what that release left on the disks of shops.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from posapp.offline.copies import write_copy
from posapp.offline.migrations import STEPS
from tests.offline.tills import Till

FOLDER = Path(__file__).parents[1] / "samples"


def sample_path(schema: int) -> Path:
    return FOLDER / f"till-schema-{schema}.db"


def write_sample(target: Path) -> None:
    """A shift with a sale of every means of paying, a return, and plain sales."""
    with tempfile.TemporaryDirectory() as folder:
        till = Till(Path(folder))
        till.open_shift()
        sale = till.store.sales.commit(till.mixed_sale())
        till.refund(sale, {2: 1_000})
        for amount in (100, 250, 1_990):
            till.sell(amount)
        write_copy(till.store._database, target)
        till.store.close()


if __name__ == "__main__":
    path = sample_path(len(STEPS))
    if path.exists():
        raise SystemExit(f"{path} stands: a released sample is never made anew")
    write_sample(path)
