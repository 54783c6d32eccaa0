"""Members as the counter sees them: the profile opened, the balances added up at one moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import ColumnElement, Integer, Select, bindparam, case, func, literal_column, select

from posapp.central.ledger import BONUS, GROWTH, MON, POINTS, PTS, SV_AVAILABLE, SV_HELD
from posapp.central.merging.likeness_keys import like_keys
from posapp.central.pinyin import initial_keys, name_keys, syllable_keys
from posapp.central.portable import beside
from posapp.central.tables import ledger
from posapp.central.tables.members import member, member_alias, member_token, subject_key
from posapp.central.tables.tagging import member_tag, tag
from posapp.domain.ids import MemberId
from posapp.domain.member import Member, MemberStatus, Profile
from posapp.wire.attachments import decrypt_profile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from posapp.central.keys import CentralKeys
    from posapp.central.view import View
    from posapp.domain.extra_fields import Extra

_SELECT: Final = (
    select(member, subject_key.c.wrapped_key)
    .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
    .where(member.c.id.in_(bindparam("ids", expanding=True)))
)
"""By id alone: with the tenant beside it SQLite reads all of the tenant's members."""
_ALIASES: Final = (
    select(member_alias.c.id)
    .where(
        member_alias.c.tenant_id == bindparam("of_tenant"),
        member_alias.c.member_id == bindparam("of_member"),
    )
    .order_by(member_alias.c.id)
)
_ACCOUNTS: Final = select(
    ledger.account.c.member_id, ledger.account.c.kind, ledger.account.c.balance
).where(ledger.account.c.member_id.in_(bindparam("ids", expanding=True)))
_TAGS: Final = (
    select(member_tag.c.member_id, member_tag.c.tag)
    .join(tag, (tag.c.tenant_id == member_tag.c.tenant_id) & (tag.c.code == member_tag.c.tag))
    .where(
        member_tag.c.member_id.in_(bindparam("ids", expanding=True)),
        member_tag.c.until_ms.is_(None),
        tag.c.at_till == 1,
        tag.c.active == 1,
    )
    .order_by(tag.c.sort, tag.c.code)
)
"""Only those that a cashier may see."""
_NOTHING: Final[ColumnElement[int]] = literal_column("0", Integer)
"""Written out: a file's partial index is used only where the statement itself says so."""
_OF_THEM: Final = ledger.lot.c.member_id.in_(bindparam("ids", expanding=True))
_IS_PENDING: Final = ledger.lot.c.available_from_ms > bindparam("now_ms")
_IS_EXPIRED: Final = ledger.lot.c.expires_ms <= bindparam("now_ms")
_PENDING: Final = (
    select(ledger.lot.c.member_id, func.sum(ledger.lot.c.remaining).label("points"))
    .where(_OF_THEM, ledger.lot.c.ledger == PTS, _IS_PENDING)
    .group_by(ledger.lot.c.member_id)
)
_EXPIRED: Final = (
    select(
        ledger.lot.c.member_id,
        func.sum(case((_IS_PENDING, 0), else_=ledger.lot.c.remaining)).label("points"),
    )
    .where(_OF_THEM, ledger.lot.c.ledger == PTS, ledger.lot.c.remaining > _NOTHING, _IS_EXPIRED)
    .group_by(ledger.lot.c.member_id)
)
"""What is pending is told from it in the sum: as a condition it would lead to the wrong index."""
_HELD: Final = select(
    ledger.lot.c.member_id,
    ledger.lot.c.ledger,
    ledger.lot.c.held,
    ledger.lot.c.bonus_held,
    ledger.lot.c.available_from_ms,
    ledger.lot.c.expires_ms,
).where(_OF_THEM, (ledger.lot.c.held > _NOTHING) | (ledger.lot.c.bonus_held > _NOTHING))


def load_members(view: View, member_ids: Sequence[str]) -> list[Member]:
    """The members of this tenant with these ids, in that order, balances as of now. One who was
    merged into another is nobody any more, for the feed too.
    """
    if not member_ids:
        return []
    ids = list(member_ids)
    rows = view.connection.execute(_SELECT, {"ids": ids}).mappings().all()
    found = [
        row for row in rows if row["tenant_id"] == view.tenant.id and row["merged_into"] is None
    ]
    balances = _balances(view, [row["id"] for row in found])
    tags = _tags(view, [row["id"] for row in found])
    members = {
        row["id"]: _member(row, view, balances[row["id"]], tags.get(row["id"], ())) for row in found
    }
    return [members[member_id] for member_id in ids if member_id in members]


def profile_of(row: Any, keys: CentralKeys) -> Profile:
    """The personal data of a member row; empty once she is forgotten."""
    if row["profile"] is None or row["wrapped_key"] is None:
        return Profile(phone="")
    subject = row["subject_id"]
    return decrypt_profile(row["profile"], subject, keys.unwrap(row["wrapped_key"], subject))


def extras_of(view: View, ids: Sequence[str]) -> dict[str, Extra]:
    """The operator's own fields of each; empty once she is forgotten."""
    query = (
        select(member.c.id, member.c.subject_id, member.c.profile, subject_key.c.wrapped_key)
        .outerjoin(subject_key, subject_key.c.subject_id == member.c.subject_id)
        .where(beside(member.c.tenant_id) == view.tenant.id, member.c.id.in_(ids))
    )
    rows = view.connection.execute(query).mappings()
    return {row["id"]: profile_of(row, view.keys).extra for row in rows}


