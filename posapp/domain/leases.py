"""Value, points or rights lent to one terminal: what may be granted, what it covers and can cost.

A lease moves value of one member out of what is available and into the hands of one terminal, so
that this terminal may spend it with nobody to ask. Amounts are minor units; a lease of points
counts points, as the principal of its slices; a lease of rights to coupons counts one for each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from posapp.domain.ids import LeaseId, LotId, MemberId
from posapp.domain.money import LARGEST_AMOUNT
from posapp.domain.sale import PointSlice, ValueSlice
from posapp.domain.stored_value import ValueLot, plan_spend
from posapp.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class LeasePolicy:
    """What an operator allows in a shop: `cap` a member and terminal, `ceiling` a terminal.

    Nothing is lent unless both are above zero.
    """

    cap: int = 0
    ceiling: int = 0

    @property
    def is_on(self) -> bool:
        return self.cap > 0 and self.ceiling > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Before a grant: what she has free, and what the terminal holds, of her and of everybody."""

    available: int
    of_member: int
    of_terminal: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """What a terminal may still spend of one member's value, lot by lot, until `ends_ms`.

    `ends_ms` stops the terminal. It frees nothing: only a release does.
    """

    id: LeaseId
    member_id: MemberId
    slices: tuple[ValueSlice, ...]
    ends_ms: int

    @property
    def left(self) -> int:
        return total(self.slices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """What leases can cost a shop. `most_reserved` is set aside, not lost.

    `one_copy`: one terminal runs twice until it next says hello. `every_copy`: every one of them.
    """

    terminals: int
    honest: int
    one_copy: int
    every_copy: int
    most_reserved: int


def check_policy(policy: LeasePolicy) -> None:
    """Raises Refused("lease.policy_not_valid"): both are zero, or 0 < cap <= ceiling."""
    is_off = policy.cap == policy.ceiling == 0
    if not is_off and not 0 < policy.cap <= policy.ceiling <= LARGEST_AMOUNT:
        raise Refused("lease.policy_not_valid")


def grantable(policy: LeasePolicy, standing: Standing) -> int:
    """How much more may be lent now: never above what she has, her cap, the terminal's ceiling."""
    room = min(policy.cap - standing.of_member, policy.ceiling - standing.of_terminal)
    return max(0, min(standing.available, room)) if policy.is_on else 0


def spend(lease: Lease, amount: int, now_ms: int) -> tuple[ValueSlice, ...]:
    """The slices that pay `amount` out of a lease, in the order in which they were lent.

    Raises Refused("lease.over") after its end and Refused("lease.short", available_amount).
    """
    if now_ms >= lease.ends_ms:
        raise Refused("lease.over")
    if not 0 < amount <= lease.left:
        raise Refused("lease.short", available_amount=lease.left)
    lots = [
        ValueLot(lot_id=piece.lot_id, principal=piece.principal, bonus=piece.bonus, opened_ms=n)
        for n, piece in enumerate(lease.slices)
    ]
    return plan_spend(lots, amount)


def covered(
    have: Sequence[ValueSlice], wanted: Sequence[ValueSlice]
) -> tuple[tuple[ValueSlice, ...], tuple[ValueSlice, ...]]:
    """Of what is wanted: what is there, and what is short, lot by lot and part by part."""
    there = {piece.lot_id: (piece.principal, piece.bonus) for piece in have}
    paid: list[ValueSlice] = []
    short: list[ValueSlice] = []
    for want in wanted:
        principal, bonus = there.get(want.lot_id, (0, 0))
        taken = max(0, min(principal, want.principal)), max(0, min(bonus, want.bonus))
        there[want.lot_id] = principal - taken[0], bonus - taken[1]
        _keep(paid, want, *taken)
        _keep(short, want, want.principal - taken[0], want.bonus - taken[1])
    return tuple(paid), tuple(short)


def less(have: Sequence[ValueSlice], taken: Sequence[ValueSlice]) -> tuple[ValueSlice, ...]:
    """What stays of `have` once `taken` is gone; never below nothing."""
    gone: dict[str, tuple[int, int]] = {}
    for piece in taken:
        principal, bonus = gone.get(piece.lot_id, (0, 0))
        gone[piece.lot_id] = principal + piece.principal, bonus + piece.bonus
    rest: list[ValueSlice] = []
    for piece in have:
        principal, bonus = gone.get(piece.lot_id, (0, 0))
        left = max(0, piece.principal - principal), max(0, piece.bonus - bonus)
        _keep(rest, piece, *left)
    return tuple(rest)


def total(slices: Sequence[ValueSlice]) -> int:
    """Principal and bonus together."""
    return sum(piece.principal + piece.bonus for piece in slices)


def point_slices(slices: Sequence[ValueSlice]) -> tuple[PointSlice, ...]:
    """The slices of a lease of points as a tender takes them."""
    return tuple(PointSlice(lot_id=piece.lot_id, points=piece.principal) for piece in slices)


def right_to(code: str) -> ValueSlice:
    """One right to a coupon as a lease of rights counts it: its code in the place of a lot."""
    return ValueSlice(lot_id=LotId(code), principal=1, bonus=0)


def rights(slices: Sequence[ValueSlice]) -> tuple[str, ...]:
    """The codes of the coupons in a lease of rights."""
    return tuple(piece.lot_id for piece in slices)


def of_points(slices: Sequence[PointSlice]) -> tuple[ValueSlice, ...]:
    """Points by lot as a lease of points counts them."""
    return tuple(
        ValueSlice(lot_id=piece.lot_id, principal=piece.points, bonus=0) for piece in slices
    )


def day_end_ms(at_ms: int, zone: tzinfo) -> int:
    """The first moment of the next day in the tenant's zone, however long this one is."""
    today = datetime.fromtimestamp(at_ms // 1000, UTC).astimezone(zone).date()
    tomorrow = today + timedelta(days=1)
    midnight = datetime(tomorrow.year, tomorrow.month, tomorrow.day, tzinfo=zone)
    return int(midnight.timestamp()) * 1000


def overspend_bound(ceilings: Sequence[tuple[int, int]]) -> int:
    """The most that can be spent beyond what members have: the sum of (copies - 1) x ceiling.

    `ceilings` names for each terminal how many copies of its state are alive, and its ceiling.
    """
    return sum(max(0, copies - 1) * ceiling for copies, ceiling in ceilings)


def exposure(policy: LeasePolicy, terminals: int) -> Exposure:
    """The bound in the figures that an operator decides by."""
    each = policy.ceiling if policy.is_on else 0
    return Exposure(
        terminals=terminals,
        honest=overspend_bound([(1, each)] * terminals),
        one_copy=overspend_bound([(2, each)] * min(1, terminals)),
        every_copy=overspend_bound([(2, each)] * terminals),
        most_reserved=each * terminals,
    )


def _keep(into: list[ValueSlice], lot: ValueSlice, principal: int, bonus: int) -> None:
    if principal or bonus:
        into.append(ValueSlice(lot_id=lot.lot_id, principal=principal, bonus=bonus))
