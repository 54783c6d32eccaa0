"""How far an inviter is: friends that joined, that were rewarded, and the next step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, func, select

from posapp.central.members import all_ids_of
from posapp.central.referral.joining import REFUSED, REWARDED
from posapp.central.referral.programme import read_programme
from posapp.central.tables.referral import referral
from posapp.wire.service_desk import FileSection, SectionRow

if TYPE_CHECKING:
    from posapp.central.view import View
    from posapp.domain.referral import Programme

KIND: Final = "referral"
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
