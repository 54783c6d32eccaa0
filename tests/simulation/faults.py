"""Which faults a seed plays: each is off, low or full, so that rare pairs get runs of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """Chances in a thousand, times in virtual ms, counts."""

    drop: int = 0
    duplicate: int = 0
    slowest_ms: int = 20
    html: int = 0
    server_error: int = 0
    busy: int = 0
    till_crash: int = 0
    central_crash: int = 0
    partition: int = 0
    restores: int = 0
    poison: int = 0


NONE = Faults()


def drawn(random: Random) -> Faults:
    """The swarm mix of one seed."""
    return Faults(
        drop=random.choice((0, 50, 400)),
        duplicate=random.choice((0, 50, 400)),
        slowest_ms=random.choice((20, 800, 15_000)),
        html=random.choice((0, 30, 200)),
        server_error=random.choice((0, 30, 200)),
        busy=random.choice((0, 20, 100)),
        till_crash=random.choice((0, 10, 60)),
        central_crash=random.choice((0, 20, 100)),
        partition=random.choice((0, 1, 2)),
        restores=random.choice((0, 0, 1, 2)),
        poison=random.choice((0, 30, 150)),
    )
