"""What a row of a file is to those who are here already: new, the same, more, or in conflict."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from posapp.central.exchange.candidate import Candidate
from posapp.central.exchange.fields import EXTRA
from posapp.central.exchange.opening import opening_id
from posapp.central.ledger import BON, GRW, MON, PTS
from posapp.central.members import extras_of, load_members
from posapp.central.merging.likeness import known_words, words_of
from posapp.central.portable import beside
from posapp.central.tables.ledger import entry, posting
from posapp.central.tables.members import member, member_alias, member_token
from posapp.domain.member import Profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from posapp.central.keys import CentralKeys
    from posapp.central.view import View
    from posapp.domain.member import Member

_BY_DIGEST: Final = select(member_token.c.digest, member_token.c.member_id).where(
    member_token.c.tenant_id == bindparam("of_tenant"),
    member_token.c.digest.in_(bindparam("digests", expanding=True)),
)
_BY_NUMBER: Final = select(member.c.number, member.c.id).where(
    member.c.tenant_id == bindparam("of_tenant"),
    member.c.number.in_(bindparam("numbers", expanding=True)),
)
_ALIASES: Final = select(member_alias.c.id, member_alias.c.member_id).where(
    beside(member_alias.c.tenant_id) == bindparam("of_tenant"),
    member_alias.c.id.in_(bindparam("ids", expanding=True)),
)
_MERGED: Final = select(member_alias.c.id, member_alias.c.member_id).where(
    beside(member_alias.c.tenant_id) == bindparam("of_tenant"),
    member_alias.c.member_id.in_(bindparam("ids", expanding=True)),
)
_OPENED: Final = (
    select(posting.c.id, entry.c.ledger, entry.c.amount)
    .join(entry, entry.c.posting_id == posting.c.id)
    .where(
        posting.c.id.in_(bindparam("ids", expanding=True)),
        (entry.c.ledger != "MON") | (entry.c.amount > 0),
    )
)
_MOVED: Final = (
    select(posting.c.member_id)
    .where(posting.c.member_id.in_(bindparam("ids", expanding=True)))
    .distinct()
)
_GIVES: Final = ("name", "phone", "card", "birthday")
"""What a row may add to a member who has none of it."""
_KEEPS: Final = ("tier", "status")


class Verdict(Enum):
    """What becomes of a row."""

    NEW = "new"
    SAME = "same"
    UPDATE = "update"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A candidate and what it is; `field` and `reason` say where a conflict lies, `first` the row
    of this file that came before it.
    """

    given: Candidate
    verdict: Verdict
    member_id: str = ""
    field: str = ""
    reason: str = ""
    first: int = 0
    opens: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Books:
    """Of the members of a batch: what their openings brought, who has any posting, and, where the
    batch says anything of them, the operator's own fields.
    """

    opened: dict[str, dict[str, int]]
    moved: set[str]
    extra: dict[str, dict[str, str]]

    def has(self, given: Candidate, her: Member) -> bool:
        """Whether what the row brings is what she has, or what was opened for her once."""
        brings = (given.principal, given.bonus, given.points, given.growth)
        opened = self.opened.get(str(her.id), {})
        once = tuple(opened.get(ledger, 0) for ledger in (MON, BON, PTS, GRW))
        return brings in {once, (her.principal, her.bonus, her.points, her.growth)}

    def has_begun(self, member_id: str) -> bool:
        return member_id in self.moved or member_id in self.opened


class Seen:
    """Phones, cards and numbers of the file so far, as digests, with the row that had each first.

    A file of a million members is more than memory should hold: they lie in a private database
    that ends with the process, and it holds nothing that says who anybody is.
    """

    def __init__(self, keys: CentralKeys, tenant_id: str) -> None:
        self._keys = keys
        self._tenant_id = tenant_id
        self._rows = sqlite3.connect("", isolation_level=None)
        self._rows.execute("PRAGMA journal_mode = OFF")
        self._rows.execute("PRAGMA cache_size = -65536")
        self._rows.execute("CREATE TABLE seen (digest BLOB PRIMARY KEY, row INTEGER) WITHOUT ROWID")
        self._rows.execute("BEGIN")

    def first_row(self, given: Candidate) -> int:
        """The earlier row that shares one of them, or 0; from now on this row has what is new."""
        first = 0
        for kind in ("phone", "card", "number"):
            text = getattr(given, kind)
            if text:
                digest = self._keys.blind(self._tenant_id, kind, text)
                first = first or self._note(digest, given.row)
        return first

    def first_alike(self, words: Iterable[bytes], row: int) -> int:
        """The earlier row that sounds like this one, or 0; from now on this row does."""
        return max((self._note(digest, row) for digest in sorted(words)), default=0)

    def close(self) -> None:
        self._rows.close()

    def _note(self, digest: bytes, row: int) -> int:
        put = "INSERT INTO seen VALUES (?, ?) ON CONFLICT DO NOTHING"
        if self._rows.execute(put, (digest, row)).rowcount:
            return 0
        asked = "SELECT row FROM seen WHERE digest = ?"
        return int(self._rows.execute(asked, (digest,)).fetchone()[0])


