"""The change of a finished sale kept as stored value (找零转存): asked at central, then hers."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from posapp.domain.member import MemberStatus
from posapp.errors import OutcomeUnknown, Refused, Unavailable
from posapp.lanes import ONLINE, STORE
from posapp.ui.format import money
from posapp.ui.i18n import tr
from posapp.ui.pay.state import Done, Keeping
from posapp.ui.sounds import Sound

if TYPE_CHECKING:
    from posapp.domain.member import Member
    from posapp.domain.sale import Sale
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession
    from posapp.ui.pay.state import PayState
    from posapp.wire.facts import TopUpData
    from posapp.wire.requests import TopUpQuote
    from posapp.workflows.topping_up import ToppingUp


class ChangeKeeping(QObject):
    """The sale stands whatever becomes of it: where central does not answer, the change is cash."""

    def __init__(self, session: PaySession, floor: Floor) -> None:
        super().__init__(session)
        self._session = session
        self._topping_up: ToppingUp | None = None
        self._floor = floor

    def use(self, topping_up: ToppingUp) -> None:
        """What books it; without it no change is kept."""
        self._topping_up = topping_up

    @Slot()
    def start(self) -> None:
        """Ask central what keeping the change gives her; then it is written down."""
        state = self._session.state
        reason = reason_against_keeping(state)
        if self._topping_up is None or reason or not isinstance(state.phase, Done):
            self._floor.sounds.play(Sound.BLOCKED)
            if reason:
                self._floor.messages.show(reason)
            return
        member, sale = state.member, state.phase.committed.sale
        assert member is not None
        self._show(sale, Keeping.ASKED)
        ask = partial(self._topping_up.quote_change, member, sale, self._floor.duty.need_staff())
        self._floor.background.run(
            ONLINE, ask, partial(self._quoted, member, sale), partial(self._failed, sale)
        )

    def _quoted(self, member: Member, sale: Sale, quote: TopUpQuote) -> None:
        assert self._topping_up is not None
        duty = self._floor.duty
        keep = partial(
            self._topping_up.keep_change, quote, sale, member, duty.need_staff(), duty.shift
        )
        self._floor.background.run(
            STORE, keep, partial(self._kept, sale), partial(self._failed, sale)
        )

    def _kept(self, sale: Sale, kept: TopUpData) -> None:
        self._show(sale, Keeping.KEPT)
        self._floor.sounds.play(Sound.PAID)
        self._floor.messages.show(tr("找零 {amount} 已存入储值", amount=money(kept.principal)))

    def _failed(self, sale: Sale, error: Exception) -> None:
        """Nothing was booked: the cashier hands the change over."""
        self._show(sale, Keeping.OFFERED)
        if isinstance(error, Unavailable | OutcomeUnknown):
            error = Refused("topup.change_not_kept", amount=sale.change)
        self._floor.messages.show_error(error)

    def _show(self, sale: Sale, keeping: Keeping) -> None:
        """The next customer may be at the till already."""
        if not self._session.is_open:
            return
        phase = self._session.state.phase
        if isinstance(phase, Done) and phase.committed.sale.id == sale.id:
            self._session.enter_phase(replace(phase, keeping=keeping))


def reason_against_keeping(state: PayState) -> str:
    """Why the change cannot be kept now; empty when it can."""
    phase = state.phase
    if not isinstance(phase, Done) or phase.keeping is not Keeping.OFFERED:
        return tr("请稍候")
    if state.member is None:
        return tr("有会员的订单才能转存")
    if state.member.status in (MemberStatus.BLACKLISTED, MemberStatus.CLOSED):
        return tr("这位会员不能充值")
    return "" if state.around.online else tr("离线，找零请付现金")
