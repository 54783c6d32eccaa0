"""Status by docs/rules.md B3: who may do what is closed to her, and when an account may end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.members import find_by, load_members
from posapp.central.phone_turns import take_turn
from posapp.central.service_desk.acts import index, set_member, take_version, write_down
from posapp.central.service_desk.corrections import new_posting, take_points
from posapp.domain.allowances import Act
from posapp.domain.member import MemberStatus
from posapp.errors import Refused
from posapp.wire.service_desk import Balance

if TYPE_CHECKING:
    from posapp.central.service_desk.acts import Work
    from posapp.domain.member import Member
    from posapp.wire.service_desk import StatusChange

KIND: Final = "status"


def change_status(work: Work, change: StatusChange) -> int:
    """Freezing is anybody's who serves members; the rest is within the table of limits.

    A closed account has no value, is found by its number alone, and its phone is free for
    another. Raises Refused("service.nothing_changes", "service.needs_manager", "service.stale",
    "service.close_value_left", "service.close_held", "service.close_points_left",
    "member.phone_taken").
    """
    before, after = MemberStatus(work.row["status"]), change.status
    if before is after:
        raise Refused("service.nothing_changes")
    is_to_protect = before is MemberStatus.NORMAL and after is MemberStatus.FROZEN
    size = 0 if is_to_protect else 1
    approved = work.hand.check(work.unit, Act.MEMBER_STATUS, size)
    detail: dict[str, str | int] = {"from": before.value, "to": after.value}
    if after is MemberStatus.CLOSED:
        detail |= close_account(work, forfeit=change.forfeit_points)
    elif before is MemberStatus.CLOSED:
        _check_phone_is_free(work)
    version = take_version(work)
    set_member(work, status=after.value)
    if after is MemberStatus.CLOSED:
        index(work, work.profile, None)
        work.unit.change("member", work.member_id, "d")
    elif before is MemberStatus.CLOSED:
        index(work, None, work.profile)
    write_down(work, KIND, detail=detail, approved=approved)
    return version


def close_account(work: Work, *, forfeit: bool) -> dict[str, str | int]:
    """What still stands in the way is said, one thing after the other."""
    (who,) = load_members(work.view, [work.member_id])
    if who.held:
        raise Refused("service.close_held", held=who.held)
    if who.stored_value:
        raise Refused("service.close_value_left", value=who.stored_value)
    points = _points(who)
    if not points:
        return {}
    if not forfeit:
        raise Refused("service.close_points_left", points=points)
    posting = new_posting(work)
    take_points(work, posting, points)
    work.unit.books.post(posting)
    write_down(
        work,
        "correction",
        detail={"balance": Balance.POINTS.value, "amount": -points, "closing": 1},
        event_id=posting.id,
    )
    return {"forfeited": points}


def _points(who: Member) -> int:
    """Also those that wait for the end of a return window; expired ones are nobody's."""
    return who.points + who.points_pending


def _check_phone_is_free(work: Work) -> None:
    """While she was gone somebody may have registered what was hers."""
    phone, unit = work.profile.phone, work.unit
    if not phone:
        return
    take_turn(unit, unit.keys.blind(unit.tenant.id, "phone", phone))
    others = find_by(work.view, "phone", phone, 1)
    if others:
        (who,) = load_members(work.view, others)
        raise Refused("member.phone_taken", number=who.number)
