"""Merging: all that one member has becomes another's, by a posting that sums to nothing.

Nothing is netted, rounded or recounted: lots keep their days and their ratio, a debt of points
stays one. Her old id, number, phone, card and name go on finding the member who was kept; what
was written under that id, and under its key, stays there.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import insert, literal, select, update

from posapp.central.ledger import (
    BON,
    BONUS,
    GROWTH,
    GRW,
    MON,
    POINTS,
    POINTS_DEBT,
    PTS,
    SV_AVAILABLE,
    Posting,
)
from posapp.central.member_page.sessions import end_all
from posapp.central.members import profile_of
from posapp.central.merging.consents import join_consents
from posapp.central.merging.families import join_families
from posapp.central.merging.pair import MERGE, Pair, check_may_merge, fingerprint, read_pair
from posapp.central.referral.uniting import join_referrals
from posapp.central.tables import ledger
from posapp.central.tables.members import coupon_use, member, member_alias
from posapp.central.tables.merging import member_merge, member_merge_lot
from posapp.central.tables.recovery import operator_act
from posapp.central.tagging.joining import join_tags
from posapp.central.tiers import earned_of
from posapp.domain.tiers import higher
from posapp.errors import Refused
from posapp.wire.attachments import encrypt_profile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from posapp.central.quarantine import Act
    from posapp.central.unit import Unit
    from posapp.domain.member import Profile

MERGED: Final = "merged"
UNDONE: Final = "undone"
FILLED: Final = ("phone", "name", "card", "birthday", "gender", "extra")
RESTORED: Final = ("tier", "tier_before", "tier_until_ms", "status", "coupons")
_PLACES: Final = (
    (MON, SV_AVAILABLE),
    (BON, BONUS),
    (PTS, POINTS),
    (PTS, POINTS_DEBT),
    (GRW, GROWTH),
)
_MOST_WHO: Final = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What stands of a merge: who was kept, who is gone, and whether it was taken back."""

    id: str
    kept_id: str
    gone_id: str
    state: str


def merge(unit: Unit, merge_id: str, kept_id: str, gone_id: str, act: Act) -> Merged:
    """Make `gone` one with `kept`. The same id once more is the same merge.

    Raises as `read_pair` and `check_may_merge`, and Refused("request.other_body") where the id is
    another merge's.
    """
    pair_ids = (kept_id, gone_id)
    earlier = merge_of(unit, merge_id)
    if earlier is not None:
        if (earlier.kept_id, earlier.gone_id) != pair_ids:
            raise Refused("request.other_body")
        return earlier
    pair = read_pair(unit, kept_id, gone_id)
    if (pair.kept["id"], pair.gone["id"]) != pair_ids:
        raise Refused("merge.changed_meanwhile")
    check_may_merge(unit, pair)
    _post(unit, merge_id, pair)
    unit.flush()
    _move_lots(unit, merge_id, pair)
    before = _join_rows(unit, pair)
    before["consents"] = join_consents(unit, pair)
    before["families"] = join_families(unit, pair, act)
    before["aliases"] = _move_aliases(unit, pair)
    end_all(unit.connection, gone_id)
    unit.flush()
    unit.connection.execute(
        insert(member_merge).values(
            id=merge_id,
            tenant_id=unit.tenant.id,
            kept_id=kept_id,
            gone_id=gone_id,
            state=MERGED,
            reason=act.note,
            before=json.dumps(before),
            after_sha256=fingerprint(unit, pair.ids),
            who=act.who[:_MOST_WHO],
            at_ms=unit.now_ms,
        )
    )
    note(unit, "merge_members", merge_id, act)
    unit.add_member(gone_id, kept_id)
    unit.change("member", gone_id, "d")
    unit.change("member", kept_id)
    return Merged(id=merge_id, kept_id=kept_id, gone_id=gone_id, state=MERGED)


def merge_of(unit: Unit, merge_id: str) -> Merged | None:
    row = unit.connection.execute(
        select(member_merge)
        .where(member_merge.c.id == merge_id, member_merge.c.tenant_id == unit.tenant.id)
        .with_for_update()
    ).first()
    if row is None:
        return None
    return Merged(id=row.id, kept_id=row.kept_id, gone_id=row.gone_id, state=row.state)


def note(unit: Unit, name: str, merge_id: str, act: Act) -> None:
    """Who did it, where and why, for ever."""
    unit.connection.execute(
        insert(operator_act).values(
            id=unit.ids.new(),
            tenant_id=unit.tenant.id,
            at_ms=unit.now_ms,
            who=act.who[:_MOST_WHO],
            act=name,
            subject_id=merge_id,
            note=act.note,
            detail=json.dumps({"staff_id": act.staff_id, "terminal": act.terminal}),
        )
    )


def put_profile(unit: Unit, row: Mapping[str, Any], profile: Profile) -> None:
    """Under her own key, which is there."""
    key = unit.keys.unwrap(row["wrapped_key"], row["subject_id"])
    sealed = encrypt_profile(profile, row["subject_id"], key)
    unit.connection.execute(update(member).where(member.c.id == row["id"]).values(profile=sealed))


