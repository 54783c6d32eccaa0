"""The table of limits as a manager sees it: how far each role goes without a second person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, assert_never

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from posapp.domain.allowances import Act, Allowance, Measure
from posapp.domain.permissions import Role
from posapp.ui.format import money, percent, points
from posapp.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex


class LimitsModel(QAbstractTableModel):
    """Holds the cells; `show_rows` replaces them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cells: tuple[tuple[str, ...], ...] = ()

    def show_rows(self, rows: Sequence[Allowance]) -> None:
        found = tuple(limit_cells(row) for row in rows)
        if found != self._cells:
            self.beginResetModel()
            self._cells = found
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cells)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(limit_captions())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and role == Qt.ItemDataRole.DisplayRole:
            return self._cells[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return limit_captions()[section]
        return None


def limit_captions() -> tuple[str, ...]:
    return tr("操作"), tr("收银员"), tr("服务中心"), tr("店长"), tr("本人操作最多")


def limit_cells(row: Allowance) -> tuple[str, ...]:
    """The texts of one row."""
    roles = (Role.CASHIER, Role.SERVICE, Role.MANAGER)
    limits = (*(row.limits[role] for role in roles), row.own)
    return (act_title(row.act), *(_limit_text(row.measure, limit) for limit in limits))


def act_title(act: Act) -> str:
    names = {
        Act.DISCOUNT: tr("打折"),
        Act.PRICE_CHANGE: tr("减价"),
        Act.VOID_ORDER: tr("整单作废"),
        Act.REFUND: tr("退货"),
        Act.OPEN_DRAWER: tr("开钱箱"),
        Act.CASH_OUT: tr("取出现金"),
        Act.OVER_SHORT: tr("长短款"),
        Act.ROUND_OFF: tr("按键抹零"),
        Act.RECORD_EXTERNAL: tr("记录别处收的钱"),
        Act.TAKE_OVER: tr("接手锁住的收银机"),
        Act.DEPOSIT_IN_CASH: tr("押金改退现金"),
        Act.MEMBER_STATUS: tr("会员解冻、黑名单、注销"),
        Act.MEMBER_IDENTITY: tr("凭证件换手机号或持有人"),
        Act.CORRECT_VALUE: tr("更正会员储值"),
        Act.CORRECT_POINTS: tr("更正会员积分"),
        Act.COMPENSATE: tr("补偿会员，每次"),
        Act.COMPENSATE_DAY: tr("补偿会员，每人每天"),
        Act.COMPENSATE_YEAR: tr("补偿会员，每位会员每年"),
        Act.MEMBER_EXPORT: tr("凭证件导出本人资料"),
        Act.MEMBER_ERASE: tr("删除会员个人资料"),
        Act.MEMBER_TIER: tr("人工定会员等级"),
    }
    return names[act]


def _limit_text(measure: Measure, limit: int | None) -> str:
    if limit is None:
        return tr("不限")
    if limit == 0:
        return tr("要授权")
    match measure:
        case Measure.MONEY:
            return money(limit)
        case Measure.SHARE:
            return percent(limit)
        case Measure.POINTS:
            return points(limit)
        case Measure.EACH:
            return tr("要授权")
        case _:
            assert_never(measure)
