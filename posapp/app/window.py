"""The till with its screen: look, language, presenters, the main window and what they share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal, Slot

from posapp import __version__
from posapp.app.away_sheet import offline_sheet
from posapp.app.beginning import Beginning
from posapp.app.comfort import Comfort
from posapp.app.customer_side import CustomerSide, seen_by
from posapp.app.first_quiet import FirstQuiet
from posapp.app.hands import Hands
from posapp.app.idle_lock import IdleLock
from posapp.app.open_payments import OpenPayments
from posapp.app.presenters import build_presenters
from posapp.app.reading import Reading
from posapp.app.returning import Returning
from posapp.app.revoked import RevokedHelp
from posapp.app.screens import Screens
from posapp.app.senses import Senses
from posapp.app.upkeep import Upkeep
from posapp.app.warming import Warming
from posapp.domain.permissions import Permission
from posapp.lanes import STORE
from posapp.ui.approval.panel import ApprovalPanel
from posapp.ui.background import Background
from posapp.ui.duty import Duty
from posapp.ui.floor import Floor
from posapp.ui.format import use_zone
from posapp.ui.garbage import CollectorOnUiThread
from posapp.ui.health.asked_dialog import AskedDialogs
from posapp.ui.health.strip import status_of
from posapp.ui.i18n import tr
from posapp.ui.input_router import InputRouter
from posapp.ui.main_window import MainWindow
from posapp.ui.messages import Messages
from posapp.ui.navigation import Navigation, Place
from posapp.ui.qss import apply_look
from posapp.ui.shell import Till as TillSign
from posapp.ui.training_frame import TrainingFrame, training_status
from posapp.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posapp.app.till import Till
    from posapp.ui.health.state import HealthState
    from posapp.ui.shell import Status
    from posapp.workflows.desk import Place as DeskPlace


class TillWindow(QObject):
    """Built once after the till; `open` shows the sign-in, `close` ends what the screen does.

    `training_asked` carries the folder to train in, or None to go back to the real till; with
    `can_train` somebody listens to it.
    """

    training_asked = Signal(object)

    def __init__(
        self,
        app: QApplication,
        till: Till,
        *,
        start_at: Place = Place.SELL,
        room: tuple[int, int] | None = None,
        can_train: bool = False,
    ) -> None:
        """`room` is the window's size where it does not get the whole screen."""
        super().__init__()
        self._app = app
        self._collector = CollectorOnUiThread(self)
        self._till = till
        settings = till.desk.settings
        self._comfort = Comfort(app, till, room)
        self.look, self.languages = self._comfort.look, self._comfort.languages
        self.messages = Messages(self)
        self.floor = Floor(
            background=Background(till.lanes, self.messages, self),
            messages=self.messages,
            navigation=Navigation(self),
            duty=Duty(self),
            sounds=self._comfort.sounds,
            desk=till.desk,
        )
        self.presenters = build_presenters(till, self.floor, can_train=can_train)
        self._beginning = Beginning(till, self.floor, self.presenters, start_at, self)
        self._upkeep = Upkeep(till, self.floor, self.presenters.sell, self)
        self.window = self._build_window()
        p, keymap = self.presenters, self._hands.keymap
        self._open_payments = OpenPayments(p.pay, p.orphans, self.floor.navigation, keymap, self)
        self._revoked = RevokedHelp(till, self.floor, self.window, self)
        self.router = self._build_router()
        self._reading = Reading(till, self.floor, self.router, self)
        self.window.layers.surprised.connect(self.router.shield)
        self._returning = Returning(self.window, self.floor, self.presenters, self._beginning, self)
        self._idle = IdleLock(app, settings.idle_lock_s, self._lock_idle)
        self.customer_side = CustomerSide(
            app, self.presenters.customer, self.look, till.desk, self.window
        )
        self.presenters.pay.customer_sees = seen_by(self.customer_side)
        self._warming = Warming(
            self.window,
            lambda: self._idle.untouched_ms,
            lambda: self.floor.background.is_idle,
            self,
        )
        self._first_quiet = FirstQuiet(
            till.synchronise, lambda: self.floor.background.is_idle, self
        )
        self._connect()

    def open(self) -> None:
        """Show the window with the sign-in; the till's own work begins."""
        self._till.start()
        self.presenters.health.start()
        self._beginning.know_shift()
        self._upkeep.start()
        self.floor.navigation.go(Place.SIGN_IN)
        self.window.show()
        self.customer_side.open()
        self.presenters.asked.check()
        self._warming.begin()
        self._first_quiet.begin()

    @Slot()
    def close(self) -> None:
        """Stop timers and drop results that are still to come; the till is closed by its owner."""
        self._upkeep.stop()
        self._warming.stop()
        self._first_quiet.stop()
        self._idle.close()
        self.customer_side.close()
        self.presenters.health.stop()
        # Lanes go on until their owner stops them; what they report has no window to stand in.
        self.presenters.health.blockSignals(True)
        self.router.close()
        self.floor.background.close()
        self._senses.stop()
        self._comfort.close()
        self._collector.close()

    @Slot()
    def lock(self) -> None:
        """Somebody stepped away: the order stays, the person proves herself again."""
        staff = self.floor.duty.staff
        if staff is None or self.window.is_locked:
            return
        work = partial(self._till.workflows.signing_in.lock, staff, self.floor.duty.shift)
        self.floor.background.run(STORE, work)
        self.window.lock()

    @Slot()
    def _lock_idle(self) -> None:
        """Nobody touched anything for a while. Who waits for a customer's payment is at work."""
        if self._returning.may_wait():
            self._idle.touched()
        else:
            self.lock()

    # -- building

    def _build_window(self) -> MainWindow:
        place = self._till.desk.place
        sign = TillSign(
            brand=_brand(place),
            shop=place.shop_name,
            till=place.terminal_label,
            version=__version__,
        )
        zone = ZoneInfo(place.time_zone)
        use_zone(zone)
        self._hands = Hands(self._till, self.floor)
        keymap = self._hands.keymap
        self.look.use_keys(keymap)
        navigation = self.floor.navigation
        self._comfort_chosen = self._comfort.presenter(self.floor)
        screens = Screens(
            self.presenters, navigation, keymap, sign, zone, comfort=self._comfort_chosen
        )
        builders = {**screens.builders(), **self._hands.builders()}
        window = MainWindow(self.look, navigation, keymap, sign, builders, zone=zone)
        self._ring = FocusRing(self.look, window, self._app)
        self._stripes = TrainingFrame(self.look, window) if place.training else None
        self._senses = Senses(window, self.floor, self.presenters, self)
        self._approval = ApprovalPanel(window.frame, self.presenters.approval, navigation)
        self._asked = AskedDialogs(window.frame, self.presenters.asked, navigation)
        return window

    def _build_router(self) -> InputRouter:
        return InputRouter(
            self._app,
            self._hands.keymap,
            lambda: self.window.top,
            common=self.window.take_action,
            settings=self._hands.wedge,
            parent=self,
        )

    def _connect(self) -> None:
        self.messages.shown.connect(self.window.show_message)
        self.window.lock_asked.connect(self.lock)
        self.window.reprint_asked.connect(self._upkeep.reprint_last)
        self.window.menu_asked.connect(self._menu)
        self.window.banner_asked.connect(self._open_health)
        self.window.open_payment_asked.connect(self._open_payments.attend)
        self._open_payments.changed.connect(self._show_status)
        self.window.closing.connect(self.close)
        self.window.arrived.connect(self._beginning.arrived)
        self.window.arrived.connect(self._revoked.arrived)
        self.router.scanned.connect(self._idle.touched)
        self.floor.duty.changed.connect(self._on_duty)
        p = self.presenters
        p.sign_in.signed_in.connect(self._returning.signed_in)
        p.sign_in.coming.connect(self._returning.coming)
        p.sign_in.language_chosen.connect(self._change_language)
        self._comfort_chosen.resized.connect(self._on_resized)
        p.health.changed.connect(self._on_health)
        p.manager.trains.connect(self.training_asked)
        p.health.changed.connect(self._revoked.hear)
        p.health.printer_ready.connect(self._upkeep.print_again)
        p.sell.presenter.changed.connect(self._on_sell)
        self._upkeep.cared.connect(p.health.show_storage)
        self._upkeep.keyed.connect(p.health.show_key)
        self._upkeep.printed.connect(self._ask_between_orders)
        self._hands.listen(self.router, self._on_rekeyed)

    # -- what happens

    @Slot(str)
    def _change_language(self, language: str) -> None:
        """Chosen at the sign-in."""
        self.languages.choose(language)
        self._build_anew()

    @Slot()
    def _on_resized(self) -> None:
        """Another scale: whoever works here signs in again, as after a lock; the order stays."""
        self.lock()
        self._build_anew()

    @Slot()
    def _on_rekeyed(self) -> None:
        """Other keys are printed on the buttons of every screen."""
        self._build_anew(Place.SELL)

    def _build_anew(self, then: Place = Place.SIGN_IN) -> None:
        """Every screen is built anew, presenters keep what they hold."""
        apply_look(self._app, self.look)
        self._approval.deleteLater()
        self.window.rebuild()
        frame, navigation = self.window.frame, self.floor.navigation
        self._approval = ApprovalPanel(frame, self.presenters.approval, navigation)
        self._on_duty()
        self._on_sell(None)
        self._show_status()
        navigation.go(then)
        self._warming.begin()

    @Slot()
    def _ask_between_orders(self) -> None:
        """A question about a paper must not come between two scans."""
        top = self.window.top
        on_sell = top is not None and top.objectName() == "sell"
        if on_sell and self.presenters.sell.presenter.is_empty:
            self.presenters.asked.check()

    @Slot()
    def _on_duty(self) -> None:
        staff = self.floor.duty.staff
        self._till.desk.serving = "" if staff is None else staff.id
        self.window.top_bar.show_person(staff)

    def _status(self, state: HealthState) -> Status:
        status = status_of(state)
        trains = self._till.desk.place.training
        return self._open_payments.banner(training_status(status) if trains else status)

    @Slot()
    def _show_status(self) -> None:
        self.window.show_status(self._status(self.presenters.health.state))

    @Slot(object)
    def _on_health(self, state: HealthState) -> None:
        self._show_status()
        lent = self._till.workflows.leasing.lent
        self.presenters.sell.presenter.show_online(online=state.sync.is_online, lent=lent)
        self.presenters.pay.surroundings_changed()
        self._upkeep.refresh_prices()

    @Slot(object)
    def _on_sell(self, _state: object) -> None:
        self.window.status_bar.show_last(self.presenters.sell.presenter.state.last)

    @Slot()
    def _menu(self) -> None:
        staff = self.floor.duty.staff
        if staff is None:
            return
        may_read = staff.may(Permission.READ_REPORTS)
        self.floor.navigation.go(Place.MANAGER if may_read else Place.HEALTH)

    @Slot()
    def _open_health(self) -> None:
        """The banner's button: what still works while offline, otherwise what is wrong."""
        if self._open_payments.attend():
            return
        if self.floor.desk.is_stopped:
            self._revoked.lay()
            return
        status = status_of(self.presenters.health.state)
        if status.online:
            self.floor.navigation.go(Place.HEALTH)
        else:
            self.floor.navigation.lay(
                offline_sheet(self.window.frame, self._till, status, self.presenters.health.retry)
            )


def _brand(place: DeskPlace) -> str:
    """The name in every title; who trains sees it there as well."""
    return tr("训练 {brand}", brand=place.tenant_name) if place.training else place.tenant_name
