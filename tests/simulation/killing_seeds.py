"""For each planted bug a seed that catches it, and the invariant that breaks there.

A change of the simulator moves the seeds: `python -m tests.simulation.killing_seeds` finds them anew.
"""

from __future__ import annotations

import sys

from tests.simulation.campaign import Totals, one_more
from tests.simulation.plants import PLANTS, Plant

MOST_SEEDS = 3_000
KILLING_SEEDS: dict[str, tuple[int, str]] = {
    "batch_ack_all": (0, "I1"),
    "no_dedupe": (0, "I1"),
    "ack_before_commit": (2, "I3"),
    "drop_on_4xx": (5, "I1"),
    "cursor_gap": (2, "A11"),
    "outbox_separate_tx": (2, "I1b"),
    "tombstone_lost": (0, "A11"),
    "cursor_before_rows": (3, "A11"),
    "forget_acked": (0, "I1"),
    "hold_reclaimed_on_timeout": (11, "A5"),
    "resends_from_backup": (713, "I1"),
    "hold_not_durable": (8, "A5"),
    "seq_reuse_after_restore": (11, "I1"),
    "epoch_not_stored": (264, "I1"),
    "settles_by_seq": (3, "I16"),
    "later_counts": (0, "I1"),
    "portal_counts": (23, "I16"),
    "timeout_counts": (1, "I1"),
    "stray_reply_counts": (839, "A11"),
    "signature_not_checked": (2, "I1"),
    "clear_keeps_rows": (0, "I6"),
    "epoch_before_resend": (49, "I1"),
    "receipt_in_memory": (0, "A10"),
    "box_not_flushed": (3, "A10"),
    "box_not_asked": (1, "A10"),
    "tender_lost": (0, "I3"),
    "effect_without_inbox": (22, "I16"),
    "no_lock": (1, "I1"),
    "pruned_in_silence": (2, "I6"),
    "same_epoch_after_restore": (0, "I14"),
    "expects_from_highest": (101, "I7"),
    "never_renews": (1, "I7"),
    "incarnation_not_caught_up": (35, "I7"),
    "fork_not_kept": (1, "I7"),
    "quarantine_dropped": (0, "I1"),
    "dead_letter_lost": (1, "I1"),
    "mended_by_deleting": (0, "I1"),
    "mended_in_silence": (0, "I14"),
    "cash_out_uncounted": (2, "I3"),
    "declined_forgotten": (18, "A12"),
    "code_step_not_stored": (5, "A13"),
    "reclaim_on_timeout": (0, "A5"),
    "lease_not_durable": (17, "A5"),
    "lease_released_twice": (5, "A4"),
    "release_while_quarantined": (69, "A5"),
    "grant_not_idempotent": (0, "A4"),
    "grants_at_once_after_restore": (5, "A5"),
    "till_step_not_stored": (17, "A13"),
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
