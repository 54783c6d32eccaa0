"""Words under which two files of one person meet: name and birthday, sound and end of phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.pinyin import sounds
from posapp.domain.name_sounds import plain_name

if TYPE_CHECKING:
    from posapp.domain.member import Member, Profile

BIRTHDAY: Final = "birthday"
SOUND: Final = "sound"
_TAIL: Final = 4


def like_keys(of: Profile | Member) -> dict[str, str]:
    """Each word with what it stands for. They go into the blind index like all others."""
    name, tail = plain_name(of.name), of.phone[-_TAIL:]
    words: dict[str, str] = {}
    if name and of.birthday:
        words[f"{BIRTHDAY}\n{name}\n{of.birthday}"] = BIRTHDAY
    if name and len(tail) == _TAIL:
        words |= {f"{SOUND}\n{sound}\n{tail}": SOUND for sound in sounds(of.name)}
    return words
