"""Codes of the packs that a company bought for its people: each makes one member, once."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from posapp.domain.member_numbers import ALPHABET, check_mark
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

_DRAWN: Final = 10
_LENGTH: Final = _DRAWN + 2
_GROUP: Final = 4


def new_pack_code(below: Callable[[int], int]) -> str:
    """G, ten characters of chance, a check character; `below(n)` draws a number below n."""
    drawn = "".join(ALPHABET[below(len(ALPHABET))] for _ in range(_DRAWN))
    return f"G{drawn}{check_mark(drawn)}"


def checked_pack_code(text: str) -> str:
    """As it is kept, however it was typed; empty for nothing.

    Raises Refused("pack.code_not_valid") for what cannot be one.
    """
    plain = unicodedata.normalize("NFKC", text).upper()
    code = "".join(mark for mark in plain if mark.isalnum())
    if not code:
        return ""
    if not is_pack_code(code):
        raise Refused("pack.code_not_valid")
    return code


def is_pack_code(code: str) -> bool:
    """Whether its form and its check character hold; only central knows if it was issued."""
    drawn = code[1:-1]
    shaped = len(code) == _LENGTH and code[0] == "G" and set(code[1:]) <= set(ALPHABET)
    return shaped and check_mark(drawn) == code[-1]


def shown_pack_code(code: str) -> str:
    """In groups of four, as it is printed."""
    return "-".join(code[place : place + _GROUP] for place in range(0, len(code), _GROUP))
