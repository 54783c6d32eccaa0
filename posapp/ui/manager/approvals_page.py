"""Every approval with both names, newest first, and how far each role goes without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.manager.approvals_model import ApprovalsModel
from posapp.ui.manager.limits_model import LimitsModel
from posapp.ui.widgets.card import Card
from posapp.ui.widgets.empty_state import EmptyState
from posapp.ui.widgets.label import Label
from posapp.ui.widgets.naming import name_control

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel

    from posapp.domain.allowances import Allowance
    from posapp.ui.look import Look
    from posapp.ui.manager.presenter import ManagerState


class ApprovalsPage(QWidget):
    """Two tables that can only be read."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(Label(look, tr("授权记录"), size="h1", bold=True))
        self.model = ApprovalsModel(self)
        self.table = _table(look, self.model, "manager.approvals", tr("授权记录"))
        self._card = Card(look, padding=8, name="manager.approvals_card")
        self._card.rows.addWidget(self.table)
        self._empty = EmptyState(
            look, "shield", tr("还没有授权记录"), tr("店长授权退款、改价后会列在这里")
        )
        column.addWidget(self._card, 1)
        column.addWidget(self._empty, 1)
        column.addWidget(Label(look, tr("授权额度：不用别人授权可以做到多少"), bold=True))
        self.limits_model = LimitsModel(self)
        self.limits = _table(look, self.limits_model, "manager.limits", tr("授权额度"))
        card = Card(look, padding=8, name="manager.limits_card")
        card.rows.addWidget(self.limits)
        column.addWidget(card, 1)

    def show_state(self, state: ManagerState) -> None:
        self.model.show_rows(state.approvals)
        self._card.setVisible(bool(state.approvals))
        self._empty.setVisible(not state.approvals)

    def show_limits(self, rows: Sequence[Allowance]) -> None:
        """The table in force, as central last sent it."""
        self.limits_model.show_rows(rows)


def _table(look: Look, model: QAbstractItemModel, name: str, title: str) -> QTableView:
    table = QTableView()
    name_control(table, name, title)
    table.setModel(model)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(look.px(44))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    return table
