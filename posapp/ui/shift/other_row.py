"""A row of the other payments: what the till counted, and whether the other side agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.receipt_words import Words
from posapp.domain.z_blocks import Name
from posapp.domain.z_text import name_text
from posapp.ui.format import money_digits
from posapp.ui.i18n import tr
from posapp.ui.shift.words import gap_reason_text
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from posapp.domain.shift import TenderSum
    from posapp.ui.look import Look
    from posapp.ui.shift.others_model import Other

HEIGHT = 72


def way_name(look: Look, tender: TenderSum) -> str:
    """As the Z calls it."""
    return name_text(Words(look.language), Name(tender=(tender.kind, tender.channel)))


class OtherRow(QWidget):
    """`ticked` and `differs` by its two buttons, `reached` once it has the focus."""

    ticked = Signal()
    differs = Signal()
    reached = Signal()

    def __init__(
        self, look: Look, name: str, tender: TenderSum, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._chosen = False
        self._way = way_name(look, tender)
        name_control(self, name, self._way)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(look.px(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(24), 0, look.px(16), 0)
        row.setSpacing(look.px(12))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(look, self._way, bold=True))
        self._sub = ElidedLabel(look, size="small", tone="text2", name=f"{name}.sub")
        words.addWidget(self._sub)
        words.addStretch(1)
        row.addLayout(words, 1)
        self._figures = tr("{n} 笔  {amount}", n=tender.count, amount=money_digits(tender.net))
        row.addWidget(Label(look, self._figures, bold=True, name=f"{name}.figures"))
        self.tick = self._button(f"{name}.tick", tr("一致"), tr("{what} 一致", what=self._way))
        label = tr("{what} 金额不同", what=self._way)
        self.other = self._button(f"{name}.other", tr("不同"), label)
        row.addWidget(self.tick)
        row.addWidget(self.other)
        self.tick.clicked.connect(self.ticked)
        self.other.clicked.connect(self.differs)

    def _button(self, name: str, text: str, label: str) -> TouchButton:
        button = TouchButton(self._look, name, text, label=label, kind=Kind.CHOICE, height=48)
        button.setMinimumWidth(self._look.px(88))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button

    def show_row(self, other: Other, *, chosen: bool) -> None:
        agrees = other.is_checked and not other.difference
        self.tick.setChecked(agrees)
        self.tick.set_icon_name("check" if agrees else "")
        self.other.setChecked(bool(other.difference))
        self._sub.setText(_said(other))
        self._sub.set_tone("warn" if other.difference else "text2")
        self.setAccessibleName(f"{self._way} {self._figures} {_said(other)}")
        self._chosen = chosen
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = self._look
        if self._chosen:
            painter.fillRect(self.rect(), look.color("primary_weak"))
            painter.fillRect(QRectF(0, 0, look.px(3), self.height()), look.color("primary"))
        side = look.px(24)
        line = QRectF(side, self.height() - 1, self.width() - 2 * side, 1)
        painter.fillRect(line, look.color("divider"))
        painter.end()


def _said(other: Other) -> str:
    if other.entered is None:
        return tr("待核对")
    if not other.difference or other.reason is None:
        return tr("已核对")
    return tr(
        "设备 {there}，差额 {gap}，{why}",
        there=money_digits(other.entered),
        gap=money_digits(other.difference),
        why=gap_reason_text(other.reason),
    )
