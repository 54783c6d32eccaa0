"""Since when each id that means a member is the present holder's; what was before is another's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, func, or_, select, true

from posapp.central.tables.merging import member_merge
from posapp.central.tables.service import member_event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement

    from posapp.central.view import View

HOLDER_CHANGED: Final = "holder_changed"


def holder_since(view: View, member_id: str, ids: Sequence[str]) -> dict[str, int]:
    """By id, ms since epoch; none where the holder never changed. A file that became hers later is
    hers from its beginning.
    """
    event = member_event.c
    changed = view.connection.execute(
        select(event.member_id, func.max(event.at_ms).label("at_ms"))
        .where(event.member_id.in_(ids), event.kind == HOLDER_CHANGED)
        .group_by(event.member_id)
    ).all()
    if not changed:
        return {}
    merged = member_merge.c
    merges = {
        row.gone_id: row
        for row in view.connection.execute(
            select(merged.gone_id, merged.kept_id, merged.at_ms).where(
                merged.gone_id.in_(ids), merged.state == "merged"
            )
        )
    }
    since: dict[str, int] = {}
    for owner, at_ms in changed:
        for each in ids:
            if each == owner or _was_part(merges.get(each), owner, at_ms, member_id):
                since[each] = max(at_ms, since.get(each, 0))
    return since


def hers_of(owner: Any, at: Any, since: Mapping[str, int]) -> ColumnElement[bool]:
    """The rows of the present holder: `owner` and `at` are columns."""
    if not since:
        return true()
    later = (and_(owner == each, at >= at_ms) for each, at_ms in since.items())
    return or_(owner.not_in(list(since)), *later)


def _was_part(merge: Any, owner: str, at_ms: int, member_id: str) -> bool:
    """Whether an id meant the former holder when `owner` changed hers. One that no merge tells of
    is a till's for the same phone.
    """
    if merge is None:
        return owner == member_id
    return bool(merge.at_ms < at_ms and owner in (member_id, merge.kept_id))
