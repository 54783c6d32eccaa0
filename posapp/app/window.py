"""The till with its screen: look, language, presenters, the main window and what they share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from posapp import __version__
from posapp.app.idle_lock import IdleLock
from posapp.app.presenters import build_presenters
from posapp.app.screens import Screens
from posapp.domain.payment import start
from posapp.domain.permissions import Permission
from posapp.lanes import STORE
from posapp.ui.approval.panel import ApprovalPanel
from posapp.ui.background import Background
from posapp.ui.duty import Duty
from posapp.ui.floor import Floor
from posapp.ui.fonts import load_fonts
from posapp.ui.health.asked_dialog import AskedDialogs
from posapp.ui.health.strip import status_of
from posapp.ui.i18n import Languages, tr
from posapp.ui.input_router import InputRouter
from posapp.ui.keymap import KeyMap
from posapp.ui.look import Look
from posapp.ui.main_window import MainWindow
from posapp.ui.messages import Messages
from posapp.ui.navigation import Navigation, Place
from posapp.ui.pay.state import PayRequest, PayResume
from posapp.ui.qss import apply_look
from posapp.ui.shell import Till as TillSign
from posapp.ui.sounds import Sound, Sounds
from posapp.ui.surface import Scan
from posapp.ui.wedge import WedgeSettings
from posapp.ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from posapp.app.till import Till
    from posapp.domain.permissions import Staff
    from posapp.domain.shift import Shift
    from posapp.ui.health.state import HealthState
    from posapp.workflows.draft import Draft
    from posapp.workflows.pay_outcomes import Leg

REPRINT_EVERY_MS = 4_000
HOUSEKEEPING_MS = 60_000


class TillWindow(QObject):
    """Built once after the till; `open` shows the sign-in, `close` ends what the screen does."""

    _code_read = Signal(str)

    def __init__(self, app: QApplication, till: Till, *, start_at: Place = Place.SELL) -> None:
        super().__init__()
        self._app = app
        self._till = till
        self._start_at = start_at
        settings = till.desk.settings
        load_fonts()
        self.look = Look(theme="dark" if settings.theme == "dark" else "light")
        self.languages = Languages(app, self.look)
        self.languages.choose(settings.language)
        apply_look(app, self.look)
        self.messages = Messages(self)
        self.floor = Floor(
            background=Background(till.lanes, self.messages, self),
            messages=self.messages,
            navigation=Navigation(self),
            duty=Duty(self),
            sounds=Sounds(),
            desk=till.desk,
        )
        self.presenters = build_presenters(till, self.floor)
        self.window = self._build_window()
        self.router = self._build_router()
        self._idle = IdleLock(app, settings.idle_lock_s, self.lock)
        self._connect()

    def open(self) -> None:
        """Show the window with the sign-in; the till's own work begins."""
        self._till.start()
        self.presenters.health.start()
        self.floor.background.run(STORE, self._till.workflows.shifts.current, self._know_shift)
        self.floor.navigation.go(Place.SIGN_IN)
        self.window.show()
        self.presenters.asked.check()

    @Slot()
    def close(self) -> None:
        """Stop timers and drop results that are still to come; the till is closed by its owner."""
        self._retry_print.stop()
        self._housekeeping.stop()
        self._idle.close()
        self.presenters.health.stop()
        self.router.close()
        self.floor.background.close()

    @Slot()
    def lock(self) -> None:
        """Somebody stepped away: the order stays, the person proves herself again."""
        staff = self.floor.duty.staff
        if staff is None:
            return
        work = partial(self._till.workflows.signing_in.lock, staff, self.floor.duty.shift)
        self.floor.background.run(STORE, work)
        self.floor.navigation.go(Place.SIGN_IN)

    # -- building

    def _build_window(self) -> MainWindow:
        place = self._till.desk.place
        sign = TillSign(
            brand=place.tenant_name,
            shop=place.shop_name,
            till=tr("收银机 {name}", name=place.terminal_label),
            version=__version__,
        )
        zone = ZoneInfo(place.time_zone)
        keymap = KeyMap()
        navigation = self.floor.navigation
        screens = Screens(self.presenters, navigation, keymap, sign, zone)
        self._keymap = keymap
        window = MainWindow(self.look, navigation, keymap, sign, screens.builders(), zone=zone)
        self._ring = FocusRing(self.look, window, self._app)
        self._approval = ApprovalPanel(window.frame, self.presenters.approval, navigation)
        self._asked = AskedDialogs(window.frame, self.presenters.asked, navigation)
        return window

    def _build_router(self) -> InputRouter:
        settings = self._till.desk.settings
        wedge = WedgeSettings(
            gap_ms=settings.wedge_gap_ms,
            prefix=settings.wedge_prefix,
            suffix=settings.wedge_suffix,
        )
        return InputRouter(
            self._app,
            self._keymap,
            lambda: self.window.top,
            common=self.window.take_action,
            settings=wedge,
            parent=self,
        )

    def _connect(self) -> None:
        self.messages.shown.connect(self.window.show_message)
        self.window.lock_asked.connect(self.lock)
        self.window.reprint_asked.connect(self._reprint)
        self.window.menu_asked.connect(self._menu)
        self.window.banner_asked.connect(self._open_health)
        self.window.closing.connect(self.close)
        self.window.arrived.connect(self._on_arrived)
        self.router.refused.connect(self._refuse_scan)
        self.floor.duty.changed.connect(self._on_duty)
        p = self.presenters
        p.sign_in.signed_in.connect(self._signed_in)
        p.sign_in.language_chosen.connect(self._change_language)
        p.health.changed.connect(self._on_health)
        p.health.printer_ready.connect(self._print_again)
        p.sell.presenter.changed.connect(self._on_sell)
        self._retry_print = self._timer(REPRINT_EVERY_MS, self._print_again)
        self._housekeeping = self._timer(HOUSEKEEPING_MS, self._keep_house)
        self._listen_to_scanner()

    def _timer(self, every_ms: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(every_ms)
        timer.timeout.connect(slot)
        timer.start()
        return timer

    def _listen_to_scanner(self) -> None:
        from posapp.devices.registry import Port

        self._code_read.connect(self._on_code_read)
        if self._till.station.has(Port.SCANNER):
            self._till.station.scanner.listen(self._code_read.emit)

    # -- what happens

    @Slot(str)
    def _on_code_read(self, text: str) -> None:
        self.router.deliver(Scan(text=text, source="device"))

    @Slot(object)
    def _refuse_scan(self, _scan: Scan) -> None:
        self.floor.sounds.play(Sound.BLOCKED)
        self.messages.show(tr("请先完成当前操作"))

    def _know_shift(self, shift: Shift | None) -> None:
        self.floor.duty.use_shift(shift)

    @Slot(object)
    def _signed_in(self, staff: Staff) -> None:
        if self._start_at is Place.MANAGER and staff.may(Permission.READ_REPORTS):
            self.floor.navigation.go(Place.MANAGER)
        elif self.floor.duty.shift is None:
            self.floor.navigation.go(Place.SHIFT_OPEN)
        else:
            self.floor.navigation.go(Place.SELL)

    @Slot(str)
    def _change_language(self, language: str) -> None:
        """Chosen at the sign-in: every screen is built anew, presenters keep what they hold."""
        self.languages.choose(language)
        apply_look(self._app, self.look)
        self._approval.deleteLater()
        self.window.rebuild()
        frame, navigation = self.window.frame, self.floor.navigation
        self._approval = ApprovalPanel(frame, self.presenters.approval, navigation)
        self._on_duty()
        self._on_sell(None)
        self.window.show_status(status_of(self.presenters.health.state))
        navigation.go(Place.SIGN_IN)

    @Slot(object)
    def _on_arrived(self, place: Place) -> None:
        if place is not Place.SELL or self._has_order:
            return
        self._has_order = True
        self.presenters.sell.finder.load_shelf()
        self.presenters.sell.presenter.open()
        self.floor.background.run(STORE, self._left_over, self._resume)

    _has_order = False

    def _left_over(self) -> tuple[Draft, tuple[Leg, ...]]:
        """Lane: store. The order on the screen before the restart, and charges without an end."""
        w = self._till.workflows
        legs = tuple(leg for leg in w.paying.open_legs() if not leg.is_refund)
        return w.selling.load_draft(), legs

    def _resume(self, found: tuple[Draft, tuple[Leg, ...]]) -> None:
        """A charge whose outcome nobody knows comes before anything else."""
        draft, legs = found
        mine = tuple(leg for leg in legs if leg.sale_id == draft.sale_id)
        if not mine or draft.cart.is_empty:
            return
        priced = self._till.workflows.selling.price(draft.cart)
        payment = start(draft.sale_id, priced, self._till.desk.place.currency)
        request = PayRequest(payment=payment, member=self.presenters.sell.presenter.state.member)
        self.floor.navigation.go(Place.PAY, PayResume(request=request, legs=mine))

    @Slot()
    def _on_duty(self) -> None:
        self.window.top_bar.show_person(self.floor.duty.staff)

    @Slot(object)
    def _on_health(self, state: HealthState) -> None:
        self.window.show_status(status_of(state))
        self.presenters.sell.presenter.show_online(state.sync.is_online)
        self.presenters.pay.surroundings_changed()
        self.floor.background.run(STORE, self._till.workflows.price_book.refresh, self._prices_read)

    def _prices_read(self, changed: bool) -> None:  # a lane's answer
        if changed and self._has_order:
            self.presenters.sell.finder.load_shelf()

    @Slot(object)
    def _on_sell(self, _state: object) -> None:
        self.window.status_bar.show_last(self.presenters.sell.presenter.state.last)

    @Slot()
    def _reprint(self) -> None:
        duty = self.floor.duty
        if duty.staff is None:
            return
        work = partial(self._till.workflows.printing.reprint_last, duty.staff, duty.shift)
        self.floor.background.run(STORE, work)

    @Slot()
    def _print_again(self) -> None:
        self.floor.background.run(
            self._till.printer_lane, self._till.workflows.printing.print_pending
        )

    @Slot()
    def _keep_house(self) -> None:
        self.floor.background.run(STORE, self._till.stores.till.checkpoint_if_idle)

    @Slot()
    def _menu(self) -> None:
        staff = self.floor.duty.staff
        may_read = staff is not None and staff.may(Permission.READ_REPORTS)
        self.floor.navigation.go(Place.MANAGER if may_read else Place.HEALTH)

    @Slot()
    def _open_health(self) -> None:
        self.floor.navigation.go(Place.HEALTH)
