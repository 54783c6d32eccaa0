"""The manager's page: a side bar, the day, the shift reports with their paper, the approvals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.manager.approvals_page import ApprovalsPage
from posapp.ui.manager.day_page import DayPage
from posapp.ui.manager.presenter import ManagerState, Tab
from posapp.ui.manager.reports_page import ReportsPage
from posapp.ui.manager.z_file import Form
from posapp.ui.navigation import Hint
from posapp.ui.sell.why_sheet import lay_why
from posapp.ui.shift.why_cash import of_the_close
from posapp.ui.surface import Surface
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.label import ElidedLabel, Label
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.frame import Frame
    from posapp.ui.manager.presenter import ManagerPresenter
    from posapp.ui.navigation import Navigation

_TABS = tuple(Tab)


class ManagerScreen(Surface):
    """↑↓ move through reports, Enter prints a copy, Ctrl+Enter exports, Esc goes to the counter."""

    key_context = "list"

    def __init__(
        self,
        frame: Frame,
        presenter: ManagerPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame = frame
        self._navigation = navigation
        self._look = look = frame.look
        self._presenter = presenter
        self.setObjectName("manager")
        self.setAccessibleName(tr("店长台"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look.px(16), 0)
        row.setSpacing(look.px(16))
        row.addWidget(self._side_bar())
        self._pages = QStackedWidget()
        self.day = DayPage(look)
        self.reports = ReportsPage(look)
        self.approvals = ApprovalsPage(look)
        for page in (self.day, self.reports, self.approvals):
            self._pages.addWidget(page)
        column = QVBoxLayout()
        column.setContentsMargins(0, look.px(8), 0, look.px(8))
        column.addWidget(self._pages)
        row.addLayout(column, 1)
        self.day.reveal.clicked.connect(presenter.reveal)
        self.reports.opened.connect(presenter.open_report)
        self.reports.reprinted.connect(presenter.reprint)
        self.reports.saved.connect(presenter.save_pdf)
        self.reports.exported.connect(self._export)
        self.reports.why.clicked.connect(presenter.ask_why)
        presenter.why_asked.connect(self._explain)
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def _side_bar(self) -> Card:
        look, presenter = self._look, self._presenter
        bar = Card(look, radius=0, padding=8, name="manager.side")
        bar.setFixedWidth(look.px(200))
        # Eleven keys and a title stand above each other on 768 pixels.
        bar.rows.setSpacing(look.px(4))
        bar.rows.addWidget(Label(look, tr("店长台"), size="h2", bold=True))
        self._who = ElidedLabel(look, size="small", tone="text2", name="manager.who")
        bar.rows.addWidget(self._who)
        bar.rows.addSpacing(look.px(8))
        texts = {
            Tab.DAY: (tr("今天"), "home"),
            Tab.SHIFTS: (tr("交接班报表"), "report"),
            Tab.APPROVALS: (tr("授权记录"), "shield"),
        }
        self.tabs: dict[Tab, ChoiceRow] = {}
        for tab, (text, icon) in texts.items():
            choice = ChoiceRow(look, f"manager.tab.{tab}", text, icon=icon, height=48)
            choice.clicked.connect(lambda _checked=False, t=tab: presenter.choose(str(t)))
            self.tabs[tab] = choice
            bar.rows.addWidget(choice)
        bar.rows.addStretch(1)
        actions = (
            ("reload", tr("刷新"), "sync", presenter.load),
            ("cases", tr("需人工处理"), "warning", presenter.cases),
            ("complaints", tr("投诉"), "user", presenter.complaints),
            ("bills", tr("收单对账"), "report", presenter.bills),
            ("health", tr("同步与健康"), "info", presenter.health),
            ("train", _training_text(presenter), "badge", presenter.train),
            ("till", tr("去收银"), "cash", presenter.to_till),
            ("sign_out", tr("退出登录"), "lock", presenter.sign_out),
        )
        for name, text, icon, slot in actions:
            button = TouchButton(
                look, f"manager.{name}", text, icon=icon, height=48, align_left=True
            )
            button.clicked.connect(slot)
            bar.rows.addWidget(button)
            if name == "train":
                button.setVisible(presenter.can_train)
        return bar

    # -- the surface

    def enter(self, payload: object) -> None:
        self._who.setText(self._presenter.who)
        self._presenter.load()
        self.approvals.show_limits(self._presenter.limits)

    def first_focus(self) -> QWidget | None:
        return self.tabs[self._presenter.state.tab]

    def take_action(self, action: Action) -> bool:
        presenter = self._presenter
        on_reports = presenter.state.tab is Tab.SHIFTS
        match action:
            case Action.CONFIRM | Action.TOGGLE if self.reports.is_on_file_key:
                return False  # the key with the focus takes it itself
            case Action.SAVE if on_reports:
                self._export(Form.XLSX)
            case Action.BACK:
                presenter.to_till()
            case Action.UP | Action.DOWN:
                step = -1 if action is Action.UP else 1
                if on_reports:
                    presenter.open_next(step)
                else:
                    self._next_tab(step)
            case Action.TOGGLE:
                self._next_tab(1)
            case Action.CONFIRM if on_reports:
                presenter.reprint()
            case Action.WHY if on_reports:
                presenter.ask_why()
            case _:
                return False
        return True

    def _next_tab(self, step: int) -> None:
        place = _TABS.index(self._presenter.state.tab) + step
        self._presenter.choose(str(_TABS[place % len(_TABS)]))

    def hints(self) -> tuple[Hint, ...]:
        return (
            Hint(self._look.keymap.up_and_down(self.key_context), tr("选择")),
            Hint(self._look.keymap.key(self.key_context, Action.TOGGLE), tr("换页")),
            Hint("Enter", tr("补打")),
            Hint("Esc", tr("去收银")),
        )

    @Slot()
    def _explain(self) -> None:
        z = self._presenter.state.z
        if z is not None:
            lay_why(self._frame, self._navigation, of_the_close(z))

    @Slot(object)
    def _export(self, form: Form) -> None:
        """In the language of who reads the screen, which need not be that of the paper."""
        self._presenter.export(form, self._look.language)

    # -- showing

    @Slot(object)
    def show_state(self, state: ManagerState) -> None:
        for tab, choice in self.tabs.items():
            choice.setChecked(tab is state.tab)
        self._pages.setCurrentIndex(_TABS.index(state.tab))
        self.day.show_state(state)
        self.reports.show_state(state)
        self.approvals.show_state(state)


def _training_text(presenter: ManagerPresenter) -> str:
    return tr("退出训练") if presenter.is_training else tr("进入训练")
