"""The member panel as values."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.domain.member import Member
from posapp.domain.sale import Sale


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberState:
    """`searched` is what `found` answers, empty while they are only whom this till knows by what is
    being typed; `more`: there are others. `picked`: she chose one of them. `phone` is the whole
    number while it is shown, `tags` the names of the tags of whom the panel shows,
    `paid` the last sale where it names nobody.
    """

    searched: str = ""
    found: tuple[Member, ...] = ()
    more: bool = False
    place: int = 0
    picked: bool = False
    busy: bool = False
    phone: str = ""
    recent: tuple[Member, ...] = ()
    online: bool = True
    tags: tuple[str, ...] = ()
    paid: Sale | None = None

    @property
    def member(self) -> Member | None:
        """Whom the panel shows."""
        return self.found[self.place] if self.found else None

    @property
    def is_unknown(self) -> bool:
        """Somebody was looked for, and nobody found."""
        return bool(self.searched) and not self.found and not self.busy
