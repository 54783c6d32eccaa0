"""Who may be the same person as somebody: while she is registered, and through all who are here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import bindparam, func, select

from posapp.central.members import load_members
from posapp.central.merging.likeness_keys import like_keys
from posapp.central.portable import insert_or_ignore
from posapp.central.tables.members import member, member_alias, member_token
from posapp.central.tables.merging import member_pair
from posapp.central.view import View
from posapp.domain.codes import LONGEST_CODE, normalised
from posapp.domain.member import LONGEST_NAME, Member, checked_phone
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from posapp.central.caller import Tenant
    from posapp.central.service import Central
    from posapp.central.unit import Unit
    from posapp.domain.member import Profile

PHONE: Final = "phone"
CARD: Final = "card"
OPEN: Final = "open"
DIFFERENT: Final = "different"
MOST_ALIKE: Final = 10
PAGE: Final = 500
_WEIGHT: Final = (PHONE, CARD, "birthday", "sound")
_OWNERS: Final = (
    select(
        member_token.c.digest,
        func.coalesce(member_alias.c.member_id, member_token.c.member_id).label("owner"),
    )
    .outerjoin(member_alias, member_alias.c.id == member_token.c.member_id)
    .where(
        member_token.c.tenant_id == bindparam("of_tenant"),
        member_token.c.digest.in_(bindparam("digests", expanding=True)),
    )
)
_MEMBERS: Final = (
    select(member.c.id)
    .where(
        member.c.tenant_id == bindparam("of_tenant"),
        member.c.id > bindparam("after"),
        member.c.merged_into.is_(None),
    )
    .order_by(member.c.id)
    .limit(PAGE)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Somebody who is here, and why she may be the one; the strongest reason first."""

    member: Member
    reasons: tuple[str, ...]


def alike(view: View, given: Profile) -> list[Alike]:
    """Members who may be this person, likeliest first; what was typed so far may be anything."""
    words = digests_of(view, _tidy(given))
    reasons: dict[str, set[str]] = {}
    for digest, owner in _owners(view, list(words)):
        reasons.setdefault(owner, set()).add(words[digest])
    ordered = sorted(reasons, key=lambda each: (_first(reasons[each]), each))[:MOST_ALIKE]
    return [
        Alike(member=each, reasons=tuple(sorted(reasons[each.id], key=_WEIGHT.index)))
        for each in load_members(view, ordered)
    ]


def _tidy(given: Profile) -> Profile:
    """As it would be kept; what could not be kept finds nobody."""
    try:
        phone = checked_phone(given.phone) if given.phone else ""
    except Refused:
        phone = ""
    return replace(
        given,
        phone=phone,
        name=given.name[:LONGEST_NAME],
        card=normalised(given.card[:LONGEST_CODE]),
    )


def _never() -> bool:
    return False


def find_pairs(central: Central, tenant: Tenant, is_stopping: Callable[[], bool] = _never) -> int:
    """Look through all members, a page at a time, and note who may be two. Returns how many pairs
    are new. Members of before there were such words get theirs.
    """
    after, found = "", 0
    while not is_stopping():
        with central.database.write() as connection:
            view = View(
                connection=connection,
                tenant=tenant,
                keys=central.keys,
                now_ms=central.clock.wall_ms(),
            )
            asked = {"of_tenant": tenant.id, "after": after}
            ids = list(connection.execute(_MEMBERS, asked).scalars())
            if not ids:
                return found
            found += _pairs_of(view, load_members(view, ids))
        after = ids[-1]
    return found


def words_of(view: View, given: Profile) -> frozenset[bytes]:
    """Of the blind index those that two files of one person share: name with birthday, sound."""
    return frozenset(view.keys.blind(view.tenant.id, "like", text) for text in like_keys(given))


def known_words(view: View, words: Iterable[bytes]) -> set[bytes]:
    """Those that somebody who is here has too."""
    return {digest for digest, _ in _owners(view, sorted(set(words)))}


def note_pair(unit: Unit, one_id: str, other_id: str, why: str) -> None:
    """These two may be one: a person says whether they are."""
    pair = (min(one_id, other_id), max(one_id, other_id))
    insert_or_ignore(unit.connection, member_pair, [_row(unit, pair, why)])


def digests_of(view: View, given: Profile | Member) -> dict[bytes, str]:
    """Every entry of the blind index by which she would be met, and what it stands for."""
    blind, tenant_id = view.keys.blind, view.tenant.id
    words = {blind(tenant_id, "like", text): why for text, why in like_keys(given).items()}
    plain = {PHONE: given.phone, CARD: given.card}
    return words | {blind(tenant_id, why, text): why for why, text in plain.items() if text}


def _pairs_of(view: View, page: Sequence[Member]) -> int:
    whose: dict[bytes, list[tuple[str, str]]] = {}
    for her in page:
        for digest, why in digests_of(view, her).items():
            whose.setdefault(digest, []).append((her.id, why))
    rows: list[dict[str, Any]] = [
        {"tenant_id": view.tenant.id, "digest": digest, "member_id": member_id}
        for digest, hers in whose.items()
        for member_id, _ in hers
    ]
    insert_or_ignore(view.connection, member_token, rows)
    pairs: dict[tuple[str, str], str] = {}
    for digest, owner in _owners(view, list(whose)):
        for member_id, why in whose[digest]:
            if member_id != owner:
                pair = (min(member_id, owner), max(member_id, owner))
                pairs[pair] = min(pairs.get(pair, why), why, key=_WEIGHT.index)
    return _keep(view, pairs)


def _keep(view: View, pairs: dict[tuple[str, str], str]) -> int:
    count = select(func.count()).select_from(member_pair)
    before: int = view.connection.execute(count).scalar_one()
    rows = [_row(view, pair, why) for pair, why in sorted(pairs.items())]
    insert_or_ignore(view.connection, member_pair, rows)
    after: int = view.connection.execute(count).scalar_one()
    return after - before


def _row(view: View | Unit, pair: tuple[str, str], why: str) -> dict[str, Any]:
    first, second = pair
    return {
        "tenant_id": view.tenant.id,
        "first_id": first,
        "second_id": second,
        "reason": why,
        "state": OPEN,
        "found_ms": view.now_ms,
    }


def _owners(view: View, digests: list[bytes]) -> list[tuple[bytes, str]]:
    asked = {"of_tenant": view.tenant.id, "digests": digests}
    found = view.connection.execute(_OWNERS, asked) if digests else ()
    return [(bytes(row.digest), row.owner) for row in found]


def _first(reasons: set[str]) -> int:
    return min(map(_WEIGHT.index, reasons))
