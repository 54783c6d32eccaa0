"""The page of complaints: what waits at the left, one whole at the right, the steps below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QWidget

from posapp.domain.complaints import ComplaintStep
from posapp.ui.complaints.cards import ComplaintCard, ComplaintList
from posapp.ui.complaints.step_dialog import StepDialog
from posapp.ui.complaints.words import act_title, remark, why_not
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.one_question import OneQuestion
from posapp.ui.page import Page
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.complaints.presenter import ComplaintsPresenter
    from posapp.ui.complaints.state import ComplaintsState, Question
    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation

_STEPS: Final = (
    ComplaintStep.TAKEN,
    ComplaintStep.ANSWERED,
    ComplaintStep.CALLED,
    ComplaintStep.CLOSED,
)


class ComplaintsScreen(Page):
    """↑↓ move through the list, Tab reaches every key, Ctrl+Enter answers."""

    key_context = "list"

    def __init__(
        self,
        frame: Frame,
        presenter: ComplaintsPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.look, "complaints", tr("投诉"), parent)
        self._frame = frame
        self._presenter = presenter
        self._question: OneQuestion[StepDialog] = OneQuestion(navigation)
        look = self.look
        self.record = TouchButton(look, "complaints.record", tr("记录投诉"), height=48)
        self.record.clicked.connect(partial(presenter.ask, ComplaintStep.RECORDED))
        self.reload = TouchButton(look, "complaints.reload", tr("刷新"), icon="sync", height=48)
        self.reload.clicked.connect(presenter.load)
        self.head.addWidget(self.record)
        self.head.addWidget(self.reload)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        self.list = ComplaintList(look, presenter)
        self.detail = ComplaintCard(look)
        columns.addWidget(self.list, 5)
        columns.addWidget(self.detail, 6)
        self.body.addLayout(columns, 1)
        self.foot.setSpacing(look.px(8))
        leave = self.add_back_action(tr("返回"))
        leave.setMinimumWidth(look.px(120))
        self.member = TouchButton(look, "complaints.member", tr("档案与补偿"), height=64)
        self.member.clicked.connect(presenter.to_member)
        self.foot.addWidget(self.member)
        self._keys: dict[ComplaintStep, TouchButton] = {}
        for step in _STEPS:
            key = TouchButton(look, f"complaints.act.{step.value}", act_title(step), height=64)
            key.clicked.connect(partial(presenter.ask, step))
            self.foot.addWidget(key, 1)
            self._keys[step] = key
        self.list.opened.connect(presenter.choose)
        presenter.changed.connect(self.show_state)
        presenter.asked.connect(self._on_asked)
        presenter.closed.connect(self._on_closed)
        self.show_state(presenter.state)

    # -- the surface

    def enter(self, payload: object) -> None:
        self._presenter.open(payload if isinstance(payload, str) else "")

    def first_focus(self) -> QWidget | None:
        return self.list

    def go_back(self) -> None:
        self._presenter.back()

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(self.look.keymap.up_and_down(self.key_context), tr("选择")),
            Hint(self.cap(Action.SAVE), tr("答复")),
            Hint("Tab", tr("下一个键")),
            Hint("Esc", tr("返回")),
        )

    def take_action(self, action: Action) -> bool:
        focus = QApplication.focusWidget()
        match action:
            case Action.BACK:
                self.go_back()
            case Action.SAVE:
                answer = self._keys[ComplaintStep.ANSWERED]
                if answer.isEnabled():
                    answer.click()
            case Action.UP | Action.DOWN:
                self._presenter.step(-1 if action is Action.UP else 1)
            case Action.TOGGLE | Action.CONFIRM if isinstance(focus, ChoiceRow):
                focus.click()
            case Action.CONFIRM if isinstance(focus, QAbstractButton) and focus.isEnabled():
                focus.click()
            case _:
                return False
        return True

    # -- steps

    @Slot(object)
    def _on_asked(self, question: Question) -> None:
        dialog = StepDialog(self._frame, question)
        dialog.signed.connect(self._presenter.answer)
        dialog.withdrawn.connect(self._presenter.cancel)
        self._question.ask(dialog)

    @Slot()
    def _on_closed(self) -> None:
        self._question.close()

    # -- showing

    @Slot(object)
    def show_state(self, state: ComplaintsState) -> None:
        self.list.show_state(state)
        self.detail.show_state(state)
        self.remark.setText(remark(state))
        self.reload.set_busy(state.loading)
        self.record.refuse(why_not(ComplaintStep.RECORDED, state))
        for step, key in self._keys.items():
            key.refuse(why_not(step, state))
        if state.told is None:
            self.member.refuse(tr("先选一件投诉"))
        else:
            self.member.refuse("" if state.told.row.member_id else tr("不是会员的投诉"))
        dialog = self._question.dialog
        if dialog is not None and state.question is not None:
            dialog.show_question(state.question)
