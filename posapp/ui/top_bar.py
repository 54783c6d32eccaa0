"""The bar at the top: shop and till, the link's state, devices, who is signed in, the time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.format import local_time
from posapp.ui.frame import NARROW, TOP_BAR
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.banner import BACKS, Banner
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.status_pill import Mark, StatusPill
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from posapp.domain.permissions import Staff
    from posapp.ui.look import Look
    from posapp.ui.shell import DeviceSign, Status, Till


class TopBar(QWidget):
    """Emits `menu_asked`, `lock_asked`, and `banner_pressed` for the banner's button."""

    menu_asked = Signal()
    lock_asked = Signal()
    banner_pressed = Signal()

    def __init__(self, look: Look, till: Till, zone: tzinfo | None = None) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self._look = look
        self._zone = zone
        self._banner_on = False
        self.setFixedHeight(look.px(TOP_BAR))
        self.menu = TouchButton(
            look, "top.menu", "", label=tr("菜单"), icon="menu", kind=Kind.GHOST, height=40
        )
        self.menu.clicked.connect(self.menu_asked)
        self.title = ElidedLabel(look, till.title, bold=True, name="top.title", hug=True)
        self.till = ElidedLabel(look, till.words, tone="text2", name="top.till", hug=True)
        self.pill = StatusPill(look, Mark.OK, tr("在线"), name="top.link")
        self.waiting = Label(look, size="small", tone="text2", name="top.waiting")
        self.banner = Banner(look, "top.banner", tr("通知"))
        self.banner.pressed.connect(self.banner_pressed)
        self.banner.setFixedHeight(look.px(TOP_BAR) - 2)
        self._gap = QWidget()
        self._shown_devices: tuple[DeviceSign, ...] = ()
        self.devices = QHBoxLayout()
        self.devices.setSpacing(look.px(16))
        self.person = ElidedLabel(look, size="small", name="top.person", hug=True)
        self.lock = TouchButton(
            look,
            "top.lock",
            tr("锁屏"),
            icon="lock",
            key=look.keymap.key("sell", Action.LOCK),
            kind=Kind.GHOST,
            height=40,
            size="small",
        )
        self.lock.clicked.connect(self.lock_asked)
        self.clock = Label(look, bold=True, name="top.clock")
        self._lay_out()
        self._tick = QTimer(self)
        self._tick.setInterval(5000)
        self._tick.timeout.connect(self.show_time)
        self._tick.start()
        self.show_time()

    def show_status(self, status: Status) -> None:
        self.pill.show_state(status.mark, status.text or tr("在线"))
        self.waiting.setText(tr("待同步 {n}", n=status.waiting))
        self._banner_on = bool(status.banner)
        self._gap.setVisible(not self._banner_on)
        if status.banner:
            self.banner.show_message(status.banner_level, status.banner, status.banner_action)
        else:
            self.banner.hide()
        self._fill_devices(status.devices)
        self._fit()
        self.update()

    def show_person(self, staff: Staff | None) -> None:
        self.person.setText("" if staff is None else f"{staff.name} ({staff.number})")
        self.lock.setVisible(staff is not None)

    def show_lock_key(self, key: str) -> None:
        """The key that locks from the page below the bar."""
        self.lock.set_key(key)

    @Slot()
    def show_time(self) -> None:
        self.clock.setText(local_time(datetime.now(UTC), self._zone))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        ground = BACKS[self.banner.level] if self._banner_on else "surface"
        painter.fillRect(self.rect(), look.color(ground))
        edge = "warn" if self._banner_on else "divider"
        painter.fillRect(0, self.height() - 1, self.width(), 1, look.color(edge))
        painter.end()

    def _lay_out(self) -> None:
        look = self._look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(8), 0, look.px(16), 0)
        row.setSpacing(look.px(16))
        row.addWidget(self.menu)
        row.addSpacing(-look.px(8))
        for part in (self.title, self.till, self.pill):
            row.addWidget(part)
        row.addWidget(self.waiting)
        row.addWidget(self.banner, 1)
        row.addWidget(self._gap, 1)
        row.addLayout(self.devices)
        self._who = _Person(look, self.person)
        row.addWidget(self._who)
        row.addWidget(self.lock)
        row.addWidget(self.clock)

    def _fill_devices(self, devices: tuple[DeviceSign, ...]) -> None:
        if devices == self._shown_devices:
            return
        self._shown_devices = devices
        while (item := self.devices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for device in devices:
            self.devices.addWidget(_Device(self._look, device))

    def _fit(self) -> None:
        """A narrow bar drops words that icons say as well; a banner takes the devices' place."""
        narrow = self.width() < self._look.px(NARROW)
        for place in range(self.devices.count()):
            item = self.devices.itemAt(place)
            widget = None if item is None else item.widget()
            if isinstance(widget, _Device):
                widget.show_words(not narrow)
                widget.setVisible(not self._banner_on)
        crowded = narrow and self._banner_on
        for part in (self.waiting, self.till, self._who):
            part.setVisible(not crowded)


class _Person(QWidget):
    def __init__(self, look: Look, label: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        row.addWidget(IconLabel(look, "user", tone="text2", size=20))
        row.addWidget(label)


class _Device(QWidget):
    """An icon, its name, and a tick or what is wrong."""

    def __init__(self, look: Look, device: DeviceSign) -> None:
        super().__init__()
        self.setObjectName(f"top.device.{device.name}")
        self._trouble = bool(device.trouble)
        tone = "danger" if self._trouble else "text2"
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        self._words = Label(look, device.trouble or device.title, size="small", tone=tone)
        sign = IconLabel(
            look,
            "close" if self._trouble else "check",
            tone="danger" if self._trouble else "pay",
            size=16,
        )
        row.addWidget(IconLabel(look, device.icon, tone=tone, size=20))
        row.addWidget(self._words)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(f"{device.title} {device.trouble}".strip())

    def show_words(self, wanted: bool) -> None:
        self._words.setVisible(wanted or self._trouble)
