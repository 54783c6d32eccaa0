"""A busy day at the sample park: one customer after the other, each with a wish by the seed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from posapp.demo.busy_hands import BusyHands
from posapp.demo.sample import MEMBER_PHONE, SIGN_INS, WEIGHT_LABEL
from posapp.devices.simulated_line import LinkFault
from posapp.devices.simulated_printer import PrinterFault
from posapp.devices.simulated_terminal import Script
from posapp.domain.money import QUANTITY_ONE
from posapp.domain.own_codes import receipt_code
from posapp.domain.sale import Sale
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Collecting, Unclear

WATER: Final = "6901234567892"
STROLLER: Final = "6940000770029"
OFFLINE_SALES: Final = 3
_SYNC_WITHIN_S: Final = 120.0
_CASHIER, _, _MANAGER = SIGN_INS

WANTS: Final = {
    "exact_cash": 30,
    "more_cash": 20,
    "several_of_one": 8,
    "a_member": 6,
    "her_points": 2,
    "two_ways": 5,
    "card_without_answer": 3,
    "discount": 3,
    "rounded_off": 3,
    "held_and_recalled": 4,
    "line_voided": 4,
    "undone": 4,
    "price_asked": 3,
    "order_voided": 2,
    "goods_returned": 3,
    "stroller_let_and_back": 2,
    "paper_out": 2,
    "drawer_opened": 1,
    "line_to_central_lost": 1,
    "x_report": 1,
}
"""Of a hundred and some customers how many want what. Each rings at least one sale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """What the hands did: sales as the screen showed them, and how often each wish came up."""

    sales: tuple[Sale, ...]
    refunded: int
    wants: dict[str, int]


