"""Rounding off (抹零): the last fen, or fen and jiao, of an order that nobody wants to count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from posapp.domain.cart import Cart, CartRounding
from posapp.domain.pricing import Reduction, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from posapp.domain.signed_off import SignedOff


class RoundingMode(StrEnum):
    """The operator's rule: not at all, when the cashier asks for it, or on every order."""

    OFF = "off"
    BUTTON = "button"
    AUTOMATIC = "automatic"


class RoundTo(StrEnum):
    """What is left standing: whole jiao (the fen go) or whole yuan (fen and jiao go)."""

    JIAO = "jiao"
    YUAN = "yuan"

    @property
    def step(self) -> int:
        """Minor units."""
        return STEPS[self]


STEPS: Final = {RoundTo.JIAO: 10, RoundTo.YUAN: 100}


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundingRule:
    """What a shop allows; `to` is the furthest that anybody goes."""

    mode: RoundingMode = RoundingMode.BUTTON
    to: RoundTo = RoundTo.YUAN

    @property
    def automatic_step(self) -> int:
        """What every order is rounded to, minor units; 0 where nothing happens by itself."""
        return self.to.step if self.mode is RoundingMode.AUTOMATIC else 0

    def allows(self, step: int) -> bool:
        """Whether a person may round an order off so far."""
        return self.mode is not RoundingMode.OFF and step <= self.to.step


class RoundingOff:
    """The price source: the last reduction of all, shared over the lines as every other.

    It never makes an order free: what is below one step stays as it is.
    """

    stage = Stage.ROUNDING

    def __init__(self, label: str, automatic_step: int = 0) -> None:
        self._label = label
        self._automatic_step = automatic_step

    def reductions(self, cart: Cart, remains: Sequence[int]) -> tuple[Reduction, ...]:
        asked = cart.rounding
        step = self._automatic_step if asked is None else asked.step
        whole = sum(remains)
        cut = over(whole, step)
        if not cut:
            return ()
        by = "automatic" if asked is None else asked.approval_id or "-"
        rule = f"rounding:{step}:{by}"
        return (Reduction(stage=self.stage, amount=cut, label=self._label, rule=rule),)


def over(amount: int, step: int) -> int:
    """What rounding off to a step takes from an amount, minor units."""
    return amount % step if step and amount >= step else 0


def round_off(cart: Cart, step: int, approved: SignedOff | None = None) -> Cart:
    """Ask for rounding on an order; step 0 takes it off again."""
    if not step:
        return replace(cart, rounding=None)
    approval_id = None if approved is None else approved.approval_id
    rounding = CartRounding(step=step, approval_id=approval_id, approved=approved)
    return replace(cart, rounding=rounding)


def next_step(rule: RoundingRule, unrounded: int, taken: int) -> int:
    """What pressing the key once more rounds to: jiao, yuan, then nothing (0) again.

    `unrounded` is what the order costs without rounding, `taken` what rounding takes off now.
    """
    if rule.mode is RoundingMode.OFF:
        return 0
    for step in STEPS.values():
        if rule.allows(step) and over(unrounded, step) > taken:
            return step
    return 0
