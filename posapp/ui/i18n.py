"""The languages of the screen: one function for every text.

Chinese (zh_CN) is the source language; all texts share one context, so that the same words are
translated once. Which language it is now: `posapp.ui.languages`.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

CONTEXT: Final = "posapp"
LANGUAGES: Final = ("zh_CN", "zh_TW", "en")
OWN_NAMES: Final = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}


def tr(source: str, comment: str = "", **params: object) -> str:
    """The text in the person's language, its {parameters} filled in.

    `source` must be a literal, because the tool that collects texts reads the code. `comment`
    tells two meanings of the same words apart.
    """
    text = QCoreApplication.translate(CONTEXT, source, comment or None)
    return text.format(**params) if params else text
