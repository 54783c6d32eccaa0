"""A person to choose at sign-in: initial, name, number and role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from posapp.domain.permissions import Role
from posapp.ui.i18n import tr
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from posapp.domain.permissions import Staff
    from posapp.ui.look import Look


class StaffTile(QAbstractButton):
    """80 high; the chosen one is filled and edged."""

    def __init__(self, look: Look, staff: Staff, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.staff = staff
        self._sub = f"{staff.number}  {role_title(staff.role)}"
        name_control(self, f"sign_in.person.{staff.number}", f"{staff.name} {self._sub}")
        self.setText(staff.name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(180), self._look.px(80))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        width = 2 if chosen else 1
        painter.setPen(QPen(look.color("primary" if chosen else "border"), width))
        painter.setBrush(look.color("primary_weak" if chosen else "surface"))
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(area, look.px(6), look.px(6))
        self._paint_disc(painter, chosen=chosen)
        self._paint_texts(painter, chosen=chosen)
        painter.end()

    def _paint_disc(self, painter: QPainter, *, chosen: bool) -> None:
        look = self._look
        side = look.px(44)
        disc = QRectF(look.px(16), (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("primary" if chosen else "surface2"))
        painter.drawEllipse(disc)
        painter.setPen(look.color("on_primary" if chosen else "text2"))
        painter.setFont(look.font("h2", bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.staff.name[:1])

    def _paint_texts(self, painter: QPainter, *, chosen: bool) -> None:
        look = self._look
        left = look.px(76)
        room = self.width() - left - look.px(8)
        name, sub = look.font("h2", bold=chosen), look.font("small")
        elide = Qt.TextElideMode.ElideRight
        top = self.height() / 2
        painter.setFont(name)
        painter.setPen(look.color("text"))
        text = QFontMetrics(name).elidedText(self.staff.name, elide, room)
        painter.drawText(QRectF(left, top - look.px(30), room, look.px(30)), 0, text)
        painter.setFont(sub)
        painter.setPen(look.color("text2"))
        text = QFontMetrics(sub).elidedText(self._sub, elide, room)
        painter.drawText(QRectF(left, top + look.px(2), room, look.px(24)), 0, text)


def role_title(role: Role) -> str:
    match role:
        case Role.CASHIER:
            return tr("收银员")
        case Role.SERVICE:
            return tr("服务中心")
        case Role.MANAGER:
            return tr("店长")