class BusyDay(BusyHands):
    """What each customer wants, one after the other."""

    def begin(self) -> None:
        """Sign in and open the shift with 500.00."""
        self._robot.take_focus()
        self.hand.sign_in(_CASHIER, Place.SHIFT_OPEN)
        self.hand.open_shift("500")

    def serve(self, sales: int) -> Rung:
        """Customers until so many sales are rung; each wish comes up at least once if it can."""
        wishes = list(WANTS)
        while len(self._sales) < sales:
            left = [each for each in wishes if each not in self._wants]
            often = len(self._sales) * 2 > sales and left
            (want,) = [left[0]] if often else self._chance.choices(wishes, [*WANTS.values()])
            self._wants[want] = self._wants.get(want, 0) + 1
            getattr(self, f"_{want}")()
        return Rung(sales=tuple(self._sales), refunded=self._refunded, wants=self._wants)

    def end(self) -> None:
        """Everything sent, the drawer counted blind, the Z agreed with central."""
        self.wait_for_central()
        self.hand.close_shift(self._cash(), self.wait_for_central)

    def wait_for_central(self) -> None:
        """Until nothing waits to be sent and the feed brought the member's balances back."""
        till, reader = self._park.till, self._park.reader
        number = self._park.phone.number

        def is_settled() -> bool:
            if not till.board.status.is_online or till.stores.till.outbox.depth()[0]:
                return False
            known = till.stores.cache.member_by_number(number)
            there = reader.member(number)
            return known is not None and (known.points, known.points_pending, known.held) == (
                there["points"],
                there["points_pending"],
                there["held"],
            )

        till.sync.nudge()
        self._until(is_settled, "central", _SYNC_WITHIN_S)

    # -- what a customer wants

    def _exact_cash(self) -> None:
        self._ring(self._chance.randint(1, 5))
        self._pay()

    def _more_cash(self) -> None:
        self._ring(self._chance.randint(1, 5))
        self._pay("500")

    def _several_of_one(self) -> None:
        pieces = self._chance.randint(2, 9)
        self._robot.press(str(pieces), "*")
        self.hand.scan(WATER)
        wanted = pieces * QUANTITY_ONE
        self._until(lambda: self._sell.state.priced.quantity == wanted, "all pieces")
        self._pay("100")

    def _a_member(self) -> None:
        self.hand.serve(MEMBER_PHONE)
        self._exact_cash()

    def _her_points(self) -> None:
        self.hand.serve(MEMBER_PHONE)
        self._ring(3)
        self.hand.begin_payment()
        self._robot.press("Alt+5", "Return")
        self._rest()
        if self._p.pay.is_open and isinstance(self._p.pay.state.phase, Collecting):
            self._take("")
        self._back_to_selling()

    def _two_ways(self) -> None:
        self._ring(3)
        self.hand.begin_payment()
        self._robot.press("Alt+4")
        self._robot.type("1")
        self._robot.press("Return")
        pay = self._p.pay
        self._until(lambda: len(pay.state.payment.tenders) == 1, "a first tender")
        self.hand.wait_phase(Collecting)
        self._take("")
        self._back_to_selling()

    def _card_without_answer(self) -> None:
        self._ring(2)
        self._counter.terminal.script = Script.UNKNOWN_THEN_PAID
        self.hand.begin_payment()
        before = len(self._sales)
        self._robot.press("Alt+4", "Return")
        self.hand.wait_phase(Unclear)
        self._p.pay.charges.query()
        self._until(lambda: len(self._sales) > before, "the card's answer")
        self._counter.terminal.script = Script.PAID
        self._back_to_selling()

    def _discount(self) -> None:
        self._ring(2)
        before = self._sell.state.priced.net
        self._robot.press("F6")
        self._answer("sell.reduction", "reduction.reason.damaged")
        self._approved_or(lambda: self._sell.state.priced.net < before)
        self._pay()

    def _rounded_off(self) -> None:
        self.hand.scan(WEIGHT_LABEL)
        self.hand.wait_lines(1)
        self.hand.begin_payment()
        self._robot.press("Alt+0")
        self._approved_or(lambda: self._window.floor.background.is_idle)
        self.hand.wait_phase(Collecting)
        self._take("")
        self._back_to_selling()

    def _held_and_recalled(self) -> None:
        self._ring(2)
        self._robot.press("F4")
        self._until(lambda: self._sell.is_empty, "held")
        self._exact_cash()
        self._robot.press("F4")
        self._until(lambda: self._top() == "sell.recall", "the list")
        self._rest()
        self._robot.press("Return")
        self._until(lambda: not self._sell.is_empty, "recalled")
        self._pay()

    def _line_voided(self) -> None:
        self._ring(3)
        before = self._sell.state.priced.net
        self._robot.press("Del")
        self._until(lambda: self._sell.state.priced.net < before, "a line less")
        if not self._sell.state.priced.net:
            self._ring(1)
        self._pay()

    def _undone(self) -> None:
        self._ring(2)
        before = self._sell.state.priced.net
        self.hand.scan(WATER)
        self._robot.press("Ctrl+Z")
        self._until(lambda: self._sell.state.priced.net == before, "undone")
        self._pay()

    def _price_asked(self) -> None:
        self._robot.press("F5")
        self.hand.scan(WATER)
        self._until(lambda: self._sell.state.checked is not None, "a price")
        self._robot.press("Esc")
        self._until(lambda: self._sell.state.checked is None, "the order again")
        self._exact_cash()

    def _order_voided(self) -> None:
        self._ring(2)
        self._robot.press("Ctrl+Shift+V")
        self._answer("sell.void", "void.reason.changed_mind")
        self._approved_or(lambda: self._sell.is_empty)
        self._exact_cash()

    def _goods_returned(self) -> None:
        self._exact_cash()
        sale = self._sales[-1]
        self.hand.refund(sale.receipt_number, len(sale.lines), _MANAGER)
        self._refunded += sale.net

    def _stroller_let_and_back(self) -> None:
        self.hand.scan(STROLLER)
        self._pay()
        sale = self._sales[-1]
        refund = self._p.refund
        self._counter.scanner.scan(receipt_code(sale.receipt_number))
        self.hand.wait_for(Place.REFUND)
        self._until(lambda: refund.state.refundable is not None, "the receipt")
        self._robot.press("0")
        self._until(lambda: bool(refund.state.wanted), "the deposit")
        self._robot.press("Return")
        self._approved_or(lambda: refund.state.done is not None)
        self._refunded += refund.state.done.refund.net if refund.state.done else 0
        self._rest()
        self._robot.press("Return")
        self.hand.wait_for(Place.SELL)

    def _paper_out(self) -> None:
        """A sale does not wait for paper; its receipt comes once there is some."""
        self._counter.printer.fault = PrinterFault.PAPER_OUT
        self._exact_cash()
        self._counter.printer.fault = PrinterFault.NONE
        prints = self._park.till.stores.till.prints
        self._until(lambda: not prints.pending(), "the receipt", 30.0)
        self._exact_cash()

    def _drawer_opened(self) -> None:
        opened = self._counter.drawer.opens
        self._robot.press("F11")
        self.hand.wait_for(Place.CASH_MOVE)
        cash = self._p.cash
        self._robot.click("cash_move.doing.open_only")
        self._robot.click("cash_move.reason.0")
        self._until(lambda: bool(cash.state.reason), "a reason")
        self._robot.press("Return")
        self._approved_or(lambda: self._counter.drawer.opens > opened)
        self._rest()
        if self._top() != "sell":
            self._robot.press("Esc")
        self.hand.wait_for(Place.SELL)
        self._exact_cash()

    def _line_to_central_lost(self) -> None:
        """Customers go on being served; what they bought is sent when the line is back."""
        till, link = self._park.till, self._park.link
        link.set_fault(LinkFault.GONE)
        till.sync.nudge()
        self._until(lambda: not till.board.is_online(), "offline", _SYNC_WITHIN_S)
        for _ in range(OFFLINE_SALES):
            self._exact_cash()
        link.set_fault(LinkFault.NONE)
        till.sync.nudge()
        self._until(till.board.is_online, "online", _SYNC_WITHIN_S)

    def _x_report(self) -> None:
        self._window.floor.navigation.go(Place.X_REPORT)
        self.hand.wait_for(Place.X_REPORT)
        self._until(lambda: self._p.x_report.shown is not None, "the X")
        self._robot.press("Esc")
        self.hand.wait_for(Place.SELL)
        self._exact_cash()
