"""What the page of a search shows, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from posapp.errors import PosError
from posapp.wire.member_search import MemberRow
from posapp.workflows.seeking import SearchForm


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchState:
    """`form` is what `rows` answers; `places` are the pages behind, the present one last; `next`
    the one ahead. `asked` turns true with the first search.
    """

    form: SearchForm = field(default_factory=SearchForm)
    asked: bool = False
    loading: bool = False
    problem: PosError | None = None
    rows: tuple[MemberRow, ...] = ()
    places: tuple[str, ...] = ("",)
    next: str = ""
    chosen: int = -1
    online: bool = True

    @property
    def row(self) -> MemberRow | None:
        return self.rows[self.chosen] if 0 <= self.chosen < len(self.rows) else None
