"""The page's words in the visitor's language, and how it writes money, points and times."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from posapp.central.member_page.word_table import ROWS
from posapp.domain.receipt_words import LANGUAGES, Words

if TYPE_CHECKING:
    from datetime import tzinfo

_TAGS: Final = {"zh_CN": "zh-CN", "zh_TW": "zh-TW", "en": "en"}
_OWN_NAMES: Final = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
_SIGNS: Final = {"CNY": "¥", "HKD": "HK$", "MOP": "MOP$", "TWD": "NT$"}
_TRADITIONAL: Final = ("zh-tw", "zh-hk", "zh-mo", "zh-hant")
_LONGEST_HEADER: Final = 500
_MOST_TAGS: Final = 20


class PageWords:
    """One language in one time zone. Raises KeyError for a key that the table does not have."""

    def __init__(self, language: str, zone: tzinfo, currency: str) -> None:
        self.language = language
        self._place = LANGUAGES.index(language)
        self._zone = zone
        self._sign = _SIGNS.get(currency, f"{currency} ")
        self._paper = Words(language)

    @property
    def tag(self) -> str:
        """As the attribute `lang` wants it."""
        return _TAGS[self.language]

    def __call__(self, key: str, **params: str | int) -> str:
        return ROWS[key][self._place].format(**params)

    def of(self, group: str, code: str, otherwise: str = "other") -> str:
        """A code's word in a group; that of `otherwise` for a code of a newer program."""
        key = f"{group}.{code}"
        return self(key if key in ROWS else f"{group}.{otherwise}")

    def tier(self, code: str) -> str:
        return self("tier.ordinary") if code == "ordinary" else self._paper.tier(code)

    def money(self, minor: int, *, signed: bool = False) -> str:
        """Minor units as an amount; a real minus, and a plus where `signed`."""
        whole, rest = divmod(abs(minor), 100)
        return f"{_mark(minor, signed=signed)}{self._sign}{whole:,}.{rest:02d}"

    def count(self, number: int, *, signed: bool = False) -> str:
        return f"{_mark(number, signed=signed)}{abs(number):,}"

    def day(self, at_ms: int) -> str:
        return f"{self._local(at_ms):%Y-%m-%d}"

    def time(self, at_ms: int) -> str:
        return f"{self._local(at_ms):%Y-%m-%d %H:%M}"

    def _local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(self._zone)


def own_names() -> tuple[tuple[str, str], ...]:
    """Each language with its own name for itself."""
    return tuple(_OWN_NAMES.items())


def language_of(chosen: str, accepted: str) -> str:
    """What she chose, else the first of her browser's languages that we have.

    A browser of another language gets English, one that says nothing simplified Chinese.
    """
    if chosen in LANGUAGES:
        return chosen
    for tag in _preferred(accepted):
        if tag.startswith(_TRADITIONAL):
            return "zh_TW"
        if tag.startswith("zh"):
            return "zh_CN"
        if tag.startswith("en"):
            return "en"
    return "en" if accepted.strip() else "zh_CN"


def _preferred(accepted: str) -> list[str]:
    """The tags of an Accept-Language, best first; what does not read as a weight is none."""
    found: list[tuple[int, str]] = []
    for part in accepted[:_LONGEST_HEADER].split(",")[:_MOST_TAGS]:
        tag, _, rest = part.strip().lower().partition(";")
        weight = _weight(rest)
        if tag and weight:
            found.append((-weight, tag.strip()))
    return [tag for _, tag in sorted(found, key=lambda each: each[0])]


def _weight(text: str) -> int:
    """q=0.85 as 850; 1000 where none is said, 0 for none at all."""
    plain = text.strip().removeprefix("q=").strip()
    if not plain:
        return 1_000
    whole, _, rest = plain.partition(".")
    digits = (rest + "000")[:3]
    if not (whole in {"0", "1"} and digits.isascii() and digits.isdigit()):
        return 0
    return min(1_000, int(whole) * 1_000 + int(digits))


def _mark(number: int, *, signed: bool) -> str:
    if number < 0:
        return "−"
    return "+" if signed and number else ""
