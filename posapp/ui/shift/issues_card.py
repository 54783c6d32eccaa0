"""What stands open before a shift may be closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from posapp.ui.i18n import tr
from posapp.ui.widgets.card import Card, Divider
from posapp.ui.widgets.icon_label import IconLabel
from posapp.ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from posapp.ui.look import Look
    from posapp.workflows.shifts import CloseState


class IssuesCard(Card):
    """One row for each kind; a tick where nothing is open."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, padding=0, name="shift.issues", parent=parent)
        self.rows.setSpacing(0)
        head = Label(look, tr("未完成事项"), bold=True)
        head.setContentsMargins(look.px(24), look.px(8), look.px(24), look.px(8))
        self.rows.addWidget(head)
        self.rows.addWidget(Divider(look))
        self._list = QVBoxLayout()
        self._list.setContentsMargins(look.px(24), 0, look.px(24), 0)
        self._list.setSpacing(0)
        self.rows.addLayout(self._list)
        waits = tr("可继续，Z 报表会注明")
        self._issues = {
            "parked": IssueRow(look, "parked", tr("挂单"), tr("先取单收款或作废")),
            "order": IssueRow(look, "order", tr("正在录入的订单"), tr("先收款或清空")),
            "unknown": IssueRow(look, "unknown", tr("未确认支付"), tr("先查询结果")),
            "waiting": IssueRow(look, "waiting", tr("待同步"), waits, blocks=False),
        }
        for row in self._issues.values():
            self._list.addWidget(row)

    def show_issues(self, issues: CloseState | None) -> None:
        if issues is None:
            return
        self._issues["parked"].show_count(issues.parked)
        self._issues["order"].show_count(int(issues.order_in_work))
        self._issues["unknown"].show_count(issues.unknown_payments)
        self._issues["waiting"].show_count(issues.waiting)


class IssueRow(QWidget):
    """Sign, name, what to do, how many."""

    def __init__(
        self, look: Look, name: str, title: str, todo: str, *, blocks: bool = True
    ) -> None:
        super().__init__()
        self.setObjectName(f"shift.issue.{name}")
        self._blocks = blocks
        self._text = todo
        self.setFixedHeight(look.px(44))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        self._sign = IconLabel(look, "clock", size=20)
        self._todo = ElidedLabel(look, size="small", tone="text2")
        self.count = Label(look, "…", bold=True, name=f"shift.issue.{name}.count")
        row.addWidget(self._sign)
        row.addWidget(Label(look, title))
        row.addWidget(self._todo, 1)
        row.addWidget(self.count)

    def show_count(self, count: int) -> None:
        tone = "danger" if self._blocks else "warn"
        self._sign.set_icon("warning" if count else "check", tone if count else "pay")
        self.count.setText(str(count))
        self.count.set_tone(tone if count else "text")
        self._todo.setText(self._text if count else "")
