"""The list of what waits: shelf, tills, rows, pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.cases.words import age_text, kind_title, reason_text, row_sub
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import ElidedLabel
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.rows import Rows
from posapp.ui.widgets.scan_field import CodeEdit
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.case_work import Shelf

if TYPE_CHECKING:
    from posapp.ui.cases.presenter import CasesPresenter
    from posapp.ui.cases.state import CasesState
    from posapp.ui.look import Look
    from posapp.wire.case_work import CaseRow


class ListCard(QWidget):
    """Emits `opened` with the place of a row on the page."""

    opened = Signal(int)

    def __init__(self, look: Look, presenter: CasesPresenter) -> None:
        super().__init__()
        name_control(self, "cases.list", tr("需人工处理"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._presenter = presenter
        self._shown: tuple[CaseRow, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addLayout(self._filters())
        self._list = Rows(look)
        column.addWidget(self._list, 1)
        self._empty = EmptyState(
            look,
            "check",
            tr("没有要处理的事"),
            tr("总部收下但对不上的记录会列在这里，可按刷新再看"),
            name="cases.empty",
        )
        column.addWidget(self._empty, 1)
        column.addLayout(self._pager())

    def _filters(self) -> QVBoxLayout:
        look = self._look
        box = QVBoxLayout()
        box.setSpacing(look.px(8))
        shelves = ((Shelf.OPEN.value, tr("待处理")), (Shelf.HELD.value, tr("全部隔离")))
        self.shelf = ChoiceGroup(look, "cases.shelf", shelves, height=48, fill=True)
        self.shelf.choose(Shelf.OPEN.value)
        self.shelf.chosen.connect(self._presenter.choose_shelf)
        self.terminal = CodeEdit("cases.terminal", tr("机号"))
        self.terminal.setPlaceholderText(tr("机号，例如 A03，空为全部"))
        self.terminal.setFixedHeight(look.px(48))
        self.terminal.editingFinished.connect(self._narrow)
        box.addWidget(self.shelf)
        box.addWidget(self.terminal)
        return box

    def _pager(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.before = TouchButton(look, "cases.before", tr("上一页"), icon="chevron-left")
        self.after = TouchButton(look, "cases.after", tr("下一页"), icon="chevron-right")
        self._place = ElidedLabel(look, size="small", tone="text2", name="cases.place")
        self.before.clicked.connect(self._presenter.page_before)
        self.after.clicked.connect(self._presenter.next_page)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addWidget(self._place, 1)
        return row

    @Slot(object)
    def show_state(self, state: CasesState) -> None:
        self.shelf.choose(state.shelf.value)
        if state.rows != self._shown:
            self._shown = state.rows
            self._list.fill([self._row(place, state) for place in range(len(state.rows))])
        self._list.choose(state.chosen)
        self._list.setVisible(bool(state.rows))
        self._empty.setVisible(not state.rows)
        self._empty.text.setText(_empty_text(state))
        self.before.setEnabled(len(state.places) > 1 and not state.loading)
        self.after.setEnabled(bool(state.next) and not state.loading)
        self._place.setText(tr("第 {n} 页", n=len(state.places)) if state.rows else "")

    def _row(self, place: int, state: CasesState) -> ChoiceRow:
        row = state.rows[place]
        made = ChoiceRow(
            self._look,
            f"cases.row{place}",
            kind_title(row.kind),
            row_sub(row),
            value=age_text(row.at_ms, state.now_ms),
            height=60,
            label=f"{kind_title(row.kind)} {reason_text(row.code)}".strip(),
        )
        made.clicked.connect(partial(self._on_clicked, place))
        return made

    def _on_clicked(self, place: int) -> None:
        self.opened.emit(place)

    @Slot()
    def _narrow(self) -> None:
        self._presenter.narrow(self.terminal.text())


def _empty_text(state: CasesState) -> str:
    if state.problem is not None:
        return text_for(state.problem)
    return tr("正在问总部") if state.loading else tr("没有要处理的事")
