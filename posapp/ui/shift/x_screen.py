"""The page of X: rows, and printing them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.navigation import Hint
from posapp.ui.page import Page
from posapp.ui.sell.why_sheet import lay_why
from posapp.ui.shift.blocks_view import BlocksView
from posapp.ui.shift.why_cash import of_the_expected
from posapp.ui.shift.x_presenter import XWhileCounting
from posapp.ui.widgets.why_button import why_button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation
    from posapp.ui.shift.x_presenter import XPresenter
    from posapp.workflows.drawers import XShown


class XScreen(Page):
    """Enter prints, Esc goes back."""

    key_context = "list"
    unused = frozenset({Action.TOP_UP})

    def __init__(
        self,
        frame: Frame,
        presenter: XPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        look = frame.look
        super().__init__(look, "x_report", tr("X 报表"), parent)
        self._frame = frame
        self._navigation = navigation
        self._presenter = presenter
        self.rows = BlocksView(look, "x")
        self.body.addWidget(self.rows, 1)
        self.leave = self.add_back_action(tr("返回"))
        self.foot.addStretch(1)
        self.why = why_button(look, "x_report.why", height=64)
        self.why.clicked.connect(presenter.ask_why)
        presenter.why_asked.connect(self._explain)
        self.foot.addWidget(self.why)
        self.confirm = self.add_primary(tr("打印 X 报表"))
        self.confirm.clicked.connect(presenter.print)
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.shown)

    def enter(self, payload: object) -> None:
        if isinstance(payload, XWhileCounting):
            self._presenter.enter(payload.shift_id, counting=True)
            return
        self._presenter.enter(payload if isinstance(payload, str) else "")

    def first_focus(self) -> QWidget | None:
        return self.confirm

    def go_back(self) -> None:
        self._presenter.leave()
        self.left.emit()

    def take_action(self, action: Action) -> bool:
        if action in (Action.CONFIRM, Action.SAVE):
            self._presenter.print()
            return True
        if action is Action.WHY:
            self._presenter.ask_why()
            return True
        return super().take_action(action)

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Enter", tr("打印")), Hint("Esc", tr("返回")))

    @Slot()
    def _explain(self) -> None:
        shown = self._presenter.shown
        if shown is not None and shown.expected:
            lay_why(self._frame, self._navigation, of_the_expected(shown.expected))

    @Slot(object)
    def show_state(self, shown: XShown | None) -> None:
        self.rows.show_blocks(() if shown is None else shown.blocks)
        self.confirm.refuse("" if shown is not None else tr("正在读取"))
        hidden = tr("应有数在清点提交后才显示")
        self.why.refuse(hidden if shown is None or shown.blind else "")
        if shown is None:
            self.remark.setText("")
            return
        name = tr("钱箱 {name}", name=shown.drawer.shift.drawer)
        seen = tr("已记下您看过应有，请由别人清点")
        self.remark.setText(tr("，").join((name, hidden if shown.blind else seen)))
