"""Loads the shipped font, so that a bare machine shows Chinese as well."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase

from posapp.paths import BOLD_FONT, REGULAR_FONT, resource


def load_fonts() -> tuple[str, ...]:
    """Register both weights with Qt; returns the families, empty where the files are missing."""
    families: list[str] = []
    for name in (REGULAR_FONT, BOLD_FONT):
        path = resource(name)
        if path.is_file():
            number = QFontDatabase.addApplicationFont(str(path))
            families += QFontDatabase.applicationFontFamilies(number)
    return tuple(dict.fromkeys(families))
