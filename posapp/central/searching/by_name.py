"""Under which entries of the blind index a name stands that was typed whole, short or mixed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.members import find_under
from posapp.central.pinyin import LONGEST_INITIALS, LONGEST_PREFIX, LONGEST_WRITTEN
from posapp.domain.name_sounds import MARKS
from posapp.domain.typed_names import cuts, initials, same_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posapp.central.view import View
    from posapp.domain.typed_names import Cut, TypedName

MOST_NAMED: Final = 120
_ENOUGH: Final = 40
_MOST_CUTS: Final = 8

Entries = tuple[tuple[str, str], ...]


def find_named(view: View, typed: TypedName) -> list[str]:
    """Who may have this name. Each still has to be looked at: an entry is shorter than a name."""
    found: dict[str, None] = {}
    for entries in name_entries(typed):
        if len(found) > _ENOUGH:
            break
        found |= dict.fromkeys(find_under(view, entries, MOST_NAMED))
    return list(found)


def name_entries(typed: TypedName) -> Iterator[Entries]:
    """The likeliest first; all entries of one turn belong together."""
    if not typed.plain:
        return
    if not typed.words:
        yield (("name", typed.plain[:LONGEST_WRITTEN]),)
        return
    yield (("name", typed.alike[:LONGEST_PREFIX]),)
    for cut in cuts(typed)[:_MOST_CUTS]:
        if len(cut) > 1:
            yield (("initials", initials(cut)[:LONGEST_INITIALS]), *_syllables(cut))


def _syllables(cut: Cut) -> Iterator[tuple[str, str]]:
    for mark, part in zip(MARKS, cut[:LONGEST_INITIALS], strict=False):
        if part.is_whole:
            yield "syllable", mark + same_letters(part.text)
