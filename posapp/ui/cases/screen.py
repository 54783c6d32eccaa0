"""The page of what waits for a person: the list at the left, one thing whole at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from posapp.ui.cases.act_dialog import ActDialog
from posapp.ui.cases.detail_card import DetailCard
from posapp.ui.cases.list_card import ListCard
from posapp.ui.cases.state import Act, View
from posapp.ui.cases.words import age_text
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.list_page import ListPage
from posapp.ui.navigation import Hint, Place
from posapp.ui.one_question import OneQuestion
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.cases.presenter import CasesPresenter
    from posapp.ui.cases.state import CasesState, Question
    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation


class CasesScreen(ListPage):
    """↑↓ move through the list, Space changes the side that is shown, Ctrl+Enter applies again."""

    def __init__(
        self,
        frame: Frame,
        presenter: CasesPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.look, "cases", tr("需人工处理"), presenter, parent)
        self._frame = frame
        self._presenter = presenter
        self._question: OneQuestion[ActDialog] = OneQuestion(navigation)
        look = self.look
        self.merging = TouchButton(look, "cases.merging", tr("合并重复"), icon="users", height=48)
        self.merging.clicked.connect(lambda: navigation.go(Place.MERGING))
        self.head.addWidget(self.merging)
        self.head.addWidget(self.reload)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        self.list = ListCard(look, presenter)
        self.detail = DetailCard(look, presenter)
        columns.addWidget(self.list, 4)
        columns.addWidget(self.detail, 7)
        self.body.addLayout(columns, 1)
        self.add_back_action(tr("返回"))
        self.file = TouchButton(look, "cases.file", tr("会员档案"), icon="user", height=64)
        self.file.clicked.connect(presenter.to_member)
        self.foot.addWidget(self.file)
        self.close_case = TouchButton(look, "cases.close", tr("关闭这件事"), height=64)
        self.close_case.setMinimumWidth(look.px(200))
        self.close_case.clicked.connect(lambda: presenter.ask(Act.CLOSE))
        self.foot.addWidget(self.close_case)
        self.apply = self.add_primary(tr("按原文重新入账"), key=self.cap(Action.SAVE))
        self.apply.clicked.connect(self._apply)
        self.set_deed(tr("重新入账"), self._apply)
        self.list.opened.connect(presenter.choose)
        presenter.changed.connect(self.show_state)
        presenter.asked.connect(self._on_asked)
        presenter.closed.connect(self._on_closed)
        self.show_state(presenter.state)

    # -- the surface

    def enter(self, payload: object) -> None:
        self._presenter.open()

    def first_focus(self) -> QWidget | None:
        return self.list

    def hints(self) -> tuple[Hint, ...]:
        walk, *others = super().hints()
        return (walk, Hint(self.cap(Action.TOGGLE), tr("换页")), *others)

    def take_action(self, action: Action) -> bool:
        focus = QApplication.focusWidget()
        is_typing = isinstance(focus, QLineEdit | QPlainTextEdit)
        match action:
            case Action.UP | Action.DOWN if is_typing:
                return False
            case Action.TOGGLE if not isinstance(focus, QAbstractButton) and not is_typing:
                self._next_view()
            case Action.TOGGLE | Action.CONFIRM if isinstance(focus, ChoiceRow):
                focus.click()
            case _:
                return super().take_action(action)
        return True

    def _next_view(self) -> None:
        state = self._presenter.state
        views = [view for view in View if view is not View.EDIT or state.is_held]
        place = views.index(state.view) + 1
        self._presenter.choose_view(str(views[place % len(views)]))

    # -- acts

    @Slot()
    def _apply(self) -> None:
        if self.apply.isEnabled():
            state = self._presenter.state
            self._presenter.ask(Act.MEND if state.is_changed else Act.REAPPLY)

    @Slot(object)
    def _on_asked(self, question: Question) -> None:
        dialog = ActDialog(self._frame, question)
        dialog.given.connect(self._on_given)
        dialog.withdrawn.connect(self._presenter.cancel)
        self._question.ask(dialog)

    @Slot(str, str)
    def _on_given(self, note: str, pin: str) -> None:
        dialog = self._question.dialog
        self._presenter.answer(note, pin, "" if dialog is None else dialog.answer_text)

    @Slot()
    def _on_closed(self) -> None:
        self._question.close()

    # -- showing

    @Slot(object)
    def show_state(self, state: CasesState) -> None:
        self.list.show_state(state)
        self.detail.show_state(state)
        self.remark.setText(_remark(state))
        self.reload.set_busy(state.loading)
        self._show_actions(state)
        dialog = self._question.dialog
        if dialog is not None and state.question is not None:
            dialog.show_question(state.question)

    def _show_actions(self, state: CasesState) -> None:
        mends = state.is_changed
        self.apply.set_text(tr("按更正的内容入账") if mends else tr("按原文重新入账"))
        self.apply.refuse(_why_not_apply(state))
        has_case = state.told is not None and bool(state.told.case_id)
        self.close_case.refuse("" if has_case else tr("没有未关闭的事"))
        asked = state.told is not None and state.told.asked
        self.close_case.set_text(tr("答复并关闭") if asked else tr("关闭这件事"))
        self.file.setVisible(state.told is not None and bool(state.told.member_id))


def _remark(state: CasesState) -> str:
    if not state.total:
        return ""
    age = age_text(state.oldest_ms, state.now_ms)
    return tr("共 {n} 件，最早的已等 {age}", n=state.total, age=age)


def _why_not_apply(state: CasesState) -> str:
    if state.told is None:
        return tr("先选一件事")
    if not state.is_held:
        return tr("没有要入账的流水")
    if state.wrong is not None:
        return tr("更正的内容还不对")
    return ""
