"""The held sales (挂单) under the tiles, each with its age: one touch takes one back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.sell.hold_words import age_text, chip_text
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.key_hint import KeyHint
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.tab_order import stop_before
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from PySide6.QtGui import QResizeEvent

    from posapp.offline.drafts import ParkedDraft
    from posapp.ui.look import Look

AGES_EVERY_MS: Final = 30_000
_OLD_MS: Final = 30 * 60_000


class HoldStrip(Card):
    """Emits `recalled` with the id of a held sale; says so when there is none."""

    recalled = Signal(str)

    def __init__(
        self, look: Look, zone: tzinfo | None, parent: QWidget | None = None, *, key: str = "F4"
    ) -> None:
        super().__init__(
            look, radius=6, padding=0, horizontal=True, name="sell.holds", parent=parent
        )
        self.look = look
        self._zone = zone
        self._parked: tuple[ParkedDraft, ...] = ()
        self._chips: list[HoldChip] = []
        self._next_stop: QWidget | None = None
        self._now_ms: Callable[[], int] = _wall_ms
        self._old_ms = _OLD_MS
        self.setFixedHeight(look.px(48))
        self.rows.setContentsMargins(look.px(16), 0, look.px(16), 0)
        self._title = Label(look, tr("挂单"), size="small", tone="text2")
        self._count = Label(look, "0", size="small", bold=True, name="sell.holds.count")
        self._none = Label(look, tr("没有挂单"), size="small", tone="text2")
        self._row = QHBoxLayout()
        self._row.setSpacing(look.px(8))
        self._more = Label(look, size="small", tone="text2", name="sell.holds.more")
        for part in (self._title, self._count, self._none):
            self.rows.addWidget(part)
        self.rows.addLayout(self._row)
        self.rows.addWidget(self._more)
        self.rows.addStretch(1)
        self.rows.addWidget(KeyHint(look, key))
        self._ages = QTimer(self)
        self._ages.setInterval(AGES_EVERY_MS)
        self._ages.timeout.connect(self.show_ages)

    def keep_time(self, now_ms: Callable[[], int], old_minutes: int) -> None:
        """Ages are counted by this clock; older than `old_minutes` stands out."""
        self._now_ms = now_ms
        self._old_ms = old_minutes * 60_000
        self.show_ages()

    def come_before(self, stop: QWidget) -> None:
        """Where Tab goes on from the last held sale."""
        self._next_stop = stop

    def show_parked(self, parked: tuple[ParkedDraft, ...]) -> None:
        if parked is self._parked:
            return
        self._parked = parked
        self._fill()

    @Slot()
    def show_ages(self) -> None:
        """Everything is a little older."""
        now_ms = self._now_ms()
        if any(chip.is_old != self._is_old(chip.parked, now_ms) for chip in self._chips):
            self._fill()
        for chip in self._chips:
            chip.show_age(now_ms - chip.parked.at_ms)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fill()

    def _fill(self) -> None:
        while self._chips:
            chip = self._chips.pop()
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._count.setText(str(len(self._parked)))
        self._count.setVisible(bool(self._parked))
        self._none.setVisible(not self._parked)
        if self._parked:
            self._ages.start()
        else:
            self._ages.stop()
        self._add_chips()
        hidden = len(self._parked) - len(self._chips)
        self._more.setText(tr("还有 {n} 单", n=hidden) if hidden else "")

    def _add_chips(self) -> None:
        """As many as fit, oldest first; the rest is in the list of F4."""
        room = self.width() - self.look.px(190)
        now_ms = self._now_ms()
        for parked in self._parked:
            chip = HoldChip(self.look, parked, is_old=self._is_old(parked, now_ms))
            chip.show_age(now_ms - parked.at_ms)
            room -= chip.sizeHint().width() + self.look.px(8)
            if room < 0:
                chip.deleteLater()
                return
            chip.clicked.connect(lambda _checked=False, held=parked.id: self.recalled.emit(held))
            self._row.addWidget(chip)
            if self._next_stop is not None:
                stop_before(self._next_stop, chip)
            self._chips.append(chip)

    def _is_old(self, parked: ParkedDraft, now_ms: int) -> bool:
        return now_ms - parked.at_ms >= self._old_ms


class HoldChip(TouchButton):
    """One held sale; an old one carries a sign beside its colour."""

    def __init__(self, look: Look, parked: ParkedDraft, *, is_old: bool) -> None:
        super().__init__(
            look,
            f"sell.hold.{parked.id}",
            chip_text(parked, 0),
            kind=Kind.WARN if is_old else Kind.QUIET,
            icon="clock" if is_old else "",
            height=40,
            size="small",
        )
        self.parked = parked
        self.is_old = is_old

    def show_age(self, age_ms: int) -> None:
        self.set_text(chip_text(self.parked, age_ms))
        age = age_text(age_ms)
        self.setAccessibleDescription(tr("已挂 {age}，较久", age=age) if self.is_old else age)


def _wall_ms() -> int:
    return time.time_ns() // 1_000_000