def coupons_of(unit: Unit, pair: Pair) -> tuple[list[str], list[str]]:
    """The coupons of both as one list, and those of hers who goes that do not come along: a code
    that is good once is so once for one person.
    """
    hers, others = pair.kept["coupons"].split(), pair.gone["coupons"].split()
    used = select(coupon_use.c.code).where(
        coupon_use.c.tenant_id == unit.tenant.id, coupon_use.c.member_id == pair.kept["id"]
    )
    there = {*hers, *unit.connection.execute(used).scalars()}
    return [*hers, *(each for each in others if each not in there)], [
        each for each in others if each in there
    ]


def _post(unit: Unit, merge_id: str, pair: Pair) -> None:
    """Lot by lot, then what lies in no lot."""
    posting = Posting(
        id=merge_id,
        kind=MERGE,
        source_id=merge_id,
        at_ms=unit.now_ms,
        member_id=pair.kept["id"],
    )
    gone, move = pair.gone["id"], _Mover(unit, posting, pair)
    for lot in unit.books.lots_of(gone, MON):
        move.over((MON, SV_AVAILABLE), lot.remaining, lot.id)
        move.over((BON, BONUS), lot.bonus_remaining, lot.id)
    for lot in unit.books.lots_of(gone, PTS):
        move.over((PTS, POINTS), lot.remaining, lot.id)
    for place in _PLACES:
        move.over(place, unit.books.balance(*place, gone))
    unit.books.post(posting)


class _Mover:
    """Takes from the one and gives to the other, in one posting."""

    def __init__(self, unit: Unit, posting: Posting, pair: Pair) -> None:
        self._books = unit.books
        self._posting = posting
        self._pair = pair

    def over(self, place: tuple[str, str], amount: int, lot_id: str | None = None) -> None:
        name, kind = place
        for her, signed in ((self._pair.gone, -amount), (self._pair.kept, amount)):
            self._books.member(self._posting, name, kind, her["id"], signed, lot_id=lot_id)


def _move_lots(unit: Unit, merge_id: str, pair: Pair) -> None:
    """Empty ones too: what a refund gives back into them is hers who was kept."""
    lot = ledger.lot
    hers = select(literal(merge_id), lot.c.id).where(lot.c.member_id == pair.gone["id"])
    unit.connection.execute(insert(member_merge_lot).from_select(["merge_id", "lot_id"], hers))
    unit.connection.execute(
        update(lot).where(lot.c.member_id == pair.gone["id"]).values(member_id=pair.kept["id"])
    )


def _join_rows(unit: Unit, pair: Pair) -> dict[str, Any]:
    """The row of whoever is kept takes what the other has more of, and the stricter status.
    Returns how it was.
    """
    kept, gone = pair.kept, pair.gone
    unit.connection.execute(
        update(member)
        .where(member.c.id == kept["id"])
        .values(
            **joined_tier(kept, gone),
            status=pair.status,
            coupons=" ".join(coupons_of(unit, pair)[0]),
        )
    )
    into = update(member).where(member.c.id == gone["id"]).values(merged_into=kept["id"])
    unit.connection.execute(into)
    before = {name: kept[name] for name in RESTORED}
    tags = join_tags(unit, kept["id"], gone["id"])
    referrals = join_referrals(unit, kept["id"], gone["id"])
    return {**before, **tags, **referrals, "filled": _fill_profile(unit, pair)}


def _fill_profile(unit: Unit, pair: Pair) -> list[str]:
    """What the kept profile had none of comes from the other. Returns the fields' names."""
    kept, gone = pair.kept, pair.gone
    if kept["wrapped_key"] is None:
        return []
    known, other = profile_of(kept, unit.keys), profile_of(gone, unit.keys)
    filled = [name for name in FILLED if getattr(other, name) and not getattr(known, name)]
    if filled:
        values = {name: getattr(other, name) for name in filled}
        put_profile(unit, kept, replace(known, **values))
    return filled


def _move_aliases(unit: Unit, pair: Pair) -> list[str]:
    """Whoever meant the one who is gone means the other. Returns those who did before."""
    alias = member_alias
    query = select(alias.c.id).where(alias.c.member_id == pair.gone["id"]).order_by(alias.c.id)
    were = list(unit.connection.execute(query).scalars())
    meant = alias.c.member_id == pair.gone["id"]
    unit.connection.execute(update(alias).where(meant).values(member_id=pair.kept["id"]))
    earlier = member.c.merged_into == pair.gone["id"]
    unit.connection.execute(update(member).where(earlier).values(merged_into=pair.kept["id"]))
    unit.connection.execute(
        insert(alias).values(
            id=pair.gone["id"], tenant_id=unit.tenant.id, member_id=pair.kept["id"]
        )
    )
    return were


def joined_tier(kept: Any, gone: Any) -> dict[str, str | int]:
    """The higher, by hand if that is one; she falls back to the higher of what both earned."""
    taken = kept if higher(kept["tier"], gone["tier"]) == kept["tier"] else gone
    until_ms: int = taken["tier_until_ms"]
    earned = higher(earned_of(kept), earned_of(gone)) if until_ms else ""
    return {"tier": taken["tier"], "tier_before": earned, "tier_until_ms": until_ms}
