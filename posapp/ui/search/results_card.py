"""Whom a search found, masked, page by page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.domain.member import MemberStatus
from posapp.ui.error_texts import text_for
from posapp.ui.format import time_from_ms
from posapp.ui.i18n import tr
from posapp.ui.pay.header import tier_title
from posapp.ui.service.words import status_title
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import ElidedLabel
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.search.presenter import SearchPresenter
    from posapp.ui.search.state import SearchState
    from posapp.wire.member_search import MemberRow


class ResultsCard(QWidget):
    """One press on a row opens her file."""

    def __init__(self, look: Look, presenter: SearchPresenter) -> None:
        super().__init__()
        self._look = look
        self._presenter = presenter
        self._shown: tuple[MemberRow, ...] = ()
        self.rows: list[ChoiceRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(look.px(8))
        self._list.addStretch(1)
        self._scroller = Scroller(inner)
        column.addWidget(self._scroller, 1)
        self._empty = EmptyState(look, "user", "", "", name="search.empty")
        column.addWidget(self._empty, 1)
        column.addLayout(self._pager())

    def _pager(self) -> QHBoxLayout:
        look = self._look
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.before = TouchButton(look, "search.before", tr("上一页"), icon="chevron-left")
        self.after = TouchButton(look, "search.after", tr("下一页"), icon="chevron-right")
        self._place = ElidedLabel(look, size="small", tone="text2", name="search.place")
        self.before.clicked.connect(self._presenter.page_before)
        self.after.clicked.connect(self._presenter.next_page)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addWidget(self._place, 1)
        return row

    def show_state(self, state: SearchState) -> None:
        if state.rows != self._shown:
            self._fill(state.rows)
        for place, made in enumerate(self.rows):
            made.setChecked(place == state.chosen)
        if state.row is not None:
            self._scroller.ensureWidgetVisible(self.rows[state.chosen])
        self._scroller.setVisible(bool(state.rows))
        self._empty.setVisible(not state.rows)
        text, hint = _nobody(state)
        self._empty.text.setText(text)
        self._empty.hint.setText(hint)
        self._empty.hint.setVisible(bool(hint))
        self.before.setEnabled(len(state.places) > 1 and not state.loading)
        self.after.setEnabled(bool(state.next) and not state.loading)
        self._place.setText(tr("第 {n} 页", n=len(state.places)) if state.rows else "")

    def _fill(self, rows: tuple[MemberRow, ...]) -> None:
        self._shown = rows
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = []
        for place, row in enumerate(rows):
            made = ChoiceRow(
                self._look,
                f"search.row{place}",
                row.name or row.number,
                _about(row),
                value=_standing(row),
                icon="user",
                height=60,
            )
            made.clicked.connect(partial(self._presenter.open_file, place))
            self.rows.append(made)
            self._list.insertWidget(place, made)


def _about(row: MemberRow) -> str:
    parts = [row.phone, row.number]
    if row.last_sale_ms:
        day = time_from_ms(row.last_sale_ms).astimezone().strftime("%Y-%m-%d")
        parts.append(tr("最近消费 {day}", day=day))
    return "  ".join(part for part in parts if part)


def _standing(row: MemberRow) -> str:
    is_normal = row.status is MemberStatus.NORMAL
    return tier_title(row.tier) if is_normal else status_title(row.status)


def _nobody(state: SearchState) -> tuple[str, str]:
    if state.loading:
        return tr("正在问总部"), ""
    if state.problem is not None:
        return text_for(state.problem), ""
    if state.next:
        return tr("找到这里还没有符合的会员"), tr("按下一页继续往下找")
    if state.asked:
        return tr("没有符合这些条件的会员"), tr("少填一个条件再找")
    return tr("还没有查找"), tr("填一个或几个条件，按 Enter")
