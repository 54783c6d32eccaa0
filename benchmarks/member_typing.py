"""Row 3: members as a clerk types, key by key, among 1,000,000, in the encrypted cache.

The floor is one prepared range of an index on the same file for the same key, as many rows, which
it leaves unread: of the phone, the name or its pinyin.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.filled import kept, newest_cache
from benchmarks.harness import Figure, alternate, parser, report
from benchmarks.member_lookup import KEY, build, member
from posapp.domain.finding_members import MOST_SHOWN
from posapp.domain.name_sounds import initials_of, sound_of
from posapp.offline.cache_store import CacheStore
from posapp.offline.engine import open_encrypted
from posapp.offline.search import Search
from posapp.offline.spelling import LAST, name_spellings

if TYPE_CHECKING:
    from posapp.domain.member import Member

PHONE: Final = "SELECT place, body FROM member WHERE phone >= ? AND phone < ? LIMIT ?"
TAIL: Final = "SELECT place, body FROM member WHERE last4 >= ? AND last4 < ? LIMIT ?"
NAME: Final = "SELECT place, body FROM member WHERE name >= ? AND name < ? LIMIT ?"
SOUND: Final = "SELECT place, body FROM member WHERE sound >= ? AND sound < ? LIMIT ?"
INITIALS: Final = "SELECT place, body FROM member WHERE initials >= ? AND initials < ? LIMIT ?"
MUST_US, GOAL_US = 16_000, 5_000

Key = tuple[str, str, str]
"""What stands in the field, and the range that the floor reads for it."""


def ways(who: Member, chance: random.Random) -> dict[str, list[Key]]:
    """Every key of each way to type her."""
    syllables = chance.choice(name_spellings(who.name))
    sound, letters = sound_of(syllables), initials_of(syllables)
    mixed = "".join(chance.choice((each, each[0])) for each in syllables)
    return {
        "phone": [(typed, PHONE, typed) for typed in _keys(who.phone)],
        "last four": [(who.phone[-4:], TAIL, who.phone[-4:])],
        "name": [(typed, NAME, typed) for typed in _keys(who.name)],
        "pinyin": [(typed, SOUND, sound[: len(typed) + 1]) for typed in _keys("".join(syllables))],
        "first letters": [(typed, INITIALS, typed) for typed in _keys(letters)],
        "mixed pinyin": [(typed, INITIALS, letters[: len(typed)]) for typed in _keys(mixed)],
    }


def _keys(text: str) -> list[str]:
    return [text[:size] for size in range(1, len(text) + 1)]


def measured(search: Search, raw: Any, count: int, people: int) -> list[Figure]:
    chance = random.Random(22)
    keys: dict[str, list[Key]] = {}
    # The same numbers as the cache is filled with have these names: told by the search itself.
    for number in chance.sample(range(count), people):
        (who,) = search.members(member(number, random.Random(1)).number)[:1]
        for way, typed in ways(who, chance).items():
            keys.setdefault(way, []).extend(typed)
    return [_figure(search, raw, way, typed, count) for way, typed in keys.items()]


def _figure(search: Search, raw: Any, way: str, keys: list[Key], count: int) -> Figure:
    def read(place: int) -> object:
        _, sql, start = keys[place % len(keys)]
        return raw.execute(sql, (start, start + LAST, MOST_SHOWN + 1)).fetchall()

    floor, ours = alternate(
        read, lambda place: search.find_members(keys[place % len(keys)][0]), rounds=len(keys)
    )
    return Figure(
        row=3,
        metric=f"a key of her {way} in {count:,}",
        floor=round(floor.median, 1),
        floor_p99=round(floor.p99, 1),
        ours=round(ours.median, 1),
        ours_p99=round(ours.p99, 1),
        ratio=round(ours.median / floor.median, 2),
        must=f"p99 < {MUST_US // 1000} ms",
        goal=f"p99 < {GOAL_US // 1000} ms",
        holds=ours.p99 < MUST_US,
    )


def main(arguments: list[str] | None = None) -> int:
    options = parser()
    options.add_argument("--members", type=int, default=0, help="1,000,000 unless --quick")
    chosen = options.parse_known_args(arguments)[0]
    count = chosen.members or (20_000 if chosen.quick else 1_000_000)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        kept(f"members-{count}", lambda made: build(made, count).close(), folder)
        cache = CacheStore.open(folder, KEY)
        raw = open_encrypted(newest_cache(folder), KEY, durable=False).connect()
        figures = measured(Search(cache), raw, count, 20 if chosen.quick else 300)
        raw.close()
        cache.close()
    return report(figures, arguments)


if __name__ == "__main__":
    sys.exit(main())
