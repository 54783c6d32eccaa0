"""Words at a terminal: which language a person reads there, and an answer as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QTranslator

from posapp.errors import PosError
from posapp.paths import resource
from posapp.ui.error_texts import CONTEXT, TEXTS, fill

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
    """Sentences of one language without a window. There is no application object behind it: one
    would complain of unusual locales, and stand in the way of the window's own.
    """

    def __init__(self, language: str) -> None:
        self._catalogue = resource(f"i18n/posapp_{language}.qm").read_bytes()
        self._translator = QTranslator()
        self._translator.load(self._catalogue)

    def sentence(self, error: PosError) -> str:
        """What happened and what to do, as the screen would say it."""
        if error.key not in TEXTS:
            return fill(self._translated("app.unknown"), {"key": error.key})
        return fill(self._translated(error.key), error.params)

    def _translated(self, key: str) -> str:
        source = str(TEXTS[key])
        return self._translator.translate(CONTEXT, source) or source

    def worded(self, answer: Answer) -> Answer:
        """The answer with `words` beside every `key` and `params` in it."""
        return {name: self._worded(value) for name, value in answer.items()}

    def _worded(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._worded(each) for each in value]
        if not (isinstance(value, dict) and "key" in value):
            return value
        params = value.get("params", {name: each for name, each in value.items() if name != "key"})
        return {**value, "words": self.sentence(PosError(value["key"], **params))}


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
