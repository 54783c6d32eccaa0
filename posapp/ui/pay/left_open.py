"""A payment left while nobody knew its outcome: it goes on, and is not forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from posapp.ui.i18n import tr
from posapp.ui.messages import Level
from posapp.ui.navigation import Go, Place
from posapp.ui.pay.state import Collecting, Unclear

if TYPE_CHECKING:
    from posapp.ui.floor import Floor
    from posapp.ui.pay.charge_flow import ChargeFlow
    from posapp.ui.pay.session import PaySession

AWAY: Final = (Place.SELL, Place.MANAGER)


class LeftOpen(QObject):
    """`changed` tells that `count` is another one, `finishing` that what is settled is to be sold:
    also while nobody looks, because its order changes no more (`PayPresenter.is_taking`).
    """

    changed = Signal()
    finishing = Signal()

    def __init__(self, session: PaySession, charges: ChargeFlow, floor: Floor) -> None:
        super().__init__(session)
        self._session = session
        self._charges = charges
        self._floor = floor
        self._is_away = False
        self._count = 0
        session.changed.connect(self._look)
        session.ended.connect(self._look)
        session.settled.connect(self.finishing)
        floor.navigation.requested.connect(self._on_go)

    @property
    def count(self) -> int:
        """Payments, at most one, that wait for an answer or an end while she is elsewhere."""
        return self._count

    def leave(self) -> None:
        """She goes back to the order: what is asked goes on being asked, a shown code is closed."""
        if isinstance(self._session.state.phase, Unclear):
            self._charges.close_offer()
            text = tr("支付结果还在查询，出来会提示，不要重复收款")
            self._floor.messages.show(text, Level.WARN, key="pay.left_open")
        self._floor.navigation.go(Place.SELL)

    def come_back(self) -> None:
        """She looks at it again: ask at once, and finish what was paid meanwhile."""
        self._is_away = False
        state = self._session.state
        if isinstance(state.phase, Unclear):
            self._charges.query()
        elif self._is_unsold():
            self.finishing.emit()

    @Slot(object)
    def _on_go(self, wish: Go) -> None:
        if wish.place is Place.PAY:
            self._is_away = False
        elif wish.place in AWAY:
            self._is_away = True
        self._look()

    @Slot()
    def _look(self, _state: object = None) -> None:
        count = int(self._is_away and self._session.is_open and self._is_open_end())
        if count != self._count:
            self._count = count
            self.changed.emit()

    def _is_open_end(self) -> bool:
        return isinstance(self._session.state.phase, Unclear) or self._is_unsold()

    def _is_unsold(self) -> bool:
        state = self._session.state
        is_settled = bool(state.payment.tenders) and state.payment.is_settled
        return is_settled and isinstance(state.phase, Collecting)
