"""A large row to choose: icon, title, second line, value, key (tenders, members)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from posapp.ui.plate import paint_plate
from posapp.ui.size_class import SizeClass
from posapp.ui.widgets.key_hint import cap_size, paint_cap
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from posapp.ui.look import Look


class ChoiceRow(QAbstractButton):
    """Checkable; put several into a QButtonGroup for one choice of many."""

    size_class = SizeClass.LIST_ROW

    def __init__(
        self,
        look: Look,
        name: str,
        title: str,
        sub: str = "",
        *,
        icon: str = "",
        key: str = "",
        value: str = "",
        height: int = 64,
        label: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        name_control(self, name, label or title)
        self._look = look
        self._sub, self._icon, self._key, self._value = sub, icon, key, value
        self._reason = ""
        self.setText(title)
        self.setAccessibleDescription(sub)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(height))

    def set_value(self, value: str) -> None:
        """What stands at the right."""
        if value != self._value:
            self._value = value
            self.setAccessibleDescription(f"{self._sub} {value}".strip())
            self.update()

    @property
    def key_name(self) -> str:
        return self._key

    @property
    def reason(self) -> str:
        return self._reason

    def refuse(self, reason: str) -> None:
        """Disable with the reason in place of the second line; empty enables again."""
        self._reason = reason
        self.setAccessibleDescription(reason or self._sub)
        self.setEnabled(not reason)
        self.update()

    def show_texts(self, title: str, sub: str = "", value: str = "") -> None:
        self._sub, self._value = sub, value
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sub)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._text_left() + self._text_width() + self._right_width(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.height())

    def fits(self) -> bool:
        return self.sizeHint().width() <= self.width()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_body(painter)
        tone = "text" if self.isEnabled() else "disabled"
        if self._icon:
            icon_tone = (
                "primary" if self.isChecked() else ("text2" if self.isEnabled() else "disabled")
            )
            pixmap = self._look.icon(self._icon, icon_tone, 24, self.devicePixelRatioF())
            painter.drawPixmap(
                QPointF(self._look.px(20), (self.height() - self._look.px(24)) / 2), pixmap
            )
        self._paint_texts(painter, tone)
        self._paint_right(painter, tone)
        painter.end()

    def _paint_body(self, painter: QPainter) -> None:
        chosen, enabled = self.isChecked(), self.isEnabled()
        width = 2 if chosen else 1
        edge = "primary" if chosen else "divider"
        back = "surface2" if not enabled else ("primary_weak" if chosen else "surface")
        look = self._look
        paint_plate(
            painter,
            look,
            QRectF(self.rect()),
            look.px(6),
            fill=look.color(back),
            edge=look.color(edge) if enabled else None,
            width=width,
        )
        if chosen and enabled:
            painter.fillRect(
                QRectF(0, self._look.px(6), self._look.px(4), self.height() - self._look.px(12)),
                self._look.color("primary"),
            )

    def _paint_texts(self, painter: QPainter, tone: str) -> None:
        sub = self._reason or self._sub
        left = self._text_left()
        room = self.width() - left - self._right_width()
        bold = self._look.font("body", bold=self.isChecked())
        big, small = QFontMetrics(bold), QFontMetrics(self._look.font("small"))
        top = (self.height() - big.height() - (small.height() if sub else 0)) / 2
        painter.setFont(bold)
        painter.setPen(self._look.color(tone))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(
            QPointF(left, top + big.ascent()), big.elidedText(self.text(), elide, room)
        )
        if sub:
            painter.setFont(self._look.font("small"))
            painter.setPen(self._look.color("text2"))
            baseline = top + big.height() + small.ascent()
            painter.drawText(QPointF(left, baseline), small.elidedText(sub, elide, room))

    def _paint_right(self, painter: QPainter, tone: str) -> None:
        right = self.width() - self._look.px(16)
        if self._key:
            size = cap_size(self._look, self._key)
            area = QRectF(
                right - size.width(),
                (self.height() - size.height()) / 2,
                size.width(),
                size.height(),
            )
            paint_cap(
                painter,
                self._look,
                area,
                self._key,
                self._look.color("text2" if self.isEnabled() else "disabled"),
            )
            right -= size.width() + self._look.px(8)
        if self._value:
            painter.setFont(self._look.font("body", bold=True))
            painter.setPen(self._look.color(tone))
            area = QRectF(0, 0, right, self.height())
            painter.drawText(
                area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._value
            )

    def _text_left(self) -> int:
        return self._look.px(60 if self._icon else 16)

    def _text_width(self) -> int:
        title = QFontMetrics(self._look.font("body", bold=True)).horizontalAdvance(self.text())
        sub = QFontMetrics(self._look.font("small")).horizontalAdvance(self._reason or self._sub)
        return max(title, sub) + 1

    def _right_width(self) -> int:
        width = self._look.px(16)
        if self._key:
            width += cap_size(self._look, self._key).width() + self._look.px(8)
        if self._value:
            width += QFontMetrics(self._look.font("body", bold=True)).horizontalAdvance(
                self._value
            ) + self._look.px(8)
        return width
