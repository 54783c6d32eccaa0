"""For each planted bug a seed that catches it, and the invariant that breaks there.

A change of the simulator moves the seeds: `python -m tests.simulation.killing_seeds` finds them anew.
"""

from __future__ import annotations

import sys

from tests.simulation.campaign import Totals, one_more
from tests.simulation.plants import PLANTS, Plant

MOST_SEEDS = 3_000
KILLING_SEEDS: dict[str, tuple[int, str]] = {
    "batch_ack_all": (3, "I1"),
    "no_dedupe": (0, "I1"),
    "ack_before_commit": (0, "A13"),
    "drop_on_4xx": (1, "I16"),
    "cursor_gap": (0, "A11"),
    "outbox_separate_tx": (5, "I1b"),
    "tombstone_lost": (0, "A11"),
    "cursor_before_rows": (13, "A11"),
    "forget_acked": (1, "I1"),
    "hold_reclaimed_on_timeout": (7, "A5"),
    "hold_not_durable": (1, "A5"),
    "seq_reuse_after_restore": (4, "I1"),
    "epoch_not_stored": (85, "I1"),
    "settles_by_seq": (3, "I16"),
    "later_counts": (0, "I1"),
    "portal_counts": (3, "I16"),
    "timeout_counts": (8, "I1"),
    "stray_reply_counts": (86, "A11"),
    "clear_keeps_rows": (0, "I6"),
    "epoch_before_resend": (54, "I1"),
    "receipt_in_memory": (0, "A10"),
    "box_not_flushed": (5, "A10"),
    "box_not_asked": (2, "I1"),
    "tender_lost": (0, "I3"),
    "effect_without_inbox": (4, "I1"),
    "no_lock": (0, "A13"),
    "pruned_in_silence": (4, "I6"),
    "same_epoch_after_restore": (0, "I7"),
    "expects_from_highest": (1, "I7"),
    "never_renews": (1, "I7"),
    "incarnation_not_caught_up": (69, "I7"),
    "fork_not_kept": (1, "I1"),
    "quarantine_dropped": (0, "I1"),
    "dead_letter_lost": (2, "I1"),
    "mended_by_deleting": (0, "I1"),
    "mended_in_silence": (0, "I14"),
    "cash_out_uncounted": (2, "I3"),
    "declined_forgotten": (46, "A12"),
    "code_step_not_stored": (3, "A13"),
    "reclaim_on_timeout": (0, "A5"),
    "lease_not_durable": (2, "A4"),
    "lease_released_twice": (0, "A4"),
    "release_while_quarantined": (71, "A5"),
    "grant_not_idempotent": (0, "A12"),
    "grants_at_once_after_restore": (0, "A5"),
    "till_step_not_stored": (4, "A13"),
    "real_clock": (0, "A17"),
}


def find(plant: Plant, most: int = MOST_SEEDS) -> tuple[int, str] | None:
    """The first seed that catches a plant."""
    totals = Totals(first=0)
    while totals.runs < most:
        found = one_more(totals, plant)
        if found is not None:
            return totals.next_seed - 1, found.violation.invariant
    return None


def main() -> int:
    survivors = 0
    for plant in PLANTS:
        found = find(plant)
        survivors += found is None
        sys.stdout.write(f'    "{plant.name}": {found},\n')
        sys.stdout.flush()
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
