"""Translators of the screen's languages, loaded at run time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from posapp.paths import resource
from posapp.ui.i18n import LANGUAGES

if TYPE_CHECKING:
    from posapp.ui.look import Look


class Languages:
    """Installs the translators of one language in place of the last one's."""

    def __init__(self, app: QCoreApplication, look: Look, folder: Path | None = None) -> None:
        self._app = app
        self._look = look
        self._folder = folder or resource("i18n")
        self._installed: list[_Catalogue] = []
        self.current = "zh_CN"

    def choose(self, language: str) -> None:
        """Switch every text from now on; windows rebuild what they show. ValueError if unknown."""
        if language not in LANGUAGES:
            raise ValueError("unknown language", language)
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._install(Path(qt_folder) / f"qtbase_{language}.qm")
        self._install(self._folder / f"posapp_{language}.qm")
        QLocale.setDefault(QLocale(language))
        self.current = language
        self._look.set_language(language)

    def _install(self, file: Path) -> None:
        if not file.is_file():
            return
        translator = _Catalogue(self._app, file.read_bytes())
        if translator.is_readable:
            self._app.installTranslator(translator)
            self._installed.append(translator)


class _Catalogue(QTranslator):
    """Texts from a copy in memory that lives as long as the translator: Qt would map the file, and
    an update that replaces it would end the running till."""

    def __init__(self, app: QCoreApplication, content: bytes) -> None:
        super().__init__(app)
        self._content = content
        self.is_readable = self.load(content)
