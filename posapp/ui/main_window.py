"""The window of the till: top bar, page, status bar; goes where navigation asks."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from posapp.ui.frame import Frame
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action, KeyMap
from posapp.ui.layers import Layers
from posapp.ui.messages import Level, Message
from posapp.ui.navigation import Go, Navigation, Place
from posapp.ui.status_bar import StatusBar
from posapp.ui.top_bar import TopBar
from posapp.ui.widgets.help_sheet import HelpSheet
from posapp.ui.widgets.pile import Pile
from posapp.ui.widgets.sheet import Panel
from posapp.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import tzinfo

    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from posapp.ui.look import Look
    from posapp.ui.shell import Status, Till
    from posapp.ui.surface import Surface

    Builder = Callable[[Frame], Surface]

ROOTS = (Place.SIGN_IN, Place.SELL, Place.MANAGER)
WITHOUT_FRAME = (Place.SIGN_IN,)
PAGE_FOOT = 72
SELL_FOOT = 72 + 8 + 88
PLACES = {Action.SCANNER_TEST: Place.SCANNER_TEST, Action.KEYS: Place.KEYS}
ON_LOCK = (Place.COMFORT,)


class MainWindow(QMainWindow):
    """`builders` make a screen when it is first asked for; another language makes them all anew.

    `lock_asked`, `reprint_asked`, `menu_asked`, `banner_asked`, `open_payment_asked` and `closing`
    are for the composition root; `arrived` tells each place that was brought to the top.
    """

    lock_asked = Signal()
    reprint_asked = Signal()
    menu_asked = Signal()
    banner_asked = Signal()
    open_payment_asked = Signal()
    arrived = Signal(object)
    closing = Signal()

    def __init__(
        self,
        look: Look,
        navigation: Navigation,
        keymap: KeyMap,
        till: Till,
        builders: Mapping[Place, Builder],
        *,
        zone: tzinfo | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(till.title)
        self.setAutoFillBackground(True)
        self.frame = Frame(look, self)
        self._look = look
        self._keymap = keymap
        self._builders = builders
        self._surfaces: dict[Place, Surface] = {}
        self._known_panels: WeakSet[Panel] = WeakSet()
        self._stack = Pile()
        self.layers = Layers(self._stack, self)
        self._till = till
        self._zone = zone
        inner = QWidget(self)
        self.setCentralWidget(inner)
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._make_bars()
        navigation.requested.connect(self.go)
        navigation.back_requested.connect(self.layers.back)
        navigation.laid.connect(self.open_panel)
        self.layers.changed.connect(self._on_layers_changed)

    @property
    def top(self) -> Surface | None:
        """The surface in charge of scans and keys."""
        return self.layers.top

    def surface(self, place: Place) -> Surface:
        """The surface of a place, built when it is first needed."""
        found = self._surfaces.get(place)
        if found is None:
            found = self._surfaces[place] = self._builders[place](self.frame)
            found.left.connect(lambda: self.layers.leave(found))
            found.hints_changed.connect(self._on_layers_changed)
            if not isinstance(found, Panel):
                self._stack.addWidget(found)
        return found

    @Slot(object)
    def open_panel(self, panel: Panel) -> None:
        """Show a dialog or sheet that some screen made; it is in charge until it is left."""
        self._open(panel, on_lock=False)

    def _open(self, panel: Panel, *, on_lock: bool) -> None:
        if panel not in self._known_panels:
            self._known_panels.add(panel)
            panel.left.connect(lambda: self.layers.leave(panel))
        self.layers.bring(panel, on_lock=on_lock)

    def take_action(self, action: Action) -> bool:
        """What every screen has in common, once the surface in charge left the key alone."""
        match action:
            case Action.HELP:
                self.show_help()
            case Action.LOCK:
                self.lock_asked.emit()
            case Action.REPRINT:
                self.reprint_asked.emit()
            case Action.SCANNER_TEST | Action.KEYS:
                self.go(Go(place=PLACES[action]))
            case Action.OPEN_PAYMENT:
                self.open_payment_asked.emit()
            case Action.SEEN:
                self.toast.see()
            case _:
                return False
        return True

    @Slot()
    def show_help(self) -> None:
        top = self.top
        if top is not None and not isinstance(top, HelpSheet):
            rows = self._keymap.help_rows(top.key_context, top.unused)
            self._open(HelpSheet(self.frame, rows), on_lock=True)

    @Slot(object)
    def show_message(self, message: Message) -> None:
        """Beside the order while selling, otherwise at the bottom of the page."""
        page = self.layers.page
        show = getattr(page, "show_message", None)
        if callable(show) and self.top is page and message.level is Level.INFO:
            show(message)
        else:
            self._show_toast_keys()
            self.toast.show_text(message.text, message.undo, level=message.level.value)
            self._place_toast()

    @Slot(object)
    def go(self, wish: Go) -> None:
        surface = self.surface(wish.place)
        surface.enter(wish.payload)
        if wish.place in ROOTS:
            self.layers.bring_root(surface)
        else:
            self.layers.bring(surface, on_lock=wish.place in ON_LOCK)
        self.arrived.emit(wish.place)

    @property
    def is_locked(self) -> bool:
        return self.layers.is_locked

    def lock(self) -> None:
        """The sign-in over everything; what lies below waits as it is, unseen."""
        if not self.is_locked:
            surface = self.surface(Place.SIGN_IN)
            surface.enter(None)
            self.toast.hide()
            self.layers.lock(surface)

    def unlock(self, *, keep_panels: bool) -> None:
        """What lay below comes back; questions to another person do not."""
        self.layers.unlock(keep_panels=keep_panels)
        self.toast.stand(self.toast.standing)
        self._place_toast()

    def show_status(self, status: Status) -> None:
        self.top_bar.show_status(status)

    def rebuild(self) -> None:
        """After another language: new bars now, every screen anew when it is next wished for."""
        self.layers.forget()
        for surface in self._surfaces.values():
            surface.hide()
            surface.deleteLater()
        self._surfaces.clear()
        standing = self.toast.standing
        for bar in (self.top_bar, self.status_bar, self.toast):
            self._column.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._make_bars()
        self.toast.stand(standing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_toast()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _make_bars(self) -> None:
        self.top_bar = TopBar(self._look, self._till, self._zone)
        self.status_bar = StatusBar(self._look)
        self.toast = Toast(self._look, "window.toast", tr("提示"), parent=self)
        self._column.insertWidget(0, self.top_bar)
        self._column.addWidget(self.status_bar)
        self.top_bar.lock_asked.connect(self.lock_asked)
        self.top_bar.menu_asked.connect(self.menu_asked)
        self.top_bar.banner_pressed.connect(self.banner_asked)
        self.status_bar.reprint_asked.connect(self.reprint_asked)
        self.status_bar.help_asked.connect(self.show_help)

    @Slot()
    def _on_layers_changed(self) -> None:
        top, page = self.top, self.layers.page
        framed = page not in [self._surfaces.get(place) for place in WITHOUT_FRAME]
        self.top_bar.setVisible(framed)
        self.status_bar.setVisible(framed)
        self.status_bar.show_hints(() if top is None else top.hints())
        if page is not None:
            keys = self._keymap
            self.top_bar.show_lock_key(keys.key(page.key_context, Action.LOCK))
            self.status_bar.show_reprint_key(keys.key(page.key_context, Action.REPRINT))
        self._show_toast_keys()
        if self.toast.isVisible():
            self._place_toast()

    def _show_toast_keys(self) -> None:
        """The keys that count on the surface in charge: a dialog knows none of them."""
        context = "" if self.top is None else self.top.key_context
        undo, seen = (self._keymap.key(context, each) for each in (Action.UNDO, Action.SEEN))
        self.toast.show_keys(undo, seen)

    def _is_at(self, place: Place) -> bool:
        page = self.layers.page
        return page is not None and page is self._surfaces.get(place)

    def _place_toast(self) -> None:
        """Where nothing that takes money, or says how much, is covered."""
        if self._is_at(Place.SELL) or not self.toast.is_passing:
            self._lay_toast_beside_the_cart()
        else:
            # Over the last sale: the keys of the page stand in the other half of that bar.
            bar = self.status_bar.geometry()
            inset = self._look.px(8)
            width = bar.width() // 2 - inset
            height = self.toast.fit(width, bar.height())
            if height > bar.height():
                # A trouble is told whole: it takes the hints of keys before it rises over a key.
                width = bar.width() - 2 * inset
                height = self.toast.fit(width, bar.height())
            self.toast.setGeometry(inset, bar.bottom() + 1 - height, width, height)
        if self.toast.isVisible():
            self.toast.raise_()

    def _lay_toast_beside_the_cart(self) -> None:
        look = self._look
        # Above the row of the one primary, and where the cart is: no sheet lies there.
        side = self.frame.cart_side()
        above = SELL_FOOT if self._is_at(Place.SELL) else PAGE_FOOT
        inset = look.px(16)
        width = side.width() - 2 * inset
        height = self.toast.fit(width)
        top = side.bottom() - look.px(above + 4) - height
        self.toast.setGeometry(side.left() + inset, top, width, height)
