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
    """`added` are children registered here whom central has not put into the family yet,
    `withdrawn` what she withdrew at this till, by purpose and moment, whether central knows or not.
    """

    member: Member | None = None
    told: ConsentsTold | None = None
    home: FamilyTold | None = None
    added: tuple[Member, ...] = ()
    withdrawn: tuple[tuple[str, int], ...] = ()
    chosen: int = 0
    busy: bool = False
    problem: PosError | None = None
    acting: Acting | None = None

    def withdrawn_ms(self, purpose: str) -> int:
        """When she withdrew it here, where central has not said anything newer; else 0."""
        here = max((at_ms for each, at_ms in self.withdrawn if each == purpose), default=0)
        states = () if self.told is None else self.told.states
        known = max((each.at_ms for each in states if each.purpose == purpose), default=0)
        return here if here > known else 0

    @property
    def chosen_member(self) -> Member | None:
        people = () if self.home is None else self.home.members
        return people[self.chosen].member if self.chosen < len(people) else None
