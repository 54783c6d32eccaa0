"""In-store codes that carry a weight or a price, read by the templates that the operator wrote.

A template is literal digits and fields: `{I:n}` item code, `{W:n}` weight in grams, `{N:n}` pieces,
`{P:n}` amount in fen, `{X:n}` digits that mean nothing here, `{V}` price check digit over the price
or weight field (GB/T 18283 annex A, GS1 7.9), `{C}` check digit over everything before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from posapp.domain.money import QUANTITY_ONE, half_up
from posapp.errors import Refused

LONGEST_TEMPLATE: Final = 32
_PART: Final = re.compile(r"([0-9]+)|\{([IWNPX]):([1-9][0-9]?)\}|\{([VC])\}")

# The weighting factors of the price check digit, by digit: 2-, 3, 5+ and 5-.
_TWO_MINUS: Final = (0, 2, 4, 6, 8, 9, 1, 3, 5, 7)
_THREE: Final = (0, 3, 6, 9, 2, 5, 8, 1, 4, 7)
_FIVE_PLUS: Final = (0, 5, 1, 6, 2, 7, 3, 8, 4, 9)
_FIVE_MINUS: Final = (0, 5, 9, 4, 8, 3, 7, 2, 6, 1)
_OF_FOUR: Final = (_TWO_MINUS, _TWO_MINUS, _THREE, _FIVE_MINUS)
_OF_FIVE: Final = (_FIVE_PLUS, _TWO_MINUS, _FIVE_MINUS, _FIVE_PLUS, _TWO_MINUS)

GRAMS: Final = {
    "kg": 1_000,
    "千克": 1_000,
    "公斤": 1_000,
    "斤": 500,
    "市斤": 500,
    "500g": 500,
    "两": 50,
    "g": 1,
    "克": 1,
}
"""Grams in one of each unit that goods are weighed in."""


@dataclass(frozen=True, slots=True)
class Field:
    """`kind` is one of I W N P X V C, or a literal of digits with kind "="."""

    kind: str
    length: int
    literal: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """One form of label; `text` is as the operator wrote it."""

    text: str
    fields: tuple[Field, ...]

    @property
    def length(self) -> int:
        return sum(field.length for field in self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleCode:
    """What a label says: the item and weight in grams, pieces or amount in minor units."""

    text: str
    item: str
    grams: int | None = None
    pieces: int | None = None
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class DamagedLabel:
    """Everything fits but the price check digit: the price must not be believed."""

    text: str


def parse_templates(text: str) -> tuple[Template, ...]:
    """The operator's templates, between semicolons or spaces, tried in this order.

    Raises Refused("settings.not_valid", name) with the template that cannot be read.
    """
    return tuple(parse_template(part) for part in re.split(r"[;；\s]+", text) if part)


def parse_template(text: str) -> Template:
    """One template. It begins with a digit, so that codes of makers are never taken for a label.

    Raises Refused("settings.not_valid", name).
    """
    fields: list[Field] = []
    place = 0
    while place < len(text):
        match = _PART.match(text, place)
        if match is None:
            raise Refused("settings.not_valid", name=text)
        fields.append(_field(match))
        place = match.end()
    template = Template(text, tuple(fields))
    if not _is_sound(template):
        raise Refused("settings.not_valid", name=text)
    return template


def read_label(text: str, templates: tuple[Template, ...]) -> ScaleCode | DamagedLabel | None:
    """The first template that fits says what the digits mean; None when none does."""
    damaged: DamagedLabel | None = None
    if not (text.isascii() and text.isdigit()):
        return None
    for template in templates:
        match _fit(text, template):
            case ScaleCode() as found:
                return found
            case DamagedLabel() as found:
                damaged = damaged or found
            case None:
                continue
    return damaged


def check_digit(digits: str) -> int:
    """The modulo 10 digit of EAN codes over any number of digits, weighed 3, 1, 3 from the end."""
    total = sum(int(d) * (3 if place % 2 == 0 else 1) for place, d in enumerate(digits[::-1]))
    return (10 - total % 10) % 10


def price_check_digit(digits: str) -> int:
    """Over a price or weight of four or five digits. Raises ValueError for another length."""
    if len(digits) == len(_OF_FOUR):
        return _weighed(digits, _OF_FOUR) * 3 % 10
    if len(digits) == len(_OF_FIVE):
        return _FIVE_MINUS.index((10 - _weighed(digits, _OF_FIVE) % 10) % 10)
    raise ValueError("a price of four or five digits")


def label_quantity(code: ScaleCode, unit: str, price: int) -> int:
    """Thousandths of the product's unit that a label stands for; price in minor units per unit.

    A label with an amount alone stands for what the amount buys, or for one where nothing is
    weighed. Raises Refused: "code.label_empty", "code.not_by_weight".
    """
    grams = GRAMS.get(unit.strip().lower())
    if code.grams is not None:
        if grams is None:
            raise Refused("code.not_by_weight")
        quantity = half_up(code.grams * QUANTITY_ONE, grams)
    elif code.pieces is not None:
        quantity = code.pieces * QUANTITY_ONE
    elif grams is not None and price > 0 and code.amount:
        quantity = max(1, half_up(code.amount * QUANTITY_ONE, price))
    else:
        quantity = QUANTITY_ONE
    if quantity <= 0 or code.amount == 0:
        raise Refused("code.label_empty")
    return quantity


def _field(match: re.Match[str]) -> Field:
    literal, kind, length, check = match.groups()
    if literal is not None:
        return Field("=", len(literal), literal)
    if check is not None:
        return Field(check, 1)
    return Field(kind, int(length))


def _is_sound(template: Template) -> bool:
    kinds = [field.kind for field in template.fields]
    once = all(kinds.count(kind) <= 1 for kind in "IWNPVC")
    says = any(kind in kinds for kind in "WNP") and kinds.count("I") == 1
    starts = bool(kinds) and kinds[0] == "="
    checked = "V" not in kinds or _checked_length(template) in (4, 5)
    ends = "C" not in kinds or kinds[-1] == "C"
    return once and says and starts and checked and ends and template.length <= LONGEST_TEMPLATE


def _checked_length(template: Template) -> int:
    """How long the field is that the price check digit vouches for: the price, else the weight."""
    lengths = {field.kind: field.length for field in template.fields}
    return lengths.get("P", lengths.get("W", 0))


def _fit(text: str, template: Template) -> ScaleCode | DamagedLabel | None:
    if len(text) != template.length:
        return None
    said: dict[str, str] = {}
    place = 0
    for field in template.fields:
        part = text[place : place + field.length]
        if field.kind == "=" and part != field.literal:
            return None
        if field.kind == "C" and int(part) != check_digit(text[:place]):
            return None
        said[field.kind] = part
        place += field.length
    if "V" in said and int(said["V"]) != price_check_digit(said.get("P", said.get("W", ""))):
        return DamagedLabel(text)
    return ScaleCode(
        text=text,
        item=said["I"],
        grams=_number(said, "W"),
        pieces=_number(said, "N"),
        amount=_number(said, "P"),
    )


def _number(said: dict[str, str], kind: str) -> int | None:
    return int(said[kind]) if kind in said else None


def _weighed(digits: str, tables: tuple[tuple[int, ...], ...]) -> int:
    return sum(table[int(digit)] for digit, table in zip(digits, tables, strict=True))
