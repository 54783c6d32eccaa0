"""How far an inviter is: friends that joined, that were rewarded, and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from posapp.central.members import all_ids_of
from posapp.central.referral.joining import REFUSED, REWARDED
from posapp.central.referral.programme import read_programme
from posapp.central.tables.members import member, member_alias
from posapp.central.tables.referral import referral
from posapp.wire.service_desk import FileSection, SectionRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from posapp.central.view import View
    from posapp.domain.referral import Programme

KIND: Final = "referral"
BROUGHT_BY: Final = "brought_by"
FRIENDS: Final = "friends"
_MOST_FRIENDS: Final = 10
_STATES: Final = (
    select(referral.c.state, func.count())
    .where(referral.c.inviter_id.in_(bindparam("ids", expanding=True)))
    .group_by(referral.c.state)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """`next_step` is how many successes the next step of the ladder wants; None above the last."""

    joined: int
    rewarded: int
    refused: int
    next_step: int | None


def progress_of(view: View, member_id: str, programme: Programme) -> Progress:
    ids = all_ids_of(view.connection, view.tenant.id, member_id)
    counts = {row[0]: int(row[1]) for row in view.connection.execute(_STATES, {"ids": ids})}
    rewarded, refused = counts.get(REWARDED, 0), counts.get(REFUSED, 0)
    return Progress(
        joined=sum(counts.values()) - refused,
        rewarded=rewarded,
        refused=refused,
        next_step=programme.next_step(rewarded),
    )


def brought_by(view: View, member_id: str) -> FileSection:
    """Who brought her, by number, and how it stands."""
    hers = referral.c.member_id.in_(all_ids_of(view.connection, view.tenant.id, member_id))
    return FileSection(kind=BROUGHT_BY, rows=_people(view, hers, referral.c.inviter_id))


def friends_of(view: View, member_id: str) -> FileSection:
    """Whom she brought, the latest first."""
    hers = referral.c.inviter_id.in_(all_ids_of(view.connection, view.tenant.id, member_id))
    return FileSection(kind=FRIENDS, rows=_people(view, hers, referral.c.member_id))


def _people(
    view: View, which: ColumnElement[bool], other: ColumnElement[str]
) -> tuple[SectionRow, ...]:
    """The numbers under which they are found today, merged or not."""
    means = func.coalesce(member_alias.c.member_id, other)
    rows = view.connection.execute(
        select(member.c.number, referral.c.state, referral.c.at_ms)
        .select_from(referral)
        .outerjoin(member_alias, member_alias.c.id == other)
        .join(member, member.c.id == means)
        .where(which, referral.c.tenant_id == view.tenant.id)
        .order_by(referral.c.at_ms.desc(), referral.c.id)
        .limit(_MOST_FRIENDS)
    )
    return tuple(SectionRow(title=row.number, text=row.state, at_ms=row.at_ms) for row in rows)


def on_file(view: View, member_id: str) -> FileSection:
    """A row of numbers for the service desk; none for who never brought anybody."""
    programme = read_programme(view.connection, view.tenant.id)
    if programme is None:
        return FileSection(kind=KIND, rows=())
    got = progress_of(view, member_id, programme)
    if not got.joined + got.refused:
        return FileSection(kind=KIND, rows=())
    counts = (got.joined, got.rewarded, got.refused)
    return FileSection(kind=KIND, rows=(SectionRow(title=" / ".join(map(str, counts))),))
