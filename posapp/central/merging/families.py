"""Families of two who become one: she stands where the one or the other of them stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, or_, select, update

from posapp.central.tables.registration import family, family_member, family_move
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from posapp.central.merging.pair import Pair
    from posapp.central.quarantine import Act
    from posapp.central.unit import Unit

_PLACE = family_member.c


def check_families(connection: Connection, pair: Pair) -> None:
    """Raises Refused("merge.families_differ"): one of them is a child where the other is a
    parent, or both live with others in two families. Whose she is then is for people to say.
    """
    kept, gone = _places(connection, pair)
    if kept is None or gone is None:
        return
    is_one_home = kept["family_id"] == gone["family_id"]
    is_alone = _is_alone(connection, kept) or _is_alone(connection, gone)
    if kept["role"] != gone["role"] or not (is_one_home or is_alone):
        raise Refused("merge.families_differ")


def join_families(unit: Unit, pair: Pair, act: Act) -> dict[str, Any]:
    """Her place, her children and the card that she holds are the kept one's. Returns how it
    was.
    """
    connection, kept_id, gone_id = unit.connection, pair.kept["id"], pair.gone["id"]
    kept, gone = _places(connection, pair)
    before = {
        "places": [dict(each) for each in (kept, gone) if each is not None],
        "guarded": _scalars(connection, select(_PLACE.member_id), _PLACE.guardian_id == gone_id),
        "held": _scalars(connection, select(family.c.id), family.c.holder_id == gone_id),
    }
    if gone is None:
        return before
    stays = kept is not None and (
        kept["family_id"] == gone["family_id"] or not _is_alone(connection, kept)
    )
    connection.execute(delete(family_member).where(_PLACE.member_id.in_(pair.ids)))
    place = {**(kept if stays and kept is not None else gone), "member_id": kept_id}
    connection.execute(insert(family_member).values(**place))
    _give(unit, before, kept_id)
    _note(unit, place["family_id"], kept_id, "merge", act)
    return before


def part_families(
    unit: Unit, kept_id: str, gone_id: str, before: Mapping[str, Any], act: Act
) -> None:
    """Both stand where they stood."""
    both = _PLACE.member_id.in_([kept_id, gone_id])
    if not any(each["member_id"] == gone_id for each in before["places"]):
        return
    unit.connection.execute(delete(family_member).where(both))
    unit.connection.execute(insert(family_member), before["places"])
    _give(unit, before, gone_id)
    home = next(each["family_id"] for each in before["places"] if each["member_id"] == gone_id)
    _note(unit, home, gone_id, "merge_undone", act)


def homes_of(connection: Connection, member_ids: Sequence[str]) -> list[list[Any]]:
    """Where they stand, whom they answer for, whose card they hold."""
    place = select(family_member).where(
        or_(_PLACE.member_id.in_(member_ids), _PLACE.guardian_id.in_(member_ids))
    )
    held = select(family.c.id, family.c.holder_id).where(family.c.holder_id.in_(member_ids))
    rows = [list(row) for query in (place, held) for row in connection.execute(query)]
    return sorted(rows, key=str)


def _places(connection: Connection, pair: Pair) -> tuple[Any, Any]:
    query = select(family_member).where(_PLACE.member_id.in_(pair.ids))
    found = {row["member_id"]: row for row in connection.execute(query).mappings()}
    return found.get(pair.kept["id"]), found.get(pair.gone["id"])


def _is_alone(connection: Connection, place: Mapping[str, Any]) -> bool:
    home = _PLACE.family_id == place["family_id"]
    query = select(func.count()).select_from(family_member).where(home)
    return int(connection.execute(query).scalar_one()) == 1


def _scalars(connection: Connection, query: Any, which: Any) -> list[str]:
    return sorted(connection.execute(query.where(which)).scalars())


def _give(unit: Unit, before: Mapping[str, Any], member_id: str) -> None:
    """The children that the one who is gone answered for, and the families whose card was hers."""
    guarded, held = _PLACE.member_id.in_(before["guarded"]), family.c.id.in_(before["held"])
    connection = unit.connection
    connection.execute(update(family_member).where(guarded).values(guardian_id=member_id))
    connection.execute(update(family).where(held).values(holder_id=member_id))


def _note(unit: Unit, home: str, member_id: str, act_name: str, act: Act) -> None:
    unit.insert(
        family_move,
        id=unit.ids.new(),
        tenant_id=unit.tenant.id,
        family_id=home,
        member_id=member_id,
        act=act_name,
        reason=act.note,
        staff_id=act.staff_id,
        staff_name=act.who,
        terminal_id=None,
        at_ms=unit.now_ms,
    )
