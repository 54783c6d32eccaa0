"""The approvals as a table: when, what, how much, who asked, who said yes, why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from posapp.domain.permissions import Permission
from posapp.ui.format import local_day_time, money_digits, time_from_ms
from posapp.ui.i18n import tr
from posapp.workflows.approving import BY_BADGE

if TYPE_CHECKING:
    from posapp.workflows.reporting import ApprovalRow

Index = QModelIndex | QPersistentModelIndex
_MONEY_COLUMN = 2


class ApprovalsModel(QAbstractTableModel):
    """Holds a tuple of rows; `show_rows` replaces it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ApprovalRow, ...] = ()

    def show_rows(self, rows: tuple[ApprovalRow, ...]) -> None:
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(captions())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return cells(self._rows[index.row()])[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == _MONEY_COLUMN:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return captions()[section]
        return None


def captions() -> tuple[str, ...]:
    return tr("时间"), tr("操作"), tr("金额"), tr("收银员"), tr("授权人"), tr("原因")


def cells(row: ApprovalRow) -> tuple[str, ...]:
    """The texts of one row."""
    return (
        local_day_time(time_from_ms(row.at_ms)),
        permission_title(row.action),
        money_digits(row.amount) if row.amount else "",
        row.requested_by_name,
        _approver(row),
        row.reason,
    )


def _approver(row: ApprovalRow) -> str:
    by_badge = row.proved_by == BY_BADGE
    return tr("{name}，工牌", name=row.approved_by_name) if by_badge else row.approved_by_name


def permission_title(permission: Permission) -> str:
    """What was allowed."""
    names = {
        Permission.SELL: tr("收银"),
        Permission.REDUCE: tr("改价"),
        Permission.VOID_ORDER: tr("整单作废"),
        Permission.REFUND: tr("退货"),
        Permission.OPEN_DRAWER: tr("开钱箱"),
        Permission.CASH_MOVE: tr("现金存取"),
        Permission.CLOSE_SHIFT: tr("交接班"),
        Permission.REGISTER_MEMBER: tr("会员登记"),
        Permission.TOP_UP: tr("充值"),
        Permission.APPROVE: tr("授权"),
        Permission.READ_REPORTS: tr("看报表"),
        Permission.WORK_CASES: tr("处理异常"),
    }
    return names[permission]
