"""Where the program's own files lie and where a till keeps its data, frozen or from source."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

_RESOURCES: Final = "resources"
_SOURCE: Final = Path(__file__).resolve().parent.parent

REGULAR_FONT: Final = "fonts/NotoSansCJKsc-Regular.otf"
BOLD_FONT: Final = "fonts/NotoSansCJKsc-Bold.otf"
"""The two weights that the screen and the paper share; both cover GBK and Big5."""


def is_frozen() -> bool:
    """True inside a PyInstaller build."""
    return getattr(sys, "frozen", False) is True


def root() -> Path:
    """The folder that holds `resources`: the unpacked bundle, or the top of the source tree."""
    bundle = getattr(sys, "_MEIPASS", None)
    if is_frozen() and isinstance(bundle, str):
        return Path(bundle)
    return _SOURCE


def resource(name: str) -> Path:
    """A shipped file, named relative to `resources` with forward slashes; it need not exist."""
    return root() / _RESOURCES / name


def default_data_folder() -> Path:
    """The folder of this person's till on this system; not created here."""
    from platformdirs import user_data_path

    return user_data_path("posapp", appauthor=False)
