"""Fields of a member that the operator declared: where she comes from, how she travels."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_FIELDS: Final = 8
LONGEST_VALUE: Final = 60
_KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,29}")
_DAY: Final = re.compile(r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_NUMBER: Final = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,3})?")


class FieldKind(StrEnum):
    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtraField:
    """`title` and `choices` are in the operator's words; a choice is kept as written."""

    key: str
    kind: FieldKind
    title: str
    choices: tuple[str, ...] = ()


Extra = tuple[tuple[str, str], ...]
"""Key and value, in the order of the declarations; empty values are left out."""


def parse_fields(text: str) -> tuple[ExtraField, ...]:
    """`home=text:家乡; way=choice:出行方式:自驾|公交`, between semicolons.

    Raises Refused("settings.not_valid", name) with the part that cannot be read.
    """
    parts = [part.strip() for part in re.split(r"[;；]", text) if part.strip()]
    found = tuple(_field(part) for part in parts)
    if len(found) > MOST_FIELDS or len({each.key for each in found}) < len(found):
        raise Refused("settings.not_valid", name="member_fields")
    return found


def checked_extra(fields: tuple[ExtraField, ...], values: Mapping[str, str]) -> Extra:
    """What was filled in, each value in the form of its field; other keys are left out.

    Raises Refused("member.extra_not_valid", title).
    """
    kept = ((field, _plain(values.get(field.key, ""))) for field in fields)
    return tuple((field.key, _checked(field, value)) for field, value in kept if value)


def changed_extra(before: Extra, changes: Mapping[str, str]) -> Extra:
    """With what was said instead; an empty value takes its field away. What a place that knows no
    declarations can hold against it: keys, lengths, how many.

    Raises Refused("member.extra_not_valid", title).
    """
    kept = dict(before)
    for key, text in changes.items():
        value = _plain(text)
        if not is_key(key) or len(value) > LONGEST_VALUE:
            raise Refused("member.extra_not_valid", title=key[:LONGEST_VALUE])
        kept[key] = value
    found = tuple((key, value) for key, value in kept.items() if value)
    if len(found) > max(MOST_FIELDS, len(before)):
        raise Refused("member.extra_not_valid", title=found[-1][0])
    return found


def is_key(text: str) -> bool:
    """Whether a field may be called so."""
    return _KEY.fullmatch(text) is not None


def _field(part: str) -> ExtraField:
    key, _, rest = part.partition("=")
    kind, _, words = rest.partition(":")
    title, _, choices = words.partition(":")
    listed = tuple(each.strip() for each in choices.split("|") if each.strip())
    known = kind.strip() in set(FieldKind)
    if not (known and _KEY.fullmatch(key.strip()) and title.strip()):
        raise Refused("settings.not_valid", name=part)
    if (kind.strip() == FieldKind.CHOICE) != bool(listed):
        raise Refused("settings.not_valid", name=part)
    return ExtraField(
        key=key.strip(), kind=FieldKind(kind.strip()), title=title.strip(), choices=listed
    )


def _checked(field: ExtraField, value: str) -> str:
    if not _fits(field, value):
        raise Refused("member.extra_not_valid", title=field.title)
    return value


def _fits(field: ExtraField, value: str) -> bool:
    match field.kind:
        case FieldKind.TEXT:
            return len(value) <= LONGEST_VALUE
        case FieldKind.CHOICE:
            return value in field.choices
        case FieldKind.DATE:
            return _DAY.fullmatch(value) is not None
        case FieldKind.NUMBER:
            return _NUMBER.fullmatch(value) is not None


def _plain(value: str) -> str:
    return "".join(mark for mark in value if unicodedata.category(mark)[0] != "C").strip()
