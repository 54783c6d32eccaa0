"""The page of payments taken elsewhere: one list, and what was found out about the chosen one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from posapp.ui.cases.proof_dialog import ProofDialog
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.list_page import ListPage
from posapp.ui.one_question import OneQuestion
from posapp.ui.recorded.words import (
    empty_text,
    question_reasons,
    question_words,
    row_sub,
    row_title,
    row_value,
    standing_texts,
    summary,
)
from posapp.ui.widgets.choice_group import ChoiceGroup
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.rows import Rows
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation
    from posapp.ui.recorded.presenter import RecordedPresenter
    from posapp.ui.recorded.state import RecordedState, Settling
    from posapp.wire.recorded import RecordedRow


class RecordedScreen(ListPage):
    """↑↓ move through the payments; Ctrl+Enter says that the chosen one was seen."""

    def __init__(
        self,
        frame: Frame,
        presenter: RecordedPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.look, "recorded", tr("外部收款核对"), presenter, parent)
        self._frame = frame
        self._presenter = presenter
        self._question: OneQuestion[ProofDialog] = OneQuestion(navigation)
        self._shown: tuple[RecordedRow, ...] | None = None
        look = self.look
        self.head.addWidget(self.reload)
        self.standing = ChoiceGroup(
            look, "recorded.standing", standing_texts(), height=48, fill=True
        )
        self.standing.chosen.connect(presenter.choose_standing)
        self.body.addWidget(self.standing)
        self._rows = Rows(look)
        self.body.addWidget(self._rows, 1)
        self._empty = EmptyState(
            look,
            "check",
            tr("没有待核对的外部收款"),
            tr("台卡、手持终端和券号收的钱会列在这里，到账单里查到才算数"),
            name="recorded.empty",
        )
        self.body.addWidget(self._empty, 1)
        self.add_back_action(tr("返回"))
        self.missing = TouchButton(look, "recorded.missing", tr("没查到"), height=64)
        self.missing.clicked.connect(presenter.ask_missing)
        self.foot.addWidget(self.missing, 1)
        self.seen = self.add_primary(tr("已查到"), key=self.cap(Action.SAVE))
        self.seen.clicked.connect(presenter.ask_seen)
        self.set_deed(tr("已查到"), presenter.ask_seen)
        presenter.changed.connect(self.show_state)
        presenter.asked.connect(self._on_asked)
        presenter.closed.connect(self._on_closed)
        self.show_state(presenter.state)

    # -- the surface

    def enter(self, payload: object) -> None:
        self._presenter.open()

    def first_focus(self) -> QWidget | None:
        return self.seen if self.seen.isEnabled() else self.reload

    # -- settling one

    @Slot(object)
    def _on_asked(self, settling: Settling) -> None:
        title, confirm = question_words(settling)
        dialog = ProofDialog(
            self._frame,
            "recorded_act",
            who=settling.who,
            title=title,
            confirm=confirm,
            safe=tr("返回，不处理"),
            reasons=question_reasons(seen=settling.seen),
        )
        dialog.given.connect(self._presenter.answer)
        dialog.withdrawn.connect(self._presenter.cancel)
        self._question.ask(dialog)

    @Slot()
    def _on_closed(self) -> None:
        self._question.close()

    # -- showing

    @Slot(object)
    def show_state(self, state: RecordedState) -> None:
        if state.rows != self._shown:
            self._shown = state.rows
            self._rows.fill([self._row(place, row) for place, row in enumerate(state.rows)])
        self._rows.choose(state.chosen)
        self.standing.choose(state.standing.value)
        self.remark.setText(summary(state) if state.rows else "")
        self._rows.setVisible(bool(state.rows))
        self._empty.setVisible(not state.rows)
        self._empty.text.setText(_empty_text(state))
        self.reload.set_busy(state.loading)
        nothing = "" if state.row is not None else tr("先选一笔")
        self.seen.refuse(nothing if nothing or state.may_be_seen else tr("已经查到"))
        self.missing.refuse(nothing if nothing or state.may_be_missed else tr("已经核对过"))
        dialog = self._question.dialog
        if dialog is not None and state.settling is not None:
            dialog.show_standing(busy=state.settling.busy, refusal=state.settling.refusal)

    def _row(self, place: int, row: RecordedRow) -> ChoiceRow:
        made = ChoiceRow(
            self.look,
            f"recorded.row{place}",
            row_title(row),
            row_sub(row),
            value=row_value(row),
            height=60,
            label=f"{row_title(row)} {row_value(row)}",
        )
        made.clicked.connect(partial(self._on_row, place))
        return made

    def _on_row(self, place: int, _checked: bool = False) -> None:
        self._presenter.choose(place)


def _empty_text(state: RecordedState) -> str:
    if state.problem is not None:
        return text_for(state.problem)
    return tr("正在问总部") if state.loading else empty_text(state.standing)
