"""Her coupons from the pay screen: while nothing was taken the order comes back at a new price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from posapp.errors import Refused
from posapp.ui.i18n import tr
from posapp.ui.pay.state import Collecting, Way

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.ui.pay.choosing import Choosing
    from posapp.ui.pay.session import PaySession
    from posapp.ui.pay.state import PayState


class Coupons(QObject):
    """`wanted` carries a coupon's code, or empty to ask which one; the order is another screen's,
    which lays the coupon and comes back to be paid."""

    wanted = Signal(str)

    def __init__(self, session: PaySession, floor: Floor, ways: Choosing) -> None:
        super().__init__(session)
        self._session = session
        self._floor = floor
        self._ways = ways

    @Slot()
    def press(self) -> None:
        """Which of her coupons; who has none, or paid a part, pays with points."""
        state = self._session.state
        has_some = is_offered(state)
        if has_some and isinstance(state.phase, Collecting) and not state.payment.tenders:
            self.wanted.emit("")
            return
        self._ways.choose(Way.POINTS)
        if has_some and state.payment.tenders:
            self._floor.messages.show(reason_against_coupons(state))

    def lay(self, code: str) -> None:
        """A coupon's code was scanned. Raises Refused: "code.coupon_needs_member",
        "pay.price_fixed"."""
        state = self._session.state
        if state.payment.tenders:
            raise Refused("pay.price_fixed")
        if state.member is None:
            raise Refused("code.coupon_needs_member")
        self.wanted.emit(code)


def is_offered(state: PayState) -> bool:
    """Whether the order's member has any."""
    return state.member is not None and bool(state.member.coupons)


def reason_against_coupons(state: PayState) -> str:
    """Why none can be laid now; empty when one can."""
    return tr("已收了一部分，退回后才能用券") if state.payment.tenders else ""
