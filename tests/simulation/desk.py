"""Requests at the model of central: reserve stored value with a dynamic code; the answer is for ever."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING

from posapp.domain.ids import LotId
from posapp.domain.sale import ValueSlice
from posapp.domain.stored_value import ValueLot
from posapp.errors import Refused
from posapp.wire.member_code import digits_of, step_at, step_day
from tests.simulation.refusal import Refusal
from tests.simulation.vault import DECLINED, HELD, RELEASED, Hold, key_of
from tests.simulation.world import Violation

if TYPE_CHECKING:
    from tests.simulation.books import Write
    from tests.simulation.central import Central
    from tests.simulation.world import World

MEMBERS = 6
RECLAIMED_AFTER_MS = 4_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A till wants an amount reserved under the tender's id; `digits` are what the member shows."""

    request_id: str
    terminal: str
    hold_id: str
    member: str
    amount: int
    digits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whether the amount is reserved, and out of which lots."""

    request_id: str
    is_held: bool
    slices: tuple[ValueSlice, ...] = ()


def member_name(number: int) -> str:
    return f"member-{number}"


class Desk:
    """Declined once is declined for ever; the code's step is stored before anything is approved."""

    def __init__(self, world: World, central: Central):
        self._world = world
        self._central = central
        self._told: dict[tuple[int, str], bool] = {}
        self._steps: dict[tuple[int, str], int] = {}
        self._topped = 0

    def open(self) -> None:
        for number in range(1, MEMBERS + 1):
            self.top_up(member_name(number))

    def top_up(self, member: str) -> None:
        self._topped += 1
        principal = self._world.between("top-up", 3_000, 30_000)
        lot = ValueLot(
            lot_id=LotId(f"lot-{self._topped}"),
            principal=principal,
            bonus=principal // 10,
            opened_ms=self._central.now_ms(),
        )
        self._central.books.vault.top_up(member, lot)

    def block(self, member: str) -> None:
        """An operator blocks a member, or lets her in again."""
        blocked = self._central.books.vault.blocked
        blocked[member] = not blocked.get(member, False)
        self._world.fired["member_blocked"] += 1

    def digits(self, member: str) -> str:
        """What the member's own device shows now."""
        step = step_at(self._central.now_ms())
        return digits_of(key_of(member, step_day(step, UTC)), step)

    def answer(self, ask: Ask, writes: list[Write]) -> Told:
        vault = self._central.books.vault
        known = vault.holds.get(ask.hold_id)
        if known is None:
            self._check_lending()
            known = self._decide(ask, writes)
        is_held = known.state not in (DECLINED, RELEASED)
        writes.append(lambda held: self._check(ask, is_held=is_held))
        return Told(request_id=ask.request_id, is_held=is_held, slices=known.slices)

    def _decide(self, ask: Ask, writes: list[Write]) -> Hold:
        vault, plant = self._central.books.vault, self._world.plant
        step = vault.step_of(ask.member, ask.digits, self._central.now_ms())
        slices = vault.planned(ask.member, ask.amount) if step is not None else None
        if slices is None or step is None:
            hold = Hold(member=ask.member, amount=0, state=DECLINED)
            if step is not None and not vault.blocked.get(ask.member):
                writes.append(lambda _: self._central.lender.recall(ask.member, ask.terminal))
            if not plant.declined_forgotten:
                writes.append(lambda held: held.vault.holds.update({ask.hold_id: hold}))
            return hold
        writes.append(lambda held: self._check_step(ask.member, step))
        hold = Hold(
            member=ask.member,
            amount=ask.amount,
            state=HELD,
            slices=slices,
            begun_ms=self._central.now_ms(),
        )
        if not plant.step_not_stored:
            writes.append(lambda held: held.vault.steps.update({ask.member: step}))
        if not plant.hold_not_durable:
            writes.append(lambda held: held.vault.reserve(ask.hold_id, hold))
        if plant.reclaims_on_timeout:
            self._world.later(RECLAIMED_AFTER_MS, "reclaim", lambda: self._reclaim(ask.hold_id))
        return hold

    def _check_lending(self) -> None:
        """Raises Refusal("refused") while a till may hold of hers what central does not know."""
        try:
            self._central.lender.check_none_awaited()
        except Refused as refused:
            raise Refusal("refused") from refused

    def _reclaim(self, hold_id: str) -> None:
        self._central.books.vault.end(hold_id, RELEASED)

    def _check(self, ask: Ask, *, is_held: bool) -> None:
        """A12: no request is approved after it was declined under the same id."""
        key = (self._central.epoch, ask.hold_id)
        before = self._told.get(key)
        if before is not None:
            self._world.checked["A12"] += 1
            if is_held and not before:
                raise Violation("A12", f"{ask.hold_id} was declined before")
        self._told[key] = is_held

    def _check_step(self, member: str, step: int) -> None:
        """A13: the last step of a member's code only grows."""
        key = (self._central.epoch, member)
        self._world.checked["A13"] += 1
        if step <= self._steps.get(key, 0):
            raise Violation("A13", f"{member} paid twice with one code")
        self._steps[key] = step
