"""The faults by name, and which of them a seed plays: each is off, low or full."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.simulation.chance import Chance

Levels = dict[str, int]

# Chances in a thousand each time that it could happen: low and full.
BY_CHANCE: dict[str, tuple[int, int]] = {
    "request_lost": (50, 400),
    "reply_lost": (50, 400),
    "request_doubled": (50, 400),
    "reply_doubled": (50, 400),
    "leg_delayed": (50, 500),
    "reply_too_late": (20, 150),
    "html_with_200": (30, 200),
    "error_500": (30, 200),
    "busy_429": (20, 100),
    "reply_for_another_till": (20, 100),
    "reply_forged": (20, 100),
    "item_later": (30, 200),
    "item_unlisted": (30, 200),
    "foreign_item_listed": (20, 100),
    "batch_refused": (20, 150),
    "central_crash_before_commit": (10, 80),
    "central_crash_after_commit": (10, 80),
    "till_crash": (10, 50),
    "io_error": (10, 60),
    "disk_full": (10, 60),
    "poison_refused": (30, 150),
    "poison_quarantined": (30, 150),
    "newer_schema": (20, 100),
    "cut_at_the_counter": (200, 600),
}
# How often in a run: low and full.
BY_COUNT: dict[str, tuple[int, int]] = {
    "partition": (1, 3),
    "partition_one_way": (1, 3),
    "clock_jump": (1, 3),
    "clock_back": (1, 3),
    "clock_drift": (1, 1),
    "central_restore": (1, 2),
    "second_process": (1, 1),
    "tombstones_pruned": (1, 3),
    "member_blocked": (2, 20),
    "till_restore": (1, 2),
    "till_restore_bare": (1, 2),
    "till_clone": (1, 1),
    "quarantine_reapplied": (1, 3),
    "leases": (1, 1),
    "terminal_lost": (1, 1),
}
# What a crash takes along, in a thousand crashes.
OF_A_CRASH: dict[str, tuple[int, int]] = {
    "power_loss": (200, 600),
    "torn_tail": (50, 250),
}
SWARM = BY_CHANCE | BY_COUNT | OF_A_CRASH
# Faults that follow from others: two messages pass each other, a request waits for the other process.
FOLLOWING = (
    "reordered",
    "lock_waited_for",
    "ballast_given_back",
    "box_restored",
    "box_aborted",
    "fork",
    "new_incarnation",
    "hold_given_up",
    "restored_both",
    "lease_granted",
    "lease_asked_again",
    "lease_spent",
    "lease_given_back",
    "lease_recalled",
    "lease_booked_again",
    "lending_waited",
    "old_code_shown",
    "fork_taken_by_hand",
)
CRASH_POINTS = (
    "box.before_intent",
    "box.after_intent",
    "sale.before_commit",
    "sale.after_commit",
    "print.before",
    "print.after",
    "settle.before",
    "settle.after",
    "adopt.before",
    "adopt.between",
    "adopt.after",
    "apply.before",
    "apply.after",
    "clear.before",
    "clear.after",
    "lease.before",
    "lease.after",
    "renew.before",
    "renew.after",
    "send.before",
    "send.after",
    "reply.before",
)


def all_names() -> tuple[str, ...]:
    """Every fault that a run of 2,000 seeds has to show."""
    chances = [name for name in SWARM if name != "till_crash"]
    return (*chances, *FOLLOWING, *(f"crash {point}" for point in CRASH_POINTS))


def drawn(chance: Chance, aimed: Mapping[str, str]) -> Levels:
    """The swarm mix of one seed; `aimed` sets some faults to "off", "low" or "full"."""
    levels: Levels = {}
    for name, (low, full) in SWARM.items():
        of = {"off": 0, "low": low, "full": full}
        level = ("off", "off", "low", "full")[chance.between(f"mix {name}", 0, 3)]
        levels[name] = of[aimed.get(name, level)]
    return levels
