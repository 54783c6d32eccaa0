"""One row of a members' file, put into the form that we keep, or what is wrong with it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from posapp.central.catalogue_file import RowError
from posapp.central.exchange.cells import FORMULA, LONGEST_CELL, has_control
from posapp.central.exchange.fields import EXTRA
from posapp.central.numbers import is_member_number
from posapp.domain.codes import normalised
from posapp.domain.extra_fields import Extra, ExtraField, FieldKind, checked_extra
from posapp.domain.member import MemberStatus, checked_birthday, checked_name, checked_phone
from posapp.domain.money import parse_amount
from posapp.errors import PosError, Refused
from posapp.sheets.cells import unguarded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

_TIERS: Final = {"普通": "ordinary", "普通会员": "ordinary", "银卡": "silver", "金卡": "gold",
                 "钻石": "diamond", "钻石卡": "diamond"}  # fmt: skip
_STATUSES: Final = {"正常": MemberStatus.NORMAL, "冻结": MemberStatus.FROZEN,
                    "黑名单": MemberStatus.BLACKLISTED,
                    "注销": MemberStatus.CLOSED, "关闭": MemberStatus.CLOSED}  # fmt: skip
_GENDERS: Final = {"": "", "女": "female", "f": "female", "男": "male", "m": "male",
                   "保密": "", "未知": ""}  # fmt: skip
_CARD: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._/-]{1,31}")
_TIER: Final = re.compile(r"[a-z0-9_]{1,20}")
_DAY: Final = re.compile(
    r"([0-9]{4})(?:-|/|\.|年)([0-9]{1,2})(?:-|/|\.|月)([0-9]{1,2})日?(?:[T ]+[0-9:.]*)?"
)
_SERIAL: Final = re.compile(r"[0-9]{5}(\.[0-9]+)?")
_PACKED: Final = re.compile(r"[0-9]{8}")
_DAY_0: Final = date(1899, 12, 30)
"""Of a spreadsheet's days since 1 March 1900, before which its calendar has a day too many."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_MOST_POINTS: Final = 1_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row that is right in itself. Amounts in minor units, days as YYYY-MM-DD or empty,
    instants in milliseconds or None.
    """

    row: int
    number: str = ""
    phone: str = ""
    name: str = ""
    card: str = ""
    birthday: str = ""
    gender: str = ""
    tier: str = ""
    status: str = ""
    principal: int = 0
    bonus: int = 0
    points: int = 0
    growth: int = 0
    registered_ms: int | None = None
    opened_ms: int | None = None
    points_expire_ms: int | None = None
    extra: Extra = ()

    @property
    def has_balance(self) -> bool:
        return bool(self.principal or self.bonus or self.points or self.growth)


class RowReader:
    """Reads rows for one tenant's calendar, as of one moment."""

    def __init__(self, zone: tzinfo, now_ms: int, declared: tuple[ExtraField, ...] = ()) -> None:
        self._zone = zone
        self._now_ms = now_ms
        self._declared = {each.key: each for each in declared}
        self._readers: dict[str, Callable[[str], Any]] = {
            "number": _number,
            "phone": _phone,
            "name": _name,
            "card": _card,
            "birthday": _birthday,
            "gender": _gender,
            "tier": _tier,
            "status": _status,
            "registered": self._past,
            "principal": _money,
            "bonus": _money,
            "opened": self._past,
            "points": _count,
            "points_expire": self._after,
            "growth": _count,
        }

    def read(self, row: int, values: Mapping[str, str]) -> Candidate | list[RowError]:
        """The candidate, or everything that is wrong with the row."""
        errors: list[RowError] = []
        known: dict[str, Any] = {}
        extra: Extra = ()
        for field, text in values.items():
            try:
                if field.startswith(EXTRA):
                    extra += self._own(field.removeprefix(EXTRA), _plain(field, text))
                    continue
                known[_KEPT_AS.get(field, field)] = self._readers[field](_plain(field, text))
            except PosError as error:
                errors.append(RowError.of(row, field, error.key, **error.params))
        if not errors and not known.get("phone") and not known.get("card"):
            errors.append(RowError.of(row, "phone", "import.nobody"))
        return errors or Candidate(row=row, extra=extra, **known)

    def _own(self, key: str, text: str) -> Extra:
        """One of the operator's fields; one that he did not declare here is kept as a text."""
        text_field = ExtraField(key=key, kind=FieldKind.TEXT, title=key)
        return checked_extra((self._declared.get(key, text_field),), {key: text})

    def _past(self, text: str) -> int | None:
        day = _day(text)
        if day is None:
            return None
        at_ms = self._ms(day)
        if at_ms > self._now_ms:
            raise Refused("import.day_in_the_future")
        return at_ms

    def _after(self, text: str) -> int | None:
        """Good through that day: the first moment of the next one."""
        day = _day(text)
        if day is None:
            return None
        until_ms = self._ms(day + timedelta(days=1))
        if until_ms <= self._now_ms:
            raise Refused("import.day_passed")
        return until_ms

    def _ms(self, day: date) -> int:
        local = datetime(day.year, day.month, day.day, tzinfo=self._zone)
        return int(local.timestamp()) * 1000


