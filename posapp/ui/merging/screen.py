"""The page of two files of one person: who may be one at the left, side by side at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QWidget

from posapp.domain.codes import Context, MemberKey, Phone, PhoneTail, classify
from posapp.errors import PosError
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.list_page import ListPage
from posapp.ui.merging.act_dialog import MergeDialog
from posapp.ui.merging.cards import PairCard, PairList
from posapp.ui.merging.state import Act, Shelf
from posapp.ui.merging.words import act_title, remark, why_not
from posapp.ui.one_question import OneQuestion
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.merging.presenter import MergingPresenter
    from posapp.ui.merging.state import MergingState, Question
    from posapp.ui.navigation import Navigation
    from posapp.ui.surface import Scan


class MergingScreen(ListPage):
    """↑↓ move through the list, Tab reaches every key, Ctrl+Enter merges or takes back."""

    def __init__(
        self,
        frame: Frame,
        presenter: MergingPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.look, "merging", tr("合并重复"), presenter, parent)
        self._frame = frame
        self._presenter = presenter
        self._question: OneQuestion[MergeDialog] = OneQuestion(navigation)
        look = self.look
        self.head.addWidget(self.reload)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        self.list = PairList(look, presenter)
        self.pair = PairCard(look, presenter)
        columns.addWidget(self.list, 5)
        columns.addWidget(self.pair, 7)
        self.body.addLayout(columns, 1)
        self.add_back_action(tr("返回"))
        self.different = TouchButton(look, "merging.different", tr("不是同一人"), height=64)
        self.different.clicked.connect(partial(presenter.ask, Act.DIFFERENT))
        self.foot.addWidget(self.different, 1)
        self.do = self.add_primary(act_title(Act.MERGE), key=self.cap(Action.SAVE))
        self.do.clicked.connect(self._do)
        self.set_deed(tr("办理"), self._do)
        self.list.opened.connect(presenter.choose)
        presenter.changed.connect(self.show_state)
        presenter.asked.connect(self._on_asked)
        presenter.closed.connect(self._question.close)
        self.show_state(presenter.state)

    # -- the surface

    def enter(self, payload: object) -> None:
        self.list.other.edit.clear()
        self._presenter.open(payload)

    def first_focus(self) -> QWidget | None:
        named = self._presenter.state.her is not None
        waiting = self._presenter.state.shelf is Shelf.WAITING
        return self.list.other.edit if named and waiting else self.list

    def take_scan(self, scan: Scan) -> bool:
        """A card or a number is the other file's."""
        state = self._presenter.state
        if state.her is None or state.shelf is not Shelf.WAITING:
            return False
        try:
            meaning = classify(scan.text, Context.MEMBER)[0]
        except PosError:
            return False
        match meaning:
            case MemberKey(text=text) | Phone(text=text) | PhoneTail(text=text):
                self.list.other.edit.setText(text)
                self.list.find_other()
                return True
            case _:
                return False

    def take_action(self, action: Action) -> bool:
        focus = QApplication.focusWidget()
        match action:
            case Action.CONFIRM if isinstance(focus, QLineEdit):
                self.list.find_other()
            case Action.TOGGLE | Action.CONFIRM if isinstance(focus, QAbstractButton):
                if focus.isEnabled():
                    focus.click()
            case _:
                return super().take_action(action)
        return True

    # -- acts

    @Slot()
    def _do(self) -> None:
        act = self._act(self._presenter.state)
        if not why_not(act, self._presenter.state):
            self._presenter.ask(act)

    def _act(self, state: MergingState) -> Act:
        return Act.UNDO if state.shelf is Shelf.DONE else Act.MERGE

    @Slot(object)
    def _on_asked(self, question: Question) -> None:
        dialog = MergeDialog(self._frame, question)
        dialog.signed.connect(self._presenter.answer)
        dialog.withdrawn.connect(self._presenter.cancel)
        self._question.ask(dialog)

    # -- showing

    @Slot(object)
    def show_state(self, state: MergingState) -> None:
        self.list.show_state(state)
        self.pair.show_state(state)
        self.remark.setText(remark(state))
        self.reload.set_busy(state.loading)
        act = self._act(state)
        self.do.set_text(act_title(act))
        self.do.refuse(why_not(act, state))
        self.different.setVisible(act is Act.MERGE)
        self.different.refuse(why_not(Act.DIFFERENT, state))
        dialog = self._question.dialog
        if dialog is not None and state.question is not None:
            dialog.show_question(state.question)
