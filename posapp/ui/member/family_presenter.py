"""What a member agreed to, and the people around her card; asked of central and never kept here."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.domain.consents import Purpose
from posapp.domain.member import Consent, Profile
from posapp.errors import OutcomeUnknown, PosError, Refused, Unavailable
from posapp.lanes import ONLINE, STORE
from posapp.ui.i18n import tr
from posapp.ui.member.consent_side import ConsentSide
from posapp.ui.member.family_state import Acting, FamilyState
from posapp.ui.sounds import Sound
from posapp.wire.families import FamilyAct
from posapp.workflows.members import NO_PHONE

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.domain.permissions import Staff
    from posapp.ui.floor import Floor
    from posapp.wire.consents import ConsentsTold
    from posapp.wire.families import FamilyTold
    from posapp.workflows.families import Families
    from posapp.workflows.members import Members
    from posapp.workflows.withdrawing import Withdrawing


class FamilyPresenter(QObject):
    """`changed` carries a `FamilyState`; `asked` an `Acting` that waits for a PIN, `child_asked`
    that a child is to be described, `closed` that either is over.
    """

    changed = Signal(object)
    asked = Signal(object)
    child_asked = Signal()
    closed = Signal()

    def __init__(
        self,
        families: Families,
        members: Members,
        floor: Floor,
        parent: QObject | None = None,
        *,
        withdrawing: Withdrawing | None = None,
    ) -> None:
        super().__init__(parent)
        self._families = families
        self._members = members
        self._floor = floor
        self._withdrawing = withdrawing
        self.side = ConsentSide(floor, self)
        self._state = FamilyState()

    @property
    def state(self) -> FamilyState:
        return self._state

    def enter(self, member: Member) -> None:
        self._state = FamilyState(member=member)
        self.changed.emit(self._state)
        self._read_withdrawn(member)
        self.load()

    def _read_withdrawn(self, member: Member) -> None:
        if self._withdrawing is not None:
            read = partial(self._withdrawing.said_here, member)
            know = partial(self._know_withdrawn, member)
            self._floor.background.run(STORE, read, know, self._failed)

    def _know_withdrawn(self, member: Member, withdrawn: tuple[tuple[str, int], ...]) -> None:
        if self._state.member == member:
            self._show(withdrawn=withdrawn)

    @Slot()
    def load(self) -> None:
        """Ask central anew."""
        member = self._state.member
        if member is None or self._state.busy:
            return
        self._show(busy=True, problem=None)
        staff = self._floor.duty.need_staff()
        ask = partial(_both, self._families, staff, member)
        self._floor.background.run(ONLINE, ask, self._know, self._failed)

    def _know(self, found: tuple[ConsentsTold, FamilyTold]) -> None:
        told, home = found
        there = {each.member.id for each in home.members}
        added = tuple(each for each in self._state.added if each.id not in there)
        self._show(told=told, home=home, added=added, chosen=0, busy=False)

    def _failed(self, error: Exception) -> None:
        problem = error if isinstance(error, PosError) else None
        self._show(busy=False, problem=problem)
        self._floor.messages.show_error(error)

    # -- consents

    def say(self, purpose: Purpose, *, given: bool, by_guardian: bool) -> None:
        """She gives or withdraws it: one press either way."""
        member = self._state.member
        if member is None or self._state.busy:
            return
        if not given and self._withdrawing is not None and not self._floor.desk.is_online():
            self._withdraw_here(member, purpose)
            return
        self._show(busy=True)
        staff = self._floor.duty.need_staff()
        work = partial(
            self._families.say, staff, member, purpose, given=given, by_guardian=by_guardian
        )
        failed = self._failed if given else partial(self._not_withdrawn, member, purpose)
        self._floor.background.run(ONLINE, work, self._said, failed)

    def _not_withdrawn(self, member: Member, purpose: Purpose, error: Exception) -> None:
        """Nobody answered: it is kept here and told later. Twice withdrawn is withdrawn."""
        is_away = isinstance(error, Unavailable | OutcomeUnknown)
        if is_away and self._withdrawing is not None:
            self._withdraw_here(member, purpose)
        else:
            self._failed(error)

    def _withdraw_here(self, member: Member, purpose: Purpose) -> None:
        if self._withdrawing is None:
            return
        self._show(busy=True)
        duty = self._floor.duty
        work = partial(self._withdrawing.withdraw, duty.need_staff(), duty.shift, member, purpose)
        self._floor.background.run(STORE, work, self._withdrawn, self._failed)

    def _withdrawn(self, withdrawn: tuple[tuple[str, int], ...]) -> None:
        self._show(withdrawn=withdrawn, busy=False)
        self._floor.messages.show(tr("已撤回，连上总部后自动送达"))

    def _said(self, told: ConsentsTold) -> None:
        self._show(told=told, busy=False)
        self._floor.messages.show(tr("已记录"))

    # -- children

    @Slot()
    def ask_child(self) -> None:
        if self._state.member is not None:
            self.child_asked.emit()
            self.side.open()

    def add_child(
        self, profile: Profile, *, agreed: bool, purposes: frozenset[str] = frozenset()
    ) -> None:
        """Register a child into the family of this member, who agrees as her guardian."""
        member = self._state.member
        if member is None or self._state.busy:
            return
        if not agreed:
            self._refuse(Refused("member.guardian_consent_needed"))
            return
        duty, desk = self._floor.duty, self._floor.desk
        consent = Consent(
            policy_version=desk.settings.policy_version,
            channel="counter",
            at_ms=desk.now_ms(),
            marketing=Purpose.MARKETING in purposes,
            asked=tuple(each.value for each in self.side.purposes),
            given=tuple(each.value for each in self.side.purposes if each.value in purposes),
            by_guardian=True,
        )
        self._show(busy=True)
        register = partial(
            self._members.register,
            NO_PHONE,
            profile,
            consent,
            duty.need_staff(),
            duty.shift,
            guardian_id=member.id,
        )
        self._floor.background.run(STORE, register, self._added, self._failed)

    def _added(self, child: Member) -> None:
        self._show(busy=False, added=(*self._state.added, child))
        self.side.close()
        self.closed.emit()
        self._floor.messages.show(tr("孩子已登记，会员号 {number}", number=child.number))

    # -- coming and going

    def choose(self, place: int) -> None:
        self._show(chosen=place)

    def ask(self, act: FamilyAct) -> None:
        """Put the question: who, why, and the PIN of the person who does it."""
        of = None if act is FamilyAct.JOIN else self._state.chosen_member
        if self._state.home is None or (act is not FamilyAct.JOIN and of is None):
            return
        staff = self._floor.duty.need_staff()
        acting = Acting(act=act, of=of, who=f"{staff.name} ({staff.number})")
        self._show(acting=acting)
        self.asked.emit(acting)

    def act(self, newcomer: str, reason: str, pin: str) -> None:
        """Do it; `newcomer` is the number or phone of who joins."""
        acting = self._state.acting
        if acting is None or acting.busy:
            return
        self._show(acting=replace(acting, busy=True, refusal=None))
        work = partial(self._act, acting, newcomer, reason, pin)
        self._floor.background.run(ONLINE, work, self._acted, self._not_acted)

    def _act(self, acting: Acting, newcomer: str, reason: str, pin: str) -> None:
        """Lane: online."""
        member = acting.of or self._one(newcomer)
        staff = self._floor.duty.need_staff()
        self._families.change(
            staff, pin, acting.act, member, reason=reason, of_id=self._whose_home()
        )

    def _one(self, text: str) -> Member:
        found = self._members.look_up(text) if text.strip() else ()
        if len(found) != 1:
            raise Refused("member.unknown")
        return found[0]

    def _whose_home(self) -> str:
        """The holder of this family: a child brings nobody in."""
        state = self._state
        if state.home is not None and state.home.holder_id:
            return state.home.holder_id
        return "" if state.member is None else state.member.id

    def _acted(self, _nothing: object) -> None:
        self.cancel()
        self.load()

    def _not_acted(self, error: Exception) -> None:
        acting = self._state.acting
        if acting is None or not isinstance(error, PosError):
            self.cancel()
            self._floor.messages.show_error(error)
            return
        self._show(acting=replace(acting, busy=False, refusal=error))

    @Slot()
    def cancel(self) -> None:
        self._show(acting=None)
        self.side.close()
        self.closed.emit()

    @Slot()
    def back(self) -> None:
        self._floor.navigation.back()

    def _refuse(self, error: PosError) -> None:
        self._floor.sounds.play(Sound.BLOCKED)
        self._floor.messages.show_error(error)

    def _show(self, **changes: object) -> None:
        self._state = replace(self._state, **changes)  # type: ignore[arg-type]  # names of fields
        self.changed.emit(self._state)


def _both(families: Families, staff: Staff, member: Member) -> tuple[ConsentsTold, FamilyTold]:
    """Lane: online."""
    return families.consents(staff, member), families.family(staff, member)
