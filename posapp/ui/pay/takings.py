"""What confirming takes in each way: cash at once, everything else by the flow that it needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from posapp.domain.payment import check_amount
from posapp.domain.sale import TenderKind
from posapp.errors import Refused
from posapp.ui.pay.state import Way

if TYPE_CHECKING:
    from posapp.ui.pay.charge_flow import ChargeFlow
    from posapp.ui.pay.elsewhere import Elsewhere
    from posapp.ui.pay.hold_flow import HoldFlow
    from posapp.ui.pay.session import PaySession
    from posapp.workflows.paying import Paying


class Takings:
    """One door for every way to pay; what it refuses has taken nothing."""

    def __init__(
        self,
        session: PaySession,
        paying: Paying,
        holds: HoldFlow,
        charges: ChargeFlow,
        elsewhere: Elsewhere,
    ) -> None:
        self._session = session
        self._paying = paying
        self._holds = holds
        self._charges = charges
        self._elsewhere = elsewhere

    def take(self) -> None:
        """Take the amount of the chosen way. Raises Refused as `payment.check_amount`,
        "pay.change_too_large", "pay.show_code", "points.not_a_multiple"."""
        state = self._session.state
        amount = state.amount
        match state.way:
            case Way.CASH:
                self._session.take(self._paying.take_cash(state.payment, amount))
            case Way.CODE:
                check_amount(state.payment, TenderKind.EXTERNAL, amount)
                if not state.around.codes_by_central:
                    raise Refused("pay.show_code")
                self._charges.offer(amount)
            case Way.VALUE:
                check_amount(state.payment, TenderKind.STORED_VALUE, amount)
                self._holds.begin_value(amount)
            case Way.CARD:
                check_amount(state.payment, TenderKind.EXTERNAL, amount)
                self._charges.charge_card(amount)
            case Way.POINTS:
                check_amount(state.payment, TenderKind.POINTS, amount)
                self._holds.begin_points(amount)
            case Way.ACCOUNT | Way.RECORDED:
                self._elsewhere.ask(state.way, amount)
            case _:
                assert_never(state.way)