_KEPT_AS: Final = {
    "registered": "registered_ms",
    "opened": "opened_ms",
    "points_expire": "points_expire_ms",
}


def _plain(field: str, text: str) -> str:
    """Raises Refused for what no cell may be: too long, control characters, a formula."""
    if len(text) > LONGEST_CELL:
        raise Refused("import.too_long", most=LONGEST_CELL)
    plain = unguarded(text).strip()
    if has_control(plain):
        raise Refused("import.control_character")
    is_meant = plain != text.strip() or (field == "phone" and plain[:1] in ("+", "\uff0b"))
    if plain.startswith(FORMULA) and not is_meant:
        raise Refused("import.formula")
    return plain


def _number(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    if plain and not is_member_number(plain):
        raise Refused("import.number_not_ours")
    return plain


def _phone(text: str) -> str:
    return checked_phone(text) if text else ""


def _name(text: str) -> str:
    return checked_name(" ".join(unicodedata.normalize("NFC", text).split()))


def _card(text: str) -> str:
    plain = normalised(text) if text else ""
    if plain and not _CARD.fullmatch(plain):
        raise Refused("import.card_not_valid")
    return plain


def _birthday(text: str) -> str:
    if not text:
        return ""
    try:
        day = _day(text)
    except PosError as error:
        raise Refused("member.birthday_not_valid") from error
    return "" if day is None else checked_birthday(day.isoformat())


def _gender(text: str) -> str:
    plain = text.casefold()
    if plain in {"female", "male"}:
        return plain
    if plain not in _GENDERS:
        raise Refused("import.word_unknown", word=text[:20])
    return _GENDERS[plain]


def _tier(text: str) -> str:
    tier = _TIERS.get(text, text.casefold())
    if tier and not _TIER.fullmatch(tier):
        raise Refused("import.word_unknown", word=text[:20])
    return tier


def _status(text: str) -> str:
    if not text or text.casefold() in list(MemberStatus):
        return text.casefold()
    if text not in _STATUSES:
        raise Refused("import.word_unknown", word=text[:20])
    return _STATUSES[text].value


def _money(text: str) -> int:
    plain = text.lstrip("¥￥ ").removesuffix("元").strip()
    if "." in plain:
        # A spreadsheet's number carries as many decimals as it likes, when they are noughts.
        plain = plain.rstrip("0").removesuffix(".")
    return parse_amount(plain) if plain else 0


def _count(text: str) -> int:
    try:
        number = Decimal(unicodedata.normalize("NFKC", text).replace(",", "") or "0")
    except InvalidOperation as error:
        raise Refused("import.not_a_count") from error
    if not number.is_finite() or not 0 <= number <= _MOST_POINTS or number != int(number):
        raise Refused("import.not_a_count")
    return int(number)


def _day(text: str) -> date | None:
    """2024-05-06, 2024/5/6, 2024年5月6日, 20240506, with or without a time, or a spreadsheet's
    number of a day. Raises Refused("import.not_a_day").
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    try:
        day = _read_day(plain)
    except ValueError as error:
        raise Refused("import.not_a_day") from error
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise Refused("import.not_a_day")
    return day


def _read_day(plain: str) -> date | None:
    """Raises ValueError for a day that no calendar has."""
    if _SERIAL.fullmatch(plain):
        return _DAY_0 + timedelta(days=int(plain[:5]))
    if _PACKED.fullmatch(plain):
        return date(int(plain[:4]), int(plain[4:6]), int(plain[6:]))
    found = _DAY.fullmatch(plain)
    return None if found is None else date(int(found[1]), int(found[2]), int(found[3]))
