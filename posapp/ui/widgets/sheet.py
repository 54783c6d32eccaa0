"""Panels over the window: a sheet covers the find side and never the cart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.surface import Surface
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from posapp.ui.frame import Frame
    from posapp.ui.look import Look
    from posapp.ui.surface import Scan


SHADOW: Final = 10


class Panel(Surface):
    """A surface laid over its host: a scrim, except over `spared`, and a card in `area`.

    `area` and `spared` are asked again whenever the host changes its size. `scans_below` is who
    takes a scan meanwhile; without it a scan is refused and never reaches a field.
    """

    key_context = "dialog"
    scans_below: Callable[[Scan], bool] | None = None

    def __init__(self, look: Look, name: str, label: str, host: QWidget, *, scrim: bool) -> None:
        super().__init__(host)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.look = look
        self.host = host
        self._scrim = scrim
        self.card = Card(look, name=f"{name}.card", parent=self)
        host.installEventFilter(self)
        self.hide()

    def take_scan(self, scan: Scan) -> bool:
        return self.scans_below is not None and self.scans_below(scan)

    def area(self) -> QRect:
        """Where the card lies, in the host's pixels."""
        raise NotImplementedError

    def spared(self) -> QRect:
        """What the scrim leaves bright, in the host's pixels."""
        return QRect()

    def open(self) -> None:
        self.place()
        self.show()
        self.raise_()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        area = self.area()
        if self._scrim:
            self.setGeometry(self.host.rect())
            self.card.setGeometry(area)
        else:
            margin = self.look.px(16)
            self.setGeometry(area.adjusted(-margin, -margin, margin, margin))
            self.card.setGeometry(margin, margin, area.width(), area.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.host and self.isVisible():
            self.place()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._scrim:
            spared = self.spared()
            painter.setClipRegion(QRegion(self.rect()) - QRegion(spared))
            painter.fillRect(self.rect(), self.look.color("scrim"))
        self._paint_shadow(painter)
        painter.end()

    def _paint_shadow(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = self.look.color("scrim")
        shade.setAlpha(4)
        painter.setBrush(shade)
        for spread in range(1, self.look.px(SHADOW) + 1):
            area = self.card.geometry().adjusted(-spread, -spread + 2, spread, spread + 2)
            radius = self.look.px(10) + spread
            painter.drawRoundedRect(area, radius, radius)
        if not self._scrim:
            painter.fillRect(self.card.geometry(), self.look.color("bg"))


class Sheet(Panel):
    """Covers the find side; the cart stays in use or, with `scrim`, in sight and bright."""

    def __init__(
        self, frame: Frame, name: str, title: str, *, icon: str = "", scrim: bool = False
    ) -> None:
        super().__init__(frame.look, name, title, frame.host, scrim=scrim)
        self.frame = frame
        head = QHBoxLayout()
        head.setSpacing(self.look.px(12))
        if icon:
            head.addWidget(IconLabel(self.look, icon, tone="text2"))
        self.title = Label(self.look, title, size="h2", bold=True)
        head.addWidget(self.title)
        head.addStretch(1)
        self.close_button = TouchButton(
            self.look, f"{name}.close", tr("收起"), key="Esc", kind=Kind.GHOST, height=40
        )
        self.close_button.clicked.connect(self.left)
        head.addWidget(self.close_button)
        self.body = QVBoxLayout()
        self.body.setSpacing(self.look.px(12))
        self.card.rows.addLayout(head)
        self.card.rows.addLayout(self.body, 1)

    def area(self) -> QRect:
        return self.frame.find_side()

    def spared(self) -> QRect:
        return self.frame.cart_card()
