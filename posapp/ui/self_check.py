"""Can this machine open a window? Asked in a process of its own, because a failing Qt aborts."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_PROBE: Final = "from PySide6.QtWidgets import QApplication; QApplication([])"
_WITHIN_S: Final = 20


def has_display(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a window would be seen: always on Windows and macOS, elsewhere where one is named."""
    if platform.system() in {"Windows", "Darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def can_draw(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt has something to draw on: a display, or a platform that somebody chose."""
    return has_display(environment) or bool(environment.get("QT_QPA_PLATFORM"))


def platform_problem() -> str:
    """Empty when a window can be opened; otherwise the first line that Qt said."""
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
    return lines[0] if lines else f"Qt ended with {probe.returncode}"
