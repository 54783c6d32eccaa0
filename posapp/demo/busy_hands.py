"""The hands of a busy day: ring, pay, answer, and every wait for what the screen shows."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from posapp.demo.hand import Hand
from posapp.demo.sample import SIGN_INS, WEIGHT_LABEL
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.own_codes import badge_code
from posapp.domain.shift import expected_cash
from posapp.errors import Unavailable
from posapp.ui.navigation import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.app.window import TillWindow
    from posapp.demo.park import Park
    from posapp.domain.sale import Sale
    from posapp.ui.sell.presenter import SellPresenter
    from posapp.workflows.pay_outcomes import CommittedSale

_, _, _MANAGER = SIGN_INS


class QuickHand(Hand):
    """Takes no pictures."""

    def picture(self, name: str) -> None:  # noqa: ARG002  # as the demo's hand
        return


class BusyHands:
    """One cashier, keys and scans and a few touches; every wait is for what the screen shows."""

    def __init__(self, park: Park, window: TillWindow, folder: Path, seed: int) -> None:
        self._park = park
        self._window = window
        self._p = window.presenters
        self._counter = park.counter
        self.hand = QuickHand(window, self._counter, folder)
        self._robot = self.hand.robot
        self._chance = Random(seed)  # noqa: S311  # a script, no secret
        codes = [each.text for each in self._counter.codes]
        self._goods = [each for each in codes if each != WEIGHT_LABEL]
        self._sales: list[Sale] = []
        self._refunded = 0
        self._wants: dict[str, int] = {}
        self._p.pay.completed.connect(self._on_completed)

    # -- hands

    def _ring(self, pieces: int) -> None:
        wanted = self._sell.state.priced.quantity + pieces * QUANTITY_ONE
        self.hand.scan(*self._chance.choices(self._goods, k=pieces))
        self._until(lambda: self._sell.state.priced.quantity >= wanted, "all pieces")

    def _pay(self, yuan: str = "") -> None:
        self.hand.begin_payment()
        self._take(yuan)
        self._back_to_selling()

    def _take(self, yuan: str) -> None:
        """What is left in cash."""
        before = len(self._sales)
        self._robot.press("Alt+1")
        if yuan:
            self._robot.type(yuan)
        self._robot.press("Return")
        self._until(lambda: len(self._sales) > before, "a sale")

    def _back_to_selling(self) -> None:
        """Exact money leads back by itself; change is looked at first."""
        self._rest()
        if self._top() != "sell":
            self._robot.press("Return")
        self.hand.wait_for(Place.SELL)

    def _answer(self, dialog: str, reason: str) -> None:
        self._until(lambda: self._top() == dialog, dialog)
        self._robot.click(reason)
        self._robot.click(f"{dialog}.confirm")

    def _approved_or(self, done: Callable[[], bool]) -> None:
        """Until it is so; where a superior is asked, the manager says yes by badge and PIN."""
        approval = self._p.approval
        self._until(lambda: done() or approval.state is not None, "done or asked")
        if approval.state is None:
            return
        self._until(
            lambda: approval.state is not None and bool(approval.state.approvers), "approvers"
        )
        self._counter.scanner.scan(badge_code(_MANAGER.number))
        self._robot.pause(150)
        self._robot.type(_MANAGER.pin)
        self._until(lambda: approval.state is None, "a yes")
        self._until(done, "done")

    def _cash(self) -> int:
        shifts = self._park.till.stores.till.shifts
        shift = shifts.current()
        if shift is None:
            raise Unavailable("robot.not_there", what="shift")
        return expected_cash(shift.float_amount, shifts.sums(shift.id))

    # -- looking

    @property
    def _sell(self) -> SellPresenter:
        return self._p.sell.presenter

    def _top(self) -> str:
        top = self._window.window.top
        return "" if top is None else top.objectName()

    def _rest(self) -> None:
        self._until(lambda: self._window.floor.background.is_idle, "rest")

    def _until(self, is_true: Callable[[], bool], what: str, within_s: float = 30.0) -> None:
        self._robot.wait_until(is_true, what, within_s)

    def _on_completed(self, done: CommittedSale) -> None:
        self._sales.append(done.sale)
