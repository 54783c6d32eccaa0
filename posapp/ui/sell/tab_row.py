"""The category tabs; what does not fit comes in turn behind 更多."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from posapp.ui.i18n import tr
from posapp.ui.sell.state import FAVOURITES
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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(8))
        self.setFixedHeight(look.px(40))

    def show_tabs(self, categories: tuple[Category, ...], current: str) -> None:
        if (categories, current) == (self._categories, self._current) and self._row.count():
            return
        self._categories, self._current = categories, current
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fill()

    def _fill(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        names = [(FAVOURITES, tr("常用"))] + [(c.id, c.name) for c in self._categories]
        shown = self._fitting(names)
        for value, name in shown:
            self._add(value, name)
        if len(shown) < len(names):
            more = TouchButton(
                self._look,
                "sell.tabs.more",
                tr("更多"),
                kind=Kind.TAB,
                icon="chevron-down",
                height=40,
            )
            more.clicked.connect(self._turn)
            self._row.addWidget(more)

    def _fitting(self, names: list[tuple[str, str]]) -> list[tuple[str, str]]:
        metrics = QFontMetrics(self._look.font("body", bold=True))
        gap = self._look.px(8)
        room = self.width() + gap
        widths = [
            max(self._look.px(64), metrics.horizontalAdvance(n) + self._look.px(28)) + gap
            for _v, n in names
        ]
        if sum(widths) <= room:
            self._first = 0
            return names
        room -= metrics.horizontalAdvance(tr("更多")) + self._look.px(64) + gap
        shown = []
        for (value, name), width in list(zip(names, widths, strict=True))[self._first :]:
            if width > room:
                break
            room -= width
            shown.append((value, name))
        return shown or names[:1]

    def _add(self, value: str, name: str) -> None:
        button = TouchButton(
            self._look, f"sell.tab.{value or 'favourites'}", name, kind=Kind.TAB, height=40
        )
        button.setChecked(value == self._current)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._open(value))
        self._row.addWidget(button, 1)

    def _open(self, value: str) -> None:
        self._current = value
        self._fill()
        self.opened.emit(value)

    def _turn(self) -> None:
        names = 1 + len(self._categories)
        self._first += max(1, self._row.count() - 1)
        if self._first >= names:
            self._first = 0
        self._fill()
