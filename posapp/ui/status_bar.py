"""The bar at the bottom: the last sale with its reprint, and the keys of the present screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.format import money, money_digits
from posapp.ui.frame import STATUS_BAR
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from posapp.ui.look import Look
    from posapp.ui.navigation import Hint
    from posapp.ui.sell.state import LastSale


class StatusBar(QWidget):
    """Emits `reprint_asked` and `help_asked`."""

    reprint_asked = Signal()
    help_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("status_bar")
        self._look = look
        self._hints: tuple[Hint, ...] = ()
        self._shown: list[_ShownHint] = []
        self.setFixedHeight(look.px(STATUS_BAR))
        self.last = ElidedLabel(look, size="status", tone="text2", name="status.last", hug=True)
        self.reprint = LinkButton(look, "status.reprint", tr("重打"), size="small")
        self._reprint_key = KeyHint(look, look.keymap.key("sell", Action.REPRINT))
        self._keys = QHBoxLayout()
        self._keys.setSpacing(look.px(16))
        self.help = LinkButton(look, "status.help", tr("键位"), size="small", tone="text")
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(16), 1, look.px(16), 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.last)
        row.addWidget(self.reprint)
        row.addWidget(self._reprint_key)
        row.addStretch(1)
        row.addLayout(self._keys)
        row.addWidget(self.help)
        row.addWidget(KeyHint(look, "F1"))
        self.reprint.clicked.connect(self.reprint_asked)
        self.help.clicked.connect(self.help_asked)
        self.show_last(None)

    def show_last(self, sale: LastSale | None) -> None:
        self.reprint.setVisible(sale is not None)
        self._reprint_key.setVisible(sale is not None)
        if sale is None:
            self.last.setText("")
            return
        text = tr("上一单 #{number}  {net}", number=sale.receipt_number, net=money(sale.net))
        if sale.tendered:
            text += "  " + tr("现金 {amount}", amount=money_digits(sale.tendered))
            text += "  " + tr("找零 {amount}", amount=money_digits(sale.change))
        self.last.setText(text)

    def show_reprint_key(self, key: str) -> None:
        """The key that reprints from the page above the bar."""
        self._reprint_key.set_key(key)

    def show_hints(self, hints: tuple[Hint, ...]) -> None:
        if hints != self._hints:
            self._hints = hints
            self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.fillRect(0, 0, self.width(), 1, self._look.color("divider"))
        painter.end()

    def _fill(self) -> None:
        """As many keys as fit into half of the bar, the first ones first."""
        room, fitting = self.width() * 45 // 100, 0
        for place, hint in enumerate(self._hints):
            shown = self._shown_at(place)
            shown.show_hint(hint)
            room -= shown.sizeHint().width() + self._look.px(16)
            if room < 0:
                break
            shown.show()
            fitting += 1
        for spare in self._shown[fitting:]:
            spare.hide()

    def _shown_at(self, place: int) -> _ShownHint:
        """Used again: every widget that is made and dropped costs a little memory for good."""
        if place == len(self._shown):
            self._shown.append(_ShownHint(self._look))
            self._keys.addWidget(self._shown[place])
        return self._shown[place]


class _ShownHint(QWidget):
    """A key cap and what it does."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._cap = KeyHint(look, "")
        self._words = Label(look, size="status", tone="text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(6))
        row.addWidget(self._cap)
        row.addWidget(self._words)

    def show_hint(self, hint: Hint) -> None:
        self._cap.set_key(hint.key)
        self._words.setText(hint.text)
