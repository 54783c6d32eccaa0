"""Members who bring members: invite codes, and the operator's programme of rewards and limits."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs, urlsplit

from posapp.domain.member_numbers import ALPHABET, check_mark
from posapp.domain.tiers import TIERS
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.domain.sale import Sale

DAY_MS: Final = 86_400_000
MONTH_MS: Final = 30 * DAY_MS
MOST_POINTS: Final = 100_000
MOST_STEP: Final = 1_000
CODE_FIELD: Final = "i"
"""Of a link, that carries the code."""
_DRAWN: Final = 7
_LETTER: Final = "Y"


class What(StrEnum):
    """What a reward is for: she joined, she bought, a friend did, so many friends did."""

    JOINING = "joining"
    BUYING = "buying"
    SUCCESS = "success"
    LADDER = "ladder"


class Gives(StrEnum):
    """What a reward is."""

    POINTS = "points"
    COUPON = "coupon"
    TIER = "tier"


class Limit(StrEnum):
    """Amounts in minor units, days, and counts; nothing of a programme is without a limit."""

    LEAST_SALE = "least_sale"
    DAYS = "days"
    RETURN_DAYS = "return_days"
    MONTH = "month"
    TOTAL = "total"
    TILL_DAY = "till_day"
    BROWSER_DAY = "browser_day"
    INVITER_DAY = "inviter_day"
    INVITER_MONTH = "inviter_month"


DEFAULTS: Final[Mapping[Limit, int]] = {
    Limit.LEAST_SALE: 1_000,
    Limit.DAYS: 30,
    Limit.RETURN_DAYS: 30,
    Limit.MONTH: 10,
    Limit.TOTAL: 100,
    Limit.TILL_DAY: 100,
    Limit.BROWSER_DAY: 3,
    Limit.INVITER_DAY: 10,
    Limit.INVITER_MONTH: 30,
}
"""What a friend's first sale is at least; days in which she buys, and in which its return takes the
rewards back; successes that are rewarded in 30 days and in all; friends that join at one till or in
one browser in a day, and by one inviter in a day and in 30."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reward:
    """`amount` are points, `code` a coupon or a tier; `step` only of a ladder."""

    what: What
    gives: Gives
    step: int = 0
    amount: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """What the operator gives, and up to where."""

    rewards: tuple[Reward, ...]
    limits: Mapping[Limit, int] = field(default_factory=dict)

    def limit(self, name: Limit) -> int:
        return self.limits.get(name, DEFAULTS[name])

    def of(self, what: What) -> tuple[Reward, ...]:
        return tuple(each for each in self.rewards if each.what is what)

    @property
    def steps(self) -> tuple[int, ...]:
        return tuple(sorted({each.step for each in self.of(What.LADDER)}))

    def next_step(self, successes: int) -> int | None:
        """How many successes bring the next step of the ladder; None above the last."""
        return next((step for step in self.steps if step > successes), None)


def check_reward(reward: Reward) -> None:
    """Raises Refused("referral.reward_not_valid", part). A success, which comes again and again,
    gives points alone: nobody has the same coupon or tier twice.
    """
    is_points = reward.gives is Gives.POINTS
    wrong = {
        "step": (reward.what is What.LADDER) is not (1 <= reward.step <= MOST_STEP),
        "amount": is_points is not (0 < reward.amount <= MOST_POINTS),
        "code": is_points is bool(reward.code),
        "tier": reward.gives is Gives.TIER and reward.code not in TIERS[1:],
        "gives": reward.what is What.SUCCESS and not is_points,
    }
    for part, is_wrong in wrong.items():
        if is_wrong:
            raise Refused("referral.reward_not_valid", part=part)


def left_of(sale: Sale, returned: Mapping[int, int]) -> int:
    """What a sale comes to, minor units, without deposits and without what came back by line."""
    return sum(
        line.net * (line.quantity - returned.get(line.number, 0)) // line.quantity
        for line in sale.lines
        if not line.is_deposit and line.quantity > returned.get(line.number, 0)
    )


def invite_code(digest: bytes) -> str:
    """Y, seven characters of a digest, a check character: nine that nobody mistakes."""
    value, drawn = int.from_bytes(digest, "big"), ""
    for _ in range(_DRAWN):
        value, place = divmod(value, len(ALPHABET))
        drawn += ALPHABET[place]
    return f"{_LETTER}{drawn}{check_mark(drawn)}"


def is_invite_code(code: str) -> bool:
    """Whether its form and its check character hold; only central knows whose it is."""
    drawn = code[1:-1]
    shaped = len(code) == _DRAWN + 2 and code[0] == _LETTER and set(code[1:]) <= set(ALPHABET)
    return shaped and check_mark(drawn) == code[-1]


def invite_in(text: str) -> str:
    """The code in what was typed or in a link that was scanned; empty where there is none."""
    plain = unicodedata.normalize("NFKC", text).strip()
    try:
        query = urlsplit(plain).query if "?" in plain else ""
    except ValueError:
        query = ""
    found = parse_qs(query).get(CODE_FIELD, [plain])[0].upper()
    code = found.replace("-", "").replace(" ", "")
    return code if is_invite_code(code) else ""
