"""Who saw what of whose data, written in the unit of work that answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.central.tables.service import data_access

if TYPE_CHECKING:
    from posapp.central.unit import Unit

FILE: Final = "file"
TIMELINE: Final = "timeline"
EXPORT: Final = "export"
REQUEST: Final = "request"
SEARCH: Final = "search"
COMPLAINT: Final = "complaint"
MASKED: Final = frozenset({FILE, TIMELINE, SEARCH, COMPLAINT})
"""What shows nobody's phone, name or card in full."""


def note_access(
    unit: Unit,
    member_id: str,
    what: str,
    *,
    who: str,
    staff_id: str = "",
    terminal_id: str | None = None,
    why: str = "service",
    at_ms: int | None = None,
    access_id: str = "",
) -> None:
    """`what` and `why` are words of a list: free text could name somebody. `at_ms` and `access_id`
    where a till tells later what was shown there.
    """
    unit.insert(
        data_access,
        id=access_id or unit.ids.new(),
        tenant_id=unit.tenant.id,
        member_id=member_id,
        at_ms=unit.now_ms if at_ms is None else at_ms,
        staff_id=staff_id,
        who=who,
        terminal_id=terminal_id,
        what=what,
        why=why,
    )