def matched(view: View, seen: Seen, batch: Sequence[Candidate]) -> list[Match]:
    """Every candidate of a batch against the rows before it and against the base, as it is now."""
    owners = _owners(view, batch)
    ids = {owner for found in owners for owner in found}
    members = {str(each.id): each for each in load_members(view, sorted(ids))}
    says_extra = any(each.extra for each in batch)
    extras = extras_of(view, sorted(ids)) if says_extra and ids else {}
    books = _Books(
        opened=_opened(view, ids),
        moved=_moved(view, ids),
        extra={member_id: dict(extra) for member_id, extra in extras.items()},
    )
    return [
        _match(given, found, members, books, seen.first_row(given))
        for given, found in zip(batch, owners, strict=True)
    ]


def alike_rows(view: View, seen: Seen, matches: Sequence[Match]) -> list[tuple[int, int]]:
    """New members who may be here already under another phone, or stand twice in the file: the row
    and the one before it, 0 for somebody who is here.
    """
    new = [each.given for each in matches if each.verdict is Verdict.NEW]
    words = [
        words_of(view, Profile(phone=each.phone, name=each.name, birthday=each.birthday))
        for each in new
    ]
    known = known_words(view, frozenset().union(*words))
    firsts = [seen.first_alike(hers, each.row) for each, hers in zip(new, words, strict=True)]
    return [
        (each.row, first)
        for each, hers, first in zip(new, words, firsts, strict=True)
        if first or hers & known
    ]


def canonical(connection: Connection, tenant_id: str, ids: Iterable[str]) -> dict[str, str]:
    """Aliases among the ids, and whom they mean."""
    asked = {"of_tenant": tenant_id, "ids": sorted(set(ids))}
    rows = connection.execute(_ALIASES, asked) if asked["ids"] else ()
    return {row.id: row.member_id for row in rows}


def _match(
    given: Candidate,
    owners: set[str],
    members: dict[str, Member],
    books: _Books,
    first: int,
) -> Match:
    if first:
        return _conflict(given, "phone", "import.row_twice", first=first)
    if not owners:
        return Match(given=given, verdict=Verdict.NEW, opens=given.has_balance)
    if len(owners) > 1:
        return _conflict(given, "card", "import.two_members")
    (member_id,) = owners
    her = members.get(member_id)
    if her is None:
        return _conflict(given, "number", "import.two_members")
    return _beside(given, her, books)


def _beside(given: Candidate, her: Member, books: _Books) -> Match:
    """A row of one who is here: what it says must not be other than what is known."""
    known_extra = books.extra.get(str(her.id), {})
    for key, value in given.extra:
        if known_extra.get(key, value) != value:
            return _conflict(given, EXTRA + key, "import.says_otherwise")
    for field in (*_GIVES, *_KEEPS):
        said, known = getattr(given, field), str(getattr(her, field))
        if said and known and said != known:
            return _conflict(given, field, "import.says_otherwise")
    opens = given.has_balance and not books.has(given, her)
    if opens and books.has_begun(str(her.id)):
        return _conflict(given, "principal", "import.moved_already")
    more = any(getattr(given, field) and not getattr(her, field) for field in _GIVES)
    more = more or any(key not in known_extra for key, _ in given.extra)
    verdict = Verdict.UPDATE if more or opens else Verdict.SAME
    return Match(given=given, verdict=verdict, member_id=str(her.id), opens=opens)


def _conflict(given: Candidate, field: str, reason: str, first: int = 0) -> Match:
    return Match(given=given, verdict=Verdict.CONFLICT, field=field, reason=reason, first=first)


def _owners(view: View, batch: Sequence[Candidate]) -> list[set[str]]:
    """For each candidate the members, through aliases, who have its phone, card or number."""
    tenant_id, keys = view.tenant.id, view.keys
    wanted = [
        {
            keys.blind(tenant_id, kind, text)
            for kind in ("phone", "card")
            if (text := getattr(given, kind))
        }
        for given in batch
    ]
    by_digest: dict[bytes, set[str]] = {}
    asked = {"of_tenant": tenant_id, "digests": sorted(set().union(*wanted))}
    for row in view.connection.execute(_BY_DIGEST, asked):
        by_digest.setdefault(bytes(row.digest), set()).add(row.member_id)
    numbers = {"of_tenant": tenant_id, "numbers": sorted({each.number for each in batch} - {""})}
    by_number = {row.number: row.id for row in view.connection.execute(_BY_NUMBER, numbers)}
    found = [
        {owner for digest in digests for owner in by_digest.get(digest, ())}
        | ({by_number[given.number]} if given.number in by_number else set())
        for given, digests in zip(batch, wanted, strict=True)
    ]
    means = canonical(view.connection, tenant_id, {each for owners in found for each in owners})
    return [{means.get(each, each) for each in owners} for owners in found]


def _moved(view: View, ids: set[str]) -> set[str]:
    return set(view.connection.execute(_MOVED, {"ids": sorted(ids)}).scalars()) if ids else set()


def _opened(view: View, ids: set[str]) -> dict[str, dict[str, int]]:
    """By member what her opening posting brought, and those of members who were merged into her."""
    if not ids:
        return {}
    merged = view.connection.execute(_MERGED, {"of_tenant": view.tenant.id, "ids": sorted(ids)})
    hers = {each: each for each in ids} | {row.id: row.member_id for row in merged}
    by_posting = {opening_id(view.tenant.id, each): owner for each, owner in hers.items()}
    found: dict[str, dict[str, int]] = {}
    for row in view.connection.execute(_OPENED, {"ids": sorted(by_posting)}):
        sums = found.setdefault(by_posting[row.id], {})
        sums[row.ledger] = sums.get(row.ledger, 0) + row.amount
    return found
