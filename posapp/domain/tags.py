"""Tags of members: the kinds, the rules by which some come and go by themselves, and how a till is
told which of them a cashier may see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from posapp.domain.sale import Sale

LONGEST_NAME: Final = 12
LONGEST_CODE: Final = 24
MOST_DAYS: Final = 3_660
MOST_COUNT: Final = 1_000
DAY_MS: Final = 86_400_000
_CODE: Final = re.compile(rf"[a-z][a-z0-9_]{{0,{LONGEST_CODE - 1}}}")
_MARKS: Final = frozenset("|;=")
"""What parts the text that a till reads; no name has them."""


class TagKind(StrEnum):
    """What a tag says of a member."""

    BASIC = "basic"
    BEHAVIOUR = "behaviour"
    PREFERENCE = "preference"
    LIFECYCLE = "lifecycle"
    VALUE = "value"


PROFILES: Final = frozenset({TagKind.BEHAVIOUR, TagKind.PREFERENCE, TagKind.VALUE})
"""Kinds that a rule gives only to who agreed to being profiled."""


class RuleKind(StrEnum):
    """`basket`: one sale of more than an amount. `often`: so many sales within days. `category`:
    so many sales of one category within days. `sleeping`: no sale for days.
    """

    BASKET = "basket"
    OFTEN = "often"
    CATEGORY = "category"
    SLEEPING = "sleeping"


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRule:
    """A row of the catalogue whose tag comes by itself. Amount in minor units; `days` is how long a
    sale counts, with a basket 0 for ever.
    """

    tag: str
    kind: TagKind
    rule: RuleKind
    amount: int = 0
    count: int = 1
    days: int = 0
    category_id: str = ""

    @property
    def profiles(self) -> bool:
        return self.kind in PROFILES

    @property
    def wanted(self) -> int:
        """How many sales must count."""
        return 1 if self.rule is RuleKind.BASKET else self.count

    def counts(self, sale: Sale, returned: Mapping[int, int]) -> bool:
        """Whether a sale speaks for the tag once these quantities, by line, came back."""
        kept = [line for line in sale.lines if line.quantity > returned.get(line.number, 0)]
        match self.rule:
            case RuleKind.BASKET:
                left = sum(
                    line.net * (line.quantity - returned.get(line.number, 0)) // line.quantity
                    for line in kept
                    if not line.is_deposit
                )
                return left > self.amount
            case RuleKind.OFTEN:
                return any(not line.is_deposit for line in kept)
            case RuleKind.CATEGORY:
                return any(line.category_id == self.category_id for line in kept)
            case RuleKind.SLEEPING:
                return False

    def ends_ms(self, nth_ms: int | None) -> int | None:
        """When the tag lapses if nothing more is bought, of the oldest sale that it stands on: 0
        for a tag that does not stand at all, None for one that stays.
        """
        if nth_ms is None:
            return 0
        return None if self.days == 0 else nth_ms + self.days * DAY_MS


def check_rule(rule: RuleKind, *, amount: int, count: int, days: int, has_category: bool) -> None:
    """Raises Refused("tags.rule_not_valid", part)."""
    wrong = {
        "amount": rule is RuleKind.BASKET and amount <= 0,
        "count": rule in (RuleKind.OFTEN, RuleKind.CATEGORY) and not 1 <= count <= MOST_COUNT,
        "days": not (0 if rule is RuleKind.BASKET else 1) <= days <= MOST_DAYS,
        "category": (rule is RuleKind.CATEGORY) is not has_category,
    }
    for part, is_wrong in wrong.items():
        if is_wrong:
            raise Refused("tags.rule_not_valid", part=part)


def checked_code(text: str) -> str:
    """Raises Refused("tags.code_not_valid", code)."""
    if _CODE.fullmatch(text) is None:
        raise Refused("tags.code_not_valid", code=text[:LONGEST_CODE])
    return text


def checked_tag_name(text: str) -> str:
    """Raises Refused("tags.name_not_valid", name)."""
    plain = text.strip()
    fits = 0 < len(plain) <= LONGEST_NAME * (1 if not plain.isascii() else 2)
    if not fits or not plain.isprintable() or _MARKS & set(plain):
        raise Refused("tags.name_not_valid", name=plain[:LONGEST_NAME])
    return plain


@dataclass(frozen=True, slots=True, kw_only=True)
class TagNames:
    """A tag with its name in each language of the screen."""

    code: str
    zh_cn: str
    zh_tw: str
    en: str

    def of(self, language: str) -> str:
        return {"zh_TW": self.zh_tw, "en": self.en}.get(language, self.zh_cn)


def written_tags(tags: Iterable[TagNames]) -> str:
    """The setting by which tills know the tags that a cashier may see."""
    return ";".join(f"{each.code}={each.zh_cn}|{each.zh_tw}|{each.en}" for each in tags)


def parse_tags(text: str) -> tuple[TagNames, ...]:
    """As `written_tags` writes it. Raises Refused("tags.not_readable")."""
    found = []
    for part in filter(None, text.split(";")):
        code, _, names = part.partition("=")
        parts = names.split("|")
        if _CODE.fullmatch(code) is None or len(parts) != 3 or not all(parts):
            raise Refused("tags.not_readable")
        found.append(TagNames(code=code, zh_cn=parts[0], zh_tw=parts[1], en=parts[2]))
    return tuple(found)


def plates(text: str, tags: Iterable[str], language: str) -> tuple[str, ...]:
    """The names of a member's tags, in the operator's order; a code without a name is left out."""
    hers = set(tags)
    return tuple(each.of(language) for each in parse_tags(text) if each.code in hers)
