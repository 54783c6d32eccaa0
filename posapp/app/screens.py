"""How each place of the till is built when somebody first goes there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from posapp.ui.customer_display.turning import turn_to
from posapp.ui.login.screen import SignInScreen
from posapp.ui.navigation import Place
from posapp.ui.sell.screen import SellScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from posapp.app.presenters import Presenters
    from posapp.ui.comfort.presenter import ComfortPresenter
    from posapp.ui.frame import Frame
    from posapp.ui.keymap import KeyMap
    from posapp.ui.navigation import Navigation
    from posapp.ui.shell import Till as TillSign
    from posapp.ui.surface import Surface


class Screens:
    """The builders that the main window asks; screens hold no state that would be missed."""

    def __init__(
        self,
        presenters: Presenters,
        navigation: Navigation,
        keymap: KeyMap,
        sign: TillSign,
        zone: tzinfo,
        *,
        comfort: ComfortPresenter,
    ) -> None:
        self._p = presenters
        self._navigation = navigation
        self._keymap = keymap
        self._sign = sign
        self._zone = zone
        self._of_comfort = comfort

    def builders(self) -> dict[Place, Callable[[Frame], Surface]]:
        """One for each place."""
        return {
            Place.SIGN_IN: self._sign_in,
            Place.SELL: self._sell,
            Place.PAY: self._pay,
            Place.ORPHAN: self._orphan,
            Place.MEMBER: self._member,
            Place.REGISTER: self._register,
            Place.FAMILY: self._family,
            Place.TOP_UP: self._top_up,
            Place.REFUND: self._refund,
            Place.SHIFT_OPEN: self._shift_open,
            Place.CASH_MOVE: self._cash_move,
            Place.SHIFT_CLOSE: self._shift_close,
            Place.DRAWERS: self._drawers,
            Place.X_REPORT: self._x_report,
            Place.HEALTH: self._health,
            Place.MANAGER: self._manager,
            Place.CASES: self._cases,
            Place.BILLS: self._bills,
            Place.RECORDED: self._recorded,
            Place.SERVICE: self._service,
            Place.COMPLAINTS: self._complaints,
            Place.MERGING: self._merging,
            Place.SEARCH: self._search,
            Place.COMFORT: self._comfort,
        }

    def _sign_in(self, frame: Frame) -> Surface:
        return SignInScreen(frame, self._p.sign_in, self._sign, self._zone)

    def _sell(self, frame: Frame) -> Surface:
        return SellScreen(frame, self._keymap, self._p.sell, zone=self._zone)

    # The others are imported when somebody goes there: the first scan must not wait for them.

    def _pay(self, frame: Frame) -> Surface:
        from posapp.ui.pay.screen import PayScreen

        return PayScreen(frame, self._p.pay, self._navigation)

    def _orphan(self, frame: Frame) -> Surface:
        from posapp.ui.pay.orphan_screen import OrphanScreen

        return OrphanScreen(frame.look, self._p.orphans)

    def _member(self, frame: Frame) -> Surface:
        from posapp.ui.member.panel import MemberPanel

        return MemberPanel(frame, self._p.member)

    def _register(self, frame: Frame) -> Surface:
        from posapp.ui.member.register_screen import RegisterScreen

        turn = partial(turn_to, frame, self._navigation, self._p.family.side)
        return RegisterScreen(frame.look, self._p.register, turn=turn)

    def _family(self, frame: Frame) -> Surface:
        from posapp.ui.member.family_screen import FamilyScreen

        return FamilyScreen(frame, self._p.family, self._navigation)

    def _top_up(self, frame: Frame) -> Surface:
        from posapp.ui.member.top_up_screen import TopUpScreen

        return TopUpScreen(frame, self._p.top_up, self._navigation)

    def _refund(self, frame: Frame) -> Surface:
        from posapp.ui.refund.screen import RefundScreen

        return RefundScreen(frame, self._p.refund, self._navigation)

    def _shift_open(self, frame: Frame) -> Surface:
        from posapp.ui.shift.open_screen import OpenScreen

        return OpenScreen(frame.look, self._p.shift_open)

    def _cash_move(self, frame: Frame) -> Surface:
        from posapp.ui.shift.cash_screen import CashScreen

        return CashScreen(frame.look, self._p.cash)

    def _shift_close(self, frame: Frame) -> Surface:
        from posapp.ui.shift.close_screen import CloseScreen

        return CloseScreen(frame, self._p.shift_close, self._navigation)

    def _drawers(self, frame: Frame) -> Surface:
        from posapp.ui.shift.drawers_screen import DrawersScreen

        return DrawersScreen(frame.look, self._p.drawers)

    def _x_report(self, frame: Frame) -> Surface:
        from posapp.ui.shift.x_screen import XScreen

        return XScreen(frame, self._p.x_report, self._navigation)

    def _health(self, frame: Frame) -> Surface:
        from posapp.ui.health.screen import HealthScreen

        return HealthScreen(frame.look, self._p.health)

    def _manager(self, frame: Frame) -> Surface:
        from posapp.ui.manager.screen import ManagerScreen

        return ManagerScreen(frame, self._p.manager, self._navigation)

    def _comfort(self, frame: Frame) -> Surface:
        from posapp.ui.comfort.screen import ComfortScreen

        return ComfortScreen(frame.look, self._of_comfort)

    def _bills(self, frame: Frame) -> Surface:
        from posapp.ui.bills.screen import BillsScreen

        return BillsScreen(frame, self._p.bills, self._navigation)

    def _recorded(self, frame: Frame) -> Surface:
        from posapp.ui.recorded.screen import RecordedScreen

        return RecordedScreen(frame, self._p.recorded, self._navigation)

    def _cases(self, frame: Frame) -> Surface:
        from posapp.ui.cases.screen import CasesScreen

        return CasesScreen(frame, self._p.cases, self._navigation)

    def _service(self, frame: Frame) -> Surface:
        from posapp.ui.service.screen import ServiceScreen

        return ServiceScreen(frame, self._p.service, self._navigation)

    def _complaints(self, frame: Frame) -> Surface:
        from posapp.ui.complaints.screen import ComplaintsScreen

        return ComplaintsScreen(frame, self._p.complaints, self._navigation)

    def _merging(self, frame: Frame) -> Surface:
        from posapp.ui.merging.screen import MergingScreen

        return MergingScreen(frame, self._p.merging, self._navigation)

    def _search(self, frame: Frame) -> Surface:
        from posapp.ui.search.screen import SearchScreen

        return SearchScreen(frame, self._p.search)
