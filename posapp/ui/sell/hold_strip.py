"""The parked orders (挂单) under the tiles: one touch takes one back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.format import local_time, money, time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QResizeEvent

    from posapp.offline.drafts import ParkedDraft
    from posapp.ui.look import Look


class HoldStrip(Card):
    """Emits `recalled` with the id of a parked order; says so when there is none."""

    recalled = Signal(str)

    def __init__(self, look: Look, zone: tzinfo | None, parent: QWidget | None = None) -> None:
        super().__init__(
            look, radius=6, padding=0, horizontal=True, name="sell.holds", parent=parent
        )
        self.look = look
        self._zone = zone
        self._parked: tuple[ParkedDraft, ...] = ()
        self.setFixedHeight(look.px(48))
        self.rows.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._title = Label(look, tr("挂单"), size="small", tone="text2")
        self._count = Label(look, "0", size="small", bold=True)
        self._none = Label(look, tr("没有挂单"), size="small", tone="text2")
        self._chips = QHBoxLayout()
        self._chips.setSpacing(look.px(8))
        for part in (self._title, self._count, self._none):
            self.rows.addWidget(part)
        self.rows.addLayout(self._chips)
        self.rows.addStretch(1)
        self.rows.addWidget(KeyHint(look, "F4"))

    def show_parked(self, parked: tuple[ParkedDraft, ...]) -> None:
        if parked is self._parked:
            return
        self._parked = parked
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fill()

    def _fill(self) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._count.setText(str(len(self._parked)))
        self._count.setVisible(bool(self._parked))
        self._none.setVisible(not self._parked)
        room = self.width() - self.look.px(150)
        for parked in self._parked:
            chip = self._chip(parked)
            room -= chip.sizeHint().width() + self.look.px(8)
            if room < 0:
                chip.deleteLater()
                break
            self._chips.addWidget(chip)

    def _chip(self, parked: ParkedDraft) -> TouchButton:
        at = local_time(time_from_ms(parked.at_ms), self._zone)
        text = f"{at}  {parked.label}  {money(parked.amount)}"
        chip = TouchButton(
            self.look, f"sell.hold.{parked.id}", text, kind=Kind.QUIET, height=40, size="small"
        )
        chip.clicked.connect(lambda: self.recalled.emit(parked.id))
        return chip
