"""Somebody joins with the sale that she has just paid, until the next one is paid for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from posapp.ui.member.wish import RegisterWith
from posapp.ui.navigation import Place
from posapp.ui.pay.state import Done

if TYPE_CHECKING:
    from posapp.domain.sale import Sale
    from posapp.ui.floor import Floor
    from posapp.ui.pay.session import PaySession


class Joining(QObject):
    """Only where nobody was named in the sale: its points are hers then."""

    def __init__(self, session: PaySession, floor: Floor) -> None:
        super().__init__(session)
        self._session = session
        self._floor = floor

    def paid(self) -> Sale | None:
        """The sale that is paid and names nobody."""
        if not self._session.is_open:
            return None
        phase = self._session.state.phase
        if not isinstance(phase, Done) or phase.committed.sale.member_id is not None:
            return None
        return phase.committed.sale

    @Slot()
    def start(self) -> None:
        """Leave the paid sale for the page of a registration."""
        sale = self.paid()
        if sale is not None:
            joins = RegisterWith(sale=sale, at_ms=self._floor.desk.now_ms())
            self._session.end()
            self._floor.navigation.go(Place.REGISTER, joins)
