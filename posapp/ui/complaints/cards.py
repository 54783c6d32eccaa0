"""The list of complaints, and one of them with its steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.complaints.words import (
    detail_sub,
    empty_text,
    row_age,
    row_sub,
    row_title,
    step_line,
)
from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.complaints import ComplaintShelf

if TYPE_CHECKING:
    from posapp.ui.complaints.presenter import ComplaintsPresenter
    from posapp.ui.complaints.state import ComplaintsState
    from posapp.ui.look import Look
    from posapp.wire.complaints import ComplaintRow, ComplaintTold


class ComplaintList(QWidget):
    """Emits `opened` with the place of a row on the page."""

    opened = Signal(int)

    def __init__(self, look: Look, presenter: ComplaintsPresenter) -> None:
        super().__init__()
        name_control(self, "complaints.list", tr("投诉"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._shown: tuple[ComplaintRow, ...] = ()
        self.rows: list[ChoiceRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        shelves = (
            (ComplaintShelf.WAITING.value, tr("待办")),
            (ComplaintShelf.OVERDUE.value, tr("过期")),
            (ComplaintShelf.CLOSED.value, tr("已关闭")),
        )
        self.shelf = ChoiceGroup(look, "complaints.shelf", shelves, height=48, fill=True)
        self.shelf.choose(ComplaintShelf.WAITING.value)
        self.shelf.chosen.connect(presenter.choose_shelf)
        column.addWidget(self.shelf)
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(8))
        self._list.addStretch(1)
        self._scroller = Scroller(inner)
        column.addWidget(self._scroller, 1)
        self._empty = EmptyState(
            look,
            "check",
            tr("没有投诉"),
            tr("会员说的不满记在这里，按记录投诉"),
            name="complaints.empty",
        )
        column.addWidget(self._empty, 1)
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.before = TouchButton(look, "complaints.before", tr("上一页"), icon="chevron-left")
        self.after = TouchButton(look, "complaints.after", tr("下一页"), icon="chevron-right")
        self.before.clicked.connect(presenter.page_before)
        self.after.clicked.connect(presenter.next_page)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addStretch(1)
        column.addLayout(row)

    @Slot(object)
    def show_state(self, state: ComplaintsState) -> None:
        self.shelf.choose(state.shelf.value)
        if state.rows != self._shown:
            self._fill(state)
        for place, made in enumerate(self.rows):
            made.setChecked(place == state.chosen)
        self._scroller.setVisible(bool(state.rows))
        self._empty.setVisible(not state.rows)
        self._empty.text.setText(empty_text(state))
        self.before.setEnabled(len(state.places) > 1 and not state.loading)
        self.after.setEnabled(bool(state.next) and not state.loading)

    def _fill(self, state: ComplaintsState) -> None:
        self._shown = state.rows
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = []
        for place, row in enumerate(state.rows):
            made = ChoiceRow(
                self._look,
                f"complaints.row{place}",
                row_title(row),
                row_sub(row),
                icon="warning" if row.is_late else "clock",
                value=row_age(row, state.now_ms),
                height=60,
                label=f"{row_title(row)} {row_sub(row)}".strip(),
            )
            made.clicked.connect(partial(self._on_clicked, place))
            self.rows.append(made)
            self._list.insertWidget(place, made)

    def _on_clicked(self, place: int) -> None:
        self.opened.emit(place)


class ComplaintCard(Card):
    """One whole; empty while none is chosen."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=16, name="complaints.detail")
        self._look = look
        self._told: ComplaintTold | None = None
        self.rows.setSpacing(look.px(8))
        self._title = ElidedLabel(look, size="h2", bold=True, name="complaints.title")
        self._sub = Label(look, size="small", tone="text2", wrap=True, name="complaints.sub")
        self.rows.addWidget(self._title)
        self.rows.addWidget(self._sub)
        inner = QWidget()
        self._steps = QVBoxLayout(inner)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(look.px(12))
        self._steps.addStretch(1)
        self.rows.addWidget(Scroller(inner), 1)

    @Slot(object)
    def show_state(self, state: ComplaintsState) -> None:
        if state.told is self._told:
            return
        self._told = told = state.told
        while self._steps.count() > 1:
            item = self._steps.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._title.setText("" if told is None else row_title(told.row))
        self._sub.setText("" if told is None else detail_sub(told.row))
        for place, step in enumerate(() if told is None else told.steps):
            line = Label(self._look, step_line(step), wrap=True, name=f"complaints.step{place}")
            self._steps.insertWidget(place, line)
