"""Paying with stored value or points: a hold at central, the member's second factor, the tender."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QObject

from posapp.domain.ids import MemberId, TenderId
from posapp.domain.payment import Balances
from posapp.errors import OutcomeUnknown, Refused
from posapp.lanes import ONLINE
from posapp.ui.pay.state import Collecting, Confirming, Way, Working, points_for
from posapp.wire.requests import Factor, HoldLedger
from posapp.workflows.pay_outcomes import (
    Authorised,
    BeginOutcome,
    CodeSent,
    ConfirmOutcome,
    Declined,
    OpenHold,
    SecondFactorNeeded,
    WrongCode,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.workflows.paying import Paying


class HoldFlow(QObject):
    """A hold without a clear answer is released before another may begin."""

    def __init__(self, session: PaySession, paying: Paying, floor: Floor) -> None:
        super().__init__(session)
        self._session = session
        self._paying = paying
        self._background = floor.background
        self._messages = floor.messages
        self._duty = floor.duty
        self._code_at_hand = ""

    # -- the hold

    def begin_value(self, amount: int, code_at_hand: str = "") -> None:
        """Ask central to hold stored value, minor units.

        `code_at_hand` is a dynamic code that she showed already: it confirms at once.
        """
        self._code_at_hand = code_at_hand
        payment = self._session.state.payment
        tender_id = self._paying.new_tender_id()
        ask = partial(self._paying.begin_stored_value, payment, tender_id, amount)
        self._begin(Way.VALUE, tender_id, ask)

    def begin_points(self, amount: int) -> None:
        """Ask central to hold the points that pay `amount`.

        Raises Refused("points.not_a_multiple", "points.not_here").
        """
        state = self._session.state
        rules = state.around.rules
        if rules is None:
            raise Refused("points.not_here")
        self._code_at_hand = ""
        points = points_for(amount, rules)
        tender_id = self._paying.new_tender_id()
        ask = partial(self._paying.begin_points, state.payment, tender_id, points)
        self._begin(Way.POINTS, tender_id, ask)

    def _begin(self, way: Way, tender_id: TenderId, ask: Callable[[], BeginOutcome]) -> None:
        self._session.enter_phase(Working(way))

        def failed(error: Exception) -> None:
            if isinstance(error, OutcomeUnknown):
                self._release(self._nameless_hold(tender_id))
            self._give_up(error)

        self._background.run(ONLINE, ask, self._begun, failed)

    def _begun(self, outcome: BeginOutcome) -> None:
        match outcome:
            case Authorised(tender=tender, before=before):
                self._session.collect(tender, before)
            case SecondFactorNeeded(hold=hold):
                self._session.enter_phase(Confirming(hold=hold))
                code, self._code_at_hand = self._code_at_hand, ""
                if code:
                    self.confirm(Factor.DYNAMIC_CODE, code)
            case Declined(key=key, params=params):
                self._give_up(Refused(key, **dict(params)))
            case _:
                assert_never(outcome)

    # -- the second factor

    def send_sms(self) -> None:
        """Have central text the member a code for the waiting hold."""
        phase = self._waiting()
        if phase is None or phase.busy:
            return
        self._session.enter_phase(replace(phase, busy=True, refusal=None))
        ask = partial(self._paying.send_sms, phase.hold)
        self._background.run(ONLINE, ask, self._sms_sent, self._unanswered)

    def _sms_sent(self, sent: CodeSent) -> None:
        phase = self._waiting()
        if phase is not None:
            self._session.enter_phase(replace(phase, sent=sent, busy=False))

    def confirm(self, factor: Factor, code: str) -> None:
        """Bring the member's code; it is handed on and kept nowhere."""
        phase = self._waiting()
        if phase is None or phase.busy:
            return
        self._session.enter_phase(replace(phase, busy=True, refusal=None))
        ask = partial(self._paying.confirm, phase.hold, factor, code)
        self._background.run(ONLINE, ask, self._confirmed, self._unanswered)

    def _unanswered(self, error: Exception) -> None:
        self._idle_again()
        self._messages.show_error(error)

    def _confirmed(self, outcome: ConfirmOutcome) -> None:
        phase = self._waiting()
        if phase is None:
            return
        match outcome:
            case Authorised(tender=tender, before=before):
                self._session.collect(tender, before)
            case WrongCode(hold=hold, tries_left=left, key=key):
                hold = replace(hold, tries_left=left)
                refusal = Refused(key, left=left)
                self._session.enter_phase(replace(phase, hold=hold, refusal=refusal, busy=False))
            case Declined(key=key, params=params):
                self._give_up(Refused(key, **dict(params)))
            case _:
                assert_never(outcome)

    def abandon(self) -> None:
        """The member pays otherwise: the waiting hold is released, and journalled as released."""
        phase = self._waiting()
        if phase is None:
            return
        self._session.enter_phase(Collecting())
        self._release(phase.hold)

    # -- common

    def _release(self, hold: OpenHold) -> None:
        give_up = partial(self._paying.give_up, hold, self._duty.need_staff())
        self._background.run(ONLINE, give_up)

    def _nameless_hold(self, tender_id: TenderId) -> OpenHold:
        """Central may have begun it without our hearing so."""
        payment = self._session.state.payment
        return OpenHold(
            tender_id=tender_id,
            sale_id=payment.sale_id,
            member_id=payment.member_id or MemberId(""),
            ledger=HoldLedger.STORED_VALUE,
            amount=0,
            before=Balances(),
        )

    def _waiting(self) -> Confirming | None:
        if not self._session.is_open:
            return None
        phase = self._session.state.phase
        return phase if isinstance(phase, Confirming) else None

    def _idle_again(self) -> None:
        phase = self._waiting()
        if phase is not None:
            self._session.enter_phase(replace(phase, busy=False))

    def _give_up(self, error: Exception) -> None:
        if self._session.is_open:
            self._session.enter_phase(Collecting())
        self._messages.show_error(error)
