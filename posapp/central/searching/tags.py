"""Who has a tag, as conditions ask it; nobody while this central keeps no tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, Table, select

from posapp.central.tables.base import METADATA
from posapp.errors import Refused

if TYPE_CHECKING:
    from posapp.central.view import View

TABLE: Final = "member_tag"
"""Its columns `tenant_id`, `member_id` and `tag` are all that is asked here; where it has an
`until_ms`, a tag counts while that is NULL.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """Members with one tag."""

    table: Table
    tag: str

    def before(self, view: View, before: str, most: int) -> list[str]:
        """Their ids that come before this one, the newest first."""
        owner = self.table.c.member_id
        query = self._query(view).where(owner < before).order_by(owner.desc()).limit(most)
        return list(view.connection.execute(query).scalars())

    def among(self, view: View, member_ids: list[str]) -> set[str]:
        """Which of these have it."""
        query = self._query(view).where(self.table.c.member_id.in_(member_ids))
        return set(view.connection.execute(query).scalars()) if member_ids else set()

    def _query(self, view: View) -> Select[Any]:
        columns = self.table.c
        query = select(columns.member_id).where(
            columns.tenant_id == view.tenant.id, columns.tag == self.tag
        )
        ended = columns.get("until_ms")
        return query if ended is None else query.where(ended.is_(None))


def tagged(tag: str, table: Table | None = None) -> Tagged:
    """Raises Refused("search.no_tags") while there is no table of them."""
    kept = METADATA.tables.get(TABLE) if table is None else table
    if kept is None:
        raise Refused("search.no_tags")
    return Tagged(table=kept, tag=tag)
