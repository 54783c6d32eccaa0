"""The columns of a members' file: what they are called, and which of a file's titles mean which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from posapp.central.exchange.cells import title_key
from posapp.domain.extra_fields import is_key
from posapp.errors import Refused
from posapp.sheets.cells import unguarded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from posapp.domain.extra_fields import ExtraField

FIELDS: Final[dict[str, tuple[str, ...]]] = {
    "number": ("会员号", "会员编号"),
    "phone": ("手机号", "手机", "手机号码", "电话", "联系电话", "mobile"),
    "name": ("姓名", "会员姓名", "名字"),
    "card": ("卡号", "会员卡号", "实体卡号"),
    "birthday": ("生日", "出生日期"),
    "gender": ("性别",),
    "tier": ("等级", "会员等级"),
    "status": ("状态", "会员状态"),
    "registered": ("注册日期", "入会日期", "注册时间"),
    "principal": ("储值本金", "本金", "储值余额"),
    "bonus": ("储值赠送", "赠送", "赠金", "赠送余额"),
    "opened": ("储值日期", "充值日期"),
    "points": ("积分", "可用积分"),
    "points_expire": ("积分到期", "积分有效期"),
    "growth": ("成长值",),
}
"""By their English names; the first Chinese title is what the template and an export call them."""
EXTRA: Final = "extra."
"""Before the key of one of the operator's own fields."""

_MOST_TITLE: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Which place of a row holds which field, and the titles that nothing was read from."""

    places: dict[str, int]
    ignored: tuple[str, ...]

    def values(self, cells: Sequence[str]) -> dict[str, str]:
        """The row's text by field; cells that the row has not are empty."""
        last = len(cells)
        return {field: cells[n] if n < last else "" for field, n in self.places.items()}


def columns_of(
    header: Sequence[str], mapping: Mapping[str, str], declared: tuple[ExtraField, ...] = ()
) -> Columns:
    """By the mapping (title to field; an empty field is left out), else by the known titles; those
    of the operator's own fields are the ones that he declared.

    Raises Refused: "import.no_header", "import.column_twice" (name), "import.column_missing"
    (name), "import.mapping_unknown" (name).
    """
    wanted = {title_key(title): field for title, field in mapping.items()}
    titles = [unguarded(cell.replace("\0", "")).strip() for cell in header]
    if not any(titles):
        raise Refused("import.no_header")
    missing = wanted.keys() - {title_key(title) for title in titles}
    if missing:
        raise Refused("import.column_missing", name=min(missing)[:_MOST_TITLE])
    places: dict[str, int] = {}
    ignored: list[str] = []
    for place, title in enumerate(titles):
        field = wanted.get(title_key(title), _known(title, wanted, declared))
        if not field:
            ignored += [title[:_MOST_TITLE]] if title else []
        elif field in places:
            raise Refused("import.column_twice", name=title[:_MOST_TITLE])
        else:
            places[field] = place
    if "phone" not in places and "card" not in places:
        raise Refused("import.column_missing", name=FIELDS["phone"][0])
    return Columns(places=places, ignored=tuple(ignored))


def checked_mapping(words: Sequence[str]) -> dict[str, str]:
    """Title to field, from words such as `会员手机=phone`. Raises Refused("import.mapping_unknown",
    name).
    """
    mapping: dict[str, str] = {}
    for word in words:
        title, equals, field = word.rpartition("=")
        if not equals or not title.strip() or not _is_field(field.strip()):
            raise Refused("import.mapping_unknown", name=word[:_MOST_TITLE])
        mapping[title.strip()] = field.strip()
    return mapping


def _is_field(text: str) -> bool:
    """`extra.home` is the operator's own field `home`."""
    own = text.removeprefix(EXTRA)
    return text in {*FIELDS, ""} or (own != text and is_key(own))


def _known(title: str, wanted: Mapping[str, str], declared: tuple[ExtraField, ...]) -> str:
    """The field of a known title, unless the mapping takes that field from another column."""
    key = title_key(title)
    own = {EXTRA + each.key: (each.title,) for each in declared}
    for field, titles in (FIELDS | own).items():
        if key in {field, *map(title_key, titles)}:
            return "" if field in wanted.values() else field
    return ""
