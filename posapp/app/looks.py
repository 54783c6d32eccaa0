"""How a screen looks that stands before the till is open: fonts, language, colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    from posapp.ui.look import Look


def put_on(app: QApplication, owner: QObject, language: str) -> Look:
    """The look; texts are in this language as long as `owner` lives."""
    from posapp.ui.fonts import load_fonts
    from posapp.ui.languages import Languages
    from posapp.ui.look import Look
    from posapp.ui.qss import apply_look

    load_fonts()
    look = Look(theme="light")
    languages = Languages(app, look)
    languages.choose(language)
    owner.setProperty("languages", languages)
    apply_look(app, look)
    return look
