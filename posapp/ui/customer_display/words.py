"""The customer's own language: texts of her window, whatever the cashier reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTranslator

from posapp.paths import resource
from posapp.ui.i18n import CONTEXT, LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path


class Words:
    """Translates without being installed: the rest of the program keeps its language.

    Use it as `tr = words.tr`, so that the tool that collects texts finds them.
    """

    def __init__(self, language: str, folder: Path | None = None) -> None:
        if language not in LANGUAGES:
            raise ValueError("unknown language", language)
        self.language = language
        file = (folder or resource("i18n")) / f"posapp_{language}.qm"
        # A copy in memory: an update that replaces the file must not pull it away.
        self._content = file.read_bytes() if file.is_file() else b""
        self._translator = QTranslator()
        self._is_readable = bool(self._content) and self._translator.load(self._content)

    def tr(self, source: str, comment: str = "", **params: object) -> str:
        """The text in her language, its {parameters} filled in."""
        found = ""
        if self._is_readable:
            found = self._translator.translate(CONTEXT, source, comment or None) or ""
        text = found or source
        return text.format(**params) if params else text
