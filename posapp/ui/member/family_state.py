"""A member's consents and her family as values."""

from __future__ import annotations

from dataclasses import dataclass

from posapp.domain.member import Member
from posapp.errors import PosError
from posapp.wire.consents import ConsentsTold
from posapp.wire.families import FamilyAct, FamilyTold


@dataclass(frozen=True, slots=True, kw_only=True)
class Acting:
    """A change that waits for a PIN and a reason; `of` is whom it is about, None for a newcomer."""

    act: FamilyAct
    of: Member | None
    who: str
    busy: bool = False
    refusal: PosError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyState:
    """`added` are children registered here whom central has not put into the family yet."""

    member: Member | None = None
    told: ConsentsTold | None = None
    home: FamilyTold | None = None
    added: tuple[Member, ...] = ()
    chosen: int = 0
    busy: bool = False
    problem: PosError | None = None
    acting: Acting | None = None

    @property
    def chosen_member(self) -> Member | None:
        people = () if self.home is None else self.home.members
        return people[self.chosen].member if self.chosen < len(people) else None
