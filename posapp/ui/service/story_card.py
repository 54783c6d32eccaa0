"""The sides of a file: everything that happened, who she is, her cards."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.service.bare_line import BareLine
from posapp.ui.service.state import Act, Tab
from posapp.ui.service.words import (
    bare_title,
    card_sub,
    card_title,
    file_lines,
    happened_more,
    happened_sub,
    happened_title,
    happened_value,
    why_not,
    why_not_merge,
)
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.service_desk import Shelf

if TYPE_CHECKING:
    from posapp.domain.extra_fields import ExtraField
    from posapp.ui.look import Look
    from posapp.ui.service.presenter import ServicePresenter
    from posapp.ui.service.state import ServiceState
    from posapp.wire.service_desk import CardShown, Happened, MemberFile, Shown

_TABS: Final = tuple(Tab)


class StoryCard(Card):
    """Rows are made anew only when others are shown. Emits `unmerge_asked` with a merge's id, and
    `reveal_asked` as the file does.
    """

    unmerge_asked = Signal(str)
    reveal_asked = Signal(str)

    def __init__(self, look: Look, presenter: ServicePresenter) -> None:
        super().__init__(look, padding=16, name="service.story")
        self._look = look
        self._presenter = presenter
        self._shown: tuple[Happened, ...] | None = None
        self._shown_file: MemberFile | None = None
        self._bare: dict[Shown, BareLine] = {}
        self.made: list[ChoiceRow] = []
        self.rows.setSpacing(look.px(8))
        tabs = (
            (Tab.TIMELINE.value, tr("经过")),
            (Tab.FILE.value, tr("资料")),
            (Tab.CARDS.value, tr("卡")),
        )
        self.tabs = ChoiceGroup(look, "service.tab", tabs, height=48)
        self.tabs.choose(Tab.TIMELINE.value)
        self.tabs.chosen.connect(presenter.choose_tab)
        self.rows.addWidget(self.tabs)
        self._stack = QStackedWidget()
        for page in (self._timeline_page(), self._lines_page(), self._cards_page()):
            self._stack.addWidget(page)
        self.rows.addWidget(self._stack, 1)

    def _timeline_page(self) -> QWidget:
        look = self._look
        page, column = _column(look)
        shelves = (
            (Shelf.ALL.value, tr("全部")),
            (Shelf.MONEY.value, tr("金额")),
            (Shelf.CHANGES.value, tr("变更")),
            (Shelf.ACCESS.value, tr("谁看过")),
        )
        self.shelf = ChoiceGroup(look, "service.shelf", shelves, height=48, fill=True)
        self.shelf.choose(Shelf.ALL.value)
        self.shelf.chosen.connect(self._presenter.choose_shelf)
        column.addWidget(self.shelf)
        inner, self._list = _column(look)
        self._list.addStretch(1)
        self._scroller = Scroller(inner)
        column.addWidget(self._scroller, 1)
        self._empty = EmptyState(
            look,
            "clock",
            tr("还没有记录"),
            tr("消费、充值、变更和查看都会记在这里"),
            name="service.empty",
        )
        column.addWidget(self._empty, 1)
        self._more = Label(look, size="small", wrap=True, name="service.more")
        column.addWidget(self._more)
        column.addLayout(self._pager())
        return page

    def _pager(self) -> QHBoxLayout:
        look, presenter = self._look, self._presenter
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        self.before = TouchButton(look, "service.before", tr("上一页"), icon="chevron-left")
        self.after = TouchButton(look, "service.after", tr("下一页"), icon="chevron-right")
        self.reverse = TouchButton(look, "service.reverse", tr("冲回"), height=56)
        self.before.clicked.connect(presenter.page_before)
        self.after.clicked.connect(presenter.next_page)
        self.reverse.clicked.connect(partial(presenter.ask, Act.REVERSE))
        row.addWidget(self.before)
        row.addWidget(self.after)
        self.unmerge = TouchButton(look, "service.unmerge", tr("撤销合并"), height=56)
        self.unmerge.clicked.connect(self._on_unmerge)
        row.addWidget(self.reverse, 1)
        row.addWidget(self.unmerge, 1)
        return row

    def _lines_page(self) -> QWidget:
        inner, self._lines = _column(self._look)
        self._lines.addStretch(1)
        return Scroller(inner)

    def _cards_page(self) -> QWidget:
        page, column = _column(self._look)
        inner, self._cards = _column(self._look)
        self._cards.addStretch(1)
        self._some_cards = Scroller(inner)
        self._no_card = EmptyState(
            self._look,
            "card",
            tr("没有绑过卡"),
            tr("按左边的绑卡，刷卡或输入卡号"),
            name="service.no_card",
        )
        column.addWidget(self._some_cards, 1)
        column.addWidget(self._no_card, 1)
        return page

    def show_state(self, state: ServiceState) -> None:
        self.tabs.choose(state.tab.value)
        self.shelf.choose(state.shelf.value)
        self._stack.setCurrentIndex(_TABS.index(state.tab))
        if state.rows != self._shown:
            self._fill(state.rows)
        for place, row in enumerate(self.made):
            row.setChecked(place == state.chosen)
        if state.file is not self._shown_file:
            self._shown_file = state.file
            self._fill_file(state.file, state.extra_fields)
        for what, line in self._bare.items():
            line.show_bare(state.bare_text(what))
        self._scroller.setVisible(bool(state.rows))
        self._empty.setVisible(not state.rows)
        self._empty.text.setText(_empty_text(state))
        self._empty.hint.setVisible(state.problem is None and not state.loading)
        more = "" if state.row is None else happened_more(state.row)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.before.setEnabled(len(state.places) > 1 and not state.loading)
        self.after.setEnabled(bool(state.next) and not state.loading)
        self.reverse.refuse(why_not(Act.REVERSE, state))
        is_merge = state.row is not None and state.row.kind == "merge"
        self.reverse.setVisible(not is_merge)
        self.unmerge.setVisible(is_merge)
        self.unmerge.refuse(why_not_merge(state) if is_merge else "")

    def _fill(self, rows: tuple[Happened, ...]) -> None:
        self._shown = rows
        _clear(self._list)
        self.made = []
        for place, row in enumerate(rows):
            title, sub = happened_title(row), happened_sub(row)
            made = ChoiceRow(
                self._look,
                f"service.row{place}",
                title,
                sub,
                value=happened_value(row),
                height=60,
                label=f"{title} {sub} {happened_more(row)}".strip(),
            )
            made.clicked.connect(partial(self._on_row, place))
            self.made.append(made)
            self._list.insertWidget(place, made)

    def _on_unmerge(self) -> None:
        row = self._presenter.state.row
        if row is not None:
            self.unmerge_asked.emit(row.id)

    def _on_row(self, place: int) -> None:
        self._presenter.choose(place)

    def _fill_file(self, file: MemberFile | None, fields: tuple[ExtraField, ...]) -> None:
        look = self._look
        _clear(self._lines)
        _clear(self._cards)
        self._bare = {}
        if file is None:
            return
        self._bare = {"name": self._bare_line("name", file.name)}
        self._bare["birthday"] = self._bare_line("birthday", file.birthday)
        lines = [*self._bare.values(), *(_line(look, *each) for each in file_lines(file, fields))]
        for place, line in enumerate(lines):
            self._lines.insertWidget(place, line)
        for place, card in enumerate(file.cards):
            self._cards.insertWidget(place, self._card_line(card))
        self._some_cards.setVisible(bool(file.cards))
        self._no_card.setVisible(not file.cards)

    def _bare_line(self, what: Shown, text: str) -> BareLine:
        line = BareLine(self._look, what, bare_title(what), text)
        line.asked.connect(self.reveal_asked)
        return line

    def _card_line(self, card: CardShown) -> QWidget:
        """The number of the one in use is in her file; of others only the end is kept."""
        if card.state != "active":
            return _line(self._look, card_title(card), card_sub(card))
        line = BareLine(self._look, "card", card_title(card), card_sub(card), masks=True)
        line.asked.connect(self.reveal_asked)
        self._bare["card"] = line
        return line


def _line(look: Look, title: str, text: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, look.px(4), 0, look.px(4))
    row.setSpacing(look.px(16))
    row.addWidget(ElidedLabel(look, title, tone="text2"), 2)
    row.addWidget(ElidedLabel(look, text), 3)
    return line


def _column(look: Look) -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(8))
    return page, column


def _clear(column: QVBoxLayout) -> None:
    """All but the stretch at the end."""
    while column.count() > 1:
        item = column.takeAt(0)
        widget = None if item is None else item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def _empty_text(state: ServiceState) -> str:
    if state.problem is not None:
        return text_for(state.problem)
    return tr("正在问总部") if state.loading else tr("还没有记录")
