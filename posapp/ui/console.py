"""Words at a terminal: which language a person reads there, and an answer as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QTranslator

from posapp.errors import PosError
from posapp.paths import resource
from posapp.ui.error_texts import sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

Answer = dict[str, Any]

_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
_TRADITIONAL: Final = ("zh_tw", "zh_hk", "zh_mo", "zh_hant")
_OF_A_SENTENCE: Final = ("key", "params", "words")


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the terminal is set to; Chinese where it says nothing of use."""
    named = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    name = named.replace("-", "_").lower()
    if name.startswith(_TRADITIONAL):
        return "zh_TW"
    return "zh_CN" if name.startswith(("zh", "c.", "posix")) or name in {"", "c"} else "en"


class Console:
    """Sentences of one language without a window. Made when there is something to say, not before:
    a window that is still to be opened needs an application of its own kind.
    """

    def __init__(self, language: str) -> None:
        self._app = QCoreApplication.instance() or QCoreApplication([])
        self._catalogue = resource(f"i18n/posapp_{language}.qm").read_bytes()
        self._translator = QTranslator()
        if self._translator.load(self._catalogue):
            self._app.installTranslator(self._translator)

    def sentence(self, error: PosError) -> str:
        return sentence(error)

    def worded(self, answer: Answer) -> Answer:
        """The answer with `words` beside every `key` and `params` in it."""
        return {name: self._worded(value) for name, value in answer.items()}

    def _worded(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._worded(each) for each in value]
        if not (isinstance(value, dict) and "key" in value):
            return value
        params = value.get("params", {name: each for name, each in value.items() if name != "key"})
        return {**value, "words": sentence(PosError(value["key"], **params))}


def as_text(answer: Answer) -> str:
    """A worded answer, one line for each thing in it."""
    lines: list[str] = []
    for name, value in answer.items():
        if isinstance(value, list):
            lines += [f"{name}:", *(f"  {_line(each)}" for each in value)] if value else []
        else:
            lines.append(f"{name}: {_line(value)}")
    return "\n".join(lines)


def _line(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, dict):
        return "-" if value is None else str(value)
    told = [str(each) for name, each in value.items() if name not in _OF_A_SENTENCE]
    return "  ".join([*told, *([value["words"]] if "words" in value else [])])
