"""The page of bills: those that stand at the left, what differs in one of them at the right."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.bills.import_dialog import ImportDialog
from posapp.ui.bills.words import (
    bill_facts,
    bill_sub,
    bill_title,
    bill_value,
    difference_sub,
    difference_title,
    difference_value,
)
from posapp.ui.error_texts import text_for
from posapp.ui.i18n import tr
from posapp.ui.keymap import Action
from posapp.ui.list_page import ListPage
from posapp.ui.one_question import OneQuestion
from posapp.ui.widgets.choice_row import ChoiceRow
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.rows import Rows
from posapp.ui.widgets.touch_button import TouchButton

if TYPE_CHECKING:
    from posapp.ui.bills.presenter import BillsPresenter
    from posapp.ui.bills.state import BillsState, HandingIn
    from posapp.ui.frame import Frame
    from posapp.ui.navigation import Navigation
    from posapp.wire.bills import BillShown


class BillsScreen(ListPage):
    """↑↓ move through the bills, Ctrl+Enter hands one in, Enter on a difference opens the cases."""

    def __init__(
        self,
        frame: Frame,
        presenter: BillsPresenter,
        navigation: Navigation,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(frame.look, "bills", tr("收单对账"), presenter, parent)
        self._frame = frame
        self._presenter = presenter
        self._question: OneQuestion[ImportDialog] = OneQuestion(navigation)
        self._shown: tuple[BillShown, ...] | None = None
        look = self.look
        self.elsewhere = TouchButton(
            look, "bills.recorded", tr("外部收款核对"), icon="wallet", height=48
        )
        self.elsewhere.clicked.connect(presenter.recorded)
        self.head.addWidget(self.elsewhere)
        self.head.addWidget(self.reload)
        columns = QHBoxLayout()
        columns.setSpacing(look.px(16))
        self._bills = Rows(look)
        self._differences = Rows(look)
        right = QVBoxLayout()
        right.setSpacing(look.px(8))
        self._facts = Label(look, tone="text2", wrap=True, name="bills.facts")
        right.addWidget(self._facts)
        right.addWidget(self._differences, 1)
        columns.addWidget(self._bills, 4)
        columns.addLayout(right, 7)
        self.body.addLayout(columns, 1)
        self._empty = EmptyState(
            look,
            "report",
            tr("还没有导入过账单"),
            tr("导入支付公司给的账单文件，差异会列在这里"),
            name="bills.empty",
        )
        self.body.addWidget(self._empty, 1)
        self.add_back_action(tr("返回"))
        self.hand_in = self.add_primary(tr("导入账单"), key=self.cap(Action.SAVE))
        self.hand_in.clicked.connect(presenter.ask)
        self.set_deed(tr("导入账单"), presenter.ask)
        presenter.changed.connect(self.show_state)
        presenter.asked.connect(self._on_asked)
        presenter.closed.connect(self._on_closed)
        self.show_state(presenter.state)

    # -- the surface

    def enter(self, payload: object) -> None:
        self._presenter.load()

    def first_focus(self) -> QWidget | None:
        return self.hand_in

    # -- handing in

    @Slot(object)
    def _on_asked(self, handing: HandingIn) -> None:
        dialog = ImportDialog(self._frame, handing)
        dialog.given.connect(self._presenter.hand_in)
        dialog.withdrawn.connect(self._presenter.cancel)
        self._question.ask(dialog)

    @Slot()
    def _on_closed(self) -> None:
        self._question.close()

    # -- showing

    @Slot(object)
    def show_state(self, state: BillsState) -> None:
        if state.bills != self._shown:
            self._shown = state.bills
            self._bills.fill(
                [self._bill_row(place, bill) for place, bill in enumerate(state.bills)]
            )
        self._bills.choose(state.chosen)
        self._show_bill(state.bill)
        has_bills = bool(state.bills)
        for part in (self._bills, self._differences, self._facts):
            part.setVisible(has_bills)
        self._empty.setVisible(not has_bills)
        self._empty.text.setText(_empty_text(state))
        self.reload.set_busy(state.loading)
        dialog = self._question.dialog
        if dialog is not None and state.handing is not None:
            dialog.show_handing(state.handing)

    def _bill_row(self, place: int, bill: BillShown) -> ChoiceRow:
        row = ChoiceRow(
            self.look,
            f"bills.row{place}",
            bill_title(bill),
            bill_sub(bill),
            value=bill_value(bill),
            height=60,
        )
        row.clicked.connect(partial(self._on_bill, place))
        return row

    def _on_bill(self, place: int, _checked: bool = False) -> None:
        self._presenter.choose(place)

    def _show_bill(self, bill: BillShown | None) -> None:
        self._facts.setText("" if bill is None else bill_facts(bill))
        rows = []
        for place, each in enumerate(() if bill is None else bill.differences):
            row = ChoiceRow(
                self.look,
                f"bills.difference{place}",
                difference_title(each),
                difference_sub(each),
                value=difference_value(each),
                height=60,
            )
            row.clicked.connect(self._presenter.cases)
            rows.append(row)
        self._differences.fill(rows)


def _empty_text(state: BillsState) -> str:
    if state.problem is not None:
        return text_for(state.problem)
    return tr("正在问总部") if state.loading else tr("还没有导入过账单")
