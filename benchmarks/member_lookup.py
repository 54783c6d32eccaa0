"""Row 2: a member by phone, card and number among 1,000,000, in the encrypted cache.

The floor is a prepared statement on the same file that fetches the same row and leaves it unread.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.filled import fill, kept, newest_cache
from benchmarks.harness import Figure, alternate, figure, parser, report
from posapp.domain.ids import MemberId
from posapp.domain.member import Member
from posapp.offline.cache_store import CacheStore
from posapp.offline.engine import open_encrypted

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = bytes(range(32))
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕单解"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红娥玲芬燕兰竹梅松柏山川江河海天地"

TIERS = ("ordinary", "silver", "gold")


def member(number: int, chance: random.Random) -> Member:
    bits = chance.getrandbits(60)
    bits, first = divmod(bits, len(GIVEN))
    bits, second = divmod(bits, 2 * len(GIVEN))
    bits, surname = divmod(bits, len(SURNAMES))
    bits, tier = divmod(bits, len(TIERS))
    return Member(
        id=MemberId(f"0199f3b1-0000-7000-8000-{number:012d}"),
        number=f"M{number:08d}",
        # Every other one has a given name of two characters.
        name=SURNAMES[surname] + GIVEN[first] + GIVEN[second : second + 1],
        phone=f"1{30 + number % 70}{number * 7919 % 100_000_000:08d}",
        card=f"88{number:08d}",
        tier=TIERS[tier],
        points=bits % 20_000,
        version=1,
    )


def build(folder: Path, count: int) -> CacheStore:
    """A cache with `count` members, or the one that an earlier run left in the folder."""
    cache = CacheStore.open(folder, KEY)
    if cache.counts().members == count:
        return cache
    chance = random.Random(20)
    fill(cache, (), (), (member(number, chance) for number in range(count)))
    return cache


def measured(cache: CacheStore, raw: Any, count: int, rounds: int) -> list[Figure]:
    chance = random.Random(21)
    picked = [member(n, random.Random(1)) for n in chance.choices(range(count), k=rounds)]
    ways: list[tuple[str, list[str], Callable[[str], Member | None]]] = [
        ("phone", [each.phone for each in picked], cache.member_by_phone),
        ("card", [each.card for each in picked], cache.member_by_card),
        ("number", [each.number for each in picked], cache.member_by_number),
    ]
    figures = []
    for name, keys, ours in ways:
        sql = f"SELECT body FROM member WHERE {name} = ?"  # noqa: S608  # three fixed names
        floor, timed = alternate(
            lambda n, sql=sql, keys=keys: raw.execute(sql, (keys[n % rounds],)).fetchone(),
            lambda n, ours=ours, keys=keys: _found(ours(keys[n % rounds])),
            rounds=rounds,
        )
        metric = f"member by {name} in {count:,}"
        figures.append(figure(2, metric, floor, timed, must=3, goal=2))
    return figures


def _found(member: Member | None) -> Member:
    assert member is not None
    return member


def main(arguments: list[str] | None = None) -> int:
    options = parser()
    options.add_argument("--members", type=int, default=0, help="1,000,000 unless --quick")
    options.add_argument("--data", type=Path, help="keep the cache here for the next run")
    chosen = options.parse_known_args(arguments)[0]
    count = chosen.members or (20_000 if chosen.quick else 1_000_000)
    with tempfile.TemporaryDirectory() as temporary:
        folder = chosen.data or Path(temporary)
        if chosen.data is None:
            kept(f"members-{count}", lambda made: build(made, count).close(), folder)
        cache = build(folder, count)
        raw = open_encrypted(newest_cache(folder), KEY, durable=False).connect()
        rounds = 400 if chosen.quick else 5_000
        figures = measured(cache, raw, count, rounds)
        raw.close()
        cache.close()
    return report(figures, arguments)


if __name__ == "__main__":
    sys.exit(main())
