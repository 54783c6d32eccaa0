"""The page of a member's file: who she is and the keys at the left, her story at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QWidget

from posapp.ui.customer_display.turning import turn_to
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.merging.wish import MergeWith
from posapp.ui.navigation import Hint, Place
from posapp.ui.page import Page
from posapp.ui.service.act_dialog import ServiceActDialog
from posapp.ui.service.file_card import FileCard
from posapp.ui.service.state import Tab
from posapp.ui.service.story_card import StoryCard
from posapp.ui.service.words import why_not_merge
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import TouchButton
from posapp.wire.merging import AlikeMember

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation
    from posapp.ui.service.presenter import ServicePresenter
    from posapp.ui.service.state import Question, Seen, ServiceState


class ServiceScreen(Page):
    """↑↓ move through what happened, PgUp and PgDn turn pages, Tab reaches every key."""

    key_context = "list"

    def __init__(
        self,
        frame: Frame,
        presenter: ServicePresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.look, "service", tr("会员档案"), parent)
        self._frame = frame
        self._presenter = presenter
        self._navigation = navigation
        self._dialog: ServiceActDialog | None = None
        self._shown_recent: tuple[Seen, ...] | None = None
        self._had_file = False
        look = self.look
        self.reload = TouchButton(look, "service.reload", tr("刷新"), icon="sync", height=48)
        self.reload.clicked.connect(presenter.load)
        self.complaints = TouchButton(look, "service.complaints", tr("投诉"), height=48)
        self.complaints.clicked.connect(presenter.complaints)
        self.merging = TouchButton(look, "service.merging", tr("合并重复"), height=48)
        self.merging.clicked.connect(self._on_merging)
        self.head.addWidget(self.complaints)
        self.head.addWidget(self.merging)
        self.head.addWidget(self.reload)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        self.file = FileCard(look)
        self.story = StoryCard(look, presenter)
        columns.addWidget(self.file, 5)
        columns.addWidget(self.story, 8)
        self.body.addLayout(columns, 1)
        self.add_back_action(tr("返回"))
        self._recent = QHBoxLayout()
        self._recent.setSpacing(look.px(8))
        self.foot.addLayout(self._recent, 1)
        self.file.asked.connect(presenter.ask)
        self.story.unmerge_asked.connect(self._to_merging)
        for card in (self.file, self.story):
            card.reveal_asked.connect(presenter.reveal)
        presenter.changed.connect(self.show_state)
        presenter.asked.connect(self._on_asked)
        presenter.closed.connect(self._on_closed)
        self.show_state(presenter.state)

    # -- the surface

    def enter(self, payload: object) -> None:
        self._presenter.open(payload)

    def first_focus(self) -> QWidget | None:
        return self.story.tabs.button(Tab.TIMELINE.value)

    def go_back(self) -> None:
        self._presenter.back()

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("↑↓", tr("选择")),
            Hint("Tab", tr("下一个键")),
            Hint("Enter", tr("按下")),
            Hint("Esc", tr("返回")),
        )

    def take_action(self, action: Action) -> bool:
        focus = QApplication.focusWidget()
        match action:
            case Action.BACK:
                self.go_back()
            case Action.UP | Action.DOWN if not isinstance(focus, QLineEdit):
                self._presenter.step(-1 if action is Action.UP else 1)
            case Action.CONFIRM if isinstance(focus, QAbstractButton) and focus.isEnabled():
                focus.click()
            case _:
                return False
        return True

    # -- her other file

    @Slot()
    def _on_merging(self, _checked: bool = False) -> None:
        self._to_merging("")

    @Slot(str)
    def _to_merging(self, merge_id: str) -> None:
        file = self._presenter.state.file
        if file is not None:
            her = AlikeMember(
                member_id=file.id,
                number=file.number,
                name=file.name,
                phone=file.phone,
                card=file.cards[0].tail if file.cards else "",
                reasons=(),
            )
            self._navigation.go(Place.MERGING, MergeWith(her=her, merge_id=merge_id))

    # -- acts

    @Slot(object)
    def _on_asked(self, question: Question) -> None:
        dialog = self._dialog = ServiceActDialog(self._frame, question)
        dialog.given.connect(self._presenter.answer)
        dialog.withdrawn.connect(self._presenter.cancel)
        dialog.form.send_new.connect(self._presenter.send_new)
        dialog.form.send_old.connect(self._presenter.send_old)
        dialog.form.turn_asked.connect(self._on_turn)
        self._presenter.side.answered.connect(dialog.form.hear)
        self._navigation.lay(dialog)

    @Slot()
    def _on_turn(self) -> None:
        side = self._presenter.side
        turn_to(self._frame, self._navigation, side, side.hear)

    @Slot()
    def _on_closed(self) -> None:
        self._presenter.side.close()
        if self._dialog is not None:
            self._dialog.left.emit()
            self._dialog.deleteLater()
            self._dialog = None

    # -- showing

    @Slot(object)
    def show_state(self, state: ServiceState) -> None:
        self.file.show_state(state)
        self.story.show_state(state)
        self._give_focus(state)
        self.reload.set_busy(state.loading)
        self.merging.refuse(why_not_merge(state))
        self._show_recent(state)
        if self._dialog is not None and state.question is not None:
            self._dialog.show_question(state.question)

    def _give_focus(self, state: ServiceState) -> None:
        """Once her file is there, the keys of what can be done are next."""
        came = state.file is not None and not self._had_file
        self._had_file = state.file is not None
        waits = self.story.tabs.button(Tab.TIMELINE.value)
        if came and QApplication.focusWidget() in (None, waits):
            self.file.take_focus()

    def _show_recent(self, state: ServiceState) -> None:
        if state.recent == self._shown_recent:
            return
        self._shown_recent = state.recent
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if state.recent:
            self._recent.addWidget(Label(self.look, tr("看过"), size="small", tone="text2"))
        for place, seen in enumerate(state.recent):
            chip = TouchButton(self.look, f"service.seen.{place}", seen.title, height=48)
            chip.clicked.connect(partial(self._presenter.open, seen.id))
            self._recent.addWidget(chip)
        self._recent.addStretch(1)
