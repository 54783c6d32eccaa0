"""The list of pairs and merges, and one of them: side by side, with what would be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.merging.state import Shelf, Side
from posapp.ui.merging.words import (
    empty_hint,
    empty_text,
    like_title,
    lines,
    lost_text,
    merge_line,
    merge_sub,
    merge_title,
    pair_sub,
    pair_title,
    refusal,
)
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.form_field import FormField
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.naming import name_control
from posapp.ui.widgets.scroll import Scroller
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.ui.merging.presenter import MergingPresenter
    from posapp.ui.merging.state import MergingState
    from posapp.ui.merging.words import Line
    from posapp.wire.merging import MergeShown

_WIDTHS: Final = (4, 5, 5, 5)


class PairList(QWidget):
    """Emits `opened` with the place of a row on the page."""

    opened = Signal(int)

    def __init__(self, look: Look, presenter: MergingPresenter) -> None:
        super().__init__()
        name_control(self, "merging.list", tr("合并重复"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._presenter = presenter
        self._shown: tuple[object, ...] | None = None
        self.rows: list[ChoiceRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        shelves = ((Shelf.WAITING.value, tr("待核对")), (Shelf.DONE.value, tr("合并过的")))
        self.shelf = ChoiceGroup(look, "merging.shelf", shelves, height=48, fill=True)
        self.shelf.chosen.connect(presenter.choose_shelf)
        column.addWidget(self.shelf)
        column.addWidget(self._finder())
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
            tr("没有待核对的"),
            tr("总部查到手机号、卡或姓名生日相同的，会列在这里"),
            name="merging.empty",
        )
        column.addWidget(self._empty, 1)
        column.addWidget(self._pager())

    def _finder(self) -> QWidget:
        """The other file by hand; shown with her whose it may be."""
        look = self._look
        self._find = QWidget()
        row = QHBoxLayout(self._find)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.other = FormField(
            look,
            "merging.other",
            tr("另一份档案"),
            placeholder=tr("手机号、会员号或卡"),
            code=True,
        )
        self.look_up = TouchButton(look, "merging.find", tr("并排看"), height=48)
        self.other.edit.returnPressed.connect(self.find_other)
        self.look_up.clicked.connect(self.find_other)
        row.addWidget(self.other, 1)
        row.addWidget(self.look_up, 0, Qt.AlignmentFlag.AlignBottom)
        return self._find

    def _pager(self) -> QWidget:
        look, presenter = self._look, self._presenter
        self._pages = QWidget()
        row = QHBoxLayout(self._pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        self.before = TouchButton(look, "merging.before", tr("上一页"), icon="chevron-left")
        self.after = TouchButton(look, "merging.after", tr("下一页"), icon="chevron-right")
        self.before.clicked.connect(presenter.page_before)
        self.after.clicked.connect(presenter.next_page)
        row.addWidget(self.before)
        row.addWidget(self.after)
        row.addStretch(1)
        return self._pages

    @Slot()
    def find_other(self) -> None:
        if self.other.text:
            self._presenter.find(self.other.text)

    def show_state(self, state: MergingState) -> None:
        waiting = state.shelf is Shelf.WAITING
        self.shelf.setVisible(state.her is not None)
        self.shelf.choose(state.shelf.value)
        self._find.setVisible(state.her is not None and waiting)
        shown = state.pairs if waiting else state.merges
        if shown != self._shown:
            self._shown = shown
            self._fill(state)
        for place, made in enumerate(self.rows):
            made.setChecked(place == state.chosen)
        self._scroller.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._empty.text.setText(empty_text(state))
        hint = empty_hint(state)
        self._empty.hint.setText(hint)
        self._empty.hint.setVisible(bool(hint))
        has_pages = len(state.places) > 1 or bool(state.next)
        self._pages.setVisible(has_pages and waiting)
        self.before.setEnabled(len(state.places) > 1 and not state.loading)
        self.after.setEnabled(bool(state.next) and not state.loading)

    def _fill(self, state: MergingState) -> None:
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = []
        if state.shelf is Shelf.WAITING:
            # Both numbers are spoken here and shown once chosen: beside the reason none would fit.
            texts = [
                (pair_title(each), like_title(each.reason), pair_sub(each)) for each in state.pairs
            ]
        else:
            texts = [(merge_title(each), merge_sub(each), "") for each in state.merges]
        for place, (title, sub, more) in enumerate(texts):
            made = ChoiceRow(
                self._look,
                f"merging.row{place}",
                title,
                sub,
                height=60,
                label=f"{title} {sub} {more}".strip(),
            )
            made.clicked.connect(partial(self._on_clicked, place))
            self.rows.append(made)
            self._list.insertWidget(place, made)

    def _on_clicked(self, place: int, _checked: bool = False) -> None:
        self.opened.emit(place)


class PairCard(Card):
    """The one who stays, the other, and what would be; empty while none is chosen."""

    def __init__(self, look: Look, presenter: MergingPresenter) -> None:
        super().__init__(look, padding=12, name="merging.pair")
        self._look = look
        self._told: MergeShown | None = None
        self.rows.setSpacing(look.px(4))
        sides = ((Side.LEFT.value, tr("保留左边")), (Side.RIGHT.value, tr("保留右边")))
        self.keep = ChoiceGroup(look, "merging.keep", sides, height=48, fill=True)
        self.keep.choose(Side.LEFT.value)
        self.keep.chosen.connect(presenter.keep)
        self.rows.addWidget(self.keep)
        self.story = Label(look, wrap=True, name="merging.story")
        self.rows.addWidget(self.story)
        self.refusal = Label(look, tone="danger", bold=True, wrap=True, name="merging.refusal")
        self.rows.addWidget(self.refusal)
        inner = QWidget()
        self._lines = QVBoxLayout(inner)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(look.px(2))
        self._lines.addStretch(1)
        self.rows.addWidget(Scroller(inner), 1)

    def show_state(self, state: MergingState) -> None:
        is_pair = state.pair is not None
        self.keep.setVisible(is_pair)
        self.keep.choose(state.keep.value)
        story = "" if state.merge is None else merge_line(state.merge)
        if state.told is not None:
            story = lost_text(state.told)
        self.story.setText(story)
        self.story.setVisible(bool(story))
        wrong = "" if state.why is None else text_for(state.why)
        if state.told is not None:
            wrong = refusal(state.told)
        self.refusal.setText(wrong)
        self.refusal.setVisible(bool(wrong))
        if state.told is not self._told:
            self._told = state.told
            self._fill(state)

    def _fill(self, state: MergingState) -> None:
        """The sides stay where they are, whichever is kept."""
        while self._lines.count() > 1:
            item = self._lines.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if state.told is None:
            return
        right = state.keep is Side.RIGHT
        after = "—" if state.told.why_not else tr("合并后")
        head = ("", tr("左边"), tr("右边"), after)
        self._lines.insertWidget(0, _line(self._look, head, 0, bold=True))
        for place, (title, kept, gone, both) in enumerate(lines(state.told), start=1):
            one, other = (gone, kept) if right else (kept, gone)
            line: Line = (title, one, other, "—" if state.told.why_not else both)
            self._lines.insertWidget(place, _line(self._look, line, place))


def _line(look: Look, texts: Line, place: int, *, bold: bool = False) -> QWidget:
    """Read aloud as one: what it is, left, right, afterwards."""
    line = QWidget()
    line.setObjectName(f"merging.line{place}")
    line.setAccessibleName("  ".join(text for text in texts if text))
    row = QHBoxLayout(line)
    row.setContentsMargins(0, look.px(2), 0, look.px(2))
    row.setSpacing(look.px(8))
    for column, (text, width) in enumerate(zip(texts, _WIDTHS, strict=True)):
        tone = "text2" if column == 0 else "text"
        strong = bold or column == len(_WIDTHS) - 1
        row.addWidget(ElidedLabel(look, text, size="small", tone=tone, bold=strong), width)
    return line
