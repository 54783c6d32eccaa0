"""The customer's window: the order at the left, what to do now at the right, in her language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from posapp.ui.customer_display.confirm_panel import ConfirmPanel
from posapp.ui.customer_display.consent_panel import ConsentPanel
from posapp.ui.customer_display.idle_picture import IdlePicture
from posapp.ui.customer_display.moment_card import MomentCard
from posapp.ui.customer_display.order_card import OrderCard
from posapp.ui.customer_display.policy_panel import PolicyPanel
from posapp.ui.customer_display.scan_panel import ScanPanel
from posapp.ui.customer_display.sizes import sizes_for
from posapp.ui.customer_display.view import (
    ConfirmValue,
    Consent,
    CustomerView,
    ScanToPay,
    Thanks,
    Welcome,
)
from posapp.ui.customer_display.words import Words
from posapp.ui.glass import glass_of
from posapp.ui.i18n import LANGUAGES, OWN_NAMES, tr
from posapp.ui.look import Look
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from posapp.ui.customer_display.sizes import Sizes
    from posapp.ui.customer_display.view import Moment


FORGET_MS: Final = 60_000


class Pages(QStackedWidget):
    """As large as the page in sight needs to be, not as the largest of them."""

    def turn_to(self, page: QWidget) -> None:
        self.setCurrentWidget(page)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return QSize() if page is None else page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return QSize() if page is None else page.minimumSizeHint()

    def hasHeightForWidth(self) -> bool:
        """Qt would ask the pages that are out of sight as well."""
        return False


class CustomerWindow(QWidget):
    """Shows a `CustomerView`; emits `cancelled`, `entered` (a `Secret`) and `consented`.

    It never takes the keyboard from the cashier. Its language is the customer's: `house` again
    as soon as nobody is served.
    """

    cancelled = Signal()
    entered = Signal(object)
    consented = Signal(bool, object)
    spoke = Signal(str)
    """The language that she chose; empty for the house's."""

    def __init__(
        self, look: Look, shop: str, till: str, *, house: str = "zh_CN", picture: str = ""
    ) -> None:
        super().__init__()
        self.look = Look(theme=look.theme, language=house)
        self._till_look = look
        self._shop, self._till, self._picture = shop, till, picture
        self._house = house
        self._view = CustomerView()
        self._words = Words(house)
        self._sizes = self._measured()
        self._root: QWidget | None = None
        self._reading = False
        self.setObjectName("customer")
        self.setWindowTitle(tr("顾客屏"))
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        # It is as large as its glass, whatever it says.
        self._column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._column.setSpacing(0)
        self._forgotten = QTimer(self)
        self._forgotten.setSingleShot(True)
        self._forgotten.setInterval(FORGET_MS)
        self._forgotten.timeout.connect(self.forget_language)
        look.changed.connect(self._follow_theme)
        self._build()

    @property
    def language(self) -> str:
        return self._words.language

    def show_view(self, view: CustomerView) -> None:
        before, self._view = self._view.moment, view
        if _is_over(before, view.moment) and self.language != self._house:
            self.speak(self._house)
            return
        self._show()

    def speak(self, language: str) -> None:
        """From now on in this language."""
        if language != self.language:
            self._words = Words(language)
            self.look.set_language(language)
            self._build()
            self.spoke.emit("" if language == self._house else language)
        self._forgotten.start()

    def forget_language(self) -> None:
        """Somebody chose one and went away."""
        if isinstance(self._view.moment, Welcome):
            self.speak(self._house)

    def sizeHint(self) -> QSize:
        return QSize(1024, 600)

    def minimumSizeHint(self) -> QSize:
        """A window of its own may be as small as the smallest glass."""
        return QSize(640, 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.color("bg"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        sizes = self._measured()
        if sizes != self._sizes:
            self._sizes = sizes
            self._build()

    # -- building

    def _measured(self) -> Sizes:
        return sizes_for(self.width(), self.height(), glass_of(self.screen()).ppi)

    def _build(self) -> None:
        """All anew, in another language or size; what is typed on the pad is forgotten."""
        self.look.set_scale(self._sizes.scale)
        if self._root is not None:
            self._column.removeWidget(self._root)
            self._root.hide()
            self._root.deleteLater()
        self._root = QWidget()
        rows = QVBoxLayout(self._root)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head())
        rows.addWidget(Divider(self.look))
        rows.addWidget(self._body(), 1)
        self._foot = self._languages()
        rows.addWidget(self._foot)
        self._column.addWidget(self._root)
        self._root.show()
        self._show()

    def _head(self) -> QWidget:
        look = self.look
        head = Card(look, edge="", radius=0, padding=0, horizontal=True)
        side = look.px(24)
        head.rows.setContentsMargins(side, 0, side, 0)
        head.setFixedHeight(look.px(48))
        head.rows.addWidget(Label(look, self._shop, size="h2", bold=True))
        head.rows.addStretch(1)
        tr = self._words.tr
        till = tr("收银机 {name}", name=self._till)
        head.rows.addWidget(Label(look, till, tone="text2"))
        return head

    def _body(self) -> QWidget:
        look, words, sizes = self.look, self._words, self._sizes
        self._pages = Pages()
        self.idle = IdlePicture(look, words, self._shop, self._picture)
        self._served = QWidget()
        columns = QHBoxLayout(self._served)
        margin = look.px(16)
        columns.setContentsMargins(margin, margin, margin, margin)
        columns.setSpacing(margin)
        self.order = OrderCard(look, words)
        self.plain = MomentCard(look, words)
        self.confirm = ConfirmPanel(look, words, sizes)
        self.confirm.cancelled.connect(self.cancelled)
        self.confirm.entered.connect(self.entered)
        self.consent = ConsentPanel(look, words, sizes)
        self.consent.answered.connect(self.consented)
        self.consent.read_asked.connect(self._open_policy)
        self.policy = PolicyPanel(look, words, sizes)
        self.policy.closed.connect(self._close_policy)
        self.scan = ScanPanel(look, words)
        self._moments = Pages()
        for panel in (self.plain, self.confirm, self.scan, self.consent, self.policy):
            self._moments.addWidget(panel)
        columns.addWidget(self.order, 11)
        columns.addWidget(self._moments, 14)
        for page in (self.idle, self._served):
            self._pages.addWidget(page)
        return self._pages

    def _languages(self) -> QWidget:
        """Each in its own script, so that everybody finds hers."""
        look = self.look
        foot = Card(look, edge="", radius=0, padding=0, horizontal=True, name="customer.languages")
        foot.rows.setContentsMargins(look.px(16), look.px(4), look.px(16), look.px(8))
        foot.rows.setSpacing(look.px(16))
        foot.rows.addStretch(1)
        group = QButtonGroup(foot)
        for language in LANGUAGES:
            name = f"customer.language.{language}"
            button = TouchButton(look, name, OWN_NAMES[language], kind=Kind.CHOICE)
            button.setFixedHeight(self._sizes.target)
            button.setMinimumWidth(max(self._sizes.target, look.px(160)))
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setChecked(language == self.language)
            button.clicked.connect(lambda _on=False, chosen=language: self.speak(chosen))
            group.addButton(button)
            foot.rows.addWidget(button)
        foot.rows.addStretch(1)
        return foot

    # -- showing

    def _show(self) -> None:
        moment = self._view.moment
        self._reading &= isinstance(moment, Consent)
        is_asked = isinstance(moment, ConfirmValue | ScanToPay | Consent)
        self._foot.setVisible(not isinstance(moment, ConfirmValue | ScanToPay))
        if isinstance(moment, Welcome) and not self._view.order.kinds:
            self._pages.turn_to(self.idle)
            self._moments.turn_to(self.plain)
            return
        self._pages.turn_to(self._served)
        self.order.show_order(self._view.order)
        self.order.setVisible(self._sizes.has_room or not is_asked)
        match moment:
            case ConfirmValue():
                self.confirm.show_request(moment)
                self._moments.turn_to(self.confirm)
            case ScanToPay():
                self.scan.show_code(moment)
                self._moments.turn_to(self.scan)
            case Consent():
                self.consent.show_consent(moment)
                self.policy.show_text(moment)
                self._moments.turn_to(self.policy if self._reading else self.consent)
            case _:
                self.plain.show_moment(moment)
                self._moments.turn_to(self.plain)

    def _open_policy(self) -> None:
        self._reading = True
        self._moments.turn_to(self.policy)

    def _close_policy(self) -> None:
        self._reading = False
        self._moments.turn_to(self.consent)

    def _follow_theme(self) -> None:
        if self._till_look.theme != self.look.theme:
            self.look.set_theme(self._till_look.theme)
            self._build()


def _is_over(before: Moment, now: Moment) -> bool:
    """The next one who looks at this glass is another person."""
    thanked = isinstance(before, Thanks) and not isinstance(now, Thanks)
    return thanked or (isinstance(now, Welcome) and not isinstance(before, Welcome))
