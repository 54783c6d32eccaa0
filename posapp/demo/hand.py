"""The demo's cashier: what she does at the till, step by step, with a picture of each screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from posapp.domain.own_codes import badge_code, receipt_code
from posapp.domain.shift import DENOMINATIONS
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Confirming, Done, Unclear
from posapp.ui.robot import Robot
from posapp.ui.shift.close_state import Stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from posapp.app.window import TillWindow
    from posapp.demo.sample import SignIn
    from posapp.ui.counter.parts import Counter

_GLANCE_MS: Final = 120


class Hand:
    """Keys and scans only; looks at the screen's own state to know when to go on."""

    def __init__(self, window: TillWindow, counter: Counter, pictures: Path) -> None:
        self.robot = Robot(window.window)
        self._window = window
        self._counter = counter
        self._pictures = pictures
        self._taken = 0

    # -- looking

    def picture(self, name: str) -> None:
        """Keep what the window shows now, numbered in the order of the day."""
        self._taken += 1
        self.robot.pause(_GLANCE_MS)
        self.robot.picture(self._pictures / f"{self._taken:02d}-{name}.png")

    def wait_for(self, place: Place) -> None:
        """Until the page or sheet of a place is in charge."""
        wanted = self._window.window.surface(place)
        self.robot.wait_until(lambda: self._window.window.top is wanted, str(place))
        self.robot.wait_until(lambda: self._window.floor.background.is_idle, f"{place} at rest")

    def wait_phase(self, *phases: type) -> None:
        """Until taking the payment has come this far."""
        pay = self._window.presenters.pay
        self.robot.wait_until(
            lambda: pay.is_open and isinstance(pay.state.phase, phases), phases[0].__name__
        )

    def wait_lines(self, count: int) -> None:
        """Until the order has so many lines."""
        sell = self._window.presenters.sell.presenter
        self.robot.wait_until(lambda: len(sell.state.priced.lines) == count, f"{count} lines")

    def _rest(self, what: str) -> None:
        self.robot.wait_until(lambda: self._window.floor.background.is_idle, what)

    @property
    def last_receipt(self) -> str:
        """The number of the newest sale, as the status bar shows it."""
        last = self._window.presenters.sell.presenter.state.last
        return "" if last is None else last.receipt_number

    # -- doing

    def sign_in(self, person: SignIn, expected: Place) -> None:
        self.wait_for(Place.SIGN_IN)
        people = self._window.presenters.sign_in
        self.robot.wait_until(lambda: bool(people.state.people), "people")
        self._counter.scanner.scan(badge_code(person.number))
        self.robot.wait_until(lambda: people.state.chosen is not None, "badge")
        self.picture("sign_in")
        self.robot.type(person.pin)
        self.wait_for(expected)

    def open_shift(self, float_yuan: str) -> None:
        self.robot.type(float_yuan)
        self.picture("shift_open")
        self.robot.press("Return")
        self.wait_for(Place.SELL)

    def scan(self, *codes: str) -> None:
        """Each code adds a line or raises a quantity."""
        for code in codes:
            self._counter.scanner.scan(code)
            self.robot.pause(_GLANCE_MS)
            self._rest("the scan")

    def serve(self, phone: str) -> None:
        """The member's number in the field that always has the focus."""
        sell = self._window.presenters.sell.presenter
        self.robot.type(phone)
        self.robot.press("Return")
        self.robot.wait_until(lambda: sell.state.member is not None, "member")

    def begin_payment(self) -> None:
        self.robot.press("+")
        self.wait_for(Place.PAY)
        self.wait_phase(Collecting)

    def pay_cash(self, yuan: str = "") -> None:
        """The rest in cash; without an amount the exact sum."""
        self.robot.press("Alt+1")
        if yuan:
            self.robot.type(yuan)
        self.picture("pay_cash")
        self.robot.press("Return")
        self.wait_phase(Done)

    def next_sale(self) -> None:
        self.robot.press("Return")
        self.wait_for(Place.SELL)

    def pay_value(self, yuan: str, code: Callable[[], str]) -> None:
        """Stored value; the member shows the code on her phone."""
        self.robot.press("Alt+3")
        self.robot.type(yuan)
        self.robot.press("Return")
        self.wait_phase(Confirming)
        self.picture("pay_second_factor")
        self._counter.scanner.scan(code())
        self.wait_phase(Collecting, Done)

    def pay_points(self) -> None:
        """As many points as may be used."""
        self.robot.press("Alt+5")
        self.picture("pay_points")
        self.robot.press("Return")
        self.wait_phase(Collecting, Done)
        self._rest("points")

    def pay_card(self) -> None:
        """The rest at the terminal, whose answer is lost; then ask for the outcome."""
        self.robot.press("Alt+4", "Return")
        self.wait_phase(Unclear)
        self.picture("pay_unknown")
        self._window.presenters.pay.charges.query()
        self.wait_phase(Done)

    def refund(self, receipt_number: str, lines: int, approver: SignIn) -> None:
        """Return every line of a sale; a manager approves in place with her PIN."""
        refund = self._window.presenters.refund
        self.robot.press("F10")
        self.wait_for(Place.REFUND)
        self._counter.scanner.scan(receipt_code(receipt_number))
        self.robot.wait_until(lambda: refund.state.refundable is not None, "receipt")
        for _ in range(lines):
            self.robot.press("Space", "Down")
        self.robot.press("1")
        self.picture("refund")
        self.robot.press("Return")
        self._approve(approver)
        self.robot.wait_until(lambda: refund.state.done is not None, "refund")
        self.picture("refund_done")
        self.robot.press("Esc")
        self.wait_for(Place.SELL)

    def _approve(self, approver: SignIn) -> None:
        approval = self._window.presenters.approval
        self.robot.wait_until(
            lambda: approval.state is not None and bool(approval.state.approvers), "approval"
        )
        self.picture("approval")
        self._counter.scanner.scan(badge_code(approver.number))
        self.robot.pause(_GLANCE_MS)
        self.robot.type(approver.pin)
        self.robot.press("Return")
        self.robot.wait_until(lambda: approval.state is None, "approved")

    def close_shift(self, cash: int, after_count: Callable[[], None]) -> None:
        """Count the drawer blind, then look at the Z."""
        closing = self._window.presenters.shift_close
        self.robot.press("F12")
        self.wait_for(Place.SHIFT_CLOSE)
        for pieces in _pieces(cash):
            self.robot.type(str(pieces))
            self.robot.press("Down")
        self.picture("shift_count")
        self.robot.press("Return")
        self.check_others()
        self.robot.wait_until(lambda: closing.state.z is not None, "Z")
        after_count()
        self.robot.wait_until(
            lambda: closing.state.comparison is not None and closing.state.comparison.agrees,
            "central agrees",
        )
        self.picture("shift_z")

    def check_others(self) -> None:
        """Tick every other payment as agreeing with its device; a shift of cash alone has none."""
        closing = self._window.presenters.shift_close
        self.robot.wait_until(lambda: closing.state.stage is not Stage.COUNT, "the count is in")
        if closing.state.stage is not Stage.OTHERS:
            return
        for _ in closing.state.others.rows:
            self.robot.press("Space", "Down")
        self.robot.wait_until(lambda: closing.state.others.is_complete, "all ticked")
        self.picture("shift_others")
        self.robot.press("Return")


def _pieces(cash: int) -> list[int]:
    """How many of each note and coin make up the drawer, greatest first."""
    found = []
    for denomination in DENOMINATIONS:
        count, cash = divmod(cash, denomination)
        found.append(count)
    return found
