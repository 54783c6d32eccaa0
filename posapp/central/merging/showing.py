"""Two members side by side, pairs that wait, merges of a member: masked, as a screen has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import func, or_, select, tuple_

from posapp.central.ledger import POINTS_DEBT, PTS
from posapp.central.members import all_ids_of, load_members
from posapp.central.merging.likeness import DIFFERENT, OPEN
from posapp.central.merging.moving import MERGED, Merged, coupons_of
from posapp.central.merging.pair import check_may_merge, read_pair
from posapp.central.merging.undoing import has_moved
from posapp.central.portable import upsert
from posapp.central.registration.consents import agrees
from posapp.central.tables.ledger import lot
from posapp.central.tables.members import member
from posapp.central.tables.merging import member_merge, member_pair
from posapp.central.tables.sales import sale, top_up
from posapp.domain.consents import Purpose
from posapp.domain.member import masked_name, masked_phone
from posapp.errors import Refused
from posapp.wire.merging import (
    AlikeMember,
    MergeAsked,
    MergeKnown,
    MergeShown,
    MergeSide,
    PairAnswered,
    PairsAsked,
    PairShown,
    PairsListed,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from posapp.central.merging.pair import Pair
    from posapp.central.unit import Unit
    from posapp.central.view import View
    from posapp.domain.member import Member

PAGE: Final = 50
_SHOWN_OF_A_CARD: Final = 4
_YEAR: Final = 4


def side_by_side(unit: Unit, view: View, asked: MergeAsked, request_id: str) -> MergeShown:
    """What would move and what stands in the way; nothing changes. Raises as `read_pair`."""
    pair = read_pair(unit, asked.kept_id, asked.gone_id)
    kept, gone = load_members(view, pair.ids)
    shown = MergeShown(
        request_id=request_id,
        kept=_side(unit, kept, pair.kept),
        gone=_side(unit, gone, pair.gone),
        coupons_lost=tuple(coupons_of(unit, pair)[1]),
    )
    return _judged(unit, pair, shown)


def alike_member(her: Member, reasons: tuple[str, ...] = ()) -> AlikeMember:
    return AlikeMember(
        member_id=her.id,
        number=her.number,
        name=masked_name(her.name),
        phone=masked_phone(her.phone),
        card=masked_card(her.card),
        reasons=reasons,
    )


def masked_card(card: str) -> str:
    return f"****{card[-_SHOWN_OF_A_CARD:]}" if card else ""


def pairs(unit: Unit, view: View, asked: PairsAsked, request_id: str) -> PairsListed:
    """A page of the work list; of a member who was named her own pairs, and her merges."""
    shown, after = open_pairs(view, asked.after, asked.member_id)
    return PairsListed(
        request_id=request_id,
        pairs=shown,
        merges=_merges(unit, asked.member_id) if asked.member_id else (),
        next=after,
    )


def open_pairs(view: View, after: str, member_id: str = "") -> tuple[tuple[PairShown, ...], str]:
    """A page of those who may be one, masked, and from where the next one goes on; with a member
    only pairs that she is in.
    """
    rows, next_after = _open_pairs(view, after, member_id)
    ids = sorted({each for row in rows for each in (row.first_id, row.second_id)})
    members = {str(each.id): alike_member(each) for each in load_members(view, ids)}
    shown = tuple(
        PairShown(first=members[row.first_id], second=members[row.second_id], reason=row.reason)
        for row in rows
    )
    return shown, next_after


def say_different(connection: Connection, view: View, answer: PairAnswered) -> None:
    """They are two: nobody is asked about them again."""
    row = {
        "tenant_id": view.tenant.id,
        "first_id": min(answer.first_id, answer.second_id),
        "second_id": max(answer.first_id, answer.second_id),
        "reason": "",
        "state": DIFFERENT,
        "found_ms": view.now_ms,
    }
    upsert(connection, member_pair, [row])


def _side(unit: Unit, her: Member, row: Any) -> MergeSide:
    connection, ids = unit.connection, all_ids_of(unit.connection, unit.tenant.id, her.id)
    return MergeSide(
        member_id=her.id,
        number=her.number,
        name=masked_name(her.name),
        phone=masked_phone(her.phone),
        card=masked_card(her.card),
        birth_year=her.birthday[:_YEAR],
        tier=her.tier,
        status=her.status.value,
        registered_ms=row["registered_ms"],
        principal=her.principal,
        bonus=her.bonus,
        points=her.points,
        points_pending=her.points_pending,
        debt=-unit.books.balance(PTS, POINTS_DEBT, her.id),
        growth=her.growth,
        lots=_count(connection, lot, [her.id]),
        coupons=her.coupons,
        orders=_count(connection, sale, ids),
        top_ups=_count(connection, top_up, ids),
        marketing=agrees(connection, her.id, Purpose.MARKETING),
    )


def _judged(unit: Unit, pair: Pair, shown: MergeShown) -> MergeShown:
    from msgspec.structs import replace

    try:
        check_may_merge(unit, pair)
    except Refused as reason:
        where = str(reason.params.get("where", ""))
        return replace(shown, why_not=reason.key, where=where)
    return replace(shown, status=pair.status)


def _count(connection: Connection, table: Any, ids: list[str]) -> int:
    query = select(func.count()).select_from(table).where(table.c.member_id.in_(ids))
    return int(connection.execute(query).scalar_one())


def _open_pairs(view: View, after: str, member_id: str) -> tuple[list[Any], str]:
    """Those of whom neither was merged meanwhile."""
    pair, one, two = member_pair.c, member.alias("one"), member.alias("two")
    query = (
        select(pair.first_id, pair.second_id, pair.reason)
        .join(one, one.c.id == pair.first_id)
        .join(two, two.c.id == pair.second_id)
        .where(
            pair.tenant_id == view.tenant.id,
            pair.state == OPEN,
            one.c.merged_into.is_(None),
            two.c.merged_into.is_(None),
        )
        .order_by(pair.first_id, pair.second_id)
        .limit(PAGE)
    )
    if member_id:
        query = query.where(or_(pair.first_id == member_id, pair.second_id == member_id))
    first, _, second = after.partition(" ")
    if second:
        query = query.where(tuple_(pair.first_id, pair.second_id) > tuple_(first, second))
    rows = list(view.connection.execute(query).all())
    full = len(rows) == PAGE
    return rows, f"{rows[-1].first_id} {rows[-1].second_id}" if full else ""


def _merges(unit: Unit, member_id: str) -> tuple[MergeKnown, ...]:
    merge = member_merge.c
    query = (
        select(member_merge, member.c.number)
        .join(member, member.c.id == merge.gone_id)
        .where(merge.tenant_id == unit.tenant.id, merge.kept_id == member_id)
        .order_by(merge.at_ms.desc(), merge.id)
        .limit(PAGE)
    )
    return tuple(
        MergeKnown(
            merge_id=row.id,
            gone_number=row.number,
            reason=row.reason,
            who=row.who,
            at_ms=row.at_ms,
            state=row.state,
            may_undo=row.state == MERGED and not has_moved(unit, _merged(row)),
        )
        for row in unit.connection.execute(query).all()
    )


def _merged(row: Any) -> Merged:
    return Merged(id=row.id, kept_id=row.kept_id, gone_id=row.gone_id, state=row.state)