def tokens_of(keys: CentralKeys, tenant_id: str, profile: Profile) -> list[bytes]:
    """Every blind index entry under which this profile is found."""
    wanted = [("phone", profile.phone), ("tail", profile.phone[-4:]), ("card", profile.card)]
    wanted += [("name", key) for key in name_keys(profile.name)]
    wanted += [("initials", key) for key in initial_keys(profile.name)]
    wanted += [("syllable", key) for key in syllable_keys(profile.name)]
    wanted += [("like", key) for key in like_keys(profile)]
    wanted += [("month", profile.birthday[5:7]), ("has", "card" if profile.card else "")]
    return sorted({keys.blind(tenant_id, kind, text) for kind, text in wanted if text})


def all_ids_of(connection: Connection, tenant_id: str, member_id: str) -> list[str]:
    """Her id and those that mean her: under one of them stands each thing that she ever did."""
    asked = {"of_tenant": tenant_id, "of_member": member_id}
    return [member_id, *connection.execute(_ALIASES, asked).scalars()]


def find_by(view: View, kind: str, text: str, limit: int) -> list[str]:
    """The ids of members under one blind index entry, oldest first; of one who was merged, whom
    she was merged into.
    """
    return find_under(view, ((kind, text),), limit)


def find_under(view: View, entries: Sequence[tuple[str, str]], limit: int) -> list[str]:
    """The same for members who stand under all of these entries; at most `MOST_ENTRIES` count,
    so the first should be the narrowest.
    """
    digests = [view.keys.blind(view.tenant.id, kind, text) for kind, text in entries[:MOST_ENTRIES]]
    asked = {f"digest_{place}": digest for place, digest in enumerate(digests)}
    found = view.connection.execute(
        _UNDER[len(digests) - 1], {**asked, "of_tenant": view.tenant.id, "most": limit}
    )
    return list(dict.fromkeys(found.scalars()))


def _under(count: int) -> Select[Any]:
    first = member_token.alias()
    owner = func.coalesce(member_alias.c.member_id, first.c.member_id)
    source: Any = first.outerjoin(member_alias, member_alias.c.id == first.c.member_id)
    for place in range(1, count):
        other = member_token.alias()
        is_hers = (
            (other.c.tenant_id == first.c.tenant_id)
            & (other.c.digest == bindparam(f"digest_{place}"))
            & (other.c.member_id == first.c.member_id)
        )
        source = source.join(other, is_hers)
    return (
        select(owner)
        .select_from(source)
        .where(first.c.tenant_id == bindparam("of_tenant"), first.c.digest == bindparam("digest_0"))
        .order_by(first.c.member_id)
        .limit(bindparam("most"))
    )


MOST_ENTRIES: Final = 3
_UNDER: Final = tuple(_under(count) for count in range(1, MOST_ENTRIES + 1))


def _balances(view: View, ids: list[str]) -> dict[str, dict[str, int]]:
    sums: dict[str, dict[str, int]] = {
        each: {
            "principal": 0,
            "bonus": 0,
            "held": 0,
            "points": 0,
            "points_pending": 0,
            "growth": 0,
        }
        for each in ids
    }
    if not ids:
        return sums
    for member_id, kind, balance in view.connection.execute(_ACCOUNTS, {"ids": ids}):
        name = _BALANCE_OF.get(kind)
        if name is not None:
            sums[member_id][name] += balance
    _take_lots_off(view, ids, sums)
    return sums


_BALANCE_OF: Final = {
    SV_AVAILABLE: "principal",
    SV_HELD: "held",
    BONUS: "bonus",
    POINTS: "points",
    GROWTH: "growth",
}


def _take_lots_off(view: View, ids: list[str], sums: dict[str, dict[str, int]]) -> None:
    """What is held, not yet hers, or no more: few lots, however many she ever got.

    All others together are what her account says, so nobody has to read them.
    """
    asked = {"ids": ids, "now_ms": view.now_ms}
    for row in view.connection.execute(_PENDING, asked):
        sums[row.member_id]["points"] -= int(row.points)
        sums[row.member_id]["points_pending"] += int(row.points)
    for row in view.connection.execute(_EXPIRED, asked):
        sums[row.member_id]["points"] -= int(row.points)
    for lot in view.connection.execute(_HELD, {"ids": ids}):
        _take_held_off(sums[lot.member_id], lot, view.now_ms)


def _take_held_off(sums: dict[str, int], lot: Any, now_ms: int) -> None:
    if lot.ledger == MON:
        sums["bonus"] -= lot.bonus_held
        sums["held"] += lot.bonus_held
    elif lot.available_from_ms <= now_ms and (lot.expires_ms is None or lot.expires_ms > now_ms):
        sums["points"] -= lot.held


def _tags(view: View, ids: list[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in view.connection.execute(_TAGS, {"ids": ids}) if ids else ():
        found[row.member_id] = (*found.get(row.member_id, ()), row.tag)
    return found


def _member(row: Any, view: View, sums: dict[str, int], tags: tuple[str, ...]) -> Member:
    profile = profile_of(row, view.keys)
    return Member(
        id=MemberId(row["id"]),
        number=row["number"],
        name=profile.name,
        phone=profile.phone,
        card=profile.card,
        tier=row["tier"],
        status=MemberStatus(row["status"]),
        birthday=profile.birthday,
        coupons=tuple(row["coupons"].split()),
        tags=tags,
        as_of_ms=view.now_ms,
        **sums,
    )
