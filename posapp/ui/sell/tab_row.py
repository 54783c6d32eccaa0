"""The category tabs; what does not fit comes in turn behind 更多."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from posapp.ui.i18n import tr
from posapp.ui.sell.state import FAVOURITES
from posapp.ui.widgets.tab_order import stop_before
from posapp.ui.widgets.touch_button import Kind, TouchButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from posapp.domain.catalog import Category
    from posapp.ui.look import Look


class TabRow(QWidget):
    """Emits `opened` with a category id, or FAVOURITES."""

    opened = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sell.tabs")
        self._look = look
        self._categories: tuple[Category, ...] = ()
        self._current = FAVOURITES
        self._first = 0
        self._values: tuple[str, ...] = ()
        self._tabs: list[TouchButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        self._more = TouchButton(
            look, "sell.tabs.more", tr("更多"), kind=Kind.TAB, icon="chevron-down", height=40
        )
        self._more.clicked.connect(self._turn)
        self._row.addWidget(self._more)
        self._more.hide()
        self.setFixedHeight(look.px(40))

    def show_tabs(self, categories: tuple[Category, ...], current: str) -> None:
        if (categories, current) == (self._categories, self._current) and self._values:
            return
        self._categories, self._current = categories, current
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fill()

    def _fill(self) -> None:
        names = [(FAVOURITES, tr("常用"))] + [(c.id, c.name) for c in self._categories]
        shown = self._fitting(names)
        self._values = tuple(value for value, _name in shown)
        for place, (value, name) in enumerate(shown):
            self._show_tab(self._tab_at(place, name), value, name)
        for spare in self._tabs[len(shown) :]:
            spare.hide()
        self._more.setChecked(False)
        self._more.setVisible(len(shown) < len(names))

    def _fitting(self, names: list[tuple[str, str]]) -> list[tuple[str, str]]:
        width_of = partial(self._look.texts.width, bold=True)
        gap = self._look.px(8)
        room = self.width() + gap
        widths = [max(self._look.px(64), width_of(n) + self._look.px(28)) + gap for _v, n in names]
        if sum(widths) <= room:
            self._first = 0
            return names
        room -= width_of(tr("更多")) + self._look.px(64) + gap
        shown = []
        for (value, name), width in list(zip(names, widths, strict=True))[self._first :]:
            if width > room:
                break
            room -= width
            shown.append((value, name))
        return shown or names[:1]

    def _tab_at(self, place: int, name: str) -> TouchButton:
        """Used again: the feed may bring other goods at any moment."""
        if place == len(self._tabs):
            button = TouchButton(
                self._look, "sell.tab", name, kind=Kind.TAB, height=40, parent=self
            )
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self._on_pressed, place))
            self._tabs.append(button)
            self._row.insertWidget(place, button, 1)
            stop_before(self._more, button)
        return self._tabs[place]

    def _show_tab(self, button: TouchButton, value: str, name: str) -> None:
        button.setObjectName(f"sell.tab.{value or 'favourites'}")
        button.set_text(name)
        button.setChecked(value == self._current)
        button.show()

    def _on_pressed(self, place: int) -> None:
        value = self._current = self._values[place]
        self._fill()
        self.opened.emit(value)

    def _turn(self) -> None:
        names = 1 + len(self._categories)
        self._first += max(1, len(self._values))
        if self._first >= names:
            self._first = 0
        self._fill()
