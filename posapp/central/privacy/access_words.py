"""The words of the list of who saw whom, in three languages."""

from __future__ import annotations

from typing import Final

from posapp.central.member_page.word_table import ROWS
from posapp.domain.receipt_words import LANGUAGES

_TITLES: Final[dict[str, tuple[str, str, str]]] = {
    "number": ("会员号", "會員號", "member"),
    "what": ("看了什么", "看了什麼", "what was seen"),
    "who": ("谁", "誰", "who"),
    "till": ("收银机", "收銀機", "till"),
    "times": ("次数", "次數", "times"),
    "first": ("最早", "最早", "first"),
    "last": ("最晚", "最晚", "last"),
    "masked": ("遮挡过", "遮蔽過", "masked"),
    "yes": ("是", "是", "yes"),
    "no": ("否", "否", "no"),
}
"""zh_CN, zh_TW, English."""


def title(language: str, column: str) -> str:
    """Raises KeyError for a column that the list does not have."""
    return _TITLES[column][LANGUAGES.index(language)]


def what_word(language: str, what: str) -> str:
    """As her own page calls it."""
    key = f"value.what.{what}"
    return ROWS[key if key in ROWS else "value.what.other"][LANGUAGES.index(language)]
