"""A code that could not be used: stands over tabs and first tiles until a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.errors import Refused
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from posapp.ui.keymap import KeyMap
    from posapp.ui.look import Look
    from posapp.ui.sell.state import Latch


NO_GOODS: Final = frozenset(
    {
        "code.coupon_needs_member",
        "code.badge_not_here",
        "code.hold_not_here",
        "code.ticket_not_here",
        "code.foreign_link",
    }
)
"""Codes that were understood: no price belongs to them, and nothing is to be typed."""


class LatchPanel(Card):
    """Emits `asked` with one of its ways out."""

    asked = Signal(object)

    def __init__(self, look: Look, parent: QWidget, keymap: KeyMap) -> None:
        super().__init__(
            look, back="danger_weak", edge="danger", padding=0, name="sell.latch", parent=parent
        )
        self.set_colors("danger_weak", "danger", 2)
        self.look = look
        self._keymap = keymap
        self._latch: Latch | None = None
        self.rows.setContentsMargins(2, 2, 2, 2)
        self.rows.setSpacing(0)
        self._head = _Head(look)
        self._buttons = QHBoxLayout()
        margin = look.px(14)
        self._buttons.setContentsMargins(margin, margin, margin, margin)
        self._buttons.setSpacing(look.px(8))
        self.rows.addWidget(self._head)
        self.rows.addLayout(self._buttons)
        self.rows.addStretch(1)
        self.hide()

    @property
    def text(self) -> str:
        return self._head.text.text()

    def show_latch(self, latch: Latch | None, count: int) -> None:
        """The newest code; `count` says how many wait."""
        if latch is None:
            self._latch = None
            self.hide()
            return
        if latch is not self._latch:
            self._latch = latch
            self._fill(latch)
        self._head.more.setText(tr("共 {n} 个", n=count) if count > 1 else "")
        self.setVisible(True)
        self.raise_()

    def _fill(self, latch: Latch) -> None:
        self._head.text.setText(text_for(Refused(latch.key, shown=latch.shown)))
        while (item := self._buttons.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for button in self._ways(latch):
            self._buttons.addWidget(button, 1)

    def _ways(self, latch: Latch) -> list[TouchButton]:
        if latch.key in NO_GOODS:
            return [self._way(*way) for way in _ways_without_goods(latch)]
        ways = [
            (Action.PRICE_CHECK, tr("查价"), "tag"),
            (Action.SEARCH, tr("手工输入"), "search"),
            (Action.BACK, tr("忽略此码"), "close"),
        ]
        if latch.is_phone:
            ways[0] = (Action.MEMBER, tr("登记会员"), "user")
        elif latch.is_payment:
            ways[0] = (Action.PAY, tr("去收款"), "qr")
        if latch.is_order:
            ways = [
                (Action.VOID, tr("作废本单"), "trash"),
                (Action.BACK, tr("仍要收款"), "check"),
            ]
        return [self._way(*way) for way in ways]

    def _way(self, action: Action, text: str, icon: str) -> TouchButton:
        name = f"sell.latch.{action.value}"
        key = "" if action is Action.VOID else self._keymap.key("sell", action)
        button = TouchButton(self.look, name, text, icon=icon, key=key, height=50)
        button.clicked.connect(lambda: self.asked.emit(action))
        return button


def _ways_without_goods(latch: Latch) -> list[tuple[Action, str, str]]:
    leave = (Action.BACK, tr("忽略此码"), "close")
    needs_member = latch.key == "code.coupon_needs_member"
    return [(Action.MEMBER, tr("选会员"), "user"), leave] if needs_member else [leave]


class _Head(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setMinimumHeight(look.px(60))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(20), look.px(4), look.px(20), look.px(4))
        row.setSpacing(look.px(16))
        self.text = Label(look, bold=True, tone="on_danger", wrap=True, name="sell.latch.text")
        self.more = Label(look, size="small", tone="on_danger")
        row.addWidget(IconLabel(look, "warning", tone="on_danger"))
        row.addWidget(self.text, 1)
        row.addWidget(self.more)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("danger"))
        radius = self._look.px(8)
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, radius, radius)
        painter.fillRect(area.adjusted(0, radius, 0, 0), self._look.color("danger"))
        painter.end()
