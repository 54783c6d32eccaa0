"""Can this machine open a window? Asked in a process of its own, because a failing Qt aborts."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

_PROBE: Final = "from PySide6.QtWidgets import QApplication; QApplication([])"
_WITHIN_S: Final = 20


def platform_problem() -> str:
    """Empty when a window can be opened; otherwise the last line that Qt said."""
    if getattr(sys, "frozen", False):
        return ""
    try:
        probe = subprocess.run(
            [sys.executable, "-c", _PROBE],
            capture_output=True,
            text=True,
            timeout=_WITHIN_S,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "Qt did not answer"
    if probe.returncode == 0:
        return ""
    lines = [line for line in probe.stderr.splitlines() if line.strip()]
    return lines[-1] if lines else f"Qt ended with {probe.returncode}"
