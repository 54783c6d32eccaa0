"""How much memory this process holds."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

MIB = 1024 * 1024


def resident_mib() -> float:
    """Resident memory now; where only the peak is told, that."""
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text("ascii").split()[1]) * resource.getpagesize() / MIB
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (MIB if sys.platform == "darwin" else 1024)
