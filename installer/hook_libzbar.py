"""Runs first in the frozen till: pyzbar asks the system for libzbar, the bundle carries its own."""

import ctypes.util
import sys
from pathlib import Path

_ask_system = ctypes.util.find_library


def _find_library(name: str) -> str | None:
    if name == "zbar":
        bundled = sorted(Path(sys._MEIPASS).rglob("libzbar*"))
        if bundled:
            return str(bundled[0])
    return _ask_system(name)


ctypes.util.find_library = _find_library
