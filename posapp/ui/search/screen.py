"""The page of a search by conditions: the conditions at the left, whom it found at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLineEdit, QWidget

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.search.conditions_card import ConditionsCard
from posapp.ui.search.results_card import ResultsCard
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.search.presenter import SearchPresenter
    from posapp.ui.search.state import SearchState
    from posapp.ui.service.state import Seen


class SearchScreen(Page):
    """Enter in a field searches, ↑↓ move through whom it found, Enter there opens the file."""

    key_context = "list"

    def __init__(
        self, frame: Frame, presenter: SearchPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(frame.look, "search", tr("按条件查找会员"), parent)
        self._presenter = presenter
        self._shown_seen: tuple[Seen, ...] | None = None
        look = self.look
        self.clear = TouchButton(look, "search.clear", tr("清空条件"), height=48)
        self.clear.clicked.connect(presenter.clear)
        self.head.addWidget(self.clear)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        self.conditions = ConditionsCard(look)
        self.results = ResultsCard(look, presenter)
        columns.addWidget(self.conditions, 1)
        columns.addWidget(self.results, 1)
        self.body.addLayout(columns, 1)
        self.add_back_action(tr("返回"))
        self._seen = QHBoxLayout()
        self._seen.setSpacing(look.px(8))
        self.foot.addLayout(self._seen, 1)
        self.confirm = self.add_primary(tr("查找"))
        self.confirm.clicked.connect(self._search)
        self.conditions.entered.connect(self._search)
        presenter.emptied.connect(self.conditions.show_form)
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    # -- the surface

    def enter(self, payload: object) -> None:
        self.conditions.tags.offer(self._presenter.tags)
        self._presenter.open(payload if isinstance(payload, str) else "")

    def first_focus(self) -> QWidget | None:
        return self.conditions.fields["name"].edit

    def go_back(self) -> None:
        self._presenter.back()

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint("Enter", tr("查找，或打开档案")),
            Hint(self.look.keymap.up_and_down(self.key_context), tr("选择")),
            Hint("Tab", tr("下一个键")),
            Hint("Esc", tr("返回")),
        )

    def take_action(self, action: Action) -> bool:
        focus = QApplication.focusWidget()
        match action:
            case Action.BACK:
                self.go_back()
            case Action.UP | Action.DOWN:
                self._presenter.step(-1 if action is Action.UP else 1)
                self._to_chosen()
            case Action.CONFIRM if isinstance(focus, QLineEdit):
                self._search()
            case Action.CONFIRM if isinstance(focus, QAbstractButton) and focus.isEnabled():
                focus.click()
            case _:
                return False
        return True

    def _to_chosen(self) -> None:
        place = self._presenter.state.chosen
        if 0 <= place < len(self.results.rows):
            self.results.rows[place].setFocus()

    @Slot()
    def _search(self) -> None:
        self._presenter.search(self.conditions.form())

    # -- showing

    @Slot(object)
    def show_state(self, state: SearchState) -> None:
        self.results.show_state(state)
        self.confirm.set_busy(state.loading)
        self.confirm.refuse("" if state.online else tr("离线，查找要连上总部"))
        self._show_seen(self._presenter.seen)

    def _show_seen(self, seen: tuple[Seen, ...]) -> None:
        if seen == self._shown_seen:
            return
        self._shown_seen = seen
        while (item := self._seen.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if seen:
            self._seen.addWidget(Label(self.look, tr("看过"), size="small", tone="text2"))
        for place, each in enumerate(seen[:3]):
            chip = TouchButton(self.look, f"search.seen.{place}", each.title, height=48)
            chip.clicked.connect(partial(self._presenter.open_seen, each.id))
            self._seen.addWidget(chip)
        self._seen.addStretch(1)
